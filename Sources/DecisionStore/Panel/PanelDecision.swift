package import Decisions
import GRDB
package import Notation

/// What a panel decided on a recommendation.
package struct PanelDecision: Sendable, Equatable {
    package enum Outcome: String, Sendable {
        case confirmed, departed
    }

    package var recommendation: Int
    package var nominal: String
    package var borough: String
    package var day: Day
    /// An id in `waymark.lua`.
    package var who: String
    package var outcome: Outcome
    /// What was decided, whatever was recommended.
    package var action: Recommendation.Action
    package var category: String?
    /// A code; nil where the recommendation was confirmed.
    package var reason: String?
    /// Empty where none were given. They are personal data, and go with the nominal.
    package var words: String
    /// Until this day the same recommendation is not made again.
    package var again: Day
    /// nil where it changed nothing.
    package var move: StandingMove?

    package init(
        recommendation: Int, nominal: String, borough: String, day: Day, who: String, outcome: Outcome, action: Recommendation.Action, category: String?,
        reason: String?, words: String, again: Day, move: StandingMove?
    ) {
        self.recommendation = recommendation
        self.nominal = nominal
        self.borough = borough
        self.day = day
        self.who = who
        self.outcome = outcome
        self.action = action
        self.category = category
        self.reason = reason
        self.words = words
        self.again = again
        self.move = move
    }

    /// From a row with the columns of `panel_decision`, the borough, and of the change of standing `was`, `was_category`, `now` and
    /// `now_category`, which are null where nothing changed.
    init(_ row: Row) {
        recommendation = row.int("recommendation")
        nominal = row.text("nominal")
        borough = row.text("borough")
        day = row.day("day") ?? Day(number: 0)
        who = row.text("who")
        outcome = Outcome(rawValue: row.text("outcome")) ?? .departed
        action = Recommendation.Action(rawValue: row.text("action")) ?? .refer
        category = row.optional("category")
        reason = row.optional("reason")
        words = row.text("words")
        again = row.day("again") ?? day
        move = row.optional("was").map { was in
            StandingMove(
                was: NominalStanding(word: was, category: row.optional("was_category")),
                now: NominalStanding(word: row.optional("now"), category: row.optional("now_category")))
        }
    }

    /// What the row of the log is bound to, in one form only.
    var bound: [String] {
        var parts = [String(recommendation), day.description, who, outcome.rawValue, action.rawValue, category ?? "", reason ?? "", words, again.description]
        if let move { parts += [move.was.kind.rawValue, move.was.category ?? "", move.now.kind.rawValue, move.now.category ?? ""] }
        return parts
    }
}

/// From one standing to another.
package struct StandingMove: Sendable, Equatable {
    package var was: NominalStanding
    package var now: NominalStanding

    package init(was: NominalStanding, now: NominalStanding) {
        self.was = was
        self.now = now
    }
}

extension NominalStanding {
    /// As it is kept, without its day; somebody of a category is a member.
    init(word: String?, category: String?) {
        self.init(category == nil ? word.flatMap(Kind.init) ?? .none : .member, category: category)
    }
}

/// A review of somebody's case.
package struct KeptReview: Sendable, Equatable {
    package var nominal: String
    package var day: Day
    /// An id in `waymark.lua`, or what an import says; nil where that does not say.
    package var who: String?
    package var outcome: String
    /// Personal data, which goes with the nominal; empty for reviews that were imported.
    package var words: String

    package init(nominal: String, day: Day, who: String?, outcome: String, words: String) {
        self.nominal = nominal
        self.day = day
        self.who = who
        self.outcome = outcome
        self.words = words
    }

    var bound: [String] { [day.description, who ?? "", outcome, words] }
}

extension StoreReader {
    /// `sha256:…` over what a row of the log is bound to, salted for the nominal: forgotten with the salt.
    /// - Returns: nil where the nominal has been forgotten.
    func bond(_ parts: [String], of nominal: String) throws -> String? {
        guard let salt = try db.bytes("SELECT salt FROM subject WHERE nominal = ?", [nominal]) else { return nil }
        var json = JSONWriter()
        json.strings(parts)
        return sha256(salt + json.bytes)
    }
}
