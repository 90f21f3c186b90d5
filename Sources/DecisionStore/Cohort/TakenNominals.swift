import Cohorts
import GRDB
import Notation

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
    mutating func take(_ nominal: ImportedNominal, into result: inout CohortImport) throws -> Bool {
        guard Array(nominal.id.utf8).withUnsafeBytes({ seen.insert($0) }) else { return false }
        let digest = sha256(nominal.line)
        let known = try Row.fetchOne(
            writer.db.cachedStatement(sql: "SELECT digest, borough, standing, category, since, lead_agency FROM nominal WHERE id = ?"), arguments: [nominal.id])
        guard let known else {
            try add(nominal, digest, result)
            result.added += 1
            return true
        }
        if !NominalStanding(known).isTheSame(as: nominal.standing) { result.standing += 1 }
        if known.text("digest") == digest {
            result.unchanged += 1
        } else {
            try change(nominal, digest, from: known.text("borough"), result)
            result.changed += 1
        }
        return true
    }

    private func log(_ kind: AuditKind, _ nominal: ImportedNominal, _ result: CohortImport) throws -> Int {
        try writer.log(AuditEvent(kind, who: who, nominal: nominal.id, why: why, what: "taken from `\(result.file)`"))
    }

    /// Somebody new stands as the line says.
    private func add(_ nominal: ImportedNominal, _ digest: String, _ result: CohortImport) throws {
        let seq = try log(.collection, nominal, result)
        let standing = nominal.standing
        try writer.db.cachedStatement(
            sql: "INSERT INTO nominal (id, borough, line, digest, audit, standing, category, since, lead_agency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            nominal.id, nominal.borough, nominal.line.blob, digest, seq, standing.kind.rawValue, standing.category, standing.since?.description, standing.leadAgency,
        ])
        guard standing.kind == .member else { return }
        try writer.db.cachedStatement(
            sql: "INSERT INTO standing_change (audit, nominal, borough, day, was, now, now_category) VALUES (?, ?, ?, ?, 'none', 'member', ?)"
        ).execute(arguments: [seq, nominal.id, nominal.borough, standing.since?.description ?? "", standing.category])
    }

    private func change(_ nominal: ImportedNominal, _ digest: String, from borough: String, _ result: CohortImport) throws {
        let seq = try log(.alteration, nominal, result)
        try writer.db.cachedStatement(sql: "UPDATE nominal SET borough = ?, line = ?, digest = ?, audit = ? WHERE id = ?")
            .execute(arguments: [nominal.borough, nominal.line.blob, digest, seq, nominal.id])
        guard borough != nominal.borough else { return }
        // Whoever moves takes along what waits for people.
        for table in ["recommendation SET borough = ? WHERE nominal = ? AND state = 'open'", "tasking SET borough = ? WHERE nominal = ? AND status = 'open'"] {
            try writer.db.execute(sql: "UPDATE \(table)", arguments: [nominal.borough, nominal.id])
        }
    }
}
