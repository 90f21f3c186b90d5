import Decisions
import Foundation
import TestSupport
import Testing

@testable import RuleChecks

@Suite("The pages on findings about conditions")
struct LogicPagesTests {
    @Test(
        "what a page says to avoid is found, and what it prefers is not",
        arguments: [
            FindingCode.conditionNeverHolds, .conditionAlwaysHolds, .unreachableRule, .unreachableBand, .unreachableClass, .unanalysedCondition, .needlessBound,
        ])
    func examples(_ code: FindingCode) throws {
        let text = try String(contentsOfFile: "\(projectFolder)/docs/checks/\(code.rawValue).md", encoding: .utf8)
        #expect(text.hasPrefix("# \(code.rawValue): \(code.meaning)\n"))
        let examples = text.matches(of: /```lua rules.lua\n((?:.|\n)*?)```/).map { String($0.output.1) }
        try #require(examples.count == 2)
        #expect(try LogicPack(examples[0]).findings.contains { $0.code == code })
        #expect(try LogicPack(examples[1]).words == [])
    }
}
