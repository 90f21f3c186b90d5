package import Notation

/// A day on which it changed where somebody stands.
package struct StandingStep: Sendable, Hashable {
    package var day: Day
    /// In the cohort from that day on; what neither this nor ``isWatched`` says is neither.
    package var isMember: Bool
    package var isWatched: Bool
    /// Of a member; nil of others.
    package var category: String?
    /// The rule on whose recommendation people decided; nil where they decided without one.
    package var rule: String?
    /// Not decided here: they were in the cohort when the store first had them. The day is the one that their record gives.
    package var isTakenOver: Bool

    package init(day: Day, isMember: Bool, isWatched: Bool = false, category: String? = nil, rule: String? = nil, isTakenOver: Bool = false) {
        self.day = day
        self.isMember = isMember
        self.isWatched = isWatched
        self.category = category
        self.rule = rule
        self.isTakenOver = isTakenOver
    }
}

extension [StandingStep] {
    /// Where they stood at the end of a day; nil before the first step.
    package func last(on day: Day) -> StandingStep? { last { $0.day <= day } }

    /// In the cohort at the end of a day.
    package func isMember(on day: Day) -> Bool { last(on: day)?.isMember == true }

    /// In the cohort on any day of a period.
    package func isMember(in period: ClosedRange<Day>) -> Bool {
        isMember(on: period.lowerBound) || contains { $0.isMember && period.contains($0.day) }
    }
}
