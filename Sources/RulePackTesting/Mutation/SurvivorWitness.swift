import Cohorts
import Decisions
import RulePacks

/// Looks for a nominal on which a mutant and the pack decide differently, so that the missing test can be written.
final class SurvivorWitness {
    private let original: PackDecider
    private let cohort: FuzzedCohort
    private let spec: DraftSpec
    /// Each nominal, its line, and what the pack decides on it.
    private lazy var decided: [(draft: NominalDraft, line: [UInt8], decision: Decision)] = cohort.compactMap { draft in
        let line = draft.line(original.pack.catalogue, asOf: cohort.asOf)
        guard let decision = try? original.decide(line: line, asOf: cohort.asOf).get() else { return nil }
        return (draft, line, decision)
    }

    init(_ run: MutationRun) throws {
        original = try PackDecider(run.pack, asOf: run.asOf)
        cohort = FuzzedCohort(original.program, count: run.nominals, asOf: run.asOf)
        spec = DraftSpec(run.pack, asOf: run.asOf)
    }

    func show(_ mutant: Mutant, _ changed: PackDecider) -> (spec: String?, words: String) {
        let pack = original.pack.identity
        /// The two decisions on a line; nil where they are the same.
        func difference(_ line: [UInt8], from decision: Decision? = nil) -> (was: Decision, now: Decision)? {
            guard let was = decision ?? (try? original.decide(line: line, asOf: cohort.asOf).get()),
                let now = try? changed.decide(line: line, asOf: cohort.asOf).get(), was.record(pack) != now.record(pack)
            else { return nil }
            return (was, now)
        }
        for (draft, line, decision) in decided {
            guard let first = difference(line, from: decision) else { continue }
            let catalogue = original.pack.catalogue
            let shrinker = DraftShrinker(neutral: cohort.neutral, catalogue: catalogue, asOf: cohort.asOf, most: 200)
            let smallest = shrinker.smallest(draft) { difference($0.line(catalogue, asOf: cohort.asOf)) != nil }
            let (was, now) = difference(smallest.line(catalogue, asOf: cohort.asOf)) ?? first
            return (
                spec.text(mutant.testName, [("d", smallest)], was.expectations(unlike: now)),
                "this nominal tells them apart by \(was.firstDifference(from: now))"
            )
        }
        return (nil, "none of \(decided.count) made-up nominals tells them apart: the change may make no difference")
    }
}

extension Mutant {
    /// Of a test that notices it; no two of a pack have the same.
    fileprivate var testName: String {
        "\(file):\(line):\(column) is not " + (kind == .removal ? "removed" : "changed to \(now)")
    }
}
