package import Decisions
package import Notation

/// What became of a recommendation.
package struct RecommendationLife: Sendable, Hashable {
    package struct Answer: Sendable, Hashable {
        package var day: Day
        /// The panel did something else.
        package var isDeparture: Bool
        /// Why, as a code; nil where the panel confirmed.
        package var reason: String?

        package init(day: Day, isDeparture: Bool, reason: String? = nil) {
            self.day = day
            self.isDeparture = isDeparture
            self.reason = reason
        }
    }

    package var made: Day
    package var decideBy: Day
    package var action: Recommendation.Action
    package var category: String?
    package var rule: String?
    /// The day on which it was decided on, replaced, or fell away; nil while it is open.
    package var closed: Day?
    /// nil where no panel decided on it.
    package var answer: Answer?

    /// Still to be decided on at the end of a day.
    package func isWaiting(on day: Day) -> Bool { made <= day && (closed.map { $0 > day } ?? true) }
}
