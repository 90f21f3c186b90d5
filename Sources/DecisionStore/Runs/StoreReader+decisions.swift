import GRDB

/// A decision of a run as it is kept.
package struct StoredDecision: Sendable {
    package let run: Int
    /// From 1.
    package let place: Int
    /// nil where the nominal was forgotten since, with all that follows.
    package let nominal: String?
    /// What the run was given.
    package let line: [UInt8]?
    /// SHA-256 of the record.
    package let digest: [UInt8]?
    /// The record; nil where only its digest was kept.
    package let record: [UInt8]?

    init(_ row: Row) {
        run = row.int("run")
        place = row.int("place")
        nominal = row.optional("nominal")
        func bytes(_ column: String) -> [UInt8]? { (row[column] as DatabaseValue).isNull ? nil : row.bytes(column) }
        line = bytes("line")
        digest = bytes("digest")
        record = bytes("record")
    }

    /// `17.204`
    package var name: String { "\(run).\(place)" }
}

extension StoreReader {
    /// Decisions of a run in the order of their places, some at a time.
    /// - Parameter place: those behind this one; 0 for the first.
    package func decisions(run: Int, after place: Int, most: Int = 256) throws -> [StoredDecision] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT decision.run, decision.place, decision.nominal, decision.digest, input.line, record.line AS record
                    FROM decision LEFT JOIN input ON input.id = decision.input
                    LEFT JOIN record ON record.run = decision.run AND record.place = decision.place
                    WHERE decision.run = ? AND decision.place > ? ORDER BY decision.place LIMIT ?
                    """), arguments: [run, place, most]
        ).map(StoredDecision.init)
    }

    /// What a run was given of somebody, by an index that is named because SQLite would walk through all of the run; nil where it did not decide on them.
    package func line(run: Int, nominal: String) throws -> [UInt8]? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT input.line FROM decision INDEXED BY decision_nominal JOIN input ON input.id = decision.input WHERE decision.nominal = ? AND decision.run = ?"),
            arguments: [nominal, run]
        ).map { $0.bytes("line") }
    }

    /// How many of a run's decisions were on people who have been forgotten since.
    package func forgottenCount(run: Int) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM decision WHERE run = ? AND nominal IS NULL", arguments: [run]) ?? 0
    }

    /// What a run recommended, with the place of each decision.
    package func recommendations(run: Int) throws -> [StoredRecommendation] {
        try Row.fetchAll(db, sql: "SELECT * FROM recommendation WHERE run = ? ORDER BY id", arguments: [run]).map(StoredRecommendation.init)
    }

    /// The taskings that a run wrote: the number and place of each decision, and its key, kind, title, owner, priority, date and reason.
    package func taskingTexts(run: Int) throws -> [(id: Int, place: Int, texts: [String?])] {
        try Row.fetchAll(db, sql: "SELECT * FROM tasking WHERE run = ? ORDER BY id", arguments: [run]).map { row in
            (row.int("id"), row.int("place"), ["key", "kind", "title", "owner", "priority", "due", "because"].map(row.optional))
        }
    }
}
