import Decisions
import RulePacks

/// Tries one mutant after another. It belongs to one thread.
final class MutationWorker {
    private let run: MutationRun
    private let reach: TestReach
    private let tests: [(source: any TestSource, index: Int)]
    private let witness: SurvivorWitness
    /// Tests that killed before, by the rule that was changed: they are likely to kill its other mutants.
    private var killers: [String: [Int]] = [:]

    init(_ run: MutationRun, _ reach: TestReach) throws {
        self.run = run
        self.reach = reach
        let decider = try PackDecider(run.pack, asOf: run.asOf)
        tests = run.makers.flatMap { $0.make(decider) }.flatMap { source in source.tests.indices.map { (source, $0) } }
        witness = try SurvivorWitness(run)
    }

    private func isProperty(_ test: Int) -> Bool { tests[test].source.tests[tests[test].index].kind == .property }

    func fate(of mutant: Mutant) -> MutationReport.Fate {
        let source = mutant.file == run.pack.manifestFile.name
            ? run.pack.manifestFile.bytes : run.pack.ownRuleFiles.first { $0.name == mutant.file }?.bytes ?? []
        let decider: PackDecider
        do throws(PackError) {
            let changed = try PackSource.load(run.pack.path, replacing: [mutant.file: mutant.applied(to: source)]).pack
            decider = try PackDecider(changed, asOf: run.asOf)
        } catch {
            return .killedByLoad(error.findings.first?.message ?? "it does not load")
        }
        let reaching = reach.tests(reaching: mutant)
        let first = killers[mutant.rule ?? ""] ?? []
        let others = reaching.filter { !first.contains($0) }
        // A property tries hundreds of nominals where a spec tries one.
        let (slow, quick) = (others.filter(isProperty), others.filter { !isProperty($0) })
        for test in first.filter(reaching.contains) + quick + slow {
            let (source, index) = tests[test]
            guard source.run(index, with: decider).status == .failed else { continue }
            if !first.contains(test) { killers[mutant.rule ?? "", default: []].insert(test, at: 0) }
            return .killed(by: reach.names[test])
        }
        let shown = witness.show(mutant, decider)
        return .survived(
            MutationReport.Survivor(
                reachedBy: reaching.count, editedLine: mutant.editedLine(of: source), spec: shown.spec, words: shown.words))
    }
}
