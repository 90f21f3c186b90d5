import Foundation
import TestSupport
import Testing

@Suite("waymark equality")
struct EqualityCommandTests {
    private func equality(_ work: Workplace, _ more: String...) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(["equality", "rules/stoke-on-trent", "cohort.ndjson", "--as-of", Workplace.date] + more, in: work.place.path)
    }

    @Test("has the promised shape as JSON, and agrees with the records and the cohort", arguments: [false, true])
    func json(withOutcomes: Bool) throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work, 300)
        let people = try work.read("cohort.ndjson").lines.map { try JSONValue($0) }
        let ids = people.compactMap { $0["id"]?.text }
        try work.write("outcomes.csv", "id,outcome\n" + ids.enumerated().map { "\($1),\($0 % 3 == 0 ? 1 : 0)\n" }.joined())
        let result = withOutcomes ? try equality(work, "--format", "json", "--outcomes", "outcomes.csv") : try equality(work, "--format", "json")
        #expect(result.status == 0)
        #expect(try Schema.faults(result.out, "equality") == [])
        let report = try JSONValue(result.out)
        let sexes = try #require(report["by"]?.items.first { $0["field"]?.text == "sex" })
        let male = try #require(sexes["groups"]?.items.first { $0["value"]?.text == "male" })
        let records = try work.run("evaluate", "rules/stoke-on-trent", "cohort.ndjson", "--as-of", Workplace.date).out.lines.map { try JSONValue($0) }
        let chosen = Set(records.filter { ["select", "retain"].contains($0.at("recommendation.action")?.text) }.compactMap { $0["nominal"]?.text })
        let men = people.filter { $0["sex"]?.text == "male" }.compactMap { $0["id"]?.text }
        #expect(male["n"] == .number(Double(men.count)))
        #expect(male["selected"] == .number(Double(men.count { chosen.contains($0) })))
        #expect((male["outcomes"] != nil) == withOutcomes)
        #expect(report["selected"] == .number(Double(chosen.count)))
    }

    @Test("shows no count of a small group in any of its forms, unless that is asked for")
    func suppressed() throws {
        let work = try Workplace()
        var lines = (0..<30).map { Line.of("M-\($0)", #""sex":"male""#) } + (0..<7).map { Line.of("O-\($0)", #""sex":"other""#) }
        lines += (0..<23).map { Line.of("F-\($0)", #""sex":"female""#) }
        try work.write("cohort.ndjson", Line.file(lines))
        let json = try equality(work, "--by", "sex", "--format", "json", "--html", "page.html")
        #expect(try Schema.faults(json.out, "equality") == [])
        let groups = try JSONValue(json.out)["by"]?.items.first?["groups"]?.items ?? []
        #expect(groups.map { $0["suppressed"] } == [.bool(true), .bool(false), .bool(true)])
        #expect(Set(groups[2].members.keys) == ["value", "suppressed", "why"])
        let page = try work.read("page.html")
        #expect(!page.contains(">7<") && !page.contains(">23<"))
        #expect(page.contains(">30<"))
        let shown = try equality(work, "--by", "sex", "--show-small")
        #expect(shown.out.contains("Small groups are shown: do not pass this on."))
        let row = try #require(shown.out.lines.first { $0.hasPrefix("  other ") })
        #expect(row.split(separator: " ").prefix(2) == ["other", "7"])
    }

    @Test("a field that cannot be used, and a file of outcomes that is not there or not right, are refused")
    func refused() throws {
        let work = try Workplace()
        try work.write("cohort.ndjson", Line.file([Line.of("N-1")]))
        try work.write("bad.csv", "id,outcome\nN-1,maybe\n")
        for (arguments, message) in [
            (["--by", "sez"], "did you mean `sex`?"), (["--outcomes", "nothing.csv"], "cannot open `nothing.csv`"),
            (["--outcomes", "bad.csv"], "bad.csv:2: the outcome is `maybe`"),
        ] {
            let result = try WaymarkBinary.run(["equality", "rules/stoke-on-trent", "cohort.ndjson"] + arguments, in: work.place.path)
            #expect(result.status == 2)
            #expect(result.out.isEmpty)
            #expect(result.err.replacing("\n   ", with: "").contains(message), "\(result.err)")
        }
    }

    @Test("text fits its columns, and says what it cannot say")
    func text() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work, 400)
        let text = try equality(work).out
        #expect(text.longLines.isEmpty, "\(text.longLines)")
        #expect(text.contains("Nothing here is in force"))
        #expect(text.replacing("\n    ", with: " ").contains("neither that people are treated unfairly nor that they are not"))
    }
}

@Suite("waymark simulate")
struct SimulateCommandTests {
    @Test("has the promised shape as JSON, with a run for each combination")
    func json() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work, 100)
        let result = try work.run(
            "simulate", "rules/stoke-on-trent", "cohort.ndjson", "--vary", "ppo_threshold=70..90/10", "--vary", "capacity=100..200/100", "--as-of", Workplace.date,
            "--format", "json")
        #expect(result.status == 0)
        #expect(try Schema.faults(result.out, "simulate") == [])
        let runs = try JSONValue(result.out)["runs"]?.items ?? []
        #expect(runs.map { $0.at("set.ppo_threshold") } == [70, 70, 80, 80, 90, 90].map { .number($0) })
        #expect(runs.map { $0.at("set.capacity") } == [100, 200, 100, 200, 100, 200].map { .number($0) })
    }

    @Test("a run at the values that the pack has comes to what the pack comes to")
    func usual() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work, 100)
        let result = try work.run("simulate", "rules/stoke-on-trent", "cohort.ndjson", "--vary", "ppo_threshold=90", "--as-of", Workplace.date, "--format", "json")
        let report = try JSONValue(result.out)
        #expect(report["runs"]?.items.map { $0["actions"] } == [report.at("usual.actions")])
        #expect(report["runs"]?.items.map { $0["joiners"] } == [.number(0)])
    }

    @Test("wrong ranges end with 2, and say what is allowed", arguments: [("ppo_threshold=10..20", "the pack allows from 65 to 100 points"), ("ppo=1", "ppo_threshold"), ("x", "names no values")])
    func refused(vary: String, message: String) throws {
        let work = try Workplace()
        let result = try work.run("simulate", "rules/staffordshire", "examples/nominals.ndjson", "--vary", vary)
        #expect(result.status == 2)
        #expect(result.out.isEmpty)
        #expect(result.err.replacing("\n    ", with: " ").contains(message), "\(result.err)")
        #expect(try work.run("simulate", "rules/staffordshire", "examples/nominals.ndjson").status == 2)
    }
}
