package import Cohorts
package import DecisionStore
package import Governance
package import Notation

/// What the tasking process came to for one borough.
package struct BoroughResult: Sendable {
    package enum Outcome: Sendable {
        case done(StoredRun)
        /// The same was done on the same day, and nothing was written.
        case already(StoredRun)
        /// No pack is in force.
        case refused([Refusal])
        /// The pack could not be run to its end, and nothing was kept. In words.
        case failed(String)
    }

    /// How many rejects are kept; the run has their number.
    package static let mostRejects = 20

    package let borough: String
    package let day: Day
    package internal(set) var outcome = Outcome.refused([])
    /// The first of those whose line the pack's fields do not take.
    package internal(set) var rejects: [Reject] = []
    /// Recommendations that wait for a panel after the run.
    package internal(set) var waiting = 0
    /// The pack was to be reviewed before the day.
    package internal(set) var isReviewDue = false

    init(borough: String, day: Day) {
        self.borough = borough
        self.day = day
    }
}
