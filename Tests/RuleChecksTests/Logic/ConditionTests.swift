import Decisions
import TestSupport
import Testing

@testable import RuleChecks

@Suite("Conditions that never or always hold")
struct ConditionTests {
    private func verdict(_ condition: String, before: String = "", parameters: String = "", modules: [String: String] = [:]) throws -> [String] {
        let rules = "\(before)\ntasking { { \"t\", \"T\", owner = \"o\", when = function(n, d) \(condition.contains("return") ? condition : "return \(condition)") end } }"
        return try LogicPack(rules, parameters: parameters, modules: modules).words.map { String($0.drop { $0 != ":" }.dropFirst(2)) }
    }

    static let neverCases: [(condition: String, why: String)] = [
        ("n.age >= 25 and n.age < 18", "`n.age >= 25` and `n.age < 18` cannot both hold"),
        ("n.age > 17 and n.age < 18", "`n.age > 17` and `n.age < 18` cannot both hold"),
        ("n.ogrs2 > 100", "`n.ogrs2 > 100` never holds, for OGRS2 is number from 0 to 100"),
        ("n.convictions_total < 0", "`n.convictions_total < 0` never holds, for number of convictions is whole number, 0 or more"),
        ("n.needs.drugs == 3", "`n.needs.drugs == 3` never holds, for drugs need is whole number from 0 to 2"),
        ("n.statutory and n.ogrs2 > 50 and not n.statutory", "`n.statutory` and `not n.statutory` cannot both hold"),
        ("n.custody_status == \"custody\" and n.custody_status == \"licence\"",
         "`n.custody_status == \"custody\"` and `n.custody_status == \"licence\"` cannot both hold"),
        ("(n.age < 18 or n.ogrs2 >= 75) and n.ogrs2 < 50 and n.age >= 21",
         "`n.age < 18 or n.ogrs2 >= 75`, `n.ogrs2 < 50` and `n.age >= 21` cannot all hold together"),
        ("n.ogrs2 == nil", "`n.ogrs2 == nil` never holds, for a field without a value stops the rule"),
        ("not n:has \"ogrs2\" and n.ogrs2 > 50", "`not (n:has \"ogrs2\")` and `n.ogrs2 > 50` cannot both hold"),
        ("n.offences:count { type = \"robbery\" } < 0", "`n.offences:count { type = \"robbery\" } < 0` never holds"),
        ("n.offences:any { type = \"robbery\" } and not n.offences:any()",
         "`n.offences:any { type = \"robbery\" }` and `not n.offences:any()` cannot both hold"),
        ("n.offences:any { type = \"robbery\", within = months(6) } and #n.offences == 0",
         "`n.offences:any { type = \"robbery\", within = months(6) }` and `#n.offences == 0` cannot both hold"),
        ("n.release_date >= as_of and n.release_date - as_of < 0", "`n.release_date >= as_of` and `n.release_date - as_of < 0` cannot both hold"),
        ("n:get(\"ogrs2\", 0) > 100", "`n:get(\"ogrs2\", 0) > 100` never holds, for OGRS2 is number from 0 to 100"),
        ("if n.age < 18 then return false end return n.age == 12", "`not (n.age < 18)` and `n.age == 12` cannot both hold"),
        ("local m = 1; if n.statutory then m = m + 1 end; if n.ogrs2 > 50 then m = m + 1 end; return m > 3", ""),
    ]

    @Test("a condition that nobody can meet is found, with the parts that contradict each other", arguments: neverCases)
    func impossible(_ row: (condition: String, why: String)) throws {
        let found = try verdict(row.condition)
        try #require(found.count == 1)
        #expect(found[0].hasPrefix("tasking `t` can never hold"))
        #expect(found[0].contains(row.why), "\(found[0])")
    }

    @Test(
        "a condition that everybody meets is found",
        arguments: [
            "n.age >= 0", "n.ogrs2 <= 100", "n.statutory or not n.statutory", "n.age < 25 or n.age > 20", "#n.offences >= 0",
            "n.custody_status ~= \"custody\" or n.custody_status ~= \"licence\"", "n:has \"borough\"",
        ])
    func certain(_ condition: String) throws {
        let found = try verdict(condition)
        try #require(found.count == 1)
        #expect(found[0].hasPrefix("tasking `t` always holds"), "\(found[0])")
    }

    @Test(
        "nothing is said of conditions that may come out either way",
        arguments: [
            "n.age >= 18 and n.age < 25", "n.age == 18", "n.ogrs2 > 99.5", "n.statutory", "not n.statutory and n.ogrs2 >= 50",
            "n:has \"ogrs2\" and n.ogrs2 > 50", "not n:has \"gang\"", "n:has \"gang\" and n.gang.role == \"member\"", "n.gang",
            "n.offences:count { type = \"robbery\" } >= 3 and n.offences:count { type = \"arson\" } == 0",
            "n.offences:any() and not n.offences:any { type = \"robbery\" }",
            "n.intelligence:any { assessment = \"E\" } and not n.intelligence:any()",
            "n.scores:all { where = { matrix = \"risk\" }, band = \"green\", within = months(6), at_least = 3 }",
            "n.engagement.attended * 100 < n.engagement.offered * 60", "n.release_date - as_of <= 84", "n.release_date > date(\"2026-06-01\")",
            "local last = n.scores:latest { matrix = \"risk\" } return last ~= nil and last.band == \"red\"",
            "n.cohort.category == \"ppo\"", "n.borough == \"Camden\" or n.borough == \"Enfield\"", "as_of > date(\"2026-01-01\")", "true",
            "(n.offences:count() > 2 and 4 or 1) >= 4", "math.min(n.convictions_total, 4) == 4", "n.convictions_total // 2 >= 3",
        ])
    func open(_ condition: String) throws { #expect(try verdict(condition) == []) }

    @Test("a comparison in a condition that never or always holds is found by itself")
    func part() throws {
        #expect(try verdict("n.statutory or n.ogrs2 > 100") == ["`n.ogrs2 > 100` can never hold: OGRS2 is number from 0 to 100"])
        #expect(try verdict("n.statutory and n.ogrs2 >= 0") == ["`n.ogrs2 >= 0` always holds: OGRS2 is number from 0 to 100"])
    }

    @Test("helpers, locals of the file, parameters and modules are followed")
    func followed() throws {
        let helpers = """
            local ages = require "common.ages"
            local low = param.low
            local function young(n) return n.age < low end
            """
        let ages = "local ages = {}\nfunction ages.adult(n) return n.age >= 18 end\nreturn ages"
        let found = try verdict(
            "young(n) and ages.adult(n)", before: helpers, parameters: "low = { 18, min = 10, max = 20, title = \"Low\" }", modules: ["ages": ages])
        #expect(found == ["tasking `t` can never hold: `n.age < low` and `n.age >= 18` cannot both hold"])
    }

    @Test("a parameter that is true or false may be either, so that neither side of it is a mistake")
    func switches() throws {
        #expect(try verdict("param.on and n.statutory", parameters: "on = { false, title = \"On\" }") == [])
    }

    @Test("criteria, classes and bands stand for what they are made of")
    func answers() throws {
        let rules = """
            criteria "adult" { title = "Adult", all = { { "age", "Age", function(n) return n.age >= 18 end } } }
            classification "group" { title = "Group", classes = { { "old", "Old", when = function(n) return n.age > 40 end }, { "other", "Other" } } }
            matrix "sac" { title = "SAC", range = { 0, 50 }, rows = { { "a", "A", points = 30, when = function(n) return n.statutory end } },
              bands = { { "high", "High", from = 20 }, { "low", "Low" } } }
            """
        let first = try verdict("d.met.adult and n.age < 16", before: rules)
        #expect(first == ["tasking `t` can never hold: `n.age >= 18` and `n.age < 16` cannot both hold"])
        #expect(try verdict("d.class.group == \"other\" and n.age > 50", before: rules).count == 1)
        #expect(try verdict("d.band.sac == \"high\" and d.score.sac < 20", before: rules).count == 1)
        #expect(try verdict(
            "d.band.sac == \"high\" and d.score.sac < 40", before: rules) == ["`d.score.sac < 40` always holds: the total of matrix `sac` goes from 0 to 30"])
        #expect(try verdict("d.class.group == \"other\" and n.age > 30", before: rules) == [])
    }

    @Test("what cannot be followed is a note, with the reason, and nothing is claimed of it")
    func unfollowed() throws {
        let loop = "local k = 0 for _, o in ipairs(n.offences) do if o.type == \"arson\" then k = k + 1 end end return k > 2"
        #expect(try verdict(loop) == ["tasking `t` could not be analysed: it goes through things one by one"])
        let keys = "for key in pairs(param.list) do if n.borough == key then return true end end return false"
        #expect(try verdict(
            keys, parameters: "list = { { \"x\" }, title = \"List\" }") == ["tasking `t` could not be analysed: it goes through things one by one"])
        #expect(try verdict("string.find(n.borough, \"C\") ~= nil") == ["tasking `t` could not be analysed: it calls `string.find`"])
    }

    @Test("a condition of which a part can be followed is judged by that part, without a note")
    func partly() throws {
        #expect(try verdict("n.age > 20 and string.find(n.borough, \"C\") ~= nil") == [])
        #expect(try verdict("n.age > 20 and string.find(n.borough, \"C\") ~= nil and n.age < 18").map { $0.prefix(29) } == ["tasking `t` can never hold: `"])
    }

    @Test("a loop that looks for an item is followed", arguments: [
        ("if o.type == \"arson\" and not o:has \"date\" then return true end", false),
        ("if o.type == \"arson\" then if o.outcome == \"convicted\" then return true end end", false),
        ("for _, r in ipairs(n.orders) do if r.start > o.date then return true end end", false),
        ("if o.type == \"arson\" and o.type == \"robbery\" then return true end", true),
        ("local old = n.age > 40 if old and n.age < 30 then return true end", true),
        ("if o.type == \"arson\" then return false end", true),
        ("if #n.offences == 0 and n.age > 20 then break end if n.age < 30 then return n.age > 40 end", true),
    ])
    func search(body: String, isImpossible: Bool) throws {
        let found = try verdict("for _, o in ipairs(n.offences) do \(body) end return false")
        #expect(found.map { $0.hasPrefix("tasking `t` can never hold") } == (isImpossible ? [true] : []), "\(found)")
    }

    @Test("nothing is claimed of what comes after a loop that found nothing", arguments: [
        "if o.type == \"arson\" then return false end end return true", "if o.type == \"arson\" then return true end end return n.age > 30",
        "seen = seen + 1 if seen > 3 then return true end end return seen == 2",
    ])
    func afterSearch(rest: String) throws { #expect(try verdict("local seen = 0 for _, o in ipairs(n.offences) do \(rest)") == []) }

    @Test("criteria as a whole can be impossible where each row is not")
    func criteria() throws {
        let rules = """
            criteria "scope" { title = "Scope", all = {
              { "old", "Old", function(n) return n.age >= 40 end }, { "young", "Young", function(n) return n.age < 30 end } } }
            """
        #expect(try LogicPack(rules).words == ["WM032 1: criteria `scope` can never be met: `n.age >= 40` and `n.age < 30` cannot both hold"])
    }

    @Test("selection is asked only for people outside the cohort")
    func context() throws {
        let rules = #"selection { { "again", "Again", when = function(n) return n.cohort.category == "monitor" end } }"#
        let found = try LogicPack(rules).words
        #expect(found.count == 1)
        #expect(found.first?.contains("selection is asked only for people who are not in the cohort") == true)
        #expect(try LogicPack(rules.replacing("selection", with: "deselection")).words == [])
    }

    @Test("a long condition, and one that is nested deeply, is read or left alone, and nothing breaks")
    func large() throws {
        let long = (0..<400).map { "n.convictions_total ~= \($0)" }.joined(separator: " and ")
        #expect(try verdict("\(long) and n.convictions_total == 7").count == 1)
        let deep = String(repeating: "not (", count: 70) + "n.statutory" + String(repeating: ")", count: 70)
        #expect(try verdict(deep) == ["tasking `t` could not be analysed: it is too long to follow"])
        #expect(try verdict("n.age * math.huge < 0 / 0") == [])
    }

    @Test("nothing is wrong with the packs of the project", arguments: shippedPacks + [examplePack])
    func shipped(_ path: String) throws {
        #expect(try LogicPack.shipped(path).findings.filter { $0.severity != .note }.map(\.text) == [])
    }
}
