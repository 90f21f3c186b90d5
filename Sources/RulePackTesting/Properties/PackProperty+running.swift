import Cohorts
import Decisions
import Notation
import RulePacks

extension PackProperty {
    package var test: PackTest { PackTest(name: name, kind: .property, file: file, line: line) }

    /// Tries the property on made-up nominals.
    /// - Parameter seconds: how long it may take before it stops with fewer and says so.
    package func run(with decider: PackDecider, seconds: Double = 1) -> PackTestResult {
        run(decider.program.pack, seconds: seconds) { decider.decide($0, asOf: cohort.asOf) }
    }

    func run(_ pack: PackSource, seconds limit: Double, _ decide: Deciding) -> PackTestResult {
        let clock = ContinuousClock()
        let start = clock.now
        var refusal: Reject?
        var tried = 0
        var touched = false
        var place = 0
        func result(_ status: PackTestResult.Status, _ message: String?, _ details: [String] = []) -> PackTestResult {
            PackTestResult(test, status, message: message, details: details, seconds: (clock.now - start) / .seconds(1))
        }
        while place < cohort.count, clock.now - start < .seconds(limit) {
            defer { place += 1 }
            for trial in trials(cohort[place], decide, &refusal) {
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
        return result(.passed, place < cohort.count ? "the time allowed was enough for \(place) of \(cohort.count) nominals (seed \(cohort.seed))" : nil)
    }

    /// One nominal, before and after; the same twice where nothing is changed.
    private struct Trial {
        var nominals: [NominalDraft]
        var before: Decision
        var after: Decision
    }

    private func trials(_ draft: NominalDraft, _ decide: Deciding, _ refusal: inout Reject?) -> [Trial] {
        var base = draft
        for field in given { base[field.path] = field.value }
        if let change {
            guard let ready = change.ready(base, neutral: cohort.neutral, asOf: cohort.asOf) else { return [] }
            base = ready
        }
        // What is given stays as it is: a nominal with which it does not agree is none to try.
        let repaired = DraftRepair(asOf: cohort.asOf).repaired(base)
        if given.allSatisfy({ repaired[$0.path] == $0.value }) { base = repaired }
        let before: Decision
        switch decide(base) {
        case .failure(let reject):
            refusal = refusal ?? reject
            return []
        case .success(let decision): before = decision
        }
        guard let change else { return [Trial(nominals: [base], before: before, after: before)] }
        return change.changed(base).compactMap { changed in
            switch decide(changed) {
            case .failure(let reject):
                refusal = refusal ?? reject
                return nil
            case .success(let after): return Trial(nominals: [base, changed], before: before, after: after)
            }
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
            for trial in trials(candidate, decide, &refusal) {
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
        return DraftSpec(pack, asOf: cohort.asOf).text(name, decisions, [expectation]).split(separator: "\n").map(String.init)
    }
}
