package import Decisions
import GRDB
package import Notation

/// What a run recommends to a panel.
package struct StoredRecommendation: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case open, confirmed, departed
        /// A later run recommended something else.
        case replaced
        /// A later run found nothing to recommend.
        case lapsed
        /// The nominal was restricted.
        case restricted
    }

    /// What people call `R12`.
    package var id: Int
    package var nominal: String
    package var borough: String
    /// The decision that it was made with.
    package var run: Int
    package var place: Int
    package var made: Day
    package var decideBy: Day
    package var recommendation: Recommendation
    package var state = State.open
    /// When it was decided, replaced, lapsed or closed; nil while it is open.
    package var closed: Day?

    package init(id: Int = 0, nominal: String, borough: String, run: Int, place: Int, made: Day, decideBy: Day, recommendation: Recommendation) {
        self.id = id
        self.nominal = nominal
        self.borough = borough
        self.run = run
        self.place = place
        self.made = made
        self.decideBy = decideBy
        self.recommendation = recommendation
    }

    init(_ row: Row) {
        self.init(
            id: row.int("id"), nominal: row.text("nominal"), borough: row.text("borough"), run: row.int("run"), place: row.int("place"),
            made: row.day("made") ?? .earliest, decideBy: row.day("decide_by") ?? .earliest,
            recommendation: Recommendation(
                action: Recommendation.Action(rawValue: row.text("action")) ?? .refer, category: row.optional("category"), rule: row.optional("rule"),
                title: row.optional("title"), because: row.strings("because"), unknown: row.strings("unknown")))
        state = State(rawValue: row.text("state")) ?? .open
        closed = row.day("closed")
    }
}

extension Recommendation {
    /// The same is recommended by the same rule for want of the same data.
    package func asksTheSame(as other: Recommendation) -> Bool {
        action == other.action && category == other.category && rule == other.rule && unknown == other.unknown
    }
}

extension StoreReader {
    /// The recommendation that waits for a decision on somebody; nil where none does.
    package func openRecommendation(of nominal: String) throws -> StoredRecommendation? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM recommendation WHERE nominal = ? AND state = 'open'"), arguments: [nominal])
            .map(StoredRecommendation.init)
    }

    /// The recommendations that people decided on somebody, the last first: when, until when the same is not to be raised again,
    /// and whether they stand otherwise since.
    package func decided(on nominal: String) throws -> [(recommendation: StoredRecommendation, day: Day, again: Day?, standsOtherwise: Bool)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT recommendation.*, panel_decision.again, panel_decision.day,
                        EXISTS (SELECT 1 FROM standing_change WHERE standing_change.nominal = panel_decision.nominal AND standing_change.audit > panel_decision.audit) AS moved
                    FROM panel_decision JOIN recommendation ON recommendation.id = panel_decision.recommendation
                    WHERE panel_decision.nominal = ? ORDER BY panel_decision.audit DESC
                    """), arguments: [nominal]
        ).map { (StoredRecommendation($0), $0.day("day") ?? .earliest, $0.day("again"), $0.int("moved") == 1) }
    }

    /// How many recommendations wait for a decision in a borough.
    package func waitingCount(borough: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM recommendation WHERE borough = ? AND state = 'open'", arguments: [borough]) ?? 0
    }
}
