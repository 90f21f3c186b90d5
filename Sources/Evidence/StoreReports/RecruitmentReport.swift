package import Decisions

/// Who came into the cohort, who left it, and what panels made of what was recommended.
package struct RecruitmentReport: Sendable {
    package var scope: ReportScope
    package var months: [RecruitmentMonth]
    package var actions: [ActionCount] = []
    package var categories: [CategoryCount] = []
    package var rules: [RuleCount] = []
    /// Those who left in the period, by the rule on which people decided.
    package var leavers: [LeaverCount] = []
    /// Departures in the period by the panel's reason, as a code; most first.
    package var reasons: [ReasonCount] = []
    /// Days in the cohort of those who left in the period, and of those who are in it on the last day.
    package var stayedLeft = DayCounts()
    package var stayedSoFar = DayCounts()
    /// From the day a recommendation was made to the panel's decision, of those decided in the period.
    package var toDecision = DayCounts()
    /// Recommendations that wait on the last day, since when, and how many of them are overdue.
    package var waiting = DayCounts()
    package var overdue = 0
    /// Of those who joined, the ones whom the store has from an import: who left before it is not known.
    package var takenOver = 0

    package init(_ scope: ReportScope) {
        self.scope = scope
        months = scope.months.map(RecruitmentMonth.init)
    }

    package struct ActionCount: Sendable, Equatable {
        package var action: Recommendation.Action
        package var counts: RecommendationCounts

        package init(action: Recommendation.Action, counts: RecommendationCounts) {
            self.action = action
            self.counts = counts
        }
    }

    package struct CategoryCount: Sendable, Equatable {
        package var category: String
        package var atStart = 0
        package var joined = 0
        package var movedIn = 0
        package var movedOut = 0
        package var left = 0

        package init(_ category: String) { self.category = category }

        package var atEnd: Int { atStart + joined + movedIn - movedOut - left }
    }

    package struct RuleCount: Sendable, Equatable {
        /// As the pack names it; nil where no rule did, as in a refer after a failure.
        package var rule: String?
        package var action: Recommendation.Action
        package var counts: RecommendationCounts
        package var toDecision: DayCounts

        package init(rule: String?, action: Recommendation.Action, counts: RecommendationCounts, toDecision: DayCounts) {
            self.rule = rule
            self.action = action
            self.counts = counts
            self.toDecision = toDecision
        }
    }

    package struct LeaverCount: Sendable, Equatable {
        /// nil where people decided without one.
        package var rule: String?
        package var stayed: DayCounts

        package init(rule: String?, stayed: DayCounts) {
            self.rule = rule
            self.stayed = stayed
        }
    }

    package struct ReasonCount: Sendable, Equatable {
        package var reason: String
        package var count: Int

        package init(reason: String, count: Int) {
            self.reason = reason
            self.count = count
        }
    }
}

/// Recommendations made in a period, and what has become of them up to its end.
package struct RecommendationCounts: Sendable, Equatable {
    package var made = 0
    package var confirmed = 0
    package var departed = 0
    package var waiting = 0

    package init() {}

    /// Replaced by another recommendation, or no longer called for.
    package var fellAway: Int { made - confirmed - departed - waiting }
    package var decided: Int { confirmed + departed }
}

/// One month. Each thing is counted in the month in which it was done.
package struct RecruitmentMonth: Sendable, Equatable {
    package var period: ReportPeriod
    package var recommended = 0
    package var confirmed = 0
    package var departed = 0
    package var joined = 0
    package var moved = 0
    package var left = 0
    /// In the cohort, and watched, at its end.
    package var members = 0
    package var watched = 0

    package init(_ period: ReportPeriod) { self.period = period }
}
