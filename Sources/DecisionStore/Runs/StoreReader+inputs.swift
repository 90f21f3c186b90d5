import GRDB
package import Notation

extension StoreReader {
    /// The lines of everybody in a borough who is not restricted, in the order of their ids, as a run of a day would be given them.
    /// - Throws: ``StoreError`` where a line that was imported is not JSON any more.
    package func inputLines(borough: String, day: Day) throws -> [[UInt8]] {
        let ids = try String.fetchAll(db, sql: "SELECT id FROM nominal WHERE borough = ? AND restricted = 0 ORDER BY id", arguments: [borough])
        return try ids.compactMap { try input(of: $0, day: day.description)?.line }
    }

    /// A nominal's line with what the store knows of them; nil where there is no such nominal.
    /// - Returns: also whether it would be another line on another day.
    func input(of nominal: String, day: String) throws -> (line: [UInt8], isOfOneDay: Bool)? {
        guard let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT line, digest, standing, category, since, lead_agency FROM nominal WHERE id = ?"), arguments: [nominal])
        else { return nil }
        var input = InputLine(standing: NominalStanding(row))
        var isOfOneDay = false
        func earlier(_ date: String) -> Bool {
            if date < day { return true }
            isOfOneDay = true
            return false
        }
        input.taskings = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT kind, opened, due, status FROM tasking WHERE nominal = ? ORDER BY id"), arguments: [nominal]
        ).map { InputLine.Tasking(kind: $0.text("kind"), opened: $0.text("opened"), due: $0.optional("due"), status: $0.text("status")) }
            .filter { earlier($0.opened) }
        input.reviews = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT day, outcome FROM review WHERE nominal = ? ORDER BY audit"), arguments: [nominal]
        ).map { InputLine.Review(day: $0.text("day"), outcome: $0.text("outcome")) }
        input.scores = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT day, matrix, score, band FROM score WHERE nominal = ? ORDER BY day, matrix"), arguments: [nominal]
        ).map { InputLine.Score(day: $0.text("day"), matrix: $0.text("matrix"), score: Double.fromDatabaseValue($0["score"] as DatabaseValue) ?? 0, band: $0.optional("band")) }
            .filter { earlier($0.day) }
        do throws(JSONScan.Fault) {
            return (try input.made(from: row.bytes("line")), isOfOneDay)
        } catch {
            throw StoreError(.tampered, "the line of the nominal `\(nominal)` was changed in the store: it is not JSON behind \(error.offset) bytes")
        }
    }
}
