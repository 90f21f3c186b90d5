import Foundation
import TestSupport
import Testing

/// `examples/compare-boroughs`: the same invented people under every pack. Set `WAYMARK_RECORD` to write the output into its page.
@Suite("the comparison of boroughs")
struct CompareBoroughsTests {
    private static let folder = "examples/compare-boroughs"

    private func compared(_ work: Workplace, _ arguments: String = "") throws -> String {
        let result = try work.shell("sh \(Self.folder)/compare.sh \(arguments) 2>&1")
        #expect(result.status == 0, "\(result.out)")
        return result.out
    }

    @Test("gives what its page shows")
    func shown() throws {
        let work = try Workplace()
        let output = try compared(work)
        try ShownOutput(page: "\(Self.folder)/README.md").expect(output)
        #expect(work.files == [], "without a folder nothing is kept")
    }

    @Test("counts everybody once under every pack, as the records do")
    func totals() throws {
        let work = try Workplace()
        let output = try compared(work, "kept").lines
        let packs = ["gripping-the-offender", "staffordshire", "stoke-on-trent", "wakefield", "west-midlands", "birmingham"]
        for pack in packs {
            let records = try work.read("kept/\(pack).ndjson").lines.map { try JSONValue($0) }
            #expect(records.count == 300)
            let line = try #require(output.first { $0.hasPrefix("  \(pack) ") })
            let counted = ["select", "monitor", "none", "refer"].map { action in
                records.count { $0.at("recommendation.action")?.text == action }
            }
            #expect(line.split(separator: " ").dropFirst().compactMap { Int($0) } == counted, "\(pack)")
            #expect(counted.reduce(0, +) == 300, "\(pack)")
        }
    }

    @Test("is not put off by what an earlier run left behind")
    func again() throws {
        let work = try Workplace()
        #expect(try compared(work, "kept") == compared(work, "kept"))
    }
}
