import Cohorts
import Decisions
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// The same bytes however a cohort is run, and no nominal that touches another's record.
@Suite struct SteadinessTests {
    /// A few hundred people made of the examples, so that batches and workers have something to share.
    private static func cohort(_ copies: Int) throws -> [String] {
        let examples = try projectLines("examples/nominals.ndjson")
        return (0..<copies).flatMap { copy in
            examples.map { $0.replacing(#""id":"N-"#, with: #""id":"C\#(copy)-N-"#, maxReplacements: 1).replacing("LS-", with: "L\(copy)S-") }
        }
    }

    @Test("any number of jobs gives the same bytes, and so does a second run", arguments: ["stoke-on-trent", "gripping-the-offender"])
    func jobs(id: String) async throws {
        let pack = try PackSource.load(projectFolder + "/rules/" + id).pack
        var cohort = try Self.cohort(60)
        cohort.insert("{ not JSON", at: 100)
        cohort.insert(cohort[3], at: 300)
        let once = try await RanCohort(pack, cohort)
        #expect(once.lines.count == 600 && once.rejects.map(\.line) == [101, 301])
        for jobs in [1, 2, 5] {
            let again = try await RanCohort(pack, cohort, jobs: jobs)
            #expect(again.lines == once.lines && again.rejects == once.rejects)
            #expect(again.summary.actions == once.summary.actions && again.summary.read == 602 && again.summary.rejected == 2)
        }
    }

    @Test("any number of jobs gives the same bytes with groups and an allocation")
    func jobsWithWholeCohort() async throws {
        var pack = TestPack("""
            group "gang" { title = "Gang", key = function(n) return n.gang.name end }
            group "network" { title = "Network", link = { "gang", "co_offender" } }
            matrix "m" { title = "M", range = { 0, 100 }, rows = { { "a", "A", max = 100, points = function(n) return n.ogrs2 end } } }
            selection { { "s", "S", when = function(n, d) return d.score.m > 50 or d.group.gang:mean_score("m") > 20 end } }
            allocation { title = "Places", capacity = 60, rank = { function(n, d) return d.score.m end } }
            """)
        pack.id = "whole"
        let source = try pack.load()
        let cohort = try Self.cohort(40)
        let once = try await RanCohort(source, cohort)
        #expect(once.lines.count == 400)
        for jobs in [1, 2, 5] { #expect(try await RanCohort(source, cohort, jobs: jobs).lines == once.lines) }
        let records = try once.records()
        #expect(records.values.filter { $0.allocation?.outcome == "placed" }.count == 60)
        #expect(Set(records.values.compactMap { $0.allocation?.rank }).count == records.values.filter { $0.allocation != nil }.count)
    }

    @Test("the order of the cohort changes the order of the records and nothing in them")
    func order() async throws {
        let pack = try PackSource.load(projectFolder + "/rules/staffordshire").pack
        let cohort = try projectLines("examples/nominals.ndjson")
        let straight = try await RanCohort(pack, cohort).lines
        #expect(try await RanCohort(pack, cohort.reversed()).lines == straight.reversed())
    }

    @Test("a nominal is decided on alone as it is among others")
    func alone() async throws {
        // A pack without places to compete for: with them, a place in the ranking depends on the others.
        let pack = try PackSource.load(projectFolder + "/rules/staffordshire").pack
        let cohort = try projectLines("examples/nominals.ndjson")
        let together = try await RanCohort(pack, cohort).lines
        for (line, record) in zip(cohort, together) { #expect(try await RanCohort(pack, [line]).lines == [record]) }
    }

    @Test("bad lines leave every record as it was", arguments: [
        "{", "", "[]", "null", #"{"id":"X"}"#, #"{"id":"X","borough":"Camden","date_of_birth":"1990-02-30"}"#, "\u{FEFF}{}", "x\u{0}y", TestNominal.neutral.with("ogrs2", "101").line,
    ])
    func badLine(bad: String) async throws {
        let pack = try PackSource.load(projectFolder + "/rules/staffordshire").pack
        let cohort = try projectLines("examples/nominals.ndjson")
        let clean = try await RanCohort(pack, cohort).lines
        for place in [0, 5, 10] {
            var spoilt = cohort
            spoilt.insert(bad, at: place)
            let ran = try await RanCohort(pack, spoilt)
            #expect(ran.lines == clean && ran.rejects.count == (bad.isEmpty ? 0 : 1))
        }
    }

    @Test("a rule that fails for one nominal leaves every other record as it was", arguments: [
        ("error(\"no\")", "lua_error"),
        ("while true do end", "instruction_limit"),
        ("local t = {} for i = 1, 1e8 do t[i] = { i } end", "memory_limit"),
        ("local s = string.rep(\"x\", 60000) for i = 1, 1e6 do s = s:rev() end", "lua_error"),
        ("shared.x = n.borough", "read_only"),
        ("count = count + 1", "changed_local"),
        ("return n.ogsr2 > 1", "unknown_field"),
        ("return undefined_name", "undefined_name"),
        ("return d.met.loops", "loop"),
        ("local function f(x) return 1 + f(x) end return f(1)", nil),
        ("for w in n.borough:gmatch(\"(.-)(.-)(.-)(.-)x\") do end error(w)", nil),
    ] as [(String, String?)])
    func failingRule(statement: String, code: String?) async throws {
        let pack = try TestPack("""
            local shared, count = {}, 0
            criteria "loops" { title = "L", all = { { "l", "L", function(n, d) if n.borough == "Bad" then return d.class.k == "y" end return true end } } }
            classification "k" { title = "K", classes = { { "y", "Y", when = function(n, d) if n.borough == "Bad" then return d.met.loops end return true end } } }
            matrix "m" { title = "M", range = { 0, 100 }, rows = { { "a", "A", max = 100, points = function(n) return n:get("ogrs2", 0), "with " .. n.borough end } } }
            selection { { "s", "S", when = function(n, d)
              if n.borough == "Bad" then \(statement) end
              return d.score.m > 20 end } }
            tasking { { "t", "T", owner = "o", due = days(3) } }
            """.replacing("if n.borough == \"Bad\" then return d", with: code == "loop" ? "if n.borough == \"Bad\" then return d" : "if false then return d")).load()
        let good = (0..<6).map { TestNominal.neutral.named("g\($0)").with("ogrs2", "\($0 * 10)") }
        let clean = try await RanCohort(pack, good.map(\.line)).lines
        let bad = TestNominal.neutral.named("bad").with("borough", #""Bad""#)
        let ran = try await RanCohort(pack, [bad.line] + good.prefix(3).map(\.line) + [bad.named("bad2").line] + good.suffix(3).map(\.line))
        let records = try ran.records()
        #expect(ran.lines.filter { !$0.contains(#""nominal":"bad"#) } == clean && ran.summary.errors == 2)
        for id in ["bad", "bad2"] {
            let error = try #require(records[id]?.error)
            if let code { #expect(error.code == code) }
            #expect(records[id]?.recommendation.action == "refer" && records[id]?.taskings.isEmpty == true && records[id]?.matrices.isEmpty == true)
            #expect(error.file == "rules.lua" && error.line != nil && error.rule != nil && !error.message.isEmpty)
        }
    }

    @Test("the second line of one id is rejected, and the first stands")
    func duplicate() async throws {
        let pack = try TestPack("selection { { \"s\", \"S\", when = function(n) return n.convictions_total > 5 end } }").load()
        let ran = try await RanCohort(pack, [TestNominal.neutral.line, TestNominal.neutral.with("convictions_total", "9").line])
        #expect(try ran.records()["N-0001"]?.recommendation.action == "none")
        #expect(ran.lines.count == 1 && ran.rejects.map(\.path) == ["id"] && ran.rejects.map(\.line) == [2])
    }

    @Test("what one line of input is digested to does not depend on others")
    func inputDigest() async throws {
        let pack = try TestPack("").load()
        let ran = try await RanCohort(pack, [TestNominal.neutral.line, TestNominal.neutral.named("b").line])
        let digests = ran.lines.compactMap { $0.firstMatch(of: #/"input":"(sha256:[0-9a-f]{64})"/#).map { String($0.output.1) } }
        #expect(Set(digests).count == 2)
        #expect(try await RanCohort(pack, [TestNominal.neutral.named("b").line]).lines[0].contains(digests[1]))
    }
}
