package import Cohorts
package import Decisions
package import Notation

/// Where a run's records and rejects go.
package protocol RunOutput: AnyObject {
    /// Records, each with its newline.
    func write(records: ArraySlice<UInt8>) throws
    func write(_ reject: Reject) throws
}

/// Evaluates a whole cohort: the records come out in the order of the input, with the same bytes for any number of jobs.
package struct CohortRun: Sendable {
    package let pack: PackSource
    package let layout: RowLayout
    package let asOf: Day
    package let jobs: Int
    /// How many places there are; nil where that is as the pack says.
    package var capacity: Int?

    /// - Parameter layout: one that has all of the pack's fields; nil for one with the pack's fields and no others.
    package init(pack: PackSource, asOf: Day, jobs: Int = 1, layout: RowLayout? = nil) {
        self.pack = pack
        self.asOf = asOf
        self.jobs = max(1, jobs)
        self.layout = layout ?? RowLayout(pack.catalogue)
    }

    /// Whether the cohort has to be read more than once: for groups, or for an allocation.
    package static func readsTwice(_ rules: RuleSet) -> Bool { !rules.groups.isEmpty || rules.allocation != nil }

    /// - Parameter loaded: a program of the run that is there already, which nobody else uses any more.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`, or what the output throws.
    package func evaluate(
        _ source: any CohortSource, into output: any RunOutput, with loaded: sending RuleProgram? = nil
    ) async throws -> EvaluationSummary {
        let first = RunWorker(try loaded ?? RuleProgram(pack, layout: layout, asOf: asOf))
        let knowledge = try WholeCohort(self, first).survey(source)
        var workers = [first]
        for _ in 1..<jobs { workers.append(RunWorker(try RuleProgram(pack, layout: layout, asOf: asOf))) }
        for worker in workers { worker.use(knowledge) }
        var sequence = RunSequence(output: output)
        // Each worker has a batch in hand and another waiting, so that none is idle while results are written.
        var running: [Task<RunBatch.Result, Never>] = []
        var last: [Task<RunBatch.Result, Never>?] = Array(repeating: nil, count: jobs)
        var turn = 0
        while let batch = try RunBatch.next(from: source) {
            if jobs == 1 {
                try sequence.take(first.evaluate(batch), source)
                continue
            }
            if running.count == 2 * jobs { try sequence.take(await running.removeFirst().value, source) }
            let (worker, before) = (workers[turn], last[turn])
            let task = Task {
                _ = await before?.value
                return worker.evaluate(batch)
            }
            last[turn] = task
            running.append(task)
            turn = (turn + 1) % jobs
        }
        for task in running { try sequence.take(await task.value, source) }
        return sequence.summary
    }
}
