import Cohorts
import Decisions
import Evidence
import FieldDefinitions
import Notation
import RulePacks

/// What two packs come to over a cohort, person by person as it goes by.
struct ImpactTally {
    enum Move {
        case joins, leaves, changes
    }

    struct UnknownCount {
        var now = 0
        var alone = 0
        var before = 0
    }

    let old: RuleProgram
    let new: RuleProgram
    private(set) var near: NearBands
    private(set) var equality: (before: EqualityTally, now: EqualityTally)
    private(set) var actions: (before: [Recommendation.Action: Int], now: [Recommendation.Action: Int]) = ([:], [:])
    private(set) var errors: (before: Int, now: Int) = (0, 0)
    private(set) var people: [Move: [ImpactPerson]] = [:]
    private(set) var unchanged = 0
    private(set) var causes: [ImpactCause: ImpactReport.CauseCount] = [:]
    private(set) var bands: [BandKey: Int] = [:]
    private(set) var unknown: [String: UnknownCount] = [:]
    private(set) var taskings: [String: ImpactReport.TaskingCount] = [:]
    private(set) var capacity: (before: ImpactReport.Capacity, now: ImpactReport.Capacity)

    struct BandKey: Hashable {
        var matrix: String
        var from: String?
        var to: String?
    }

    init(_ old: RuleProgram, _ new: RuleProgram, _ fields: EqualityFields, asOf: Day) {
        self.old = old
        self.new = new
        near = NearBands(new.rules)
        equality = (EqualityTally(fields, asOf: asOf), EqualityTally(fields, asOf: asOf))
        capacity = (.init(places: old.rules.allocation?.capacity), .init(places: new.rules.allocation?.capacity))
    }

    /// - Returns: nil where the packs recommend the same.
    mutating func count(_ was: Decision, _ now: Decision, _ row: NominalRow) -> Move? {
        actions.before[was.recommendation.action, default: 0] += 1
        actions.now[now.recommendation.action, default: 0] += 1
        if was.error != nil { errors.before += 1 }
        if now.error != nil { errors.now += 1 }
        let (isIn, wasIn) = (now.recommendation.action.isPositive, was.recommendation.action.isPositive)
        let values = equality.now.values(row)
        equality.before.count(values, selected: wasIn)
        equality.now.count(values, selected: isIn)
        near.count(now)
        count(bandsOf: was, now)
        count(unknownsOf: was, now)
        count(taskingsOf: was, now)
        count(was, &capacity.before)
        count(now, &capacity.now)
        if isIn != wasIn { return isIn ? .joins : .leaves }
        if was.recommendation.recommendsTheSame(as: now.recommendation) {
            unchanged += 1
            return nil
        }
        return .changes
    }

    mutating func add(_ move: Move, _ cause: ImpactCause, _ was: Decision, _ now: Decision, differs: [String]) {
        let (before, after) = (was.recommendation, now.recommendation)
        people[move, default: []].append(
            ImpactPerson(
                id: now.nominal, rule: after.rule ?? before.rule, title: after.rule == nil ? before.title : after.title, because: after.because,
                from: before.label, to: after.label, differs: differs, cause: cause))
        var count = causes[cause] ?? ImpactReport.CauseCount(cause)
        switch move {
        case .joins: count.joiners += 1
        case .leaves: count.leavers += 1
        case .changes: count.moved += 1
        }
        causes[cause] = count
    }

    private mutating func count(bandsOf was: Decision, _ now: Decision) {
        for answer in now.matrices where answer.hasBands {
            guard let before = was.matrices.first(where: { $0.name == answer.name }), before.hasBands, before.band != answer.band else { continue }
            bands[BandKey(matrix: answer.name, from: before.band, to: answer.band), default: 0] += 1
        }
    }

    private mutating func count(unknownsOf was: Decision, _ now: Decision) {
        for field in now.recommendation.unknown {
            unknown[field, default: UnknownCount()].now += 1
            if now.recommendation.unknown.count == 1 { unknown[field]?.alone += 1 }
        }
        for field in was.recommendation.unknown { unknown[field, default: UnknownCount()].before += 1 }
    }

    private mutating func count(taskingsOf was: Decision, _ now: Decision) {
        for tasking in was.taskings {
            with(tasking) { count in
                count.before += 1
                if !now.taskings.contains(where: { $0.kind == tasking.kind }) { count.lost += 1 }
            }
        }
        for tasking in now.taskings {
            with(tasking) { count in
                count.now += 1
                if !was.taskings.contains(where: { $0.kind == tasking.kind }) { count.gained += 1 }
            }
        }
    }

    private mutating func with(_ tasking: Tasking, _ change: (inout ImpactReport.TaskingCount) -> Void) {
        change(&taskings[tasking.kind, default: ImpactReport.TaskingCount(kind: tasking.kind, title: tasking.title, owner: tasking.owner)])
    }

    private func count(_ decision: Decision, _ capacity: inout ImpactReport.Capacity) {
        guard let placement = decision.allocation else { return }
        capacity.wanted += 1
        if !placement.isPlaced { capacity.displaced.append(decision.nominal) }
    }
}
