/// Follows a log row by row and finds what was edited, removed, added or moved.
package struct AuditChain {
    /// After so many nobody reads on.
    package static let mostFaults = 20

    /// What is wrong, a sentence each.
    package private(set) var faults: [String] = []
    /// The rows followed so far.
    package private(set) var count = 0
    private let store: String
    private var last: [UInt8]
    private var lastSeq = 0
    private var lastTime = ""
    private var heads: [(head: AuditHead, name: String)]
    private let genesis: [UInt8]

    /// - Parameters:
    ///   - genesis: what the first row must follow.
    ///   - heads: last rows as they were written down elsewhere, each with its name for messages.
    package init(store: String, genesis: [UInt8], heads: [(head: AuditHead, name: String)] = []) {
        self.store = store
        self.genesis = genesis
        last = genesis
        self.heads = heads
        for (head, name) in heads where head.store != store { report("\(name) is of another store's log") }
    }

    package var hasFaults: Bool { !faults.isEmpty }
    package var head: AuditHead { AuditHead(store: store, seq: lastSeq, hash: last) }

    private mutating func report(_ fault: String) {
        if faults.count < AuditChain.mostFaults { faults.append(fault) }
    }

    /// Begins with a row that has been followed before, with all before it.
    mutating func begin(at row: AuditRow) {
        if row.expectedHash != row.hash { report("row \(row.seq) was changed: its contents do not give its hash") }
        take(row)
    }

    package mutating func follow(_ row: AuditRow) {
        if row.seq != lastSeq + 1 {
            report(
                row.seq > lastSeq + 1
                    ? "row \(lastSeq + 1) is missing: what follows row \(lastSeq) is row \(row.seq)"
                    : "row \(row.seq) stands behind row \(lastSeq): rows were moved or added")
        } else if row.previous != last {
            report(row.seq == 1 ? "row 1 is not the first that was written" : "row \(row.seq) does not follow row \(row.seq - 1) as it stands: one of them was changed, removed or put in")
        }
        if row.expectedHash != row.hash { report("row \(row.seq) was changed: its contents do not give its hash") }
        if row.at < lastTime { report("row \(row.seq) is dated \(row.at), before the row that it follows") }
        take(row)
    }

    private mutating func take(_ row: AuditRow) {
        count += 1
        (last, lastSeq, lastTime) = (row.hash, row.seq, row.at)
        for (head, name) in heads where head.store == store && head.seq == row.seq && head.hash != row.hash {
            report("row \(row.seq) is not the one in \(name): the log was written anew")
        }
    }

    /// Compares the end with the heads.
    package mutating func finish() {
        for (head, name) in heads where head.store == store {
            if head.seq > lastSeq { report("the log ends with row \(lastSeq), and \(name) has row \(head.seq): rows were removed from its end") }
            if head.seq == 0, head.hash != genesis { report("\(name) is of a log that began otherwise") }
        }
    }

    /// What was found before a log could be followed at all.
    mutating func add(_ fault: String) { report(fault) }
}
