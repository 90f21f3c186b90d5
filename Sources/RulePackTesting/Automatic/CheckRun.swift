import Cohorts
import Decisions
import Notation
import RulePacks

/// One check over made-up nominals, with what it finds made as plain as can be.
struct CheckRun {
    let nominals: MadeUpNominals.Made
    let spec: DraftSpec
    let decide: Deciding
    /// What was spent on decisions so far.
    let work: () -> Work
    /// What it may spend on nominals, the search for the plainest apart; what was left out is said.
    let limit: Work
    /// Different problems that are told of.
    static let mostProblems = 3

    func result(of check: some AutomaticCheck, _ test: PackTest) -> PackTestResult {
        let watch = Stopwatch()
        let cohort = nominals.cohort
        var spent = Work(0)
        var problems: [(message: String, spec: [String])] = []
        var excuses: [String] = []
        var seen: Set<String> = []
        var checked = 0
        var place = 0
        while place < cohort.count, problems.count < CheckRun.mostProblems, spent < limit {
            defer { place += 1 }
            let draft = nominals.drafts[place]
            guard let decision = nominals.decisions[place], check.concerns(draft, decision) else { continue }
            checked += 1
            let before = work()
            let found = check.problem(draft, decision, decide)
            spent += work() - before
            guard let problem = found, seen.insert(problem.key).inserted else { continue }
            if let excuse = check.excuse(problem) {
                excuses.append(excuse)
            } else {
                let smallest = smallest(problem, draft, check)
                problems.append((
                    "\(smallest.words) (seed \(cohort.seed), nominal \(place + 1) of \(cohort.count))",
                    spec.lines(check.name, smallest.decisions, smallest.expectations)))
            }
        }
        func result(_ status: PackTestResult.Status, _ message: String?, _ spec: [String] = []) -> PackTestResult {
            PackTestResult(test, status, message: message, spec: spec, seconds: watch.seconds)
        }
        if !problems.isEmpty {
            return result(.failed, problems.map(\.message).joined(separator: "; "), problems.flatMap(\.spec))
        }
        if !excuses.isEmpty { return result(.passed, "\(excuses.joined(separator: "; ")) (seed \(cohort.seed))") }
        if checked == 0 { return result(.skipped, "no made-up nominal could show it (seed \(cohort.seed), \(place) nominals)") }
        return result(.passed, place < cohort.count ? "the work allowed was enough for \(place) of \(cohort.count) nominals (seed \(cohort.seed))" : nil)
    }

    private func smallest(_ problem: CheckProblem, _ draft: NominalDraft, _ check: some AutomaticCheck) -> CheckProblem {
        var best = problem
        let shrinker = DraftShrinker(neutral: nominals.cohort.neutral, catalogue: spec.pack.catalogue, asOf: nominals.cohort.asOf)
        func again(_ candidate: NominalDraft) -> CheckProblem? {
            guard case .success(let decision) = decide(candidate), let found = check.problem(candidate, decision, decide) else { return nil }
            return found.key == problem.key ? found : nil
        }
        if let found = again(shrinker.smallest(draft) { again($0) != nil }) { best = found }
        return best
    }
}
