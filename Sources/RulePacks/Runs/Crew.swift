import Cohorts
package import Decisions
import Notation

/// Workers that take the batches of a source in turn. The first two are made side by side, and others when they are needed, while those are at
/// work: a cohort that is soon done needs no more.
package final class Crew: Sendable {
    private struct State {
        var idle: [RunWorker]
        var knowledge = WholeCohort.Knowledge()
    }

    /// One of those who are there from the start.
    let first: RunWorker
    /// The most that work at a time.
    private let size: Int
    private let make: @Sendable () throws(PackError) -> RunWorker
    private let state: Locked<State>

    /// - Throws: `PackError` with every error found.
    init(size: Int, make: @escaping @Sendable () throws(PackError) -> RunWorker) async throws(PackError) {
        async let second = size > 1 ? Result(catching: make) : nil
        self.size = size
        self.make = make
        first = try make()
        state = Locked(State(idle: [try await second?.get(), first].compactMap(\.self)))
    }

    /// What the pack declares.
    package var rules: RuleSet { first.evaluator.program.rules }

    /// What all workers are to know of the whole cohort.
    func use(_ knowledge: WholeCohort.Knowledge) { state.withLock { $0.knowledge = knowledge } }

    private func hire() throws(PackError) -> RunWorker {
        let (idle, knowledge) = state.withLock { ($0.idle.popLast(), $0.knowledge) }
        let worker = if let idle { idle } else { try make() }
        worker.use(knowledge)
        return worker
    }

    private func release(_ worker: RunWorker) { state.withLock { $0.idle.append(worker) } }

    /// Has each batch worked on, and hands on what came of them in the order of the source.
    ///
    /// A worker reads the lines that it works on, and hands on its records where it is their turn: they are in its core's cache, and no other
    /// thread has to be woken. All are at work from the first line to the last.
    /// - Throws: what `take` throws, `CohortError` where the source cannot be read, `PackError`.
    func work<Result: Sendable>(
        _ source: SharedSource, _ body: @escaping @Sendable (RunWorker, RunBatch) -> Result, take: @escaping (RunBatch, Result) throws -> Void
    ) async throws {
        let turns = Turns<Result>(most: 2 * size) { batch, result in
            if let fault = batch.fault { throw fault }
            try take(batch, result)
        }
        if size == 1 {
            await doPart(of: source, turns, body)
        } else {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<size { group.addTask { await self.doPart(of: source, turns, body) } }
            }
        }
        if let failure = turns.failure { throw failure }
    }

    /// One worker's part: batch after batch to the end.
    private func doPart<Result: Sendable>(
        of source: SharedSource, _ turns: Turns<Result>, _ body: @Sendable (RunWorker, RunBatch) -> Result
    ) async {
        // With more workers than cores the last may have nothing to do.
        if source.isAtEnd { return }
        do {
            let worker = try hire()
            defer { release(worker) }
            while let batch = await turns.batch(), let number = source.fill(batch) { turns.hand(batch, number: number, body(worker, batch)) }
        } catch {
            turns.fail(error)
        }
    }

    /// As many readings of the source as the rules need, and none for a pack without groups and allocation.
    func survey(_ source: SharedSource, _ begun: CohortSurvey) async throws -> WholeCohort.Knowledge {
        var survey = begun
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
