import Decisions
import PackTestKit
import RuleChecks
import RulePackTesting
import RulePacks
import TestSupport
import Testing

@Suite struct ShippedPackTests {
    @Test("there are packs to test")
    func some() { #expect(shippedPacks.count >= 6) }

    @Test("every test of a shipped pack passes, and they cover all of its own rows, branches, bands and classes", arguments: shippedPacks)
    func passes(folder: String) async throws {
        var run = PackTestRun(try shippedPack(folder), makers: try PackTestFiles(pack: projectFolder + "/" + folder).makers())
        run.measuresCoverage = true
        let report = try await run.run()
        #expect(report.hasPassed, "\(report.text)")
        let coverage = try #require(report.coverage)
        #expect(coverage.shortfall(of: 100) == nil, "\(coverage.text)")
    }

    @Test("nothing but a note is found in a shipped pack", arguments: shippedPacks)
    func checked(folder: String) throws {
        let day = try shippedPack(folder).manifest.valid.from
        #expect(CheckedPack(projectFolder + "/" + folder, asOf: day).findings.filter { $0.severity != .note }.map(\.text) == [])
    }

    @Test("every test of the shared modules passes")
    func common() async throws {
        let folder = "examples/common/rules/common-check"
        let report = try await PackTestRun(try shippedPack(folder), makers: PackTestFiles(pack: projectFolder + "/" + folder).makers()).run()
        #expect(report.hasPassed, "\(report.text)")
    }
}
