import Cohorts
import Decisions
import Notation
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

    /// A spec that holds for the pack and fails with the mutant, of answers rather than of the words about them; nil where
    /// there is none, and why.
    func show(_ mutant: Mutant, _ changed: PackDecider) -> (spec: String?, words: String) {
        let differences = Differences(original: original, changed: changed, asOf: cohort.asOf)
        var explained: NominalDraft?
        var unseen: String?
        for (draft, line, decision) in decided {
            guard let pair = differences.pair(line, decision) else { continue }
            if !pair.answers.isEmpty { return spec(mutant, draft, differences, \.answers) }
            if pair.explanations.isEmpty { unseen = unseen ?? pair.was.unseen(unlike: pair.now) } else { explained = explained ?? draft }
        }
        if let explained { return spec(mutant, explained, differences, \.explanations) }
        if let unseen { return (nil, "no test can tell it apart: \(unseen), in the record alone") }
        return (nil, "none of \(decided.count) made-up nominals tells them apart: the change may make no difference")
    }

    private func spec(
        _ mutant: Mutant, _ draft: NominalDraft, _ differences: Differences, _ lines: (Differences.Pair) -> [String]
    ) -> (spec: String?, words: String) {
        let catalogue = original.pack.catalogue
        func pair(_ draft: NominalDraft) -> Differences.Pair? { differences.pair(draft.line(catalogue, asOf: cohort.asOf)) }
        let shrinker = DraftShrinker(neutral: cohort.neutral, catalogue: catalogue, asOf: cohort.asOf, most: 200)
        let smallest = shrinker.smallest(draft) { pair($0).map { !lines($0).isEmpty } ?? false }
        for nominal in [smallest, draft] {
            guard let shown = pair(nominal), case let lines = lines(shown), !lines.isEmpty else { continue }
            return (spec.text(mutant.testName, [("d", nominal)], lines), "this nominal tells them apart by \(shown.was.firstDifference(from: shown.now))")
        }
        return (nil, "a made-up nominal tells them apart, and not every time")
    }

    /// What a pack and a mutant of it decide differently.
    private struct Differences {
        struct Pair {
            let was: Decision
            let now: Decision
            var answers: [String] { was.expectations(unlike: now) }
            var explanations: [String] { was.explanations(unlike: now) }
        }

        let original: PackDecider
        let changed: PackDecider
        let asOf: Day

        /// The two decisions on a line; nil where they are the same.
        func pair(_ line: [UInt8], _ decision: Decision? = nil) -> Pair? {
            let pack = original.pack.identity
            guard let was = decision ?? (try? original.decide(line: line, asOf: asOf).get()),
                let now = try? changed.decide(line: line, asOf: asOf).get(), was.record(pack) != now.record(pack)
            else { return nil }
            return Pair(was: was, now: now)
        }
    }
}

extension Mutant {
    /// Of a test that notices it; no two of a pack have the same.
    fileprivate var testName: String {
        "\(file):\(line):\(column) is not " + (kind == .removal ? "removed" : "changed to \(now)")
    }
}
