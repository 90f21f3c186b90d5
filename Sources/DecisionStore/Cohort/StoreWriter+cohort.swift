import Cohorts
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

    /// Whether a nominal lives in another borough than these, by the line or by what the store has.
    /// - Returns: nil where they do not.
    func elsewhere(_ nominal: ImportedNominal, than boroughs: Set<String>) throws -> Elsewhere? {
        guard boroughs.contains(nominal.borough) else { return .byLine(nominal.borough, boroughs) }
        let known = try String.fetchOne(db.cachedStatement(sql: "SELECT borough FROM nominal WHERE id = ?"), arguments: [nominal.id])
        return known.map(boroughs.contains) ?? true ? nil : .byStore
    }
}

/// Why somebody is not one of those whom an import may bring.
enum Elsewhere {
    case byLine(String, Set<String>)
    case byStore
}

extension Reject {
    static func elsewhere(_ elsewhere: Elsewhere, id: String, line: Int) -> Reject {
        switch elsewhere {
        case .byLine(let borough, let boroughs):
            let known = boroughs.sorted().map { "`\($0)`" }.joined(separator: ", ")
            return Reject(
                line: line, id: id, path: "borough", got: borough, expected: boroughs.sorted().joined(separator: " or "),
                message: "the line is of the borough `\(borough)`, and only lines of \(known) are taken: send it from where that borough is looked after")
        case .byStore:
            return Reject(
                line: line, id: id, path: "id", got: id, expected: "somebody new, or of the same borough",
                message: "the id `\(id)` is somebody's of another borough: whoever looks after that borough says that they have moved")
        }
    }
}
