import TestSupport
import Testing

@Suite("the summary of an evaluation")
struct SummaryTests {
    @Test("as JSON has the shape that is promised, on standard error and in a file")
    func json() throws {
        let work = try Workplace()
        try work.write("people.ndjson", try work.read("examples/nominals.ndjson") + "no JSON\n")
        let result = try work.run(
            "evaluate", "rules/stoke-on-trent", "people.ndjson", "--as-of", Workplace.date, "--format", "json", "--summary", "summary.json", "-o", "out")
        #expect(result.status == 3)
        #expect(result.out.isEmpty)
        #expect(try Schema.faults(result.err, "evaluate-summary") == [])
        #expect(try work.read("summary.json") == result.err)
        let summary = try JSONValue(result.err)
        #expect(summary["read"] == .number(11))
        #expect(summary["rejected"] == .number(1))
        #expect(summary["evaluated"] == .number(10))
        #expect(summary["errors"] == .number(0))
    }

    @Test("counts the actions and the unknowns of the records")
    func counts() throws {
        let work = try Workplace()
        let result = try work.run(
            "evaluate", "rules/gripping-the-offender", "examples/nominals.ndjson", "--as-of", "2027-11-01", "--summary", "summary.json")
        let summary = try JSONValue(work.read("summary.json"))
        let records = try result.out.lines.map { try JSONValue($0) }
        let actions = Dictionary(grouping: records) { $0.at("recommendation.action")?.text ?? "" }.mapValues { JSONValue.number(Double($0.count)) }
        #expect(summary["actions"]?.members.filter { $0.value != .number(0) } == actions)
        let unknown = Dictionary(grouping: records.flatMap { $0.at("recommendation.unknown")?.items ?? [] }) { $0.text ?? "" }
        #expect(summary["unknown"]?.members == unknown.mapValues { .number(Double($0.count)) })
        #expect(!unknown.isEmpty)
        for (action, count) in actions { #expect(result.err.contains("  \(action.padding(9)) \(count)\n"), "\(result.err)") }
    }

    @Test("says that nothing is in force")
    func draft() throws {
        let work = try Workplace()
        let result = try work.run("evaluate", "rules/staffordshire", "examples/nominals.ndjson", "--as-of", Workplace.date)
        #expect(result.err.hasPrefix("10 nominals evaluated as of 2026-11-01 with staffordshire 1.0.0, a draft"))
    }
}

extension String {
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
