import PackTestKit
import RulePackTesting
import TestSupport
import Testing

@Suite struct ShippedPackTests {
    @Test("every test that comes with a pack passes", arguments: shippedPacks + ["examples/common/rules/common-check"])
    func passes(folder: String) async throws {
        let makers = try PackTestFiles(pack: projectFolder + "/" + folder).makers()
        let report = try await PackTestRun(try shippedPack(folder), makers: makers).run()
        #expect(report.hasPassed, "\(report.text)")
    }
}
