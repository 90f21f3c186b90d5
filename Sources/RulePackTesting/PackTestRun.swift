import Decisions
package import RulePacks
import Synchronization

/// Runs tests over workers, each with a pack and a Lua state of its own. The results come in the order of the makers and of
/// the tests in their sources, whatever the number of jobs.
package struct PackTestRun: Sendable {
    package let pack: PackSource
    package var makers: [TestSourceMaker]
    package var jobs = 1
    /// Only tests in whose name this stands run, whatever the case of its letters; nil for all.
    package var filter: String?
    /// Called on a worker's own thread, before its first test and after its last.
    package var begin: (@Sendable (PackDecider) -> Void)?
    package var end: (@Sendable (PackDecider) -> Void)?

    package init(_ pack: PackSource, makers: [TestSourceMaker]) {
        self.pack = pack
        self.makers = makers
    }

    /// - Throws: `PackError` where the pack does not load.
    package func run() async throws -> PackTestReport {
        let watch = Stopwatch()
        let queue = PlaceQueue(count: makers.count)
        let parts = try await withThrowingTaskGroup(of: [(place: Int, results: [PackTestResult])].self) { group in
            for _ in 0..<max(1, min(jobs, makers.count)) {
                group.addTask {
                    let decider = try PackDecider(pack, asOf: pack.manifest.valid.from)
                    begin?(decider)
                    defer { end?(decider) }
                    var done: [(place: Int, results: [PackTestResult])] = []
                    while let place = queue.next() {
                        done.append((place, makers[place].make(decider).flatMap { outcomes(of: $0, decider) }))
                    }
                    return done
                }
            }
            var all: [(place: Int, results: [PackTestResult])] = []
            for try await part in group { all += part }
            return all
        }
        let results = parts.sorted { $0.place < $1.place }.flatMap(\.results)
        return PackTestReport(pack: pack.identity, results: results, seconds: watch.seconds, filter: filter)
    }

    private func outcomes(of source: any TestSource, _ decider: PackDecider) -> [PackTestResult] {
        source.tests.indices.map { index in
            guard runs(source.tests[index]) else { return PackTestResult(source.tests[index], .skipped) }
            return source.run(index, with: decider)
        }
    }

    private func runs(_ test: PackTest) -> Bool {
        guard let filter, !test.alwaysRuns else { return true }
        return test.name.lowercased().contains(filter.lowercased())
    }
}

/// Hands out places, each to one worker.
private final class PlaceQueue: Sendable {
    private let given = Mutex(0)
    private let count: Int

    init(count: Int) { self.count = count }

    /// nil once all are given out.
    func next() -> Int? {
        given.withLock { place in
            guard place < count else { return nil }
            defer { place += 1 }
            return place
        }
    }
}
