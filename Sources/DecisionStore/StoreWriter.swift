import GRDB
package import Notation

/// A transaction that changes a store. It is valid only inside the call that it was given to.
package final class StoreWriter: StoreReader {
    private let clock: StoreClock
    private var head: AuditHead?
    private var lastTime = ""
    private(set) var logged = 0

    init(db: Database, facts: StoreFacts, clock: StoreClock) {
        self.clock = clock
        super.init(db: db, facts: facts)
    }

    /// Writes a line of the log.
    /// - Returns: its number.
    @discardableResult
    package func log(_ event: AuditEvent) throws -> Int {
        let head = try currentHead()
        let at = try time()
        var row = AuditRow(
            seq: head.seq + 1, at: at, who: event.who, kind: event.kind.rawValue, subject: try event.nominal.map(subject), why: event.why,
            what: event.what, previous: head.hash)
        row.hash = row.expectedHash
        try db.cachedStatement(
            sql: "INSERT INTO audit (seq, at, who, kind, subject, why, what, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [row.seq, row.at, row.who, row.kind, row.subject, row.why, row.what, row.previous.blob, row.hash.blob])
        self.head = AuditHead(store: head.store, seq: row.seq, hash: row.hash)
        lastTime = at
        logged += 1
        return row.seq
    }

    /// With the lines of this transaction.
    override package func auditHead() throws -> AuditHead { try head ?? super.auditHead() }

    private func currentHead() throws -> AuditHead {
        if let head { return head }
        let kept = try AuditHead.read(db, store: facts.name)
        let row = try Row.fetchOne(db, sql: "SELECT seq, at, hash FROM audit ORDER BY seq DESC LIMIT 1")
        guard kept.seq == row?.int("seq") ?? 0, kept.hash == row?.bytes("hash") ?? facts.genesis else {
            throw StoreError(.tampered, "the end of the log was changed: nothing is written before `waymark audit verify` has been looked into")
        }
        lastTime = row?.text("at") ?? ""
        head = kept
        return kept
    }

    private func time() throws -> String {
        let now = clock.now()
        let text = StoreClock.text(now)
        guard text < lastTime else { return text }
        guard StoreClock.text(now + StoreClock.tolerance) >= lastTime else {
            throw StoreError(.clock, "the clock says \(text), and the log's last row is of \(lastTime): set the clock right")
        }
        return lastTime
    }

    func putHead() throws {
        if let head { try head.put(into: db) }
    }

    /// The time of the last line written, or of now.
    var at: String { lastTime.isEmpty ? StoreClock.text(clock.now()) : lastTime }

    /// Today, in UTC.
    package var day: Day { StoreClock.day(clock.now()) }

    /// What stands for a nominal in the log. It is made when the nominal is first logged.
    func subject(_ nominal: String) throws -> String {
        if let known = try String.fetchOne(db.cachedStatement(sql: "SELECT hash FROM subject WHERE nominal = ?"), arguments: [nominal]) { return known }
        var random = SystemRandomNumberGenerator()
        let salt = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let hash = facts.subject(nominal, salt: salt)
        try db.cachedStatement(sql: "INSERT INTO subject (nominal, salt, hash) VALUES (?, ?, ?)").execute(arguments: [nominal, salt.blob, hash])
        return hash
    }
}
