import Decisions
import GRDB
import Notation

/// One nominal of a store, to be counted. It is valid only inside the call that it was given to.
package struct NominalFigures {
    let db: Database
    let id: String

    /// Their record as it was imported last, without the fields that only one borough has: no report on many needs them.
    /// - Throws: ``StoreError``
    package func line() throws -> [UInt8] {
        let row = try row(
            """
            SELECT CASE WHEN json_type(text, '$.local') IS NULL THEN text ELSE json_remove(text, '$.local') END AS line
            FROM (SELECT CAST(line AS TEXT) AS text FROM nominal WHERE id = ?)
            """)
        return Array((row?.text("line") ?? "").utf8)
    }

    /// The decision record that was kept last: their answers still are what it says, apart from dates. nil where none was kept.
    /// - Throws: ``StoreError``
    package func lastRecord() throws -> [UInt8]? {
        try row("SELECT line FROM record WHERE nominal = ? ORDER BY run DESC LIMIT 1").map { $0.bytes("line") }
    }

    /// Where they stood, from the first day that is known.
    /// - Throws: ``StoreError``
    package func steps() throws -> [StandingStep] {
        try rows(
            """
            SELECT change.day, now, now_category, rule, audit.what LIKE 'taken from %' AS taken
            FROM standing_change AS change LEFT JOIN audit ON audit.seq = change.audit
            WHERE nominal = ? ORDER BY change.day, change.audit
            """
        ).compactMap { row in
            row.day("day").map {
                StandingStep(
                    day: $0, isMember: row.text("now") == "member", isWatched: row.text("now") == "watched", category: row.optional("now_category"),
                    rule: row.optional("rule"), isTakenOver: row.int("taken") == 1)
            }
        }
    }

    /// What was recommended of them, oldest first.
    /// - Throws: ``StoreError``
    package func recommendations() throws -> [RecommendationLife] {
        try rows(
            """
            SELECT made, decide_by, recommendation.action, recommendation.category, rule, closed, day, outcome, reason
            FROM recommendation LEFT JOIN panel_decision ON panel_decision.recommendation = recommendation.id
            WHERE recommendation.nominal = ? ORDER BY recommendation.id
            """
        ).compactMap { row in
            guard let made = row.day("made"), let decideBy = row.day("decide_by"), let action = Recommendation.Action(rawValue: row.text("action")) else { return nil }
            return RecommendationLife(
                made: made, decideBy: decideBy, action: action, category: row.optional("category"), rule: row.optional("rule"), closed: row.day("closed"),
                answer: row.day("day").map { .init(day: $0, isDeparture: row.text("outcome") == "departed", reason: row.optional("reason")) })
        }
    }

    /// Scores that runs kept, oldest first. The index is named, as SQLite would otherwise walk through all of the run for each of them.
    /// - Throws: ``StoreError``
    package func scores() throws -> [TrendScore] {
        try rows(
            """
            SELECT matrix, score.day, score, band,
                json_extract(CAST(input.line AS TEXT), '$.custody_status') IN ('custody', 'remand') AS inside
            FROM score
            LEFT JOIN decision INDEXED BY decision_nominal ON decision.nominal = score.nominal AND decision.run = score.run
            LEFT JOIN input ON input.id = decision.input
            WHERE score.nominal = ? ORDER BY score.day, matrix
            """
        ).compactMap { row in
            row.day("day").map {
                TrendScore(matrix: row.text("matrix"), day: $0, score: Double.fromDatabaseValue(row["score"] as DatabaseValue) ?? 0, band: row.optional("band"), isInPrison: row.int("inside") == 1)
            }
        }
    }

    private func row(_ sql: String) throws -> Row? { try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) }
    private func rows(_ sql: String) throws -> [Row] { try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]) }
}
