import RulePacks

/// One check on nominals, as a test.
final class CheckSource: TestSource {
    let tests: [PackTest]
    var countsForCoverage: Bool { false }
    private let check: any AutomaticCheck
    private let nominals: MadeUpNominals
    private let limit: Work

    init(_ check: any AutomaticCheck, _ nominals: MadeUpNominals, _ limit: Work) {
        self.check = check
        self.nominals = nominals
        self.limit = limit
        tests = [PackTest(name: "any nominal > \(check.name)", kind: .check)]
    }

    func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        let asOf = nominals.asOf
        let run = CheckRun(
            nominals: nominals.made(with: decider), spec: nominals.spec, decide: { decider.decide($0, asOf: asOf) }, work: { decider.work }, limit: limit)
        return run.result(of: check, tests[index])
    }
}
