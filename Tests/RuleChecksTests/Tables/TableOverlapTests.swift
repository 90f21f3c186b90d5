import Decisions
import RulePacks
import Testing

@testable import RuleChecks

@Suite("Overlaps in decision tables")
struct TableOverlapTests {
    @Test("rows of a unique table that share an end overlap there")
    func end() throws {
        let rules = riskTable("unique", #"{ ">= 75", "-", "->", "A" }"#, #"{ "[50..75]", "-", "->", "B" }"#, #"{ "< 50", "-", "->", "C" }"#)
        #expect(
            try TablePack(rules).findings
                == ["WM040 error 8: rows 1 and 2 both take OGRS3 of 75, and `unique` allows one row | nominal { ogrs3 = 75 }"])
    }

    @Test("an any table may overlap where the outputs agree")
    func any() throws {
        let agreeing = riskTable("any", #"{ ">= 50", "-", "->", "A" }"#, #"{ "-", '"high"', "->", "A" }"#, #"{ "< 50", "-", "->", "A" }"#)
        #expect(try TablePack(agreeing).findings == [])
        let differing = riskTable("any", #"{ ">= 50", "-", "->", "A" }"#, #"{ "-", '"high"', "->", "B" }"#, #"{ "< 50", 'not("high")', "->", "A" }"#)
        #expect(
            try TablePack(differing).findings == [
                "WM040 error 8: rows 1 and 2 both take OGRS3 of 50 to 100 with risk of harm `high` and give different outputs, which `any` does not allow "
                    + #"| nominal { ogrs3 = 50, risk_of_harm = "high" }"#
            ])
    }

    @Test("two inputs that rest on one field do not overlap where no value gives both")
    func related() throws {
        let rules = """
            decision_table "ages" { title = "Ages", hit = "unique",
              inputs = { { "young", of = function(n) return n.age < 18 end }, { "adult", of = function(n) return n.age >= 18 end } },
              outputs = { { "out" } }, rows = { { "true", "-", "->", 1 }, { "-", "true", "->", 2 } } }
            """
        let findings = TableChecks.findings(try TablePack(rules).program)
        #expect(findings.map(\.severity) == [.note, .note])
        #expect(findings.allSatisfy { $0.witness == nil && $0.hint?.contains("could not be told") == true })
    }

    @Test("first and collect may overlap", arguments: ["first", "collect", "output_order"])
    func allowed(_ hit: String) throws {
        #expect(try TablePack(riskTable(hit, #"{ ">= 50", "-", "->", "A" }"#, #"{ "-", "-", "->", "B" }"#)).findings == [])
    }

    @Test("three overlaps of many are told")
    func many() throws {
        let program = try TablePack(
            riskTable("unique", #"{ "-", "-", "->", "A" }"#, #"{ "-", "-", "->", "B" }"#, #"{ "-", "-", "->", "C" }"#, #"{ "-", "-", "->", "A" }"#)).program
        let findings = TableChecks.findings(program)
        #expect(findings.count == 3)
        #expect(findings.last?.hint?.hasSuffix("more rows overlap") == true || findings.contains { $0.hint?.hasSuffix("more rows overlap") == true })
        #expect(findings[0].message.hasPrefix("rows 1 and 2 both take anything"))
    }
}
