import Cohorts
import Decisions
import Notation
import RulePackTesting
import RulePacks

/// Which tests ran on which pack.
final class RunLog: Sendable {
    private let entries = Locked<[(digest: String, test: String)]>([])

    func note(_ test: String, on digest: String) { entries.withLock { $0.append((digest, test)) } }

    func tests(on digest: String) -> [String] { entries.withLock { $0.filter { $0.digest == digest }.map(\.test) } }
}

/// Tests of a recommendation, which note in a log that they ran.
final class NotedTests: TestSource {
    struct Case: Sendable {
        let name: String
        let changes: [String: DraftValue]
        let action: Recommendation.Action
    }

    let tests: [PackTest]
    private let cases: [Case]
    private let log: RunLog

    init(_ cases: [Case], _ log: RunLog) {
        self.cases = cases
        self.log = log
        tests = cases.map { PackTest(name: $0.name, kind: .spec) }
    }

    func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        log.note(cases[index].name, on: decider.pack.identity.digest)
        var draft = NominalDraft.neutral(decider.pack.catalogue, borough: decider.pack.manifest.owner.borough)
        for (path, value) in cases[index].changes { draft[path] = value }
        guard case .success(let decision) = decider.decide(draft, asOf: decider.pack.manifest.valid.from) else {
            return PackTestResult(tests[index], .failed, message: "the nominal is not valid")
        }
        return PackTestResult(tests[index], decision.recommendation.action == cases[index].action ? .passed : .failed)
    }
}
