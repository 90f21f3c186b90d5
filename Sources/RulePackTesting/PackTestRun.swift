import Decisions
package import RulePacks

/// Runs tests over workers, each with a pack and a Lua state of its own. The results come in the order of the makers and of
/// the tests in their sources, whatever the number of jobs.
package struct PackTestRun: Sendable {
    package let pack: PackSource
    package var makers: [TestSourceMaker]
    package var jobs = 1
    /// Only tests in whose name this stands run, whatever the case of its letters; nil for all.
    package var filter: String?
    /// Note what specs and case tables touch. Made-up nominals, which say nothing about most of what they touch, do not count.
    package var measuresCoverage = false

    package init(_ pack: PackSource, makers: [TestSourceMaker]) {
        self.pack = pack
        self.makers = makers
    }

    /// - Throws: `PackError` where the pack does not load.
    package func run() async throws -> PackTestReport {
        let watch = Stopwatch()
        let queue = PlaceQueue(count: makers.count)
        let map = measuresCoverage ? CoverageMap(try PackDecider(pack, asOf: pack.manifest.valid.from).program) : nil
        let parts = try await withThrowingTaskGroup(of: Part.self) { group in
            for _ in 0..<max(1, min(jobs, makers.count)) {
                group.addTask {
                    let decider = try PackDecider(pack, asOf: pack.manifest.valid.from)
                    let touched = map.map { TouchedPlaces($0, decider) }
                    var part = Part(touched: touched?.hits)
                    while let place = await queue.next() {
                        let sources = makers[place].make(decider)
                        part.done.append((place, sources.flatMap { outcomes(of: $0, decider, touched) }))
                    }
                    part.touched = touched?.hits
                    return part
                }
            }
            var all: [Part] = []
            for try await part in group { all.append(part) }
            return all
        }
        let results = parts.flatMap(\.done).sorted { $0.place < $1.place }.flatMap(\.results)
        let coverage = map.map { map in
            CoverageReport(map, parts.compactMap(\.touched).reduce(map.noHits) { $0.union($1) }, inherited: InheritedItems(map, of: pack))
        }
        return PackTestReport(pack: pack.identity, results: results, seconds: watch.seconds, filter: filter, coverage: coverage)
    }

    /// The same on the thread that asks, as long as nobody ends it: what is not run then is skipped, and says so.
    /// - Parameter isOver: asked before each test.
    /// - Throws: `PackError` where the pack does not load.
    package func run(until isOver: () -> Bool) throws(PackError) -> PackTestReport {
        let watch = Stopwatch()
        let decider = try PackDecider(pack, asOf: pack.manifest.valid.from)
        let results = makers.flatMap { maker -> [PackTestResult] in
            if isOver() { return [] }
            return maker.make(decider).flatMap { source in
                source.tests.indices.map { index in
                    guard !isOver() else { return PackTestResult(source.tests[index], .skipped, message: "it was not run: the tests take too long together") }
                    return runs(source.tests[index]) ? source.run(index, with: decider) : PackTestResult(source.tests[index], .skipped)
                }
            }
        }
        return PackTestReport(pack: pack.identity, results: results, seconds: watch.seconds, filter: filter)
    }

    /// What one worker did.
    private struct Part: Sendable {
        var done: [(place: Int, results: [PackTestResult])] = []
        var touched: CoverageHits?
    }

    private func outcomes(of source: any TestSource, _ decider: PackDecider, _ touched: TouchedPlaces?) -> [PackTestResult] {
        source.tests.indices.map { index in
            guard runs(source.tests[index]) else { return PackTestResult(source.tests[index], .skipped) }
            let result = source.run(index, with: decider)
            touched?.take(counts: source.countsForCoverage)
            return result
        }
    }

    private func runs(_ test: PackTest) -> Bool {
        guard let filter, !test.alwaysRuns else { return true }
        return test.name.lowercased().contains(filter.lowercased())
    }
}
