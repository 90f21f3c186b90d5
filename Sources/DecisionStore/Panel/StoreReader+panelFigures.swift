package import Decisions
import GRDB
package import Notation

/// One decision of a panel, for figures: nothing that leads to anybody.
package struct CountedDecision: Sendable, Equatable {
    package var borough: String
    /// What was recommended.
    package var action: Recommendation.Action
    /// nil where no rule decided.
    package var rule: String?
    package var title: String?
    package var made: Day
    package var decideBy: Day
    package var day: Day
    package var outcome: PanelDecision.Outcome
    package var reason: String?
}

extension StoreReader {
    /// What panels decided in a time, oldest first.
    /// - Parameters:
    ///   - borough: only for its nominals; nil for all.
    ///   - from: the first day; nil where there is none.
    ///   - to: the last day; nil where there is none.
    package func countedDecisions(borough: String? = nil, from: Day? = nil, to: Day? = nil) throws -> [CountedDecision] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT recommendation.borough, recommendation.action AS recommended, rule, title, made, decide_by, day, outcome, reason
                FROM panel_decision JOIN recommendation ON recommendation.id = panel_decision.recommendation
                WHERE (?1 IS NULL OR recommendation.borough = ?1) AND (?2 IS NULL OR day >= ?2) AND (?3 IS NULL OR day <= ?3)
                ORDER BY panel_decision.audit
                """, arguments: [borough, from?.description, to?.description]
        ).compactMap { row in
            guard let made = row.day("made"), let day = row.day("day") else { return nil }
            return CountedDecision(
                borough: row.text("borough"), action: Recommendation.Action(rawValue: row.text("recommended")) ?? .refer, rule: row.optional("rule"),
                title: row.optional("title"), made: made, decideBy: row.day("decide_by") ?? made, day: day,
                outcome: PanelDecision.Outcome(rawValue: row.text("outcome")) ?? .departed, reason: row.optional("reason"))
        }
    }

    /// How many recommendations wait for a panel, and how many of them were to be decided before a day.
    package func waitingCounts(borough: String? = nil, on day: Day) throws -> (open: Int, overdue: Int) {
        var conditions = Conditions("state = 'open'", "nominal NOT IN \(StoreReader.restricted)")
        conditions.add("borough = ?", borough)
        let row = try Row.fetchOne(
            db, sql: "SELECT count(*) AS open, coalesce(sum(decide_by < ?), 0) AS overdue FROM recommendation WHERE \(conditions.sql)",
            arguments: [day.description] + conditions.arguments)
        return (row?.int("open") ?? 0, row?.int("overdue") ?? 0)
    }
}
