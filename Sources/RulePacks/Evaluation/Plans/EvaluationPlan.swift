import Decisions
import LuaRuntime
import Notation

/// The rules as an evaluation needs them: plain memory, so that nothing is counted or copied on the way, with the parts of
/// the record that are the same for everybody written beforehand. The evaluator frees it.
struct EvaluationPlan {
    let criteria: UnsafeMutablePointer<CriteriaPlan>
    let criteriaCount: Int
    let criteriaRows: UnsafeMutablePointer<CriterionRowPlan>
    let criterionRowCount: Int
    let matrices: UnsafeMutablePointer<MatrixPlan>
    let matrixCount: Int
    let matrixRows: UnsafeMutablePointer<MatrixRowPlan>
    let matrixRowCount: Int
    let steps: UnsafeMutablePointer<StepPlan>
    let bands: UnsafeMutablePointer<BandPlan>
    let fragments: FragmentBlock
    /// Numbers of answers, for flags: criteria first, then matrices, tables, classifications and groups.
    let answerCount: Int
    private let firstMatrix: Int
    private let firstTable: Int
    private let firstClassification: Int
    private let firstGroup: Int

    init(_ rules: RuleSet, _ slots: AnswerSlots) {
        var builder = PlanBuilder(rules: rules, slots: slots)
        builder.build()
        func memory<Plan>(_ plans: [Plan]) -> UnsafeMutablePointer<Plan> {
            let memory = UnsafeMutablePointer<Plan>.allocate(capacity: max(1, plans.count))
            memory.initialize(from: plans, count: plans.count)
            return memory
        }
        criteria = memory(builder.criteria)
        criteriaCount = builder.criteria.count
        criteriaRows = memory(builder.criteriaRows)
        criterionRowCount = builder.criteriaRows.count
        matrices = memory(builder.matrices)
        matrixCount = builder.matrices.count
        matrixRows = memory(builder.matrixRows)
        matrixRowCount = builder.matrixRows.count
        steps = memory(builder.steps)
        bands = memory(builder.bands)
        fragments = FragmentBlock(builder.fragments)
        firstMatrix = rules.criteria.count
        firstTable = firstMatrix + rules.matrices.count
        firstClassification = firstTable + rules.tables.count
        firstGroup = firstClassification + rules.classifications.count
        answerCount = firstGroup + rules.groups.count
    }

    func free() {
        criteria.deallocate()
        criteriaRows.deallocate()
        matrices.deallocate()
        matrixRows.deallocate()
        steps.deallocate()
        bands.deallocate()
        fragments.free()
    }

    func number(of answer: Answer) -> Int {
        switch answer {
        case .criteria(let index): index
        case .matrix(let index): firstMatrix + index
        case .table(let index): firstTable + index
        case .classification(let index): firstClassification + index
        case .group(let index): firstGroup + index
        }
    }
}

struct CriteriaPlan {
    /// In `criteriaRows`.
    var rows: Range<Int>
    var slot: Int
    /// Met where every row is.
    var isAll: Bool
    /// `"name":{"met":"`
    var head: TextRange
}

struct CriterionRowPlan {
    var test: LuaFunction
    /// The row in the record: met, not met, and up to the list of what is missing.
    var yes: TextRange
    var no: TextRange
    var unknown: TextRange
}

struct MatrixPlan {
    /// In `matrixRows`.
    var firstRow: Int
    var rowCount: Int
    var scoreSlot: Int
    /// -1: no bands.
    var bandSlot: Int
    /// In `bands`, highest first.
    var firstBand: Int
    var bandCount: Int
    var lowest: Double
    var highest: Double
    var hasTotal: Bool
    /// `"name":{"score":`
    var head: TextRange
    /// The title with ` is ` behind it, for sentences.
    var sentence: TextRange
}

struct MatrixRowPlan {
    enum Kind { case function, constant, steps }

    var kind: Kind
    var hasWhen: Bool
    var when: LuaFunction
    /// Of `points` or of `of`.
    var function: LuaFunction
    var constant: Double
    /// The bounds of what the row gives, as a function's points are cut to them.
    var min: Double
    var max: Double
    var hasMax: Bool
    /// Between which points the row counts while it is unknown.
    var unknownLow: Double
    var unknownHigh: Double
    var hasUnknownHigh: Bool
    /// What the row counts where its condition does not hold: 0, or what of its bounds is nearest.
    var unmet: Double
    var firstStep: Int
    var stepCount: Int
    var slot: Int
    /// `{"id":"burglary","points":`
    var head: TextRange
}

struct StepPlan {
    var from: Double
    var points: Double
    /// `, which is 4 or more`, and of the last step `, below 1`.
    var reached: TextRange
    var below: TextRange
}

struct BandPlan {
    /// -infinity: whatever is below the others.
    var from: Double
    /// The first band of the same id.
    var sameAs: Int
    /// The id as a JSON string, and the title with a full stop.
    var id: TextRange
    var title: TextRange
    /// The state's own number of the id; -1 before it is first needed.
    var pooled: Int32 = -1
}
