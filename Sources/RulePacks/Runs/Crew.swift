import Cohorts

/// Workers that take the batches of a source in turn.
struct Crew: Sendable {
    let workers: [RunWorker]

    func use(_ knowledge: WholeCohort.Knowledge) { for worker in workers { worker.use(knowledge) } }

    /// Has each batch worked on, and hands on what came of them in the order of the source.
    ///
    /// Each worker has a batch in hand and another waiting, so that none is idle while results are taken.
    func work<Result: Sendable>(
        _ source: any CohortSource, _ body: @escaping @Sendable (RunWorker, RunBatch) -> Result, take: (Result) throws -> Void
    ) async throws {
        var running: [Task<Result, Never>] = []
        var last: [Task<Result, Never>?] = Array(repeating: nil, count: workers.count)
        var turn = 0
        while let batch = try RunBatch.next(from: source) {
            if workers.count == 1 {
                try take(body(workers[0], batch))
                continue
            }
            if running.count == 2 * workers.count { try take(await running.removeFirst().value) }
            let (worker, before) = (workers[turn], last[turn])
            let task = Task {
                _ = await before?.value
                return body(worker, batch)
            }
            last[turn] = task
            running.append(task)
            turn = (turn + 1) % workers.count
        }
        for task in running { try take(await task.value) }
    }

    /// As many readings of the source as the rules need, and none for a pack without groups and allocation.
    func survey(_ source: any CohortSource, _ survey: CohortSurvey) async throws -> WholeCohort.Knowledge {
        var survey = survey
        while let step = survey.step {
            use(survey.knowledge)
            var seen = SeenIDs()
            try await work(source) { worker, batch in
                worker.answers(batch, to: step)
            } take: { batch in
                if let stopped = batch.stopped { throw stopped }
                batch.ids.withUnsafeBytes { ids in
                    for (answer, id) in zip(batch.answers, batch.idOfAnswer) where seen.insert(UnsafeRawBufferPointer(rebasing: ids[id])) { survey.add(answer) }
                }
            }
            try source.rewind()
            survey.endStep()
        }
        return survey.knowledge
    }
}
