import Decisions
import TestSupport
import Testing

@testable import RuleChecks

@Suite("Checks of tables as a whole")
struct TableChecksTests {
    @Test("packs that are in order give nothing", arguments: shippedPacks + [examplePack])
    func shipped(_ path: String) throws {
        #expect(try TablePack(path: "\(projectFolder)/\(path)").findings == [])
    }

    @Test("a table too large to analyse says so, and does so soon")
    func tooLarge() throws {
        let names = (1...12).map { "{ \"i\($0)\", of = function(n) return n.ogrs3 + \($0) end }" }.joined(separator: ", ")
        let rows = (1...60).map { row in
            "{ " + (0..<12).map { (row + $0) % 3 == 0 ? "\"-\"" : "\"not(\(row * 7 % 90 + $0))\"" }.joined(separator: ", ") + ", \"->\", \(row) }"
        }.joined(separator: ",\n")
        let findings = try TablePack(
            "decision_table \"wide\" { title = \"Wide\", hit = \"first\", inputs = { \(names) }, outputs = { { \"o\" } }, rows = { \(rows) } }").findings
        #expect(findings.contains { $0.hasPrefix("WM043 note 1: the table has too many rows and inputs to tell") }, "\(findings.prefix(3))")
    }

    @Test("so does one with very many rows")
    func tooLong() throws {
        let rules = """
            local rows = {}
            for i = 1, 2000 do rows[i] = { tostring(i), "->", i } end
            decision_table "long" { title = "Long", inputs = { { "number", of = function(n) return n.convictions_total end } }, outputs = { { "o" } }, rows = rows }
            """
        #expect(try TablePack(rules).findings == ["WM043 note 3: the table has too many rows and inputs to tell whether rows leave a gap or overlap"])
    }

    @Test("rows made by code are told at the table")
    func madeRows() throws {
        let rules = """
            local rows = {}
            for _, v in ipairs { 10, 20 } do rows[#rows + 1] = { ">= " .. v, "->", v } end

            decision_table "made" { title = "Made", hit = "first",
              inputs = { { "ogrs", of = function(n) return n.ogrs3 end } }, outputs = { { "o" } }, rows = rows }
            """
        let findings = try TablePack(rules).findings
        #expect(findings.map { $0.prefix(17) } == ["WM039 warning 4: ", "WM041 warning 4: "])
    }
}
