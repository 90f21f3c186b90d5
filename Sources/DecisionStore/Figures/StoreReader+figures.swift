import GRDB
package import Notation

extension StoreReader {
    /// Gives each nominal that is not restricted, in the order of their ids.
    /// - Parameter borough: only those who live there now; nil for all.
    package func figures(borough: String?, _ body: (NominalFigures) throws -> Void) throws {
        let ids = try String.fetchCursor(
            db, sql: "SELECT id FROM nominal WHERE restricted = 0 AND (?1 IS NULL OR borough = ?1) ORDER BY id", arguments: [borough])
        while let id = try ids.next() { try body(NominalFigures(db: db, id: id)) }
    }

    /// Gives each tasking that was opened up to a day, of people who are not restricted.
    /// - Parameter borough: only those that were given there; nil for all.
    package func taskings(borough: String?, until last: Day, _ body: (TaskingLife) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT tasking.borough, kind, opened, due, status, closed FROM tasking JOIN nominal ON nominal.id = tasking.nominal
                WHERE restricted = 0 AND opened <= ?2 AND (?1 IS NULL OR tasking.borough = ?1) ORDER BY tasking.id
                """, arguments: [borough, last.description])
        while let row = try rows.next() {
            guard let opened = row.day("opened"), let status = TaskingLife.Status(rawValue: row.text("status")) else { continue }
            try body(TaskingLife(borough: row.text("borough"), kind: row.text("kind"), opened: opened, due: row.day("due"), status: status, closed: row.day("closed")))
        }
    }
}
