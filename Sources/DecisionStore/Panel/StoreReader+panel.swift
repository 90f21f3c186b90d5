import GRDB
package import Notation

extension StoreReader {
    /// nil where the store does not have them.
    package func nominal(_ id: String) throws -> KnownNominal? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT id, borough, standing, category, since, lead_agency, restricted FROM nominal WHERE id = ?"), arguments: [id])
            .map(KnownNominal.init)
    }

    /// Recommendations that wait for a panel, the most urgent first: by the day to decide by, then leaving, joining,
    /// questions, watching and the rest, then by number. None about anybody who is restricted.
    /// - Parameters:
    ///   - borough: only those of one; nil for all.
    ///   - day: only those that were to be decided before this day; nil for all.
    ///   - places: which of them, from 0.
    package func waiting(borough: String? = nil, overdueOn day: Day? = nil, places: Range<Int> = 0..<Int.max) throws -> [WaitingRecommendation] {
        var conditions = Conditions("state = 'open'")
        conditions.add("recommendation.borough = ?", borough)
        conditions.add("decide_by < ?", day?.description)
        // The cross join has SQLite walk along the index, and leave off behind the last row of the page.
        return try Row.fetchAll(
            db,
            sql: """
                SELECT recommendation.*, nominal.standing, nominal.category AS standing_category
                FROM recommendation CROSS JOIN nominal ON nominal.id = recommendation.nominal
                WHERE \(conditions.sql) AND NOT nominal.restricted
                ORDER BY decide_by, \(StoreReader.urgency), recommendation.id LIMIT \(places.count) OFFSET \(places.lowerBound)
                """, arguments: conditions.arguments
        ).map(WaitingRecommendation.init)
    }

    /// The order of what is to be decided by the same day.
    static let urgency = "CASE action WHEN 'deselect' THEN 0 WHEN 'select' THEN 1 WHEN 'refer' THEN 2 WHEN 'monitor' THEN 3 ELSE 4 END"

    /// Whoever is restricted: few.
    static let restricted = "(SELECT id FROM nominal WHERE restricted = 1)"

    /// nil where there is none of that number.
    package func recommendation(_ id: Int) throws -> StoredRecommendation? {
        try Row.fetchOne(db, sql: "SELECT * FROM recommendation WHERE id = ?", arguments: [id]).map(StoredRecommendation.init)
    }

    /// What panels decided about a nominal, oldest first.
    package func panelDecisions(of nominal: String) throws -> [PanelDecision] {
        try Row.fetchAll(db, sql: StoreReader.decisions + " WHERE panel_decision.nominal = ? ORDER BY panel_decision.audit", arguments: [nominal]).map(PanelDecision.init)
    }

    static let decisions = """
        SELECT panel_decision.*, recommendation.borough, was, was_category, now, now_category
        FROM panel_decision JOIN recommendation ON recommendation.id = panel_decision.recommendation
        LEFT JOIN standing_change ON standing_change.audit = panel_decision.audit
        """

    /// Reviews of a nominal, from panels and from the import, oldest first.
    package func reviews(of nominal: String) throws -> [KeptReview] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT day, who, outcome, words FROM review WHERE nominal = ?1
                UNION ALL SELECT \(StoreReader.member("date")), \(StoreReader.member("by")), \(StoreReader.member("outcome")), '' FROM \(StoreReader.items("reviews"))
                ORDER BY day
                """, arguments: [nominal]
        ).compactMap { row in
            row.day("day").map { KeptReview(nominal: nominal, day: $0, who: row.optional("who"), outcome: row.text("outcome"), words: row.text("words")) }
        }
    }

    /// The items of a list in a nominal's line, as `item`; the nominal is the first argument.
    static func items(_ list: String) -> String {
        "(SELECT list.value AS item FROM nominal, json_each(CAST(nominal.line AS TEXT), '$.\(list)') AS list WHERE nominal.id = ?1)"
    }

    static func member(_ name: String) -> String { "json_extract(item, '$.\(name)')" }

    /// Scores of a nominal by every matrix, from the store and from the import, oldest first; where both have one of the same
    /// matrix and day, that of the import.
    package func scores(of nominal: String) throws -> [KeptScore] {
        let imported = try Row.fetchAll(
            db,
            sql: """
                SELECT \(StoreReader.member("date")) AS day, \(StoreReader.member("matrix")) AS matrix, CAST(\(StoreReader.member("score")) AS REAL) AS score,
                \(StoreReader.member("band")) AS band FROM \(StoreReader.items("scores"))
                """, arguments: [nominal]
        ).compactMap(KeptScore.init)
        let taken = Set(imported.map { "\($0.day) \($0.matrix)" })
        let kept = try Row.fetchAll(db, sql: "SELECT day, matrix, score, band FROM score WHERE nominal = ?", arguments: [nominal]).compactMap(KeptScore.init)
            .filter { !taken.contains("\($0.day) \($0.matrix)") }
        return (imported + kept).sorted { ($0.day, $0.matrix) < ($1.day, $1.matrix) }
    }

    /// The record of a decision as it was written, and the approval pack under which its run was made.
    /// - Returns: nil where the record was not kept: then it is the same as the one kept before it, apart from dates.
    package func record(run: Int, place: Int) throws -> KeptRecord? {
        try Row.fetchOne(
            db, sql: "SELECT record.line, record.run, record.place, run.approval, run.pack, run.pack_id FROM record JOIN run ON run.id = record.run WHERE record.run = ? AND record.place = ?",
            arguments: [run, place]
        ).map(KeptRecord.init)
    }

    /// The record of a nominal that was kept last; nil where there is none.
    package func lastRecord(of nominal: String) throws -> KeptRecord? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT record.line, record.run, record.place, run.approval, run.pack, run.pack_id FROM record JOIN run ON run.id = record.run
                WHERE record.nominal = ? ORDER BY record.run DESC, record.place DESC LIMIT 1
                """, arguments: [nominal]
        ).map(KeptRecord.init)
    }
}
