/// A file that holds a whole store: a sound database of this program's, with a log that verifies.
package struct VerifiedCopy: Sendable {
    /// As the user named it.
    package let file: String
    /// The last row of its log.
    package let head: AuditHead
    /// When that row was written; empty where the log is.
    package let time: String
    package let nominals: Int

    /// - Parameter lodged: last rows as they were written down elsewhere, each with its name for messages. One that is further on
    ///   than the copy says only how far the copy is behind.
    /// - Throws: ``StoreError`` where the file is no whole store.
    package init(_ file: String, lodged: [(head: AuditHead, name: String)] = []) throws {
        let probe: StoreProbe
        do {
            probe = try StoreProbe(file)
            guard try !probe.isLater() else { throw StoreError(.newer, "`\(file)` was made by a later version of Waymark: use that version") }
            let faults = try probe.damage() + probe.changedTables() + probe.lostReferences()
            guard faults.isEmpty else { throw StoreError(.damaged, "`\(file)` is damaged, and nothing was done with it: \(faults[0])") }
        } catch let error as StoreError where error.kind == .damaged {
            throw StoreError(.damaged, error.message.hasPrefix("the store") ? "`\(file)` is damaged: it is of no use as a backup" : error.message)
        }
        self.file = file
        (head, time, nominals) = try probe.read { reader in
            let head = try reader.auditHead()
            let chain = try reader.verifyAudit(heads: lodged.filter { $0.head.seq <= head.seq || $0.head.store != head.store })
            guard !chain.hasFaults else { throw StoreError(.tampered, "`\(file)` was tampered with, and nothing was done with it: \(chain.faults[0])") }
            return (head, try reader.lastTime() ?? "", try reader.nominalCount())
        }
    }
}
