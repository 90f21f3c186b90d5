import GRDB

extension Store {
    /// Copies the whole store into a file, and verifies the copy. That everybody's data is disclosed by it is logged before;
    /// others may write meanwhile.
    /// - Parameters:
    ///   - file: an empty file, which nobody else can read.
    ///   - name: what the backup will be called, for the log.
    /// - Throws: ``StoreError``; then the failure is in the log, too.
    package func backUp(into file: String, name: String, who: String, why: String) throws -> VerifiedCopy {
        let logged = try write { writer in
            let nominals = try writer.nominalCount()
            try writer.log(AuditEvent(.disclosure, who: who, why: why, what: "backed up into `\(name)`: the whole store, with everybody in it, \(nominals) nominals"))
            return try writer.auditHead()
        }
        do {
            do { try pool.vacuum(into: file) } catch let error as DatabaseError { throw StoreError(error, name) }
            let copy = try VerifiedCopy(file, lodged: [(logged, "the store")])
            guard copy.head.seq >= logged.seq, try read({ try $0.hasRow(copy.head) }) else {
                throw StoreError(.damaged, "the copy does not end as the store does: make it once more")
            }
            return copy
        } catch {
            let failure = AuditEvent(.failure, who: who, why: why, what: "the backup `\(name)` failed, and there is none: \(error)")
            try write { _ = try $0.log(failure) }
            throw error
        }
    }
}
