import Foundation
import TestSupport
import Testing

/// What a page of an example shows between ```` ```text ```` and the end of that block. Set `WAYMARK_RECORD` to write it anew.
struct ShownOutput {
    let page: String

    func expect(_ output: String) throws {
        let path = "\(Project.folder)/\(page)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let start = try #require(text.range(of: "```text\n")).upperBound
        let end = try #require(text.range(of: "```\n", range: start..<text.endIndex)).lowerBound
        if DocumentationTests.isRecording {
            try Data(text.replacingCharacters(in: start..<end, with: output).utf8).write(to: URL(fileURLWithPath: path))
        } else {
            #expect(output == String(text[start..<end]))
        }
    }
}
