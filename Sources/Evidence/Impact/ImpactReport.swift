package import Decisions

/// What putting one pack in another's place would do to a cohort.
package struct ImpactReport: Sendable {
    /// How many more or fewer people a difference brings in, takes out or moves.
    package struct CauseCount: Sendable, Equatable {
        package var cause: ImpactCause
        package var joiners = 0
        package var leavers = 0
        package var moved = 0
        package init(_ cause: ImpactCause) { self.cause = cause }
    }

    /// People whose band in a matrix differs.
    package struct BandMove: Sendable, Equatable {
        package var matrix: String
        package var title: String
        /// Titles of the bands; nil for a band that is not known.
        package var from: String?
        package var to: String?
        package var count: Int
        package init(matrix: String, title: String, from: String?, to: String?, count: Int) {
            self.matrix = matrix
            self.title = title
            self.from = from
            self.to = to
            self.count = count
        }
    }

    /// How many stand close to a threshold of the new pack.
    package struct Near: Sendable, Equatable {
        /// `matrix.sac.ppo`, `parameter.settled_months`.
        package var at: String
        package var title: String
        /// Where the threshold is.
        package var threshold: Double
        package var unit: String?
        /// What one step is.
        package var within: Double
        package var count: Int
        /// Of them, those just below, and those just on or above. Of a parameter: those whose recommendation one step more, and
        /// one step less, would change.
        package var below: Int
        package var above: Int
        /// Of whom it is not known on which side they are; 0 for a parameter.
        package var undecided: Int
        package init(at: String, title: String, threshold: Double, unit: String?, within: Double, count: Int, below: Int, above: Int, undecided: Int) {
            self.at = at
            self.title = title
            self.threshold = threshold
            self.unit = unit
            self.within = within
            self.count = count
            self.below = below
            self.above = above
            self.undecided = undecided
        }
    }

    /// For how many people the new pack cannot decide for want of a field.
    package struct Unknown: Sendable, Equatable {
        package var field: String
        package var title: String
        package var count: Int
        /// For how many of them nothing else is missing, so that this field would settle it.
        package var alone: Int
        /// For how many the old pack could not.
        package var before: Int
        package init(field: String, title: String, count: Int, alone: Int, before: Int) {
            self.field = field
            self.title = title
            self.count = count
            self.alone = alone
            self.before = before
        }
    }

    /// A field that only one of the packs may read.
    package struct FieldChange: Sendable, Equatable {
        package var field: String
        package var title: String
        /// `protected`, `sensitive`; nil for any other.
        package var care: String?
        /// Why a protected or sensitive field is read.
        package var reason: String?
        package init(field: String, title: String, care: String?, reason: String?) {
            self.field = field
            self.title = title
            self.care = care
            self.reason = reason
        }
    }

    /// How often a tasking is given.
    package struct TaskingCount: Sendable, Equatable {
        package var kind: String
        package var title: String
        package var owner: String
        package var before: Int
        package var now: Int
        /// People who get it now and did not before, and the other way.
        package var gained: Int
        package var lost: Int
        package init(kind: String, title: String, owner: String, before: Int = 0, now: Int = 0, gained: Int = 0, lost: Int = 0) {
            self.kind = kind
            self.title = title
            self.owner = owner
            self.before = before
            self.now = now
            self.gained = gained
            self.lost = lost
        }
    }

    /// Places, and who has none.
    package struct Capacity: Sendable, Equatable {
        /// nil where the pack has no limit.
        package var places: Int?
        package var wanted: Int
        package var displaced: [String]
        package init(places: Int?, wanted: Int = 0, displaced: [String] = []) {
            self.places = places
            self.wanted = wanted
            self.displaced = displaced
        }
    }

    package var old: PackLabel
    package var new: PackLabel
    package var cohort: CohortLabel
    package var rules: [RuleChange] = []
    package var fields: (added: [FieldChange], removed: [FieldChange]) = ([], [])
    package var actions: (before: [Recommendation.Action: Int], now: [Recommendation.Action: Int]) = ([:], [:])
    /// People for whom a rule of a pack failed.
    package var errors: (before: Int, now: Int) = (0, 0)
    package var joiners: [ImpactPerson] = []
    package var leavers: [ImpactPerson] = []
    package var moved: [ImpactPerson] = []
    package var unchanged = 0
    package var causes: [CauseCount] = []
    package var bands: [BandMove] = []
    package var near: [Near] = []
    package var unknown: [Unknown] = []
    package var taskings: [TaskingCount] = []
    package var capacity: (before: Capacity, now: Capacity) = (Capacity(places: nil), Capacity(places: nil))
    package var equality: (before: EqualityReport, now: EqualityReport)

    package init(old: PackLabel, new: PackLabel, cohort: CohortLabel, equality: (before: EqualityReport, now: EqualityReport)) {
        self.old = old
        self.new = new
        self.cohort = cohort
        self.equality = equality
    }
}
