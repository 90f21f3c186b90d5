import Notation
import PackTestKit
import RulePackTesting
import RulePacks
import Testing

@Suite struct ComparedValuesTests {
    private func values(_ rules: String) throws -> ComparedValues {
        var pack = TestPack(rules)
        pack.parameters = #"least = { 12, min = 1, max = 90, unit = "points", title = "Least" }, towns = { { "Ayton", "Beeton" }, title = "Towns" }"#
        pack.maxAge = #"ogrs2 = "18 months""#
        return try ComparedValues(decider(pack).program)
    }

    private func condition(_ text: String, before: String = "") -> String { before + "\nselection { { \"s\", \"S\", when = function(n, d) \(text) end } }" }

    @Test("numbers that a field is compared with are found", arguments: [
        ("return n.ogrs2 >= 75", "", "ogrs2", [75]),
        ("return 75 <= n.ogrs2 and n.ogrs3 > 2.5", "", "ogrs3", [2.5]),
        ("return n.ogrs2 >= param.least", "", "ogrs2", [12]),
        ("return n.ogrs2 >= least", "local least = param.least", "ogrs2", [12]),
        ("local e = n.engagement return e.attended * 100 < e.offered * 25", "", "attended", [100, 25]),
        ("return high(n) > 7", "local function high(n) return n.ogrs2 end", "ogrs2", [7]),
        ("return n.offences:any { min_value = 900 }", "", "value", [900]),
        ("if n.age < 18 then return true end for _ = 1, 2 do if n.age > 65 then return false end end", "", "age", [18, 65]),
        ("return true",
         "matrix \"m\" { title = \"M\", range = { 0, 9 }, rows = { { \"r\", \"R\", of = function(n) return n.ogrs2 end, steps = { { 70, 9 }, { param.least, 3 } } } } }", "ogrs2", [70, 9, 12, 3]),
        ("return true",
         "decision_table \"t\" { title = \"T\", hit = \"first\", inputs = { { \"o\", of = function(n) return n.ogrs3 end } }, outputs = { { \"x\" } }, rows = { { \">= 75\", \"->\", 1 }, { \"[50..74.5)\", \"->\", 2 } } }", "ogrs3", [75, 50, 74.5]),
    ] as [(String, String, String, [Double])])
    func numbers(condition: String, before: String, field: String, wanted: [Double]) throws {
        #expect(try values(self.condition(condition, before: before)).numbers[field] == wanted)
    }

    @Test("texts that a field is compared with are found", arguments: [
        ("return n.risk_of_harm == \"high\"", "", "risk_of_harm", ["high"]),
        ("return param.towns[n.borough]", "", "borough", ["Ayton", "Beeton"]),
        ("return n.offences:any(f)", "local kinds = { \"arson\", \"fraud\" } local f = filter { type = kinds }", "type", ["arson", "fraud"]),
        ("return n.scores:all { where = { matrix = \"risk\" }, band = \"green\" }", "", "band", ["green"]),
        ("return true", "deselection { { \"x\", \"X\", when = function(n) return n.cohort.category ~= \"monitor\" end, to = \"monitor\" } }",
         "category", ["monitor"]),
        ("return true",
         "decision_table \"t\" { title = \"T\", hit = \"first\", inputs = { { \"h\", of = function(n) return n.risk_of_harm end } }, outputs = { { \"x\" } }, rows = { { '\"high\", \"very_high\"', \"->\", 1 } } }", "risk_of_harm", ["high", "very_high"]),
    ])
    func texts(condition: String, before: String, field: String, wanted: [String]) throws {
        #expect(try values(self.condition(condition, before: before)).texts[field] == wanted)
    }

    @Test("lengths of time are found wherever they stand, those of `max_age` too")
    func spans() throws {
        let rules = condition("return n.release_date < as_of + days(10)", before: "local f = filter { within = months(param.least) } local g = years(3)")
        #expect(try values(rules).spans == [.months(12), .months(36), .days(10), .months(18)])
    }

    @Test("the name of a field that stands beside another is no text that it is compared with")
    func names() throws {
        let found = try values(
            condition("return n.ogrs2 > n.ogrs3 and d.score.x == n[\"prison\"]",
            before: "matrix \"x\" { title = \"X\", range = { 0, 1 }, rows = { { \"a\", \"A\", points = 1 } } }"))
        #expect(found.texts["ogrs2"] == nil && found.texts["prison"] == nil && found.numbers["ogrs2"] == nil)
    }
}
