import Cohorts
import Decisions
import Notation
import PackTestKit
@testable import RulePackTesting
import RulePacks
import TestSupport
import Testing

/// Packs with planted faults, and what the checks that nobody writes say of them.
@Suite struct AutomaticChecksTests {
    /// What came of the checks with a text in their names.
    private func results(_ pack: TestPack, _ text: String = "any ", count: Int = 60) throws -> [(name: String, result: PackTestResult)] {
        let decider = try decider(pack)
        return AutomaticChecks(decider.pack, count: count).results(decider, text).map { ($0.test.name, $0) }
    }

    private func result(_ name: String, _ pack: TestPack) throws -> PackTestResult {
        try #require(try results(pack, name, count: 200).first?.result)
    }

    private func rule(_ condition: String) -> TestPack { TestPack("selection { { \"s\", \"S\", when = function(n, d) \(condition) end } }") }

    @Test("every shipped pack keeps what all packs keep", arguments: shippedPacks + [examplePack])
    func shipped(folder: String) throws {
        let pack = try shippedPack(folder)
        let decider = try PackDecider(pack, asOf: pack.manifest.valid.from)
        let results = AutomaticChecks(pack, count: 120).results(decider)
        #expect(results.count >= 10)
        for result in results {
            #expect(result.status != .failed, "\(result.test.name): \(result.message ?? "")\n\(result.details.joined(separator: "\n"))")
            #expect(result.status == .passed, "\(result.test.name): \(result.message ?? "")")
        }
    }

    @Test("a rule that fails is found, with the plainest nominal that makes it fail", arguments: [
        ("return n.offences:latest().type == \"robbery\"", "nominal {}", "has no value here"),
        ("return 100 // (n.convictions_total - 3) > 1", "nominal { convictions_total = 3 }", "divide by zero"),
        ("return n.ogrs2", "nominal {}", "the condition gave the number 0"),
        ("return n.offences:count { type = \"arson\" } < 2 or error(\"two fires\")",
         "nominal {\n    offences = {\n      { type = \"arson\", date = \"today\", outcome = \"convicted\" },\n      { type = \"arson\", date = \"today\", outcome = \"convicted\" },\n    },\n  }", "two fires"),
        ("if n.age < 18 and n.statutory then return nil .. \"x\" end return false", "nominal { statutory = true, age = 17 }", "cannot be joined to text"),
    ])
    func failing(condition: String, nominal: String, words: String) throws {
        let result = try result("no nominal makes a rule fail", rule(condition))
        #expect(result.status == .failed)
        #expect(result.message?.hasPrefix("`selection.s` fails: ") == true && result.message?.contains(words) == true, "\(result.message ?? "")")
        #expect(result.message?.contains("(rules.lua:1) (seed 1, nominal ") == true, "\(result.message ?? "")")
        #expect(flowing(result.details) == flowing("""
            it("no nominal makes a rule fail", function()
              local d = evaluate(\(nominal), { as_of = "2026-01-01" })
              expect(d.error).is_nothing()
            end)
            """))
    }

    @Test("several rules that fail are told of, each with its own nominal")
    func several() throws {
        let result = try result("no nominal makes a rule fail", TestPack("""
            selection { { "s", "S", when = function(n) return n.statutory and error("one") end } }
            deselection { { "t", "T", when = function(n) return n.statutory and error("two") end } }
            """))
        #expect(result.details.filter { $0.hasPrefix("it(") }.count == 2)
        #expect(result.message?.contains("`selection.s` fails") == true && result.message?.contains("`deselection.t` fails") == true)
    }

    @Test("a gap that is taken for a no is found, with both nominals", arguments: [
        ("total = function(row) return row.a - row.b end, rows = { { \"a\", \"A\", max = 9, points = function(n) return n.ogrs2 > 40 and 9 or 0 end }, { \"b\", \"B\", max = 9, points = function(n) return n.ogrs2 > 80 and 9 or 0 end } }",
         "`matrix.m` is 0, and 9 with it: what is missing is taken for a value", "nominal { ogrs2 = 41 }", "nominal { ogrs2 = unknown }", "score.m"),
    ])
    func silent(parts: String, words: String, full: String, without: String, answer: String) throws {
        let result = try result("without `ogrs2`", TestPack("matrix \"m\" { title = \"M\", range = { -9, 9 }, \(parts) }"))
        #expect(result.status == .failed)
        #expect(result.message?.hasPrefix(words) == true, "\(result.message ?? "")")
        #expect(flowing(result.details) == flowing([
            "it(\"without `ogrs2` nothing is decided that it would decide otherwise\", function()",
            "  local full = evaluate(\(full), { as_of = \"2026-01-01\" })", "  local without = evaluate(\(without), { as_of = \"2026-01-01\" })",
            "  expect(without.\(answer)).is(full.\(answer))", "end)",
        ]))
    }

    @Test("a rule that asks for a field, or gives it a default, means what it says: the check passes, and names the rule", arguments: [
        ("criteria \"c\" { title = \"C\", all = { { \"r\", \"R\", function(n) return n:get(\"ogrs2\", 0) >= 50 end } } }", "without `ogrs2`",
         "`criteria.c.r` is decided without `ogrs2`, as the pack means it: `:get \"ogrs2\"` of `criteria.c.r` (rules.lua:1) (seed 1)"),
        ("selection { { \"s\", \"S\", when = function(n) return not n:has \"gang\" end } }", "without `gang`",
         "`recommendation` is decided without `gang`, as the pack means it: `:has \"gang\"` of `selection.s` (rules.lua:1) (seed 1)"),
        ("local function ended(o) return o:has \"ends\" end\ncriteria \"c\" { title = \"C\", all = { { \"r\", \"R\", function(n) for _, o in ipairs(n.orders) do if ended(o) then return true end end return false end } } }",
         "without `orders.end`", "`criteria.c.r` is decided without `orders.end`, as the pack means it: `:has \"ends\"` (rules.lua:1) (seed 1)"),
        ("local big = filter { min_value = 50 }\ncriteria \"c\" { title = \"C\", all = { { \"r\", \"R\", function(n) return n.offences:any(big) end } } }",
         "without `offences.value`",
         "`criteria.c.r` is decided without `offences.value`, as the pack means it: the filter's condition on `value` (rules.lua:1) (seed 1)"),
    ])
    func meant(rules: String, check: String, message: String) throws {
        let result = try result(check, TestPack(rules))
        #expect(result.status == .passed && result.message == message, "\(result.message ?? "")")
    }

    @Test("what one rule means hides nothing that another does not", arguments: [
        "{ \"k\", \"K\", max = 9, points = function(n) return n:has \"ogrs2\" and 1 or 0 end }",
        "{ \"k\", \"K\", max = 9, points = function(n) return known(n) and 1 or 0 end }",
    ])
    func hidden(row: String) throws {
        let rows = "{ \"a\", \"A\", max = 9, points = function(n) return n.ogrs2 > 40 and 9 or 0 end }, { \"b\", \"B\", max = 9, points = function(n) return n.ogrs2 > 80 and 9 or 0 end }"
        let meant = "local function known(n) return n:has \"ogrs2\" end\nmatrix \"one\" { title = \"One\", range = { 0, 9 }, rows = { \(row) } }\n"
        #expect(try result("without `ogrs2`", TestPack(meant)).status == .passed)
        let result = try result("without `ogrs2`", TestPack(
            meant + "matrix \"two\" { title = \"Two\", range = { -9, 9 }, total = function(row) return row.a - row.b end, rows = { \(rows) } }"))
        #expect(result.status == .failed && result.message?.hasPrefix("`matrix.two` is ") == true, "\(result.message ?? "")")
    }

    @Test("an answer that goes by another that asks for a field is meant, too", arguments: [
        "d.met.known", "d.score.known > 0", "d.band.known == \"some\"", "d.class.known == \"yes\"", "helped(d)", "help.me(n)",
    ])
    func through(condition: String) throws {
        var pack = TestPack("""
            local help = require "common.help"
            local function helped(d) return d.met.known end
            criteria "known" { title = "Known", all = { { "a", "A", function(n) return n:has "ogrs2" end } } }
            matrix "known" { title = "Known", range = { 0, 9 }, rows = { { "a", "A", max = 9, points = function(n) return n:has "ogrs2" and 1 or 0 end } },
              bands = { { "some", "Some", from = 1 }, { "none", "None" } } }
            classification "known" { title = "Known", classes = { { "yes", "Yes", when = function(n) return n:has "ogrs2" end }, { "no", "No" } } }
            selection { { "s", "S", when = function(n, d) return \(condition) end } }
            tasking { { "t", "T", owner = "o", when = function(n) return n:has "cohort" or true end } }
            """)
        pack.more = #"uses = { "common.help" },"#
        pack.others = ["common/help.lua": "return { me = function(n) return n:has \"ogrs2\" end }"]
        let result = try result("without `ogrs2`", pack)
        #expect(result.status == .passed && result.message?.contains("as the pack means it") == true, "\(result.message ?? "")")
    }

    @Test("an unknown that is passed on is no fault, nor is a criterion that other rows decide")
    func sound() throws {
        let pack = TestPack("""
            criteria "c" { title = "C", any = { { "a", "A", function(n) return n.ogrs2 > 50 end }, { "b", "B", function(n) return n.needs.drugs > 1 end } } }
            matrix "m" { title = "M", range = { 0, 30 }, rows = { { "r", "R", of = function(n) return n.ogrs3 end, steps = { { 60, 20 }, { 30, 10 } } }, { "k", "K", max = 5, points = function(n) return n.offences:count() end } },
              bands = { { "high", "High", from = 15 }, { "low", "Low" } } }
            decision_table "t" { title = "T", hit = "first", inputs = { { "h", of = function(n) return n.risk_of_harm end }, { "o", of = function(n) return n.ogrs2 end } }, outputs = { { "x" } },
              rows = { { '"high"', ">= 50", "->", 1 }, { "-", "< 20", "->", 2 }, { "-", "-", "->", 3 } } }
            classification "k" { title = "K", classes = { { "a", "A", when = function(n, d) return d.table.t == 1 end }, { "b", "B", when = function(n, d) return d.band.m == "high" end }, { "c", "C" } } }
            selection { { "s", "S", when = function(n, d) return d.met.c and d.class.k ~= "c" end, category = "x" }, { "w", "W", when = function(n, d) return d.score.m > 12 end, action = "monitor" } }
            tasking { { "t", "T", owner = "o", when = function(n) return n.mappa_level > 1 end, every = months(2) } }
            """)
        for (name, result) in try results(pack) { #expect(result.status == .passed, "\(name): \(result.message ?? "")") }
    }

    @Test("a rule that goes by the id is found")
    func id() throws {
        var pack = rule("return n.id < \"C\"")
        pack.reads = #""id""#
        pack.protected = ""
        let result = try result("the id decides nothing", pack)
        #expect(result.status == .failed && result.message?.hasPrefix("`recommendation` is another when nothing but `id` is") == true,
            "\(result.message ?? "")")
        #expect(flowing(result.details) == flowing([
            "it(\"the id decides nothing\", function()", "  local d = evaluate(nominal {}, { as_of = \"2026-01-01\" })",
            "  local other = evaluate(nominal { id = \"A-1\" }, { as_of = \"2026-01-01\" })",
            "  expect(other.recommendation.action).is(d.recommendation.action)", "end)",
        ]))
    }

    @Test("a group of linked people, which is called by one of their ids, is no decision by the id")
    func linkedGroup() throws {
        var pack = TestPack("""
            group "network" { title = "Network", link = { "co_offender" } }
            selection { { "s", "S", when = function(n, d) return d.group.network.size >= 1 end } }
            """)
        pack.reads = #""associates""#
        pack.protected = #"associates = "A test.""#
        #expect(try result("the id decides nothing", pack).status == .passed)
    }

    @Test("a reason that names the person is no decision by the id")
    func named() throws {
        var pack = TestPack("""
            selection { { "s", "S", when = function(n) print(n.id) return true end, because = function(n) return "for " .. n.id end } }
            tasking { { "t", "T", owner = "o", because = function(n) return n.id end } }
            """)
        pack.reads = #""id""#
        pack.protected = ""
        #expect(try result("the id decides nothing", pack).status == .passed)
    }

    @Test("each protected field that a pack does not read is tried, and only those")
    func protectedFields() throws {
        var pack = TestPack(#"selection { { "s", "S", when = function(n) return n.sex == "male" end } }"#)
        pack.reads = #""sex""#
        pack.protected = #"sex = "a test""#
        pack.fields = #"return { faith = { "enum", values = { "a", "b", "c", "d" }, title = "F", protected = true }, hat = { "bool", title = "H" } }"#
        let tried = try results(pack).map(\.name).filter { $0.contains("which the pack does not read") }
        #expect(tried == ["age", "ethnicity", "disability", "local.faith"].map { "any nominal > `\($0)`, which the pack does not read, decides nothing" })
        for (name, result) in try results(pack) { #expect(result.status == .passed, "\(name): \(result.message ?? "")") }
    }

    @Test("a pack that reads nothing shows nothing that a gap could change, and is not said to have passed for it")
    func nothing() throws {
        var pack = TestPack("")
        pack.reads = #""borough""#
        pack.protected = ""
        let found = try results(pack).map(\.name)
        #expect(!found.contains { $0.contains("without") } && found.count == 7)
    }

    @Test("a check ends when its work is spent, at the same nominal however busy the machine is, and says how far it came", arguments: [
        (0, "no made-up nominal could show it (seed 1, 0 nominals)"), (1, "the work allowed was enough for 1 of 50 nominals (seed 1)"),
        (120_000, "the work allowed was enough for 10 of 50 nominals (seed 1)"), (60_000_000, nil),
    ] as [(Int, String?)])
    func work(limit: Int, message: String?) throws {
        let decider = try decider("")
        let result = try #require(AutomaticChecks(decider.pack, count: 50, work: Work(limit)).results(decider, "the id decides nothing").first)
        #expect(result.message == message && result.status == (limit == 0 ? .skipped : .passed), "\(result.message ?? "")")
    }

    @Test("the checks are the same tests with the same results for any number of jobs")
    func jobs() async throws {
        let pack = try shippedPack("rules/gripping-the-offender")
        func results(_ jobs: Int) async throws -> [String] {
            var run = PackTestRun(pack, makers: AutomaticChecks(pack, count: 40).makers())
            run.jobs = jobs
            return try await run.run().results.map { "\($0.test.name): \($0.status) \($0.message ?? "")" }
        }
        let alone = try await results(1)
        #expect(alone.count >= 10)
        for jobs in [2, 5] { #expect(try await results(jobs) == alone) }
    }

    @Test("the same seed says the same, and the seed is told")
    func seed() throws {
        let decider = try decider(rule("return 100 // (n.convictions_total - 3) > 1"))
        func message(_ seed: UInt64) -> String? { AutomaticChecks(decider.pack, seed: seed).results(decider, "no nominal makes").first?.message }
        #expect(message(5) == message(5))
        #expect(message(5)?.contains("(seed 5, nominal ") == true)
    }

    @Test("a pack with groups or places is tried as a cohort, too")
    func cohort() throws {
        let rules = #"""
            group "gang" { title = "Gang", key = function(n) return n.gang.name end }
            matrix "m" { title = "M", range = { 0, 100 }, rows = { { "a", "A", max = 100, points = function(n) return n.ogrs2 end } } }
            selection { { "s", "S", when = function(n, d) return d.group.gang.size > 1 or d.score.m > 50 end } }
            allocation { title = "Places", capacity = 5, rank = { function(n, d) return d.score.m end } }
            """#
        #expect(try result("any cohort > ", TestPack(rules)).status == .passed)
        let failed = try result("any cohort > ", TestPack(rules.replacing("return d.score.m end } }", with: "return n.statutory and \"x\" or 1 end } }")))
        #expect(failed.status == .failed && failed.message?.contains("`allocation` fails") == true, "\(failed.message ?? "")")
        #expect(failed.details.filter { $0.contains("nominal {") }.count == 1)
        #expect(try !results(TestPack("")).contains { $0.name.hasPrefix("any cohort") })
    }
}
