package import Decisions
package import Notation

/// Who is managed on a day, what they need, and which services they were referred to: the figures that a programme board asks
/// for every month.
package struct CohortReport: Sendable {
    /// The date of the cohort file, and of the decision records.
    package var asOf: Day
    /// The first day of the period reported on; its last is `asOf`.
    package var from: Day
    /// Where the recommendations come from; nil without decision records.
    package var pack: PackIdentity?
    /// Nominals that could be read, and lines that could not.
    package var read = 0
    package var rejected = 0
    /// Managed on the date of the file; everything below is about them unless it says otherwise.
    package var managed = 0
    package var notManaged = 0
    /// The file does not say whether they are managed.
    package var managementUnknown = 0
    /// Of those managed, the ones whose management began in the period.
    package var joined = 0
    /// Average age of those managed in tenths of a year; nil where there are none, or too few to be shown.
    package var meanAgeTenths: Int?
    /// Who they are: category, borough, custody, agency, age, sex, ethnicity, disability.
    package var breakdowns: [Breakdown] = []
    package var needs: [NeedCount] = []
    package var services: [ServiceCount] = []
    /// People managed who were referred to both of two services, most first; pairs without any are left out.
    package var overlaps: [ServiceOverlap] = []
    package var taskings: [TaskingCount] = []
    /// Of everybody with a record, what is recommended; empty without decision records.
    package var recommendations: [RecommendationCount] = []

    package init(asOf: Day, from: Day) {
        self.asOf = asOf
        self.from = from
    }

    package struct RecommendationCount: Sendable, Equatable {
        package var action: Recommendation.Action
        package var managed: Int
        package var others: Int

        package init(action: Recommendation.Action, managed: Int, others: Int) {
            self.action = action
            self.managed = managed
            self.others = others
        }
    }
}

/// How many people have each value of one field.
package struct Breakdown: Sendable, Equatable {
    package struct Group: Sendable, Equatable {
        package var value: String
        /// The value in words.
        package var title: String
        /// nil where it is too small to be shown.
        package var count: Int?

        package init(value: String, title: String, count: Int?) {
            self.value = value
            self.title = title
            self.count = count
        }
    }

    package var field: String
    package var title: String
    package var groups: [Group]

    package init(field: String, title: String, groups: [Group]) {
        self.field = field
        self.title = title
        self.groups = groups
    }

    /// The breakdown without groups of 1 to 9 people. Where that is one group only, the next smallest goes with it, since it
    /// could be found from the total.
    package var hidingSmall: Breakdown {
        var hidden = self
        let counts = Breakdown.hidingSmall(groups.map { $0.count ?? 0 })
        for place in groups.indices { hidden.groups[place].count = counts[place] }
        return hidden
    }

    /// - Returns: nil for each count that is not shown.
    package static func hidingSmall(_ counts: [Int]) -> [Int?] {
        let least = 10
        var shown = counts.map { $0 > 0 && $0 < least ? nil : Optional($0) }
        if shown.count(where: { $0 == nil }) == 1, let next = shown.compactMap(\.self).filter({ $0 > 0 }).min(), let place = shown.firstIndex(of: next) {
            shown[place] = nil
        }
        return shown
    }
}

/// How marked one need is among those managed. Counts are nil where they are too small to be shown.
package struct NeedCount: Sendable, Equatable {
    package var name: String
    package var title: String
    package var none: Int?
    package var some: Int?
    package var marked: Int?
    package var unknown: Int?

    package init(name: String, title: String, none: Int?, some: Int?, marked: Int?, unknown: Int?) {
        self.name = name
        self.title = title
        self.none = none
        self.some = some
        self.marked = marked
        self.unknown = unknown
    }
}

/// One service: people managed who may have it, were referred to it and how far they got. A person counts once, by the last referral.
package struct ServiceCount: Sendable, Equatable {
    package var service: String
    /// Met the pack's criteria of that name, and not known whether; nil where the records have none.
    package var eligible: Int?
    package var eligibleUnknown: Int?
    /// Referred at any time up to the date of the file.
    package var referred = 0
    /// Referred in the period.
    package var referredInPeriod = 0
    // Of those referred, by the last referral.
    package var pending = 0
    package var refused = 0
    package var accepted = 0
    package var started = 0
    package var completed = 0
    package var withdrawn = 0

    package init(service: String) { self.service = service }

    /// Took it up: started or completed.
    package var accessed: Int { started + completed }
}

package struct ServiceOverlap: Sendable, Equatable {
    package var first: String
    package var second: String
    package var people: Int

    package init(first: String, second: String, people: Int) {
        self.first = first
        self.second = second
        self.people = people
    }
}

/// Taskings of one kind in one borough, of those managed, opened in the period.
package struct TaskingCount: Sendable, Equatable {
    package var borough: String
    package var kind: String
    package var opened: Int
    /// Of these, by their state on the date of the file.
    package var done: Int
    package var cancelled: Int

    package init(borough: String, kind: String, opened: Int, done: Int, cancelled: Int) {
        self.borough = borough
        self.kind = kind
        self.opened = opened
        self.done = done
        self.cancelled = cancelled
    }

    package var open: Int { opened - done - cancelled }
}
