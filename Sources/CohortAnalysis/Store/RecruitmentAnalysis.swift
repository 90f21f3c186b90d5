package import DecisionStore
import Decisions
package import Evidence
import Notation

extension RecruitmentReport {
    /// Counts where the nominals of a store stood, and what was recommended of them.
    /// - Throws: ``StoreError``
    package init(_ reader: StoreReader, scope: ReportScope) throws {
        var analysis = RecruitmentAnalysis(scope)
        try reader.figures(borough: scope.source.borough) { nominal in
            analysis.add(steps: try nominal.steps(), recommendations: try nominal.recommendations())
        }
        self = analysis.finish()
    }
}

/// Counts person by person, holding sums and lengths of time only.
struct RecruitmentAnalysis {
    private struct Rule: Hashable {
        let name: String?
        let action: Recommendation.Action
    }

    private var report: RecruitmentReport
    private let months: [ReportPeriod]
    private var categories: [String: RecruitmentReport.CategoryCount] = [:]
    private var actions: [Recommendation.Action: RecommendationCounts] = [:]
    private var rules: [Rule: (counts: RecommendationCounts, toDecision: DayCounts)] = [:]
    private var leavers: [String?: DayCounts] = [:]
    private var reasons: [String: Int] = [:]

    init(_ scope: ReportScope) {
        report = RecruitmentReport(scope)
        months = scope.months
    }

    private var period: ClosedRange<Day> { report.scope.period }

    mutating func add(steps: [StandingStep], recommendations: [RecommendationLife]) {
        report.scope.people += 1
        for (place, month) in months.enumerated() {
            guard let step = steps.last(on: month.days.upperBound) else { continue }
            if step.isMember { report.months[place].members += 1 }
            if step.isWatched { report.months[place].watched += 1 }
        }
        if let category = steps.last(on: period.lowerBound.adding(days: -1))?.category { count(category) { $0.atStart += 1 } }
        for change in steps.changes { add(change) }
        for stay in steps.stays where stay.joined <= period.upperBound {
            if let left = stay.left, left.day <= period.upperBound {
                guard period.contains(left.day) else { continue }
                let days = left.day.number - stay.joined.number
                report.stayedLeft.add(days)
                leavers[left.rule, default: DayCounts()].add(days)
            } else {
                report.stayedSoFar.add(period.upperBound.number - stay.joined.number)
            }
        }
        for recommendation in recommendations { add(recommendation) }
    }

    private mutating func count(_ category: String, _ change: (inout RecruitmentReport.CategoryCount) -> Void) {
        change(&categories[category, default: RecruitmentReport.CategoryCount(category)])
    }

    private mutating func add(_ change: StandingChange) {
        guard let month = months.place(of: change.now.day) else { return }
        if change.isJoining {
            report.months[month].joined += 1
            if change.now.isTakenOver { report.takenOver += 1 }
            count(change.now.category ?? "") { $0.joined += 1 }
        } else if change.isLeaving {
            report.months[month].left += 1
            count(change.was?.category ?? "") { $0.left += 1 }
        } else if change.isMove {
            report.months[month].moved += 1
            count(change.was?.category ?? "") { $0.movedOut += 1 }
            count(change.now.category ?? "") { $0.movedIn += 1 }
        }
    }

    private mutating func add(_ life: RecommendationLife) {
        let answer = life.answer.flatMap { $0.day <= period.upperBound ? $0 : nil }
        let days = answer.map { $0.day.number - life.made.number }
        if let month = months.place(of: life.made) {
            report.months[month].recommended += 1
            let rule = Rule(name: life.rule, action: life.action)
            actions[life.action, default: RecommendationCounts()].add(life, answer, on: period.upperBound)
            rules[rule, default: (RecommendationCounts(), DayCounts())].counts.add(life, answer, on: period.upperBound)
            if let days { rules[rule]?.toDecision.add(days) }
        }
        if let answer, let days, let month = months.place(of: answer.day) {
            if answer.isDeparture { report.months[month].departed += 1 } else { report.months[month].confirmed += 1 }
            report.toDecision.add(days)
            if let reason = answer.reason { reasons[reason, default: 0] += 1 }
        }
        if life.isWaiting(on: period.upperBound) {
            report.waiting.add(period.upperBound.number - life.made.number)
            if life.decideBy < period.upperBound { report.overdue += 1 }
        }
    }

    func finish() -> RecruitmentReport {
        var report = report
        report.categories = categories.values.sorted { $0.category < $1.category }
        report.actions = Recommendation.Action.allCases.compactMap { action in actions[action].map { RecruitmentReport.ActionCount(action: action, counts: $0) } }
        report.rules = rules.map { RecruitmentReport.RuleCount(rule: $0.name, action: $0.action, counts: $1.counts, toDecision: $1.toDecision) }
            .sorted { ($1.counts.made, $0.rule ?? "", $0.action.rawValue) < ($0.counts.made, $1.rule ?? "", $1.action.rawValue) }
        report.leavers = leavers.map { RecruitmentReport.LeaverCount(rule: $0, stayed: $1) }.sorted { ($1.stayed.count, $0.rule ?? "") < ($0.stayed.count, $1.rule ?? "") }
        report.reasons = reasons.map { RecruitmentReport.ReasonCount(reason: $0, count: $1) }.sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
        return report
    }
}

extension RecommendationCounts {
    fileprivate mutating func add(_ life: RecommendationLife, _ answer: RecommendationLife.Answer?, on day: Day) {
        made += 1
        if let answer { if answer.isDeparture { departed += 1 } else { confirmed += 1 } } else if life.isWaiting(on: day) { waiting += 1 }
    }
}
