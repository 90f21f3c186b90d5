package import Cohorts
package import Decisions
package import Notation

/// Several packs, or versions of one, asked of the same people in one reading of a cohort, so that nothing has to be kept of
/// anybody in order to compare. It belongs to one thread.
package final class SideBySide {
    /// A pack, and how many places it has to give.
    package struct Entry: Sendable {
        package var pack: PackSource
        /// nil where the number of places is as the pack says.
        package var capacity: Int?
        /// As if there were places for everybody.
        package var ignoresPlaces: Bool

        package init(_ pack: PackSource, capacity: Int? = nil, ignoresPlaces: Bool = false) {
            self.pack = pack
            self.capacity = capacity
            self.ignoresPlaces = ignoresPlaces
        }
    }

    /// What a reading came to.
    package struct Reading: Sendable, Equatable {
        package var people = 0
        /// Lines that are no valid nominal, or one that was there before.
        package var rejected = 0
    }

    package let layout: RowLayout
    package let asOf: Day
    private var runs: [CohortRun] = []
    private var workers: [RunWorker] = []
    private var ignorePlaces: [Bool] = []
    private var plans: [AllocationPlan?] = []
    private var decoder: NominalDecoder
    private let row: NominalRow

    /// - Parameter layout: one that has the fields of every pack that will be added.
    package init(layout: RowLayout, asOf: Day) {
        self.layout = layout
        self.asOf = asOf
        decoder = NominalDecoder(layout: layout)
        row = NominalRow(layout: layout)
    }

    /// Loads a pack.
    /// - Returns: the number by which its decisions are asked for.
    /// - Throws: `PackError`.
    package func add(_ entry: Entry) throws(PackError) -> Int {
        var run = CohortRun(pack: entry.pack, asOf: asOf, layout: layout)
        run.capacity = entry.capacity
        workers.append(RunWorker(try RuleProgram(entry.pack, layout: layout, asOf: asOf)))
        runs.append(run)
        ignorePlaces.append(entry.ignoresPlaces)
        plans.append(nil)
        return workers.count - 1
    }

    package func program(_ number: Int) -> RuleProgram { workers[number].evaluator.program }
    package func evaluator(_ number: Int) -> Evaluator { workers[number].evaluator }

    /// Some pack has groups or places, so that the cohort is read beforehand.
    package var readsAhead: Bool { workers.contains { CohortRun.readsTwice($0.evaluator.program.rules) } }

    /// Reads the cohort for groups and places, as often as the packs need it, and leaves it at its start.
    /// - Throws: `CohortError`, `RunStopped`.
    package func survey(_ source: any CohortSource) throws {
        for number in workers.indices {
            let knowledge = try WholeCohort(runs[number], workers[number]).survey(source, places: !ignorePlaces[number])
            workers[number].use(knowledge)
            plans[number] = knowledge.plan
        }
    }

    /// Every valid nominal once, in the order of the input; then the source is back at its start.
    /// - Throws: `CohortError`, or what `body` throws.
    @discardableResult
    package func each(_ source: any CohortSource, _ body: (NominalRow) throws -> Void) throws -> Reading {
        var (reading, seen) = (Reading(), SeenIDs())
        var failure: (any Error)?
        var isEnd = false
        while !isEnd {
            isEnd = try !source.next { line, number in
                let isNew = decoder.decode(line, lineNumber: number, into: row) == nil && Array(row.id.utf8).withUnsafeBytes { seen.insert($0) }
                guard isNew else { return reading.rejected += 1 }
                reading.people += 1
                do { try body(row) } catch { failure = error }
            }
            if let failure { throw failure }
            reading.rejected += source.pendingRejects.count
            source.pendingRejects = []
        }
        try source.rewind()
        return reading
    }

    /// What one of the packs says of a nominal.
    /// - Throws: `RunStopped`.
    package func decision(of number: Int, on row: NominalRow) throws(RunStopped) -> Decision {
        _ = try decisionBeforePlaces(of: number, on: row)
        return placed(number)
    }

    /// The same as if there were places for everybody.
    /// - Throws: `RunStopped`.
    package func decisionBeforePlaces(of number: Int, on row: NominalRow) throws(RunStopped) -> Decision {
        let evaluator = workers[number].evaluator
        evaluator.evaluate(row, input: "")
        if let stopped = evaluator.stopped { throw stopped }
        return evaluator.decision
    }

    /// The decision that was asked for last, once it is settled who has a place.
    package func placed(_ number: Int) -> Decision {
        let evaluator = workers[number].evaluator
        if let plan = plans[number] { evaluator.apply(plan) }
        return evaluator.decision
    }
}
