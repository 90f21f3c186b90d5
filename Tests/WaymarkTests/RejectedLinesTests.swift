import Foundation
import TestSupport
import Testing

@Suite("rejected lines")
struct RejectedLinesTests {
    private static let good = [Line.of("A"), Line.of("B", convictions: 0), Line.of("C", convictions: 12)]

    /// A line that is rejected, where in it the fault is, and a word of what is said.
    static let bad: [(line: String, path: String, words: String)] = [
        ("no JSON", "", "JSON"),
        (#"["A"]"#, "", "object"),
        (Line.of("X").replacing("\"borough\":\"Camden\",", with: ""), "borough", "borough"),
        (Line.of("X", "\"ogsr2\":50"), "ogsr2", "ogrs2"),
        (Line.of("X", "\"ogrs2\":101"), "ogrs2", "101"),
        (Line.of("X", "\"ogrs2\":\"high\""), "ogrs2", "high"),
        (Line.of("X", #""offences":[{"type":"robbery","date":"2026-13-01","outcome":"convicted"}]"#), "offences[0].date", "2026-13-01"),
        (Line.of("X", #""offences":[{"type":"roberry","date":"2026-01-01","outcome":"convicted"}]"#), "offences[0].type", "robbery"),
        (Line.of("X").replacing("1990-05-01", with: "1990-02-30"), "date_of_birth", "1990-02-30"),
        (Line.of("A"), "id", "A"),
    ]

    @Test("goes to the rejects file with what was wrong; the others are evaluated as if it were not there", arguments: bad.indices)
    func rejected(index: Int) throws {
        let (line, path, words) = RejectedLinesTests.bad[index]
        let work = try Workplace()
        try work.write(.plain)
        try work.write("good.ndjson", Line.file(RejectedLinesTests.good))
        try work.write("all.ndjson", Line.file([RejectedLinesTests.good[0], line] + RejectedLinesTests.good[1...]))
        let alone = try work.run("evaluate", "rules/small", "good.ndjson", "--as-of", Workplace.date)
        let all = try work.run("evaluate", "rules/small", "all.ndjson", "--as-of", Workplace.date)
        #expect(alone.status == 0)
        #expect(all.status == 3)
        #expect(all.out == alone.out)
        #expect(all.err.contains("1 line rejected: see all.ndjson.rejects.ndjson"))
        let rejects = try work.read("all.ndjson.rejects.ndjson")
        #expect(rejects.lines.count == 1)
        #expect(try Schema.faults(rejects, "reject") == [])
        let reject = try JSONValue(rejects)
        #expect(reject["line"] == .number(2))
        #expect(reject["path"]?.text == path)
        #expect(reject["message"]?.text?.contains(words) == true, "\(rejects)")
        #expect(!work.has("good.ndjson.rejects.ndjson"), "nothing was rejected")
    }

    @Test("`cohort validate` finds the same rejects as `evaluate`, as text and as JSON")
    func validated() throws {
        let work = try Workplace()
        try work.write(.plain)
        try work.write("people.ndjson", Line.file(RejectedLinesTests.good + RejectedLinesTests.bad.map(\.line)))
        _ = try work.run("evaluate", "rules/small", "people.ndjson", "--rejects", "rejects.ndjson")
        let rejects = try work.read("rejects.ndjson")
        #expect(rejects.lines.count == RejectedLinesTests.bad.count)
        let json = try work.run("cohort", "validate", "people.ndjson", "--format", "json", "--rejects", "again.ndjson")
        #expect(json.status == 3)
        #expect(json.out == rejects)
        #expect(try work.read("again.ndjson") == rejects)
        let text = try work.run("cohort", "validate", "people.ndjson")
        #expect(text.status == 3)
        #expect(text.out.contains("people.ndjson:4: "))
        #expect(text.err == "3 good lines, 10 to be rejected.\n")
        let good = try work.run("cohort", "validate", "examples/nominals.ndjson")
        #expect(good.status == 0)
        #expect(good.out.isEmpty)
    }

    @Test("a rejects file of an earlier run is not taken for this one's")
    func olderRejects() throws {
        let work = try Workplace()
        try work.write(.plain)
        try work.write("people.ndjson", Line.file(["no JSON"]))
        #expect(try work.run("evaluate", "rules/small", "people.ndjson").status == 3)
        try work.write("people.ndjson", Line.file(RejectedLinesTests.good))
        #expect(try work.run("evaluate", "rules/small", "people.ndjson").status == 0)
        #expect(try work.read("people.ndjson.rejects.ndjson").isEmpty)
    }

    @Test("no line stops the program: each is evaluated or rejected", arguments: [[], ["--jobs", "3"]])
    func anyLine(jobs: [String]) throws {
        let work = try Workplace()
        try work.write(.plain)
        let long = Line.of("N", #""offences":[{"type":"robbery","date":"2026-01-01","outcome":"convicted","value":12.5}],"gang":{"name":"é","role":"core"}"#)
        var lines = (1..<long.utf8.count).map { Data(long.utf8.prefix($0)) }
        for byte: UInt8 in [0x00, 0x22, 0x5C, 0x7B, 0x7D, 0x2C, 0x80, 0xFF] {
            for place in stride(from: 0, to: long.utf8.count, by: 3) {
                var bytes = Data(long.utf8)
                bytes[place] = byte
                lines.append(bytes)
            }
        }
        lines += [
            String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 50_000), String(repeating: "9", count: 100_000),
            Line.of("E", "\"ogrs2\":1e999"), Line.of("E", "\"ogrs2\":-0"), Line.of("E", "\"arrests_total\":99999999999999999999"),
            Line.of("E", #""prison":"\ud800""#), Line.of("E", #""prison":"\u0000""#), Line.of(String(repeating: "x", count: 100_000)),
            "\u{FEFF}" + Line.of("E"), Line.of("E") + "\r", "{}", "null", "\"\"", " ", Line.of("E") + Line.of("E"),
        ].map { Data($0.utf8) }
        var bytes = Data((Line.of("first") + "\n").utf8)
        for line in lines { bytes += line + [0x0A] }
        bytes += Data(Line.of("last").utf8)
        try work.place.file("odd.ndjson", bytes)
        let command = ["evaluate", "rules/small", "odd.ndjson", "--as-of", Workplace.date, "--summary", "summary.json"] + jobs
        let result = try WaymarkBinary.run(command, in: work.place.path)
        #expect(result.status == 3)
        let records = result.out.lines
        #expect(records.first?.hasPrefix(#"{"nominal":"first","#) == true)
        #expect(records.last?.hasPrefix(#"{"nominal":"last","#) == true)
        let rejects = try work.read("odd.ndjson.rejects.ndjson").lines
        let summary = try JSONValue(work.read("summary.json"))
        #expect(summary["evaluated"] == .number(Double(records.count)))
        #expect(summary["rejected"] == .number(Double(rejects.count)))
        // Lines of nothing but space are no lines.
        #expect(records.count + rejects.count == lines.count + 2 - 1)
        for reject in rejects.prefix(100) { #expect(try Schema.faults(reject, "reject") == []) }
        for record in records.suffix(20) { #expect(try Schema.faults(record, "decision") == []) }
    }
}
