package import DecisionStore

/// What making past decisions again came to.
package struct ReplayResult: Sendable {
    package struct Difference: Sendable, Hashable {
        /// `17.204`; nil where it is about the whole run.
        package let decision: String?
        package let run: Int
        /// Sentences, without a full stop.
        package let what: [String]
    }

    package struct Hidden: Sendable, Hashable {
        package let run: Int
        package let count: Int
        /// Why they cannot be shown.
        package let why: String
    }

    package internal(set) var runs: [StoredRun] = []
    /// Decisions that came out the same.
    package internal(set) var same = 0
    package internal(set) var differences: [Difference] = []
    /// Decisions that cannot be made again.
    package internal(set) var hidden: [Hidden] = []
    package var hiddenCount: Int { hidden.reduce(0) { $0 + $1.count } }
}
