package import Cohorts
package import Decisions
import LuaRuntime
package import Notation

/// Evaluates nominals from lines in memory, each alone or several as one cohort. It belongs to one thread.
package final class LineDecider {
    private let worker: RunWorker
    private let whole: WholeCohort

    package init(_ pack: PackSource, asOf: Day) throws(PackError) {
        let run = CohortRun(pack: pack, asOf: asOf)
        worker = RunWorker(try RuleProgram(pack, layout: run.layout, asOf: asOf))
        worker.evaluator.runsDirect = false
        whole = WholeCohort(run, worker)
    }

    package var evaluator: Evaluator { worker.evaluator }
    package var program: RuleProgram { worker.evaluator.program }
    /// Instructions that the rules took for the last decision, the same whenever it is made again.
    package var instructions: Int { program.state.instructions }

    /// The decision on one nominal who has no company: a group holds that person alone, and nobody competes for a place.
    ///
    /// A rule that the clock ended is a decision with an error like that of any other limit.
    package func decide(_ line: [UInt8]) -> Result<Decision, Reject> {
        if !program.rules.groups.isEmpty {
            let survey = try? whole.survey(LinesInMemory([line]), places: false)
            worker.use(survey ?? WholeCohort.Knowledge())
        }
        return evaluate(line, number: 1)
    }

    /// The decisions on a cohort, groups and places included; a reject for each line that is no valid nominal.
    /// - Throws: `RunStopped` where the clock ended a rule.
    package func decide(cohort lines: [[UInt8]]) throws -> [Result<Decision, Reject>] {
        let knowledge = try whole.survey(LinesInMemory(lines))
        worker.use(knowledge)
        defer { worker.use(WholeCohort.Knowledge()) }
        return try lines.enumerated().map { place, line in
            let result = evaluate(line, number: place + 1)
            if let stopped = evaluator.stopped { throw stopped }
            guard case .success = result, let plan = knowledge.plan else { return result }
            evaluator.apply(plan)
            return .success(evaluator.decision)
        }
    }

    private func evaluate(_ line: [UInt8], number: Int) -> Result<Decision, Reject> {
        line.withUnsafeBytes { bytes in
            switch worker.decode(bytes, number: number) {
            case .failure(let rejected): return .failure(rejected.reject)
            case .success(let row):
                evaluator.evaluate(row, input: "")
                return .success(evaluator.decision)
            }
        }
    }
}
