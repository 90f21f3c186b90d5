package import DecisionStore
package import Decisions
package import Notation

/// Everything that a panel sees of one nominal before it decides. It shows of a record what the record shows, and of the line nothing.
package struct PanelPicture: Sendable, Equatable {
    /// A decision record, as far as panels need it.
    package struct Basis: Sendable, Equatable {
        /// `17.204`: the run and the place within it.
        package var decision: String
        package var asOf: Day
        package var pack: String
        package var version: String
    }

    package struct Criterion: Sendable, Equatable {
        package struct Row: Sendable, Equatable {
            package var title: String
            package var met: Met
            package var unknown: [UnknownField]
        }

        package var name: String
        package var title: String
        package var met: Met
        package var rows: [Row]
    }

    package struct Score: Sendable, Equatable {
        package struct Row: Sendable, Equatable {
            package var title: String
            package var low: Double
            /// nil where there is no upper end.
            package var high: Double?
            package var because: String?
            package var unknown: [UnknownField]
        }

        package var matrix: String
        package var title: String
        package var low: Double
        /// nil where there is no upper end.
        package var high: Double?
        /// Whether the matrix has bands.
        package var hasBands: Bool
        /// nil where it is not known.
        package var band: String?
        package var rows: [Row]
    }

    /// Scores of one matrix on earlier days, oldest first.
    package struct History: Sendable, Equatable {
        package struct Point: Sendable, Equatable {
            package var day: Day
            package var score: Double
            /// nil where the matrix has no bands, or nobody said.
            package var band: String?
        }

        package var matrix: String
        package var title: String
        package var points: [Point]
    }

    package var nominal: KnownNominal
    /// The one asked for, or the one that waits; nil where none does.
    package var recommendation: StoredRecommendation?
    /// Days since it was to be decided; 0 where that is still to come, or it is closed.
    package var overdue: Int
    /// nil where no run has evaluated them.
    package var basis: Basis?
    package var criteria: [Criterion]
    package var scores: [Score]
    package var history: [History]
    package var taskings: [KeptTasking]
    /// Oldest first.
    package var reviews: [KeptReview]
    /// What panels decided before, oldest first.
    package var decisions: [PanelDecision]
    /// Into which the pack selects and moves people, in order; empty where the pack cannot be read.
    package var categories: [String]
    /// What is unknown, and what would settle it.
    package var unknown: [UnknownField]
    /// Data that was too old, and the like, a sentence each.
    package var warnings: [String]
    /// Why the rules failed; nil where they did not.
    package var error: String?
}
