package import Cohorts
import Crypto
package import Decisions
import LuaRuntime
package import Notation

/// Evaluates one nominal of a cohort after another, groups and places included. What it came to stays until the next; a record
/// has the same bytes as from `CohortRun`. It belongs to one thread.
package final class CohortDecider {
    /// A matrix's score where it is known.
    package struct Score: Sendable, Hashable {
        package let matrix: String
        package let score: Double
        /// nil where the matrix has no bands.
        package let band: String?
    }

    private let run: CohortRun
    private let worker: RunWorker
    private var evaluator: Evaluator { worker.evaluator }

    /// - Throws: `PackError`.
    package init(_ pack: PackSource, asOf: Day) throws(PackError) {
        run = CohortRun(pack: pack, asOf: asOf)
        worker = RunWorker(try RuleProgram(pack, layout: run.layout, asOf: asOf))
    }

    /// The pack has groups or places, so that ``survey(_:)`` has to see everybody beforehand.
    package var needsSurvey: Bool { CohortRun.readsTwice(evaluator.program.rules) }

    /// Reads the cohort for groups and places, and leaves it at its start.
    /// - Throws: `CohortError`, `RunStopped`.
    package func survey(_ source: any CohortSource) throws { worker.use(try WholeCohort(run, worker).survey(source)) }

    /// - Returns: why the line is no valid nominal; nil where it was evaluated.
    /// - Throws: `RunStopped` where the clock ended a rule.
    package func decide(_ line: [UInt8], number: Int) throws(RunStopped) -> Reject? {
        let reject = line.withUnsafeBytes { worker.decide($0, number: number) }
        if let stopped = evaluator.stopped { throw stopped }
        return reject
    }

    /// The record of the nominal decided last, without a newline. Valid until the next.
    package var record: UnsafeBufferPointer<UInt8> { worker.record }

    package var action: Recommendation.Action { evaluator.entry(line: 0).action }
    /// A rule failed.
    package var hasError: Bool { evaluator.failure != nil }
    package var recommendation: Recommendation { isSettled ? evaluator.decision.recommendation : evaluator.recommendation }
    package var taskings: [Tasking] { isSettled ? evaluator.decision.taskings : evaluator.taskingCount == 0 ? [] : evaluator.taskings }
    /// Taskings for enforcement that were refused.
    package var refused: Int { evaluator.warnings.isEmpty ? 0 : evaluator.warnings.count { $0.code == "enforcement_refused" } }

    /// There is a decision that is not what the rules worked out: one failed, or places were given.
    private var isSettled: Bool { evaluator.failure != nil || evaluator.placed != nil }

    /// Those that are known.
    package var scores: [Score] {
        guard evaluator.failure == nil else { return [] }
        return evaluator.rules.matrices.indices.compactMap { place in
            let (rule, state) = (evaluator.rules.matrices[place], evaluator.memory.matrices[place])
            guard state.hasHigh, state.low == state.high, state.low.isFinite else { return nil }
            return Score(matrix: rule.name, score: state.low, band: state.band < 0 ? nil : rule.bands[Int(state.band)].id)
        }
    }

    /// SHA-256 over what was answered, apart from all that changes with the date alone: what is recommended by which rule and
    /// for want of what, criteria, scores and bands, tables, classes, kinds of tasking and failure.
    package var answers: [UInt8] {
        var json = JSONWriter()
        json.beginArray()
        json.string(evaluator.program.pack.identity.digest)
        let recommendation = recommendation
        json.string(recommendation.action.rawValue)
        json.optional(recommendation.category)
        json.optional(recommendation.rule)
        json.strings(recommendation.unknown)
        if let failure = evaluator.failure {
            json.string(failure.code)
            json.string(failure.message)
        } else {
            for place in 0..<evaluator.plan.criteriaCount { json.string(evaluator.memory.criteria[place].rawValue) }
            for place in 0..<evaluator.plan.matrixCount {
                let state = evaluator.memory.matrices[place]
                json.number(state.low)
                if state.hasHigh { json.number(state.high) } else { json.null() }
                json.int(Int(state.band))
            }
            if !evaluator.tables.isEmpty { json.value(evaluator.tables) }
            if !evaluator.classes.isEmpty { json.value(evaluator.classes) }
            for place in 0..<evaluator.taskingCount { json.int(Int(evaluator.memory.taskings[place].rule)) }
            if let placement = evaluator.placed?.allocation { json.bool(placement.isPlaced) }
        }
        json.endArray()
        return Array(SHA256.hash(data: json.bytes))
    }
}
