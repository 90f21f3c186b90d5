import Decisions

/// What one evaluation worked out, as plain memory that is filled again for the next. The evaluator frees it.
struct AnswerMemory {
    let flags: UnsafeMutableBufferPointer<Flag>
    let criteria: UnsafeMutablePointer<Met>
    let criteriaRows: UnsafeMutablePointer<CriterionState>
    let matrices: UnsafeMutablePointer<MatrixState>
    let matrixRows: UnsafeMutablePointer<PointsState>
    let taskings: UnsafeMutablePointer<TaskingState>
    /// Reasons and sentences of this evaluation, one behind another.
    let text: UnsafeMutablePointer<ByteBuffer>

    enum Flag { case open, begun, done }

    struct CriterionState {
        var met = Met.no
        /// The place in `Evaluator.unknowns`; -1: nothing is missing.
        var unknown: Int32 = -1
    }

    struct PointsState {
        var low = 0.0
        var high = 0.0
        var hasHigh = true
        var unknown: Int32 = -1
        var because = TextRange.none
        /// ``because`` is known to need no escapes in JSON.
        var isPlain = false
    }

    struct MatrixState {
        var low = 0.0
        var high = 0.0
        var hasHigh = true
        /// The place of the band in the matrix; -1: not known.
        var band: Int32 = -1
    }

    struct TaskingState {
        var rule: Int32
        /// Days since 1970.
        var due: Int
        var hasDue: Bool
        var because: TextRange
    }

    init(_ plan: EvaluationPlan, taskings count: Int) {
        func memory<State>(_ count: Int, _ state: State) -> UnsafeMutablePointer<State> {
            let memory = UnsafeMutablePointer<State>.allocate(capacity: max(1, count))
            memory.initialize(repeating: state, count: max(1, count))
            return memory
        }
        flags = UnsafeMutableBufferPointer(start: memory(plan.answerCount, .open), count: plan.answerCount)
        criteria = memory(plan.criteriaCount, .no)
        criteriaRows = memory(plan.criterionRowCount, CriterionState())
        matrices = memory(plan.matrixCount, MatrixState())
        matrixRows = memory(plan.matrixRowCount, PointsState())
        taskings = memory(count, TaskingState(rule: 0, due: 0, hasDue: false, because: .none))
        text = .allocate(capacity: 1)
        text.initialize(to: ByteBuffer(capacity: 4096))
    }

    func free() {
        flags.deallocate()
        criteria.deallocate()
        criteriaRows.deallocate()
        matrices.deallocate()
        matrixRows.deallocate()
        taskings.deallocate()
        text.deinitialize(count: 1)
        text.deallocate()
    }
}
