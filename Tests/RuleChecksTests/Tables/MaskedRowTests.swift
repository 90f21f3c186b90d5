import Decisions
import RulePacks
import Testing

@testable import RuleChecks

@Suite("Rows of decision tables that never answer")
struct MaskedRowTests {
    @Test("a row behind one that takes all is never reached")
    func afterAll() throws {
        let rules = riskTable("first", #"{ "-", "-", "->", "C" }"#, #"{ ">= 75", "-", "->", "A" }"#)
        #expect(
            try TablePack(rules).findings
                == ["WM041 warning 8: row 2 can never answer: row 1 takes all that it would match | nominal { ogrs3 = 75 }"])
    }

    @Test("several rows may take together what a later one would match, and only those that do are named")
    func together() throws {
        let rules = riskTable(
            "first", #"{ "> 95", '"low"', "->", "A" }"#, #"{ ">= 75", "-", "->", "A" }"#,
            #"{ "[50..75)", "-", "->", "B" }"#, #"{ ">= 50", '"high"', "->", "A" }"#,
            #"{ "-", "-", "->", "C" }"#)
        let findings = try TablePack(rules).findings
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("WM041 warning 10: row 4 can never answer: rows 2 and 3 take all that it would match | nominal {") == true,
            "\(findings)")
    }

    @Test("by priority a row is masked by one of a higher output, wherever it stands")
    func priority() throws {
        let rules = riskTable("priority", #"{ ">= 75", "-", "->", "B" }"#, #"{ ">= 50", "-", "->", "A" }"#, #"{ "-", "-", "->", "C" }"#)
        #expect(
            try TablePack(rules).findings
                == ["WM041 warning 7: row 1 can never answer: row 2 takes all that it would match | nominal { ogrs3 = 75 }"])
    }

    @Test("a last row for whatever is left is reached where an input may give nothing or cannot be followed")
    func nothing() throws {
        let before = "local words = { Camden = \"a\", Barnet = \"b\" }"
        #expect(try TablePack(
            oneInput("words[n.borough]", #""a""#, #"not("a")"#, "-", before: before, hit: "first")).findings.filter { $0.hasPrefix("WM041") } == [])
        #expect(try TablePack(oneInput("n.statutory and \"x\" or nil", #""x""#, "-", hit: "first")).findings == [])
        #expect(try TablePack(oneInput("n.statutory and \"x\" or \"y\"", #""x""#, #""y""#, "-", hit: "first")).findings.count == 1)
    }

    @Test("a cell that takes nothing that its input can have is told with what it can have")
    func emptyCell() throws {
        let program = try TablePack(
            riskTable("first", #"{ "> 100", "-", "->", "A" }"#, #"{ "-", '"severe"', "->", "B" }"#, #"{ "-", "-", "->", "C" }"#)).program
        let findings = TableChecks.findings(program)
        #expect(findings.map(\.message) == [
            "row 1 can never match, as `> 100` takes no value that OGRS3 can have (decision table `tier`)",
            "row 2 can never match, as `\"severe\"` takes no value that risk of harm can have (decision table `tier`)",
        ])
        #expect(findings.map(\.hint) == ["its values are 0 to 100", "its values are `low`, `medium`, `high` or `very_high`"])
        #expect(findings.map(\.line) == [7, 8])
    }

    @Test("a misspelt value beside right ones is told too")
    func idleTest() throws {
        let rules = riskTable("first", #"{ "-", '"high", "veryhigh"', "->", "A" }"#, #"{ "-", 'not("lwo")', "->", "B" }"#)
        #expect(
            try TablePack(rules).findings == [
                #"WM041 warning 7: `"veryhigh"` in row 1 can never match, as risk of harm has no such value"#,
                #"WM041 warning 8: `"lwo"` in row 2 can never match, as risk of harm has no such value"#,
            ])
    }
}
