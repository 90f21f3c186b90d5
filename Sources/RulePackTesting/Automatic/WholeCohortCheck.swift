import Cohorts
import Decisions
import Notation
import RulePacks

/// With groups and places, too, no rule fails, and the order in which people stand in the file decides nothing.
struct WholeCohortCheck {
    static let name = "no cohort makes a rule fail, and its order decides nothing"
    /// A cohort is decided at least four times over, so fewer are enough.
    static let most = 60
    /// How many smaller cohorts are tried for one that shows the same.
    static let mostTries = 200

    let cohort: FuzzedCohort
    let spec: DraftSpec
    let decide: ([NominalDraft]) throws -> [Result<Decision, Reject>]

    func result(_ test: PackTest) -> PackTestResult {
        let watch = Stopwatch()
        let drafts = Array(cohort.prefix(WholeCohortCheck.most))
        let found = problem(drafts)
        guard let found else { return PackTestResult(test, .passed, seconds: watch.seconds) }
        let smallest = smallest(drafts)
        let words = problem(smallest) ?? found
        return PackTestResult(
            test, .failed, message: "\(words) (seed \(cohort.seed), \(drafts.count) nominals)",
            spec: spec.lines(WholeCohortCheck.name, cohort: smallest, ["expect(c[1].error).is_nothing()"]), seconds: watch.seconds)
    }

    private func problem(_ drafts: [NominalDraft]) -> String? {
        guard let decisions = try? decide(drafts).compactMap({ try? $0.get() }) else { return "the cohort could not be decided in the time that a rule has" }
        if let failed = decisions.first(where: { $0.error != nil }), let error = failed.error {
            return (error.rule.map { "`\($0)` fails: " } ?? "") + error.message
        }
        guard let backwards = try? decide(drafts.reversed()).compactMap({ try? $0.get() }) else { return nil }
        for (one, other) in zip(decisions, backwards.reversed()) where one.record(spec.pack.identity) != other.record(spec.pack.identity) {
            return "\(one.firstDifference(from: other)) of `\(one.nominal)` is another when the cohort stands in the opposite order"
        }
        return nil
    }

    /// Fewer people who show it still.
    private func smallest(_ drafts: [NominalDraft]) -> [NominalDraft] {
        var best = drafts
        var tries = 0
        var piece = best.count / 2
        while piece > 0, tries < WholeCohortCheck.mostTries {
            var start = 0
            while start < best.count, best.count > 1, tries < WholeCohortCheck.mostTries {
                tries += 1
                var shorter = best
                shorter.removeSubrange(start..<min(start + piece, shorter.count))
                if !shorter.isEmpty, problem(shorter) != nil { best = shorter } else { start += piece }
            }
            piece /= 2
        }
        return best
    }
}
