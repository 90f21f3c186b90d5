import Foundation
import TestSupport
import Testing

/// Two versions of a pack from draft to in force, with the refusals on the way: `examples/approval`.
@Suite("the approval example")
struct ApprovalExampleTests {
    private static let page = "examples/approval/README.md"

    /// What the page shows as the script's output.
    private func shown(_ text: String) throws -> Range<String.Index> {
        let start = try #require(text.range(of: "```text\n")).upperBound
        let end = try #require(text.range(of: "\n```", range: start..<text.endIndex)).lowerBound
        return start..<text.index(after: end)
    }

    @Test("goes from draft to in force twice, and says what its page shows")
    func output() throws {
        let work = try Workplace()
        let result = try work.shell("WAYMARK_QUICK=1 sh examples/approval/approve.sh \"$WAYMARK\"")
        #expect(result.status == 0, "\(result.out)\(result.err)")
        let path = "\(Project.folder)/\(ApprovalExampleTests.page)"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let place = try shown(text)
        if DocumentationTests.isRecording, result.status == 0 {
            text.replaceSubrange(place, with: result.out)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        } else {
            #expect(result.out == text[place])
        }
        #expect(result.out.components(separatedBy: "(refused: exit code 4)").count - 1 == 5)
        let states = result.out.lines.filter { $0.hasPrefix("stoke-on-trent 1.") && $0.contains(": in force") || $0.contains("superseded") }
        #expect(states.contains { $0.hasPrefix("stoke-on-trent 1.2.0: in force") })
        #expect(states.contains { $0.hasPrefix("stoke-on-trent 1.3.0: in force") })
    }
}
