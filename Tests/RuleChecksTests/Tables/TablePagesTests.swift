import Decisions
import Foundation
import Testing

@testable import RuleChecks

@Suite("The pages on findings about tables")
struct TablePagesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/checks").path

    @Test(
        "what a page says to avoid is found, and what it prefers is not",
        arguments: [FindingCode.tableGap, .tableOverlap, .maskedRow, .badBands, .tableNotAnalysed])
    func examples(_ code: FindingCode) throws {
        let text = try String(contentsOfFile: "\(Self.folder)/\(code.rawValue).md", encoding: .utf8)
        #expect(text.hasPrefix("# \(code.rawValue): \(code.meaning)\n"))
        let examples = text.matches(of: /```lua rules.lua\n((?:.|\n)*?)```/).map { String($0.output.1) }
        try #require(examples.count == 2)
        let avoided = try TableChecks.findings(TablePack(examples[0]).program)
        #expect(avoided.contains { $0.code == code })
        let preferred = try TableChecks.findings(TablePack(examples[1]).program)
        #expect(preferred == [])
    }
}
