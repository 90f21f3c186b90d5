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

    /// - Throws: `PackError`, `CohortError`, `RunStopped`, or what the output throws.
    package func evaluate(_ source: any CohortSource, into output: any RunOutput) async throws -> EvaluationSummary {
        let first = RunWorker(try RuleProgram(pack, layout: layout, asOf: asOf))
        let knowledge = try WholeCohort(self, first).survey(source)
        var workers = [first]
        for _ in 1..<jobs { workers.append(RunWorker(try RuleProgram(pack, layout: layout, asOf: asOf))) }
        for worker in workers { worker.use(knowledge) }
        var sequence = RunSequence(output: output)
        var running: [(task: Task<RunBatch.Result, Never>, worker: RunWorker)] = []
        while let batch = try RunBatch.next(from: source) {
            if jobs == 1 {
                try sequence.take(first.evaluate(batch), source)
                continue
            }
            let worker: RunWorker
            if running.count == jobs {
                let oldest = running.removeFirst()
                try sequence.take(await oldest.task.value, source)
                worker = oldest.worker
            } else {
                worker = workers[running.count]
            }
            running.append((Task { worker.evaluate(batch) }, worker))
        }
        for entry in running { try sequence.take(await entry.task.value, source) }
        return sequence.summary
    }
}
