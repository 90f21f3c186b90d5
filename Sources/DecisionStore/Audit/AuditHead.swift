/// The last row of a log, by which it can be told that rows are missing behind it.
package struct AuditHead: Sendable, Hashable {
    /// The store that the log belongs to, 32 hexadecimal digits.
    package var store: String
    /// 0 where the log is empty.
    package var seq: Int
    package var hash: [UInt8]

    package init(store: String, seq: Int, hash: [UInt8]) {
        self.store = store
        self.seq = seq
        self.hash = hash
    }
}
