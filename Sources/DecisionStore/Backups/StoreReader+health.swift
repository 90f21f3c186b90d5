import GRDB

extension StoreReader {
    /// When the last row of the log was written, `2026-11-21T12:06:09.123Z`; nil where the log is empty.
    package func lastTime() throws -> String? { try String.fetchOne(db, sql: "SELECT at FROM audit ORDER BY seq DESC LIMIT 1") }

    package func nominalCount() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM nominal") ?? 0 }

    /// The boroughs that the store has nominals of, in order, with how many.
    package func boroughCounts() throws -> [(name: String, nominals: Int)] {
        try Row.fetchAll(db, sql: "SELECT borough, count(*) AS nominals FROM nominal GROUP BY borough ORDER BY borough").map {
            ($0.text("borough"), $0.int("nominals"))
        }
    }

    /// When each borough was last run, by its name.
    package func lastRunTimes() throws -> [String: String] {
        guard try db.tableExists("run") else { return [:] }
        return Dictionary(
            try Row.fetchAll(db, sql: "SELECT borough, max(at) AS last FROM run GROUP BY borough").map { ($0.text("borough"), $0.text("last")) }
        ) { $1 }
    }

    /// Whether the log has this very row.
    func hasRow(_ head: AuditHead) throws -> Bool {
        head.seq == 0 ? head.hash == facts.genesis : try db.bytes("SELECT hash FROM audit WHERE seq = ?", [head.seq]) == head.hash
    }

    /// The nominal whom a hash in the log stands for, where the store has them; nil where it does not.
    func nominal(ofSubject hash: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT nominal FROM subject WHERE hash = ? AND nominal IN (SELECT id FROM nominal)", arguments: [hash])
    }
}
