import LuaRuntime
import Notation

/// Turns a pack's rules into plans, once for each evaluator.
struct PlanBuilder {
    let rules: RuleSet
    let slots: AnswerSlots
    private(set) var fragments = FragmentText()
    private(set) var criteria: [CriteriaPlan] = []
    private(set) var criteriaRows: [CriterionRowPlan] = []
    private(set) var matrices: [MatrixPlan] = []
    private(set) var matrixRows: [MatrixRowPlan] = []
    private(set) var steps: [StepPlan] = []
    private(set) var bands: [BandPlan] = []

    init(rules: RuleSet, slots: AnswerSlots) {
        self.rules = rules
        self.slots = slots
    }

    static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return json.text
    }

    mutating func build() {
        for (index, rule) in rules.criteria.enumerated() { add(rule, slot: slots.met[index]) }
        for index in rules.matrices.indices { add(rules.matrices[index], index) }
    }

    private mutating func add(_ rule: Criteria, slot: Int) {
        let first = criteriaRows.count
        for row in rule.rows {
            let start = "{\"id\":\(PlanBuilder.quoted(row.id)),\"met\":"
            criteriaRows.append(
                CriterionRowPlan(
                    test: row.test, yes: fragments.add(start + "\"yes\"}"), no: fragments.add(start + "\"no\"}"),
                    unknown: fragments.add(start + "\"unknown\",\"unknown\":")))
        }
        var isAll = false
        if case .all(let parts) = rule.root { isAll = parts.allSatisfy { if case .row = $0 { true } else { false } } }
        criteria.append(
            CriteriaPlan(
                rows: first..<criteriaRows.count, slot: slot, isAll: isAll,
                head: fragments.add("\(PlanBuilder.quoted(rule.name)):{\"met\":\"")))
    }

    private mutating func add(_ rule: Matrix, _ index: Int) {
        let (firstRow, firstBand) = (matrixRows.count, bands.count)
        for (place, row) in rule.rows.enumerated() { add(row, slot: slots.rows[index][place]) }
        for band in rule.bands {
            let sameAs = rule.bands.firstIndex { $0.id == band.id } ?? 0
            bands.append(
                BandPlan(
                    from: band.from ?? -.infinity, sameAs: sameAs, id: fragments.add(PlanBuilder.quoted(band.id)), title: fragments.add("\(band.title).")))
        }
        matrices.append(
            MatrixPlan(
                firstRow: firstRow, rowCount: rule.rows.count, scoreSlot: slots.score[index], bandSlot: slots.band[index] ?? -1,
                firstBand: firstBand, bandCount: rule.bands.count, lowest: rule.range.lowerBound, highest: rule.range.upperBound,
                hasTotal: rule.total != nil, head: fragments.add("\(PlanBuilder.quoted(rule.name)):{\"score\":"),
                sentence: fragments.add("\(rule.heading.title) is ")))
    }

    private mutating func add(_ row: Matrix.Row, slot: Int) {
        let bounds = PlanBuilder.bounds(of: row)
        var plan = MatrixRowPlan(
            kind: .constant, hasWhen: row.when != nil, when: row.when ?? .none, function: .none, constant: 0,
            min: row.min, max: row.max ?? 0, hasMax: row.max != nil, unknownLow: bounds.low, unknownHigh: bounds.high ?? 0,
            hasUnknownHigh: bounds.high != nil, unmet: Swift.max(row.min, row.max.map { Swift.min($0, 0) } ?? 0), firstStep: steps.count, stepCount: 0, slot: slot,
            head: fragments.add("{\"id\":\(PlanBuilder.quoted(row.id)),\"points\":"))
        switch row.points {
        case .constant(let points):
            plan.constant = points
            // A row of constant negative points means what it says; `min` is for functions.
            if points < plan.min { plan.min = points }
        case .function(let function):
            plan.kind = .function
            plan.function = function
        case .steps(let of, let declared):
            plan.kind = .steps
            plan.function = of
            plan.stepCount = declared.count
            for step in declared {
                let from = DecisionWords.number(step.from)
                steps.append(
                    StepPlan(
                        from: step.from, points: step.points, reached: fragments.add(", which is \(from) or more"), below: fragments.add(", below \(from)")))
            }
        }
        matrixRows.append(plan)
    }

    /// Between which points a row counts while it is unknown; nil: no upper end.
    private static func bounds(of row: Matrix.Row) -> (low: Double, high: Double?) {
        switch row.points {
        case .function: return (row.min, row.max)
        case .constant(let points):
            let low = Swift.min(0, points)
            let high = Swift.max(0, points)
            return (Swift.max(low, row.min < 0 || points < 0 ? Swift.min(row.min, low) : row.min), row.max.map { Swift.min($0, high) } ?? high)
        case .steps(_, let steps):
            let high = steps.map(\.points).max() ?? 0
            return (row.min, row.max.map { Swift.min($0, Swift.max(high, 0)) } ?? Swift.max(high, 0))
        }
    }
}
