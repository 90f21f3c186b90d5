import Cohorts
import Decisions
import Notation

/// One Lua state with all that it takes to evaluate lines of input.
///
/// Unchecked, because a worker is handed from task to task and never used by two at once: a run gives it a new batch
/// only after it has waited for the last.
final class RunWorker: @unchecked Sendable {
    let evaluator: Evaluator
    private var decoder: NominalDecoder
    private let row: NominalRow
    private var json = JSONWriter()
    private var plan: AllocationPlan?

    init(_ program: RuleProgram) {
        evaluator = Evaluator(program)
        decoder = NominalDecoder(layout: program.layout)
        row = NominalRow(layout: program.layout)
    }

    func use(_ knowledge: WholeCohort.Knowledge) {
        evaluator.groups = knowledge.groups
        plan = knowledge.plan
    }

    /// The row of a line, or why there is none.
    func decode(_ line: UnsafeRawBufferPointer, number: Int) -> Result<NominalRow, RejectedLine> {
        if let reject = decoder.decode(line, lineNumber: number, into: row) { return .failure(RejectedLine(reject: reject)) }
        return .success(row)
    }

    func evaluate(_ batch: RunBatch) -> RunBatch.Result {
        var result = RunBatch.Result()
        result.rejects = batch.rejects
        json.reset()
        batch.bytes.withUnsafeBytes { bytes in
            for line in batch.lines {
                let text = UnsafeRawBufferPointer(rebasing: bytes[line.bytes])
                switch decode(text, number: line.number) {
                case .failure(let rejected): result.outcomes.append(.reject(rejected.reject))
                case .success(let row):
                    let start = json.bytes.count
                    evaluator.evaluate(row, input: PackSource.digest(of: text))
                    if let stopped = evaluator.stopped {
                        result.stopped = stopped
                        return
                    }
                    if let plan { evaluator.apply(plan) }
                    evaluator.decision.write(to: &json, pack: evaluator.program.pack.identity)
                    json.newline()
                    result.outcomes.append(.record(start..<json.bytes.count, EvaluationSummary.Entry(evaluator.decision, line: line.number)))
                }
            }
        }
        result.records = json.bytes
        return result
    }
}

struct RejectedLine: Error {
    let reject: Reject
}
