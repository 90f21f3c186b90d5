import Cohorts
import Decisions
import Notation
import RulePacks

/// One check over made-up nominals, with what it finds made as plain as can be.
struct CheckRun {
    let cohort: FuzzedCohort
    /// The cohort's nominals, drawn once for all checks.
    let drafts: [NominalDraft]
    let spec: DraftSpec
    let decide: Deciding
    /// What the pack decides on each nominal; nil for one that is not valid.
    let decisions: [Decision?]
    /// How long it may take; what was left out is said.
    let limit: Duration
    /// Different problems that are told of.
    static let mostProblems = 3

    func result(of check: some AutomaticCheck, _ test: PackTest) -> PackTestResult {
        let clock = ContinuousClock()
        let start = clock.now
        var problems: [(message: String, spec: [String])] = []
        var excuses: [String] = []
        var seen: Set<String> = []
        var checked = 0
        var place = 0
        while place < cohort.count, problems.count < CheckRun.mostProblems, clock.now - start < limit {
            defer { place += 1 }
            let draft = drafts[place]
            guard let decision = decisions[place], check.concerns(draft, decision) else { continue }
            checked += 1
            guard let problem = check.problem(draft, decision, decide), seen.insert(problem.key).inserted else { continue }
            if let excuse = check.excuse(problem) {
                excuses.append(excuse)
            } else {
                let smallest = smallest(problem, draft, check)
                problems.append((
                    "\(smallest.words) (seed \(cohort.seed), nominal \(place + 1) of \(cohort.count))",
                    spec.lines(check.name, smallest.decisions, smallest.expectations)))
            }
        }
        let seconds = (clock.now - start) / .seconds(1)
        func result(_ status: PackTestResult.Status, _ message: String?, _ spec: [String] = []) -> PackTestResult {
            PackTestResult(test, status, message: message, spec: spec, seconds: seconds)
        }
        if !problems.isEmpty {
            return result(.failed, problems.map(\.message).joined(separator: "; "), problems.flatMap(\.spec))
        }
        if !excuses.isEmpty { return result(.skipped, "\(excuses.joined(separator: "; ")) (seed \(cohort.seed))") }
        if checked == 0 { return result(.skipped, "no made-up nominal could show it (seed \(cohort.seed), \(place) nominals)") }
        return result(.passed, place < cohort.count ? "the time allowed was enough for \(place) of \(cohort.count) nominals (seed \(cohort.seed))" : nil)
    }

    private func smallest(_ problem: CheckProblem, _ draft: NominalDraft, _ check: some AutomaticCheck) -> CheckProblem {
        var best = problem
        let shrinker = DraftShrinker(neutral: cohort.neutral, catalogue: spec.pack.catalogue, asOf: cohort.asOf)
        func again(_ candidate: NominalDraft) -> CheckProblem? {
            guard case .success(let decision) = decide(candidate), let found = check.problem(candidate, decision, decide) else { return nil }
            return found.key == problem.key ? found : nil
        }
        if let found = again(shrinker.smallest(draft) { again($0) != nil }) { best = found }
        return best
    }
}
