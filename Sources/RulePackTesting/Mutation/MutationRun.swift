import Decisions
package import Notation
package import RulePacks

/// Tries every mutant of a pack against those of its tests that come to the changed place, and stops at the first that fails.
package struct MutationRun: Sendable {
    package struct Progress: Sendable {
        package var tried: Int
        package var of: Int
        package var survived: Int
    }

    /// Tests that fail without any change.
    package struct FailingTests: Error, Sendable {
        package let names: [String]

        package init(names: [String]) { self.names = names }

        /// Why nothing was tried, in a sentence.
        package var words: String {
            let shown = names.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
            let more = names.count > 3 ? " and \(names.count - 3) more" : ""
            return "no change was tried: that needs every test to pass, and \(shown)\(more) \(names.count == 1 ? "fails" : "fail")"
        }
    }

    package let pack: PackSource
    package let makers: [TestSourceMaker]
    package let asOf: Day
    package let jobs: Int
    /// How many made-up nominals are tried on a survivor.
    package let nominals: Int
    /// Called after each mutant, on whichever worker tried it.
    package var progress: (@Sendable (Progress) -> Void)?

    package init(_ pack: PackSource, tests makers: [TestSourceMaker], asOf: Day, jobs: Int, nominals: Int = 300) {
        self.pack = pack
        self.makers = makers
        self.asOf = asOf
        self.jobs = max(1, jobs)
        self.nominals = nominals
    }

    /// Every mutant of the pack's own files, in their order.
    package var mutants: [Mutant] {
        MutantFinder.mutants(ofManifest: pack.manifestFile)
            + pack.ownRuleFiles.compactMap { try? WrittenFile($0) }.flatMap { MutantFinder.mutants(of: $0) }
    }

    /// - Throws: `PackError` where the pack does not load; a finding where it was edited meanwhile; `FailingTests` where a test fails without any change.
    package func run() async throws -> MutationReport {
        let mutants = mutants
        let reach = try TestReach(self)
        guard reach.failing.isEmpty else { throw FailingTests(names: reach.failing) }
        let queue = PlaceQueue(count: mutants.count)
        let tally = MutationTally()
        let fates = try await withThrowingTaskGroup(of: [(Int, MutationReport.Fate)].self) { group in
            for _ in 0..<min(jobs, max(1, mutants.count)) {
                group.addTask {
                    let worker = try MutationWorker(self, reach)
                    var fates: [(Int, MutationReport.Fate)] = []
                    while let place = await queue.next() {
                        let fate = worker.fate(of: mutants[place])
                        fates.append((place, fate))
                        var survived = false
                        if case .survived = fate { survived = true }
                        let done = await tally.add(survived: survived)
                        progress?(Progress(tried: done.tried, of: mutants.count, survived: done.survived))
                    }
                    return fates
                }
            }
            var all: [(Int, MutationReport.Fate)] = []
            for try await some in group { all += some }
            return all.sorted { $0.0 < $1.0 }
        }
        // With files that are gone every mutant fails to load, as if all had been noticed.
        if try PackSource.load(pack.path).pack.identity != pack.identity {
            throw Finding(.unreadableFile, "the pack was edited while changes to it were tried: run the tests again")
        }
        let own = Set(pack.ownRuleFiles.map(\.name))
        let untouched = pack.ruleFiles.map(\.name).filter { !own.contains($0) } + pack.modules.values.map(\.name).sorted()
        return MutationReport(outcomes: fates.map { (mutants[$0.0], $0.1) }, untouched: untouched)
    }
}

/// Counts what came of the mutants so far.
private actor MutationTally {
    private var tried = 0
    private var survived = 0

    func add(survived one: Bool) -> (tried: Int, survived: Int) {
        tried += 1
        if one { survived += 1 }
        return (tried, survived)
    }
}
