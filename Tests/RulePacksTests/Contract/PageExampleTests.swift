import Decisions
import Notation
import PackTestKit
import RulePacks
import Testing

/// Every example of the contract page, as it stands there.
@Suite struct PageExampleTests {
    private func load(allocates: Bool = false) throws -> PackSource {
        let folder = try TestFolder()
        return try PackSource.load(PageExample.write(into: folder, allocates: allocates)).pack
    }

    @Test("the example manifest loads with what it says")
    func manifest() throws {
        let folder = try TestFolder()
        let (pack, findings) = try PackSource.load(PageExample.write(into: folder))
        let manifest = pack.manifest
        #expect(findings.isEmpty)
        #expect(manifest.id == "stoke-on-trent" && manifest.version == "1.2.0" && manifest.title == "Stoke-on-Trent IOM selection")
        #expect(manifest.owner.borough == "Stoke-on-Trent" && manifest.owner.contact == "iom.analysts@example.org")
        #expect(manifest.valid.from == day("2026-12-01") && manifest.valid.reviewBy == day("2027-06-01") && manifest.valid.until == day("2027-12-01"))
        #expect(manifest.files == ["scoring.lua", "selection.lua", "tasking.lua"])
        #expect(pack.uses == ["common.rag"])
        #expect(pack.maxAge == ["ogrs2": .months(12)])
        #expect(pack.limits.instructions == 1_000_000 && pack.limits.memoryMiB == 16)
        let threshold = pack.parameters.first { $0.name == "ppo_threshold" }
        #expect(threshold?.value == .number(90) && threshold?.min == 70 && threshold?.max == 100)
        #expect(threshold?.unit == "points" && threshold?.title == "Score for PPO" && threshold?.source == "Keele 2014, ch. 3")
        #expect(pack.parameters.first { $0.name == "pilot_boroughs" }?.value == .texts(["Camden", "Enfield"]))
    }

    @Test("the example rules decide on somebody of whom all is known")
    func decision() throws {
        let decision = try Decider(load()).decide(PageExample.nominal)
        #expect(decision.error == nil)
        #expect(decision.criterion("gto_scope")?.words == "convicted yes, adult yes, resident yes, ogrs_high yes, ogrs_and_offence yes")
        #expect(decision.matrix("sac")?.words == "75 target")
        #expect(decision.matrix("sac")?.row("burglary")?.because == "4 since 2025-11-01")
        #expect(decision.matrix("sac")?.row("ogrs")?.because == "82, which is 75 or more")
        #expect(decision.matrix("risk")?.words == "64 red")
        #expect(decision.table("tier")?.output == .one([.text("A")]) && decision.table("tier")?.rows == [1])
        #expect(decision.classes.first?.classes == ["last_chance"])
        #expect(decision.recommendation.action == .none)
    }

    @Test("a list parameter answers by value and by place", arguments: [
        (#"param.pilot_boroughs["Camden"]"#, "true"), (#"param.pilot_boroughs["Barnet"]"#, "false"), ("param.pilot_boroughs[2]", "Enfield"),
        ("(function() local t = {} for i, b in ipairs(param.pilot_boroughs) do t[i] = b end return table.concat(t, \"+\") end)()", "Camden+Enfield"),
        ("#param.pilot_boroughs", "2"), ("param.ppo_threshold", "90"), ("math.type(param.ppo_threshold)", "integer"),
    ])
    func listParameter(expression: String, expected: String) throws {
        var pack = TestPack()
        pack.parameters = """
            ppo_threshold = { 90, min = 70, max = 100, title = "Score for PPO" },
            pilot_boroughs = { { "Camden", "Enfield" }, title = "Pilot boroughs" },
            """
        let answer = try value(of: expression, pack: pack)
        #expect(answer == expected)
    }

    @Test("a known score makes a PPO, with the rule, the category and why")
    func selectsPPO() throws {
        let folder = try TestFolder()
        let path = try PageExample.write(into: folder)
        try folder.write("stoke-on-trent/pack.lua", PageExample.manifest.replacing("{ 90, min", with: "{ 75, min"))
        let decision = try Decider(PackSource.load(path).pack).decide(PageExample.nominal)
        #expect(decision.recommendation.action == .select && decision.recommendation.category == "ppo" && decision.recommendation.rule == "ppo")
        #expect(decision.recommendation.title == "Select as PPO")
        #expect(decision.recommendation.because == ["Gripping the Offender: in scope: met.", "Serious acquisitive crime score is 75: PPO."])
        let plan = try #require(decision.tasking("intel_plan"))
        #expect(plan.owner == "research_hub" && plan.priority == "high" && plan.due == day("2026-11-06"))
        #expect(plan.because == "rated red at 64" && plan.key == "N-0001/intel_plan/2026-11")
    }

    @Test("the second rule of selection monitors")
    func monitors() throws {
        let nominal = PageExample.nominal.with("offences", "[]").with("needs", #"{"drugs":0}"#)
        let decision = try Decider(load()).decide(nominal)
        #expect(decision.matrix("sac")?.words == "20 monitor")
        #expect(decision.recommendation.action == .monitor && decision.recommendation.rule == "watch" && decision.taskings.isEmpty)
    }

    @Test("the rules of de-selection are asked of members only, and the first that holds wins")
    func deselects() throws {
        let scores = #"[{"date":"2026-06-01","matrix":"risk","score":4,"band":"green"},{"date":"2026-08-01","matrix":"risk","score":4,"band":"green"},{"date":"2026-10-01","matrix":"risk","score":4,"band":"green"}]"#
        let member = PageExample.nominal.with("cohort", #"{"category":"ppo","since":"2025-01-01"}"#)
        let decider = try Decider(load())
        let settled = try decider.decide(member.with("scores", scores)).recommendation
        #expect(settled.action == .deselect && settled.rule == "settled" && settled.category == "monitor")
        let moved = try decider.decide(member.with("scores", scores).with("borough", #""Barnet""#)).recommendation
        #expect(moved.action == .deselect && moved.rule == "moved" && moved.category == nil)
        let retained = try decider.decide(member).recommendation
        #expect(retained.action == .retain && retained.rule == nil && retained.unknown.isEmpty)
    }

    @Test("numbers in a record have their shortest form", arguments: [
        ("0.5", "0.5"), ("3.0", "3"), ("2 / 2", "1"), ("0.1 + 0.2", "0.30000000000000004"), ("1e3", "1000"), ("-0.0", "0"), ("1 / 3", "0.3333333333333333"),
    ])
    func numbers(points: String, shown: String) async throws {
        let pack = try TestPack(#"matrix "m" { title = "M", range = { 0, 1000 }, rows = { { "a", "A", points = function() return \#(points) end } } }"#).load()
        let ran = try await RanCohort(pack, [TestNominal.neutral.line])
        #expect(ran.lines[0].contains(#""m":{"score":\#(shown),"to":\#(shown),"rows":[{"id":"a","points":\#(shown)}]}"#))
    }

    @Test("where a rule comes from and what is noted of it are kept with its place")
    func headings() throws {
        let rules = try Decider("""
            criteria "c" { title = "C", source = "a document", note = "a note",
              all = { { "a", "A", function() return true end, source = "page 3", note = "its note" } } }
            selection {
              { "s", "S", when = function() return false end, source = "page 4" } }
            """).program.rules
        let criteria = try #require(rules.criteria.first)
        #expect(criteria.heading.source == "a document" && criteria.heading.note == "a note" && criteria.heading.line == 1)
        #expect(criteria.rows[0].heading.source == "page 3" && criteria.rows[0].heading.note == "its note" && criteria.rows[0].heading.line == 2)
        #expect(rules.selection[0].heading.source == "page 4" && rules.selection[0].heading.line == 4 && rules.selection[0].heading.file == "rules.lua")
    }

    @Test("a decision table gives each row its turn", arguments: [("80", "very_high", "A"), ("80", "low", "C"), ("74.9", "low", "B"), ("49", "high", "C")])
    func tier(ogrs: String, harm: String, tier: String) throws {
        let decision = try Decider(load()).decide(PageExample.nominal.with("ogrs3", ogrs).with("risk_of_harm", "\"\(harm)\""))
        #expect(decision.table("tier")?.output == .one([.text(tier)]))
    }

    @Test("the keys of a record stand in the page's order")
    func recordKeys() async throws {
        let ran = try await RanCohort(load(allocates: true), [PageExample.nominal.with("cohort", #"{"category":"ppo","since":"2025-01-01"}"#).line])
        let line = try #require(ran.lines.first)
        let keys = [
            "nominal", "as_of", "pack", "version", "digest", "input", "recommendation", "action", "category", "rule", "title", "because",
            "unknown", "criteria", "gto_scope", "met", "rows", "matrices", "sac", "score", "to", "band", "rows", "id", "points", "because",
            "tables", "tier", "output", "rows", "classes", "readiness", "groups", "gang", "key", "size", "taskings", "kind", "title",
            "owner", "priority", "due", "because", "key", "allocation", "rank", "outcome", "reads", "warnings", "trace", "error",
        ]
        var rest = line[...]
        for key in keys {
            let place = rest.firstRange(of: "\"\(key)\":")
            #expect(place != nil, "`\(key)` is missing or out of order")
            if let place { rest = rest[place.upperBound...] }
        }
        #expect(line.hasPrefix(#"{"nominal":"N-0001","as_of":"2026-11-01","pack":"stoke-on-trent","version":"1.2.0","digest":"sha256:"#))
        #expect(line.hasSuffix(#""warnings":[],"trace":[],"error":null}"#))
        #expect(line.contains(#""allocation":{"rank":1,"outcome":"placed"}"#))
        #expect(line.contains(#"{"id":"burglary","points":40,"because":"4 since 2025-11-01"}"#))
    }
}
