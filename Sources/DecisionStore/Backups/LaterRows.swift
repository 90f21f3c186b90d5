/// What the log of a store tells of the time after a backup of it was made.
package struct LaterRows: Sendable {
    /// How many rows of each kind the backup does not have.
    package private(set) var kinds: [String: Int] = [:]
    /// The last of them; nil where the backup has all.
    package private(set) var last: (seq: Int, time: String, hash: [UInt8])?
    /// The hashes that stood for those who were forgotten.
    private(set) var erased: [String] = []

    package init() {}

    package var count: Int { kinds.values.reduce(0, +) }

    mutating func add(_ row: AuditRow) {
        if let last, row.seq <= last.seq { return }
        kinds[row.kind, default: 0] += 1
        last = (row.seq, row.at, row.hash)
        if row.kind == AuditKind.erasure.rawValue, let subject = row.subject { erased.append(subject) }
    }
}
