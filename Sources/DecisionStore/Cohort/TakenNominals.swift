import Cohorts
import GRDB

/// The nominals of one import, as they come.
struct TakenNominals {
    let writer: StoreWriter
    let who: String
    let why: String
    private var seen = SeenIDs()

    init(writer: StoreWriter, who: String, why: String) {
        self.writer = writer
        self.who = who
        self.why = why
    }

    /// - Returns: false where the same import had the id already.
    mutating func take(id: String, borough: String, line: [UInt8], into result: inout CohortImport) throws -> Bool {
        guard Array(id.utf8).withUnsafeBytes({ seen.insert($0) }) else { return false }
        let digest = sha256(line)
        let known = try String.fetchOne(writer.db.cachedStatement(sql: "SELECT digest FROM nominal WHERE id = ?"), arguments: [id])
        if known == digest {
            result.unchanged += 1
            return true
        }
        let seq = try writer.log(
            AuditEvent(known == nil ? .collection : .alteration, who: who, nominal: id, why: why, what: "taken from `\(result.file)`"))
        try writer.db.cachedStatement(
            sql: """
                INSERT INTO nominal (id, borough, line, digest, audit) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET borough = excluded.borough, line = excluded.line, digest = excluded.digest, audit = excluded.audit
                """
        ).execute(arguments: [id, borough, line.blob, digest, seq])
        if known == nil { result.added += 1 } else { result.changed += 1 }
        return true
    }
}
