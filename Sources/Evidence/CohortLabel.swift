package import Notation

/// Of whom, and as of when, evidence speaks.
package struct CohortLabel: Sendable, Equatable {
    package var asOf: Day
    package var people: Int
    /// Lines of the cohort that could not be used: nothing is said of those people.
    package var rejected: Int

    package init(asOf: Day, people: Int, rejected: Int) {
        self.asOf = asOf
        self.people = people
        self.rejected = rejected
    }
}
