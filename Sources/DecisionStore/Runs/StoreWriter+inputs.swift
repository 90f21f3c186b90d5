import Crypto
import GRDB
package import Notation

extension StoreWriter {
    /// Brings the input of everybody in a borough who is not restricted up to date for a run.
    /// - Parameter day: the run's. What runs of the same day wrote is left out, so that a run that is repeated is given the same.
    /// - Throws: ``StoreError`` where a line that was imported is not JSON any more.
    package func prepareInputs(borough: String, day: Day) throws {
        let stale = try String.fetchAll(
            db,
            sql: """
                SELECT id FROM nominal
                WHERE borough = ? AND restricted = 0 AND (input IS NULL OR input_day <> ?) ORDER BY id
                """, arguments: [borough, day.description])
        for nominal in stale { try prepareInput(of: nominal, day: day.description) }
    }

    private func prepareInput(of nominal: String, day: String) throws {
        guard let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT line, digest, standing, category, since, lead_agency FROM nominal WHERE id = ?"), arguments: [nominal])
        else { return }
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
        let line = row.bytes("line")
        let made: [UInt8]
        do throws(JSONScan.Fault) {
            made = try input.made(from: line)
        } catch {
            throw StoreError(.tampered, "the line of the nominal `\(nominal)` was changed in the store: it is not JSON behind \(error.offset) bytes")
        }
        try db.cachedStatement(sql: "UPDATE nominal SET input = ?, input_day = ? WHERE id = ?")
            .execute(arguments: [try keepInput(of: nominal, made), isOfOneDay ? day : nil, nominal])
    }

    private func keepInput(of nominal: String, _ line: [UInt8]) throws -> Int {
        let digest = Array(SHA256.hash(data: line)).blob
        if let known = try Int.fetchOne(db.cachedStatement(sql: "SELECT id FROM input WHERE nominal = ? AND digest = ?"), arguments: [nominal, digest]) {
            return known
        }
        try db.cachedStatement(sql: "INSERT INTO input (nominal, digest, line) VALUES (?, ?, ?)").execute(arguments: [nominal, digest, line.blob])
        return Int(db.lastInsertedRowID)
    }
}
