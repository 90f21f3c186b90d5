import GRDB

extension StoreWriter {
    /// Writes down where the nominals of an import came from.
    func finish(_ result: CohortImport, why: String) throws {
        let counts = "\(result.added) added, \(result.changed) changed, \(result.unchanged) unchanged, \(result.rejected) rejected"
        let seq = try log(AuditEvent(.collection, who: result.who, why: why, what: "imported `\(result.file)`, \(result.digest): \(counts)"))
        try db.execute(
            sql: "INSERT INTO cohort_import (audit, file, digest, who, at, read, rejected, added, changed, unchanged) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [seq, result.file, result.digest, result.who, at, result.read, result.rejected, result.added, result.changed, result.unchanged])
    }
}
