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
        guard let (made, isOfOneDay) = try input(of: nominal, day: day) else { return }
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
