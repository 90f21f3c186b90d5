@testable import RulePackTesting
import Testing

@Suite("a mutation report")
struct MutationReportTests {
    private func report(killed: Int, of count: Int) -> MutationReport {
        let mutant = Mutant(kind: .number, file: "rules.lua", line: 1, column: 1, rule: nil, was: "1", now: "2", bytes: 0..<1, replacement: [0x32])
        let survivor = MutationReport.Survivor(reachedBy: 1, editedLine: "2", spec: nil, words: "nothing shows it")
        return MutationReport(outcomes: (0..<count).map { (mutant, $0 < killed ? .killed(by: "a test") : .survived(survivor)) }, untouched: [])
    }

    @Test("its percentage is rounded down, so that 100 means all", arguments: [
        (0, 3, 0), (1, 3, 33), (2, 3, 66), (3, 3, 100), (199, 200, 99), (999, 1_000, 99), (1, 200, 0),
    ])
    func percent(killed: Int, of count: Int, expected: Int) { #expect(report(killed: killed, of: count).percent == expected) }

    @Test("what is asked for is compared with the share itself, not with the rounded percentage", arguments: [
        (2, 3, 66, true), (2, 3, 67, false), (199, 200, 99, true), (199, 200, 100, false), (200, 200, 100, true), (0, 3, 0, true), (0, 3, 1, false),
    ])
    func shortfall(killed: Int, of count: Int, minimum: Int, isEnough: Bool) {
        #expect((report(killed: killed, of: count).shortfall(of: minimum) == nil) == isEnough)
    }

    @Test("a shortfall says how many of how many, and what was asked for")
    func words() {
        #expect(report(killed: 2, of: 3).shortfall(of: 90) == "the mutation score is 66%, 2 of 3, and 90% is asked for")
    }

    @Test("a pack with nothing to change has no score, and reaches no minimum")
    func nothing() {
        let report = report(killed: 0, of: 0)
        #expect(report.percent == nil)
        #expect(report.shortfall(of: 0) == "the pack has nothing to change, so no mutation score can be shown")
        #expect(report.text == "mutation\n  the pack's own files hold nothing to change\n")
    }

    @Test("its text shows twenty survivors and says how many more there are")
    func many() {
        let text = report(killed: 1, of: 26).text
        #expect(text.split(separator: "\n").count { $0.hasPrefix("survived: rules.lua:1:1") } == 20)
        #expect(text.hasSuffix("\nand 5 more: `--format json` shows all\n"))
        #expect(!report(killed: 1, of: 21).text.contains("more:"))
    }
}
