import Decisions
@testable import LuaRuntime
import Notation
import PackTestKit
import RulePackTesting
import RulePacks
import Testing

/// A table as a spec file hands it over.
func table(_ entries: KeyValuePairs<String, LuaData>) -> LuaTable {
    var table = LuaTable()
    table.named = entries.map { (name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    return table
}

@Suite struct PackPropertyTests {
    private static let burglary = table(["type": .text("burglary_dwelling"), "outcome": .text("convicted"), "date": .text("-1 months")])

    private func run(_ rules: String, _ table: LuaTable) throws -> PackTestResult {
        let decider = try decider(rules)
        return try PackProperty(name: "it holds", table: table, file: "tests/p.lua", line: 4, program: decider.program).run(with: decider)
    }

    @Test("properties that hold of a shipped pack pass", arguments: [
        ["raises": .text("offences"), "add": .table(burglary), "never_lowers": .text("sac")],
        ["raises": .text("ogrs2"), "never_lowers": .table(LuaTable(items: [.text("sac"), .text("risk")]))],
        ["lowers": .text("convictions_total"), "by": .int(3), "never_raises": .text("sac")],
        ["set": .table(table(["needs": .table(table(["drugs": .int(2)]))])), "never_lowers": .text("risk")],
        ["set": .table(table(["custody_status": .text("licence")])), "never_changes": .table(LuaTable(items: [.text("score.sac"), .text("band.sac")]))],
        ["given": .table(table(["borough": .text("Camden")])), "never_selects": .bool(true)],
        ["given": .table(table(["age": .int(40)])), "never_selects": .text("dyo")],
        ["given": .table(table(["statutory": .bool(false)])), "never_deselects": .text("leave_statutory"), "never_selects": .text("ppo")],
        ["given": .table(table(["gang": .table(table(["role": .text("victim"), "name": .text("one")]))])), "never_tasks": .text("wanted")],
    ] as [KeyValuePairs<String, LuaData>])
    func hold(entries: KeyValuePairs<String, LuaData>) throws {
        let decider = try PackDecider(shippedPack("rules/staffordshire"), asOf: testDay)
        let property = try PackProperty(name: "it holds", table: table(entries), file: "tests/p.lua", line: 4, program: decider.program)
        let result = property.run(with: decider)
        #expect(result.status == .passed && result.message == nil, "\(result.message ?? "")\n\(result.details.joined(separator: "\n"))")
        #expect(result.test == PackTest(name: "it holds", kind: .property, file: "tests/p.lua", line: 4))
    }

    private static let falling = """
        matrix "m" { title = "M", range = { 0, 50 }, rows = { { "r", "R", max = 50, points = function(n)
          local k = n.offences:count() return k > 2 and 10 or 20 * k end } } }
        """

    @Test("a property that is broken shows the plainest nominal before and after")
    func broken() throws {
        let result = try run(Self.falling, table(["raises": .text("offences"), "add": .table(Self.burglary), "never_lowers": .text("m")]))
        let item = #"{ type = "burglary_dwelling", date = "today", outcome = "convicted" }"#
        #expect(result.status == .failed && result.message?.hasPrefix("tests/p.lua:4: score `m` goes from 40 to 10 (seed 1, nominal ") == true,
            "\(result.message ?? "")")
        #expect(result.details.first == "it(\"it holds\", function()"
            && result.details.suffix(2) == ["  expect(after.score.m).is_at_least(before.score.m)", "end)"])
        let text = flowing(result.details)
        #expect(text.components(item) == 4 && text.components(#"date = "-1 months""#) == 1, "\(text)")
    }

    @Test("both ends of a score that is not known obey")
    func interval() throws {
        let rules = """
            matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", max = 5, points = function(n)
              if #n.offences > 0 then return 0 end
              return n.needs.drugs > 5 and 5 or 0 end } } }
            """
        let result = try run(rules, table(["raises": .text("offences"), "add": .table(Self.burglary), "never_lowers": .text("m")]))
        #expect(result.message?.hasPrefix("tests/p.lua:4: score `m` goes from 0 to 5 to 0") == true, "\(result.message ?? "")")
        #expect(result.details[1...2] == ["  local before = evaluate(nominal { needs = unknown },", "    { as_of = \"2026-01-01\" })"])
    }

    @Test("every kind of promise can be broken", arguments: [
        (["raises": .text("ogrs2"), "never_raises": .text("m")], "score `m` goes from 0 to 9", "nominal { ogrs2 = 31 }"),
        (["lowers": .text("ogrs2"), "by": .int(5), "never_lowers": .text("m")], "score `m` goes from 9 to 0", "nominal { ogrs2 = 41 }"),
        (["set": .table(table(["statutory": .bool(true)])), "never_changes": .text("met.c")], "`met.c` goes from no to yes", "nominal {}"),
        (["set": .table(table(["statutory": .bool(true)])), "never_changes": .text("recommendation")], "`recommendation` goes from deselect by `out` to retain",
         #"nominal { cohort = { category = "none", since = "today" } }"#),
        (["set": .table(table(["ogrs2": .int(90)])), "never_changes": .text("band.m")], "`band.m` goes from low to high", "nominal {}"),
        (["raises": .text("age"), "by": .int(1), "never_changes": .text("class.k")], "`class.k` goes from young to old", "nominal { age = 39 }"),
        (["given": .table(table(["statutory": .bool(true)])), "never_selects": .bool(true)],
         "the recommendation is to select, by `s`", "nominal { ogrs2 = 41, statutory = true }"),
        (["never_selects": .text("top")], "the recommendation is to select, by `s`", "nominal { ogrs2 = 41, statutory = true }"),
        (["never_deselects": .text("out")], "the recommendation is to deselect, by `out`", "nominal { cohort = { category = \"none\", since = \"today\" } }"),
        (["never_tasks": .text("t")], "tasking `t` is given", #"nominal { statutory = true, cohort = { category = "none", since = "today" } }"#),
    ] as [(KeyValuePairs<String, LuaData>, String, String)])
    func promises(entries: KeyValuePairs<String, LuaData>, words: String, nominal: String) throws {
        let rules = """
            matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", of = function(n) return n.ogrs2 end, steps = { { 41, 9 } } } }, bands = { { "high", "H", from = 9 }, { "low", "L" } } }
            criteria "c" { title = "C", all = { { "s", "S", function(n) return n.statutory end } } }
            classification "k" { title = "K", classes = { { "young", "Y", when = function(n) return n.age < 40 end }, { "old", "O" } } }
            selection { { "s", "S", when = function(n, d) return d.met.c and d.band.m == "high" end, category = "top" } }
            deselection { { "out", "O", when = function(n, d) return not n.statutory end } }
            tasking { { "t", "T", owner = "o", when = function(n) return n.statutory end } }
            """
        let result = try run(rules, table(entries))
        #expect(result.status == .failed && result.message?.hasPrefix("tests/p.lua:4: \(words) (seed 1, nominal ") == true, "\(result.message ?? "")")
        #expect(flowing(result.details).contains(" = evaluate(\(nominal), { as_of = \"2026-01-01\" })"), "\(result.details)")
    }

    @Test("a rule that fails breaks every property")
    func error() throws {
        let result = try run("selection { { \"s\", \"S\", when = function(n) return n.statutory and error(\"no\") end } }", table(["never_tasks": .bool(true)]))
        #expect(result.status == .failed && result.message?.contains("`selection.s` fails: no") == true, "\(result.message ?? "")")
    }

    @Test("a change that moves nothing is passed with a word about it")
    func untouched() throws {
        let result = try run(Self.falling, table(["raises": .text("ogrs2"), "never_lowers": .text("m")]))
        #expect(result.status == .passed && result.message?.hasPrefix("the change never moved what the property is about, on ") == true)
    }

    @Test("a property that no nominal can have fails, and says why")
    func impossible() throws {
        let result = try run(Self.falling, table(["given": .table(table(["ogrs2": .int(500)])), "never_selects": .bool(true)]))
        #expect(result.status == .failed && result.message?.hasPrefix("tests/p.lua:4: no nominal could be made that the property speaks of: ") == true)
    }

    @Test("what is given to the host as unknown is left out")
    func unknown() throws {
        let decider = try decider("selection { { \"s\", \"S\", when = function(n) return n:has \"ogrs2\" end } }")
        let given = table(["given": .table(table(["ogrs2": .other("unknown")])), "never_selects": .bool(true)])
        let property = try PackProperty(
            name: "p", table: given, file: "f", line: 1, program: decider.program) { if case .other("unknown") = $0 { true } else { false } }
        #expect(property.run(with: decider).status == .passed)
    }

    @Test("a file's properties are tests by their names, one that says what no property can among them")
    func source() throws {
        let decider = try decider(Self.falling)
        let source = PropertySource(
            [SpecProperty(name: "it falls", file: "tests/p.lua", line: 2, table: table(
            ["raises": .text("offences"), "add": .table(Self.burglary), "never_raises": .text("m")])),
             SpecProperty(name: "it is none", file: "tests/p.lua", line: 7, table: table(["never_lower": .text("m")]))], program: decider.program)
        #expect(source.tests.map(\.name) == ["it falls", "it is none"] && source.tests.map(\.line) == [2, 7])
        #expect(source.run(0, with: decider).message?.hasPrefix("tests/p.lua:2: score `m` goes from ") == true)
        let none = source.run(1, with: decider)
        #expect(none.status == .failed && none.message == "tests/p.lua:7: property `it is none`: a property has no `never_lower`; did you mean `never_lowers`?")
    }

    @Test("a table that is no property says what is wrong and what is near", arguments: [
        (["raise": .text("offences")], "a property has no `raise`", "did you mean `raises`?"),
        (["raises": .text("ofences"), "never_lowers": .text("m")], "a nominal has no field `ofences`", "did you mean `offences`?"),
        (["raises": .text("offences"), "never_lowers": .text("m")],
         "`raises = \"offences\"` wants the item to be added, as in `add = { date = \"-1 months\" }`", nil),
        (["raises": .text("offences"), "add": .table(table(["tpe": .text("x")])), "never_lowers": .text("m")],
         "an item of `offences` has no field `tpe`", "did you mean `type`?"),
        (["raises": .text("borough"), "never_lowers": .text("m")],
         "`raises` wants the field of a list or of a number, and `borough` is neither: write `set = { … }`", nil),
        (["lowers": .text("offences"), "never_lowers": .text("m")], "`lowers` wants a number's field, and `offences` is a list", nil),
        (["raises": .text("ogrs2"), "lowers": .text("ogrs2"), "never_lowers": .text("m")],
         "`raises` and `lowers` cannot stand together: write a property for each", nil),
        (["raises": .text("ogrs2"), "by": .int(0), "never_lowers": .text("m")], "`by` wants a whole number from 1 on", nil),
        (["raises": .text("ogrs2"), "add": .table(LuaTable()), "never_lowers": .text("m")], "`add` means nothing beside `raises = \"ogrs2\"`", nil),
        (["add": .table(LuaTable()), "never_selects": .bool(true)], "`add` wants `raises = \"…\"`, the field that it is about", nil),
        (["raises": .text("ogrs2"), "never_lowers": .text("n")], "`never_lowers`: there is no matrix `n`", "did you mean `m`?"),
        (["raises": .text("ogrs2"), "never_lowers": .bool(true)], "`never_lowers` wants the name of a matrix in quotes, not true or false", nil),
        (["raises": .text("ogrs2"), "never_changes": .text("scor.m")], "`never_changes`: there is no answer `scor.m`", "did you mean `score.m`?"),
        (["never_lowers": .text("m")],
         "the property says what never moves, and not what is changed: add `raises = \"…\"`, `lowers = \"…\"` or `set = { … }`", nil),
        (["raises": .text("ogrs2")], "the property promises nothing: add `never_lowers = \"…\"`, `never_changes = \"…\"` or `never_selects = true`", nil),
        (["given": .int(3), "never_selects": .bool(true)], "`given` wants a table of fields, as in `given = { age = 17 }`, not a number", nil),
        (["given": .table(table(["needs": .table(table(["drgs": .int(1)]))])), "never_selects": .bool(true)],
         "a nominal has no field `needs.drgs`", "did you mean `needs.drugs`?"),
        (["given": .table(table(["offences": .int(1)])), "never_selects": .bool(true)], "`offences` cannot be a number", nil),
        (["never_selects": .bool(true), "as_of": .text("soon")], "`as_of` wants a date such as `2026-11-01`, not `soon`", nil),
        (["never_selects": .bool(true), "count": .int(0)], "`count` wants a whole number from 1 to 100000", nil),
    ] as [(KeyValuePairs<String, LuaData>, String, String?)])
    func refused(entries: KeyValuePairs<String, LuaData>, message: String, hint: String?) throws {
        let decider = try decider(Self.falling)
        do throws(Finding) {
            _ = try PackProperty(name: "it holds", table: table(entries), file: "tests/p.lua", line: 4, program: decider.program)
            Issue.record("the property was let in")
        } catch {
            #expect(error.message == "property `it holds`: \(message)")
            #expect(error.hint == hint && error.file == "tests/p.lua" && error.line == 4)
        }
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
