import Decisions
import RulePacks
import Testing

@testable import RuleChecks

@Suite("Gaps in decision tables")
struct TableGapTests {
    @Test("a table with a row for whoever is left has no gap")
    func complete() throws {
        let rules = riskTable("first", #"{ ">= 75", '"high", "very_high"', "->", "A" }"#, #"{ "[50..75)", "-", "->", "B" }"#, #"{ "-", "-", "->", "C" }"#)
        #expect(try TablePack(rules).findings == [])
    }

    @Test("rows that meet at their ends leave no gap")
    func meeting() throws {
        let rules = riskTable("unique", #"{ ">= 75", "-", "->", "A" }"#, #"{ "[50..75)", "-", "->", "B" }"#, #"{ "< 50", "-", "->", "C" }"#)
        #expect(try TablePack(rules).findings == [])
    }

    @Test("a gap is told in words, at the table, with somebody who falls into it")
    func told() throws {
        let rules = riskTable(
            "first", #"{ ">= 75", "-", "->", "A" }"#, #"{ "[50..75)", '"low", "medium", "high"', "->", "B" }"#, #"{ "< 50", "-", "->", "C" }"#)
        #expect(
            try TablePack(rules).findings == [
                "WM039 warning 1: no row takes OGRS3 of 50 or more and less than 75 with risk of harm `very_high` "
                    + #"| nominal { ogrs3 = 50, risk_of_harm = "very_high" }"#
            ])
    }

    @Test("a percentage may have a fraction, so that whole numbers do not meet")
    func fraction() throws {
        let rules = riskTable("unique", #"{ ">= 75", "-", "->", "A" }"#, #"{ "[0..74]", "-", "->", "B" }"#)
        #expect(try TablePack(rules).findings == ["WM039 warning 1: no row takes OGRS3 of more than 74 and less than 75 | nominal { ogrs3 = 74.5 }"])
    }

    @Test("whole numbers meet, and counts do not go below 0")
    func whole() throws {
        for expression in [
            "n.age", "n.convictions_total", "#n.offences", "n.offences:count { outcome = \"charged\" }",
            "n.age + n.convictions_total", "math.floor(n.ogrs2 / 1 * 1 + 0)"] {
            let rules = oneInput(expression, "[0..17]", ">= 18")
            let expected = expression.hasPrefix("math") ? 1 : 0
            #expect(try TablePack(rules).findings.count == expected, "\(expression)")
        }
    }

    @Test("beyond the ends of a field nothing is missing")
    func ends() throws {
        #expect(try TablePack(oneInput("n.needs.drugs", "0", "1", "2")).findings == [])
        #expect(try TablePack(oneInput("n.ogrs3", "[0..100]")).findings == [])
        #expect(try TablePack(oneInput("n.statutory", "true", "false")).findings == [])
        #expect(try TablePack(oneInput("n.risk_of_harm", #"not("low")"#, #""low""#)).findings == [])
    }

    @Test("a text can be any other, and a day any other")
    func openKinds() throws {
        #expect(
            try TablePack(oneInput("n.borough", #""Camden", "Barnet""#)).findings
                == [#"WM039 warning 2: no row takes value any other text | nominal { borough = "Elsewhere" }"#])
        #expect(
            try TablePack(oneInput("n.release_date", #"< date("2026-03-01")"#, #"> date("2026-03-01")"#)).findings
                == [#"WM039 warning 2: no row takes value of 2026-03-01 | nominal { release_date = "2026-03-01" }"#])
    }

    @Test("a part of a record is given with the rest that the record must have")
    func record() throws {
        #expect(
            try TablePack(oneInput("n.cohort.category", #""ppo""#)).findings
                == [#"WM039 warning 2: no row takes value any other text | nominal { cohort = { category = "Elsewhere", since = "today" } }"#])
    }

    @Test("a combination is shown by somebody who has both values")
    func combination() throws {
        let rules = riskTable("unique", #"{ "-", '"low", "medium"', "->", "A" }"#, #"{ ">= 50", '"high", "very_high"', "->", "B" }"#)
        #expect(
            try TablePack(rules).findings == [
                "WM039 warning 1: no row takes OGRS3 of 0 or more and less than 50 with risk of harm `high` or `very_high` "
                    + #"| nominal { risk_of_harm = "high" }"#
            ])
    }

    @Test("three gaps of many are told, the simplest first")
    func many() throws {
        let rules = oneInput("n.ogrs3", "10", "20", "30", "40", "50")
        let findings = try TablePack(rules).findings
        #expect(findings.count == 1, "one input is one gap: \(findings)")
        #expect(findings[0].contains("0 or more and less than 10, more than 10 and less than 20"))
    }

    @Test("collecting nothing is an answer", arguments: ["collect", "collect_count", "rule_order"])
    func collecting(_ hit: String) throws {
        #expect(try TablePack(oneInput("n.ogrs3", ">= 75", hit: hit)).findings == [])
    }

    @Test(
        "what another rule can answer is known",
        arguments: [
            (#"d.band.score"#, [#""high""#, #""low""#]), ("d.met.scope", ["true", "false"]), (#"d.class.kind"#, [#""a", "b""#]),
            ("d.score.score", ["[0..10]"]), (#"d.table.other"#, [#""x""#, #""y""#]), ("param.limit", ["90"]),
        ])
    func answers(_ expression: String, _ cells: [String]) throws {
        let before = """
            criteria "scope" { title = "Scope", all = { { "adult", "Adult", function(n) return n.age >= 18 end } } }
            matrix "score" { title = "Score", range = { 0, 10 }, rows = { { "drugs", "Drugs", points = 10, when = function(n) return n.needs.drugs == 2 end } },
              bands = { { "high", "High", from = 5 }, { "low", "Low" } } }
            classification "kind" { title = "Kind", classes = { { "a", "A", when = function(n) return n.statutory end }, { "b", "B" } } }
            decision_table "other" { title = "Other", hit = "first", inputs = { { "s", of = function(n) return n.statutory end } }, outputs = { { "o" } },
              rows = { { "true", "->", "x" }, { "-", "->", "y" } } }
            """
        let rows = cells.enumerated().map { "{ [==[\($1)]==], \"->\", \($0) }" }.joined(separator: ", ")
        func table(_ rows: String) -> String {
            "\(before)\ndecision_table \"one\" { title = \"One\", inputs = { { \"value\", of = function(n, d) return \(expression) end } }, outputs = { { \"out\" } }, rows = { \(rows) } }"
        }
        #expect(try TablePack(table(rows), parameters: #"limit = { 90, title = "Limit" }"#).findings == [])
    }

    @Test("a derived input's gap is shown where a nominal can be found")
    func derived() throws {
        let found = try TablePack(oneInput("n.age < 18 and \"child\" or \"adult\"", #""adult""#)).findings
        #expect(found == ["WM039 warning 2: no row takes value `child` | nominal { age = 17 }"])
        let band = """
            matrix "score" { title = "Score", range = { 0, 10 }, rows = { { "drugs", "Drugs", points = 10, when = function(n) return n.needs.drugs == 2 end } },
              bands = { { "high", "High", from = 5 }, { "low", "Low" } } }
            """
        #expect(
            try TablePack(oneInput("d.band.score", #""low""#, before: band)).findings
                == ["WM039 warning 3: no row takes value `high` | nominal { needs = { drugs = 2 } }"])
    }

    @Test("a derived input's gap that nothing shows is a note that says why")
    func unshown() throws {
        let program = try TablePack(oneInput("n.offences:count { outcome = \"charged\" }", "0", ">= 2")).program
        let finding = try #require(TableChecks.findings(program).first)
        #expect(finding.severity == .note && finding.witness == nil)
        #expect(finding.message.hasPrefix("no row takes value of 1"))
        #expect(finding.hint?.contains("`value` is worked out from other data") == true)
    }

    @Test("a function kept in a local of the file, with locals and branches, is followed")
    func followed() throws {
        let before = """
            local function kind(n)
              local k = n.convictions_total
              if k == 0 then return "none" elseif n.ogrs3 >= 50 then return "many" end
              return "few"
            end
            """
        let table = """
            \(before)
            decision_table "one" { title = "One", inputs = { { "kind", of = kind } }, outputs = { { "out" } }, rows = { { '"none"', "->", 1 }, { '"few"', "->", 2 } } }
            """
        let findings = try TablePack(table).findings
        #expect(findings.count == 1 && findings[0].hasPrefix("WM039 warning 6: no row takes kind `many` | nominal {"), "\(findings)")
    }
}
