import GRDB

extension StoreWriter {
    /// Writes down where the nominals of an import came from.
    func finish(_ result: CohortImport, why: String) throws {
        var counts = "\(result.added) added, \(result.changed) changed, \(result.unchanged) unchanged, \(result.rejected) rejected"
        if result.standing > 0 { counts += "; \(result.standing) stand otherwise in the store, which stays" }
        let seq = try log(AuditEvent(.collection, who: result.who, why: why, what: "imported `\(result.file)`, \(result.digest): \(counts)"))
        try db.execute(
            sql: "INSERT INTO cohort_import (audit, file, digest, who, at, read, rejected, added, changed, unchanged, standing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [seq, result.file, result.digest, result.who, at, result.read, result.rejected, result.added, result.changed, result.unchanged, result.standing])
    }
}
