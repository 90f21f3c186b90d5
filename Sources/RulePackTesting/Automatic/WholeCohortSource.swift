import RulePacks

/// The check on whole cohorts, as a test.
final class WholeCohortSource: TestSource {
    let tests = [PackTest(name: "any cohort > \(WholeCohortCheck.name)", kind: .check)]
    var countsForCoverage: Bool { false }
    private let nominals: MadeUpNominals

    init(_ nominals: MadeUpNominals) { self.nominals = nominals }

    func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        let asOf = nominals.asOf
        let check = WholeCohortCheck(
            cohort: nominals.made(with: decider).cohort, spec: nominals.spec, decide: { try decider.decideCohort($0, asOf: asOf) })
        return check.result(tests[index])
    }
}
