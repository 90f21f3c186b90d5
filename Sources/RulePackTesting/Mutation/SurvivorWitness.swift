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

    func show(_ mutant: PackDecider) -> (spec: String?, words: String) {
        let pack = original.pack.identity
        /// The two decisions on a line; nil where they are the same.
        func changed(_ line: [UInt8], from decision: Decision? = nil) -> (was: Decision, now: Decision)? {
            guard let was = decision ?? (try? original.decide(line: line, asOf: cohort.asOf).get()),
                let now = try? mutant.decide(line: line, asOf: cohort.asOf).get(), was.record(pack) != now.record(pack)
            else { return nil }
            return (was, now)
        }
        for (draft, line, decision) in decided {
            guard let first = changed(line, from: decision) else { continue }
            let catalogue = original.pack.catalogue
            let shrinker = DraftShrinker(neutral: cohort.neutral, catalogue: catalogue, asOf: cohort.asOf, most: 200)
            let smallest = shrinker.smallest(draft) { changed($0.line(catalogue, asOf: cohort.asOf)) != nil }
            let (was, now) = changed(smallest.line(catalogue, asOf: cohort.asOf)) ?? first
            return (
                spec.text("tells the change apart", [("d", smallest)], was.expectations(unlike: now)),
                "this nominal tells them apart: \(was.firstDifference(from: now)) changes"
            )
        }
        return (nil, "none of \(decided.count) made-up nominals tells them apart: the change may make no difference")
    }
}

extension Decision {
    /// Lines of a spec that hold for this decision and not for another.
    fileprivate func expectations(unlike other: Decision) -> [String] {
        var lines: [String] = []
        if recommendation.action != other.recommendation.action {
            lines.append("expect(d.recommendation.action).is(\"\(recommendation.action.rawValue)\")")
        } else if recommendation.rule != other.recommendation.rule, let rule = recommendation.rule {
            lines.append("expect(d.recommendation.rule).is(\"\(rule)\")")
        }
        for (was, now) in zip(criteria, other.criteria) where was.met != now.met {
            lines.append(
                was.met == .unknown ? "expect(d.met.\(was.name)).is_unknown()" : "expect(d.met.\(was.name)).is(\(was.met == .yes))")
        }
        for (was, now) in zip(matrices, other.matrices) where was.low != now.low || was.high != now.high {
            lines.append(
                was.low == was.high ? "expect(d.score.\(was.name)).is(\(shortestText(was.low)))" : "expect(d.score.\(was.name)).is_unknown()")
        }
        for (was, now) in zip(classes, other.classes) where was.classes != now.classes && was.classes?.count == 1 && !was.isSet {
            lines.append("expect(d.class.\(was.name)).is(\"\(was.classes?[0] ?? "")\")")
        }
        for tasking in taskings where !other.taskings.contains(tasking) { lines.append("expect(d).has_tasking(\"\(tasking.kind)\")") }
        for tasking in other.taskings where !taskings.contains(where: { $0.kind == tasking.kind }) {
            lines.append("expect(d).has_no_tasking(\"\(tasking.kind)\")")
        }
        return lines.isEmpty ? ["-- the record differs in its reasons only"] : lines
    }
}
