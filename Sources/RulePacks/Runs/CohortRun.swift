package import Cohorts
package import Decisions
package import Notation

/// Where a run's records and rejects go.
package protocol RunOutput: AnyObject {
    /// Records, each with its newline, valid during the call.
    func write(records: UnsafeBufferPointer<UInt8>) throws
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

    /// Loads the pack for those who are to evaluate side by side.
    /// - Throws: `PackError` with every error found.
    package func crew() async throws(PackError) -> Crew {
        try await Crew(size: jobs) { [pack, layout, asOf] () throws(PackError) in RunWorker(try RuleProgram(pack, layout: layout, asOf: asOf)) }
    }

    /// - Parameters:
    ///   - crew: those who evaluate, where they are there already.
    ///   - surveyed: what `survey` wrote for every step and all parts of the cohort; nil: the source is all of it.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`, or what the output throws.
    package func evaluate(
        _ source: any CohortSource, into output: any RunOutput, by crew: Crew? = nil, surveyed: (any CohortSource)? = nil
    ) async throws -> EvaluationSummary {
        let crew = if let crew { crew } else { try await self.crew() }
        let whole = WholeCohort(self, crew.first)
        let source = SharedSource(source)
        if let surveyed { crew.use(try whole.knowledge(from: surveyed)) } else { crew.use(try await crew.survey(source, whole.begin())) }
        var sequence = RunSequence(output: output)
        try await crew.work(source) { worker, batch in
            worker.evaluate(batch)
        } take: { batch, _ in
            try sequence.take(batch, source)
        }
        return sequence.summary
    }
}
