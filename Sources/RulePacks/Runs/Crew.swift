import Cohorts

/// Workers that take the batches of a source in turn.
struct Crew: Sendable {
    let workers: [RunWorker]

    func use(_ knowledge: WholeCohort.Knowledge) { for worker in workers { worker.use(knowledge) } }

    /// Has each batch worked on, and hands on what came of them in the order of the source.
    ///
    /// Each worker has a batch in hand and another waiting, so that none is idle while results are taken. Batches that were taken are filled again.
    func work<Result: Sendable>(
        _ source: any CohortSource, _ body: @escaping @Sendable (RunWorker, RunBatch) -> Result, take: (RunBatch, Result) throws -> Void
    ) async throws {
        var free: [RunBatch] = []
        var running: [(batch: RunBatch, task: Task<Result, Never>)] = []
        var last: [Task<Result, Never>?] = Array(repeating: nil, count: workers.count)
        var turn = 0
        while true {
            let batch = free.popLast() ?? RunBatch()
            guard try batch.fill(from: source) else { break }
            if workers.count == 1 {
                try take(batch, body(workers[0], batch))
                free.append(batch)
                continue
            }
            if running.count == 2 * workers.count {
                let first = running.removeFirst()
                try take(first.batch, await first.task.value)
                free.append(first.batch)
            }
            let (worker, before) = (workers[turn], last[turn])
            let task = Task {
                _ = await before?.value
                return body(worker, batch)
            }
            last[turn] = task
            running.append((batch, task))
            turn = (turn + 1) % workers.count
        }
        for (batch, task) in running { try take(batch, await task.value) }
    }

    /// As many readings of the source as the rules need, and none for a pack without groups and allocation.
    func survey(_ source: any CohortSource, _ survey: CohortSurvey) async throws -> WholeCohort.Knowledge {
        var survey = survey
        while let step = survey.step {
            use(survey.knowledge)
            var seen = SeenIDs()
            try await work(source) { worker, batch in
                worker.answers(batch, to: step)
            } take: { _, batch in
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
