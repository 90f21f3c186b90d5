import Cohorts
import Decisions
import Notation
import RulePacks

extension PackProperty {
    package var test: PackTest { PackTest(name: name, kind: .property, file: file, line: line) }

    /// Tries the property on made-up nominals.
    /// - Parameter work: what it may take before it stops with fewer and says so.
    package func run(with decider: PackDecider, work: Work = .usual) -> PackTestResult {
        run(on: PropertyCohort(self, decider.pack.catalogue), with: decider, work: work)
    }

    /// - Parameter prepared: the property's nominals, for whoever tries it more than once.
    func run(on prepared: PropertyCohort, with decider: PackDecider, work limit: Work = .usual) -> PackTestResult {
        let pack = decider.pack
        let decide: Deciding = { decider.decide($0, asOf: cohort.asOf) }
        let watch = Stopwatch()
        let start = decider.work
        var refusal: Reject?
        var tried = 0
        var touched = false
        var place = 0
        func result(_ status: PackTestResult.Status, _ message: String?, _ spec: [String] = []) -> PackTestResult {
            PackTestResult(test, status, message: message, spec: spec, seconds: watch.seconds)
        }
        while place < cohort.count, decider.work - start < limit {
            defer { place += 1 }
            guard let nominals = prepared[place] else { continue }
            for trial in trials(nominals.drafts, &refusal, { decider.decide(line: nominals.lines[$0], asOf: cohort.asOf) }) {
                tried += 1
                if touched || promises.contains(where: { $0.isTouched(trial.before, trial.after) }) { touched = true }
                guard let found = breach(trial) else { continue }
                let (trial, words, expectation) = smallest(cohort[place], found.key, pack, decide) ?? (trial, found.words, found.expectation)
                return result(
                    .failed, "\(file):\(line): \(words) (seed \(cohort.seed), nominal \(place + 1) of \(cohort.count))", spec(trial, expectation, pack))
            }
        }
        if tried == 0 {
            return result(.failed, "\(file):\(line): no nominal could be made that the property speaks of" + (refusal.map { ": \($0.message)" } ?? ""))
        }
        if !touched { return result(.passed, "the change never moved what the property is about, on \(tried) nominals (seed \(cohort.seed))") }
        return result(.passed, place < cohort.count ? "the work allowed was enough for \(place) of \(cohort.count) nominals (seed \(cohort.seed))" : nil)
    }

    /// One nominal, before and after; the same twice where nothing is changed.
    private struct Trial {
        var nominals: [NominalDraft]
        var before: Decision
        var after: Decision
    }

    /// A nominal that the property can be tried on, then what its change may make of it; nil where there is none.
    func nominals(_ draft: NominalDraft) -> [NominalDraft]? {
        var base = draft
        for field in given { base[field.path] = field.value }
        if let change {
            guard let ready = change.ready(base, neutral: cohort.neutral, asOf: cohort.asOf) else { return nil }
            base = ready
        }
        // What is given stays as it is: a nominal with which it does not agree is none to try.
        let repaired = DraftRepair(asOf: cohort.asOf).repaired(base)
        if given.allSatisfy({ repaired[$0.path] == $0.value }) { base = repaired }
        return [base] + (change?.changed(base) ?? [])
    }

    /// - Parameter decide: the decision on the nominal at a place of `nominals`.
    private func trials(_ nominals: [NominalDraft], _ refusal: inout Reject?, _ decide: (Int) -> Result<Decision, Reject>) -> [Trial] {
        var decisions: [Decision?] = []
        for place in nominals.indices {
            switch decide(place) {
            case .failure(let reject):
                refusal = refusal ?? reject
                if place == 0 { return [] }
                decisions.append(nil)
            case .success(let decision): decisions.append(decision)
            }
        }
        guard let before = decisions.first.flatMap({ $0 }) else { return [] }
        if change == nil { return [Trial(nominals: nominals, before: before, after: before)] }
        return nominals.indices.dropFirst().compactMap { place in
            decisions[place].map { Trial(nominals: [nominals[0], nominals[place]], before: before, after: $0) }
        }
    }

    private func breach(_ trial: Trial) -> (key: String, words: String, expectation: String)? {
        for (decision, local) in [(trial.before, trial.nominals.count == 1 ? "d" : "before"), (trial.after, "after")] {
            guard let error = decision.error else { continue }
            return ("error", (error.rule.map { "`\($0)` fails: " } ?? "") + error.message, "expect(\(local).error).is_nothing()")
        }
        for (place, promise) in promises.enumerated() {
            if let found = promise.breach(trial.before, trial.after) { return ("\(place)", found.words, found.expectation) }
        }
        return nil
    }

    private func smallest(_ draft: NominalDraft, _ key: String, _ pack: PackSource, _ decide: Deciding) -> (Trial, String, String)? {
        func again(_ candidate: NominalDraft) -> (Trial, String, String)? {
            var refusal: Reject?
            guard let nominals = nominals(candidate) else { return nil }
            for trial in trials(nominals, &refusal, { decide(nominals[$0]) }) {
                if let found = breach(trial), found.key == key { return (trial, found.words, found.expectation) }
            }
            return nil
        }
        let shrinker = DraftShrinker(neutral: cohort.neutral, catalogue: pack.catalogue, asOf: cohort.asOf)
        return again(shrinker.smallest(draft) { again($0) != nil })
    }

    private func spec(_ trial: Trial, _ expectation: String, _ pack: PackSource) -> [String] {
        let isOfOne = trial.nominals.count == 1
        // A promise about the decision after a change is written over `d`.
        let names = isOfOne ? ["d"] : ["before", expectation.contains("(d.") || expectation.contains("(d)") ? "d" : "after"]
        let decisions = zip(names, trial.nominals).map { (local: $0, draft: $1) }
        return DraftSpec(pack, asOf: cohort.asOf).lines(name, decisions, [expectation])
    }
}
