@testable import Conversion
import FieldDefinitions
import Foundation
import RulePacks
import Testing

@Suite("tables of packs go out and come back")
struct RoundTripTests {
    @Test("the packs that come with the project have tables to try")
    func there() {
        #expect(ShippedTable.all.count >= 10)
        #expect(ShippedTable.all.contains { $0.kind == .decisionTable })
    }

    @Test("a table says the same after CSV, CSV for spreadsheets and DMN", arguments: ShippedTable.all)
    func documents(shipped: ShippedTable) throws {
        let program = try Project.program(shipped.pack)
        let catalogue = program.pack.catalogue
        let table = try PackTable(shipped.kind, shipped.name, in: program)
        #expect(try PackTable(csv: Array(table.csv.utf8), file: "a.csv") == table)
        #expect(try PackTable(csv: Array(table.spreadsheetCSV.utf8), file: "a.csv") == table)
        let file = try DMNFile(Array(table.dmn(catalogue).utf8), file: "a.dmn", catalogue: catalogue)
        #expect(file.tables == [table])
        #expect(file.fields == table.fields)
    }

    @Test("a table that comes back changes nothing in its pack", arguments: ShippedTable.all.filter(\.isOwn))
    func unchanged(shipped: ShippedTable) throws {
        let program = try Project.program(shipped.pack)
        let table = try PackTable(shipped.kind, shipped.name, in: program)
        for text in [table.csv, table.spreadsheetCSV] {
            #expect(try PackEdit(PackTable(csv: Array(text.utf8), file: "a.csv"), into: program).changes == [])
        }
        let file = try DMNFile(Array(table.dmn(program.pack.catalogue).utf8), file: "a.dmn", catalogue: program.pack.catalogue)
        let edit = try PackEdit(#require(file.tables.first), into: program)
        #expect(edit.changes == [])
        #expect(edit.bytes == program.pack.ownRuleFiles.first { $0.name == edit.file }?.bytes)
    }

    @Test("a pack whose table is written anew from CSV, or from DMN, decides the same bytes on made-up people", arguments: ShippedTable.all.filter(\.isOwn))
    func decisions(shipped: ShippedTable) throws {
        let program = try Project.program(shipped.pack)
        let catalogue = program.pack.catalogue
        let wanted = try records(program.pack)
        let table = try PackTable(shipped.kind, shipped.name, in: program)
        let fromCSV = try PackTable(csv: Array(table.spreadsheetCSV.utf8), file: "a.csv")
        let fromDMN = try #require(DMNFile(Array(table.dmn(catalogue).utf8), file: "a.dmn", catalogue: catalogue).tables.first)
        let path = (shipped.kind == .matrix ? "matrix." : "table.") + shipped.name
        let file = try #require(program.pack.writtenFiles.first { file in program.pack.ownRuleFiles.contains { $0.name == file.source.name } && file.rule(path) != nil })
        let bytes = try #require(file.rule(path)?.bytes)
        for table in [fromCSV, fromDMN] {
            var source = file.source.bytes
            source.replaceSubrange(bytes, with: Array(table.lua(catalogue).utf8))
            let replaced = try Project.program(shipped.pack, replacing: [file.source.name: source])
            // Numbers stand where parameters stood, so the text did change.
            #expect(source != file.source.bytes)
            #expect(try records(replaced.pack) == wanted)
        }
    }

    @Test("digits stay as they are written", arguments: ["csv", "spreadsheet", "dmn"])
    func digits(format: String) throws {
        let pack = try SmallPack.scored()
        let program = try pack.program()
        let table = try PackTable(.matrix, "score", in: program)
        let text =
            switch format {
            case "csv": table.csv
            case "spreadsheet": table.spreadsheetCSV
            default: table.dmn(program.pack.catalogue)
            }
        #expect(text.contains("50.50"))
        #expect(text.contains("15.0"))
        let back =
            format == "dmn" ? try DMNFile(Array(text.utf8), file: "a").tables.first : try PackTable(csv: Array(text.utf8), file: "a")
        #expect(back?.lua(program.pack.catalogue).contains("{ 50.50, 15 }") == true)
        #expect(back?.lua(program.pack.catalogue).contains("points = 15.0,") == true)
    }

    static let givenConditions: [(lua: String, field: String, test: String)] = [
        ("n.ogrs2 >= 75", "ogrs2", ">= 75"), ("75 <= n.ogrs2", "ogrs2", ">= 75"), ("n.ogrs2 < 0.5", "ogrs2", "< 0.5"), ("n.ogrs2 == 5", "ogrs2", "5"),
        ("n.ogrs2 ~= 5", "ogrs2", "not(5)"), ("not (n.ogrs2 == 5)", "ogrs2", "not(5)"), ("n.statutory", "statutory", "true"),
        ("not n.statutory", "statutory", "false"), ("n.risk_of_harm == \"high\" or n.risk_of_harm == \"very_high\"", "risk_of_harm", "\"high\", \"very_high\""),
        ("not (n.risk_of_harm == \"high\" or n.risk_of_harm == \"low\")", "risk_of_harm", "not(\"high\", \"low\")"),
        ("n.ogrs2 >= 50 and n.ogrs2 < 75", "ogrs2", "[50..75)"), ("(n.ogrs2 > 50) and n.ogrs2 <= 75", "ogrs2", "(50..75]"), ("n.ogrs2 >= -1", "ogrs2", ">= -1"),
        ("n.ogrs2 >= param.limit", "ogrs2", ">= 40"), ("n.ogrs2 >= limit", "ogrs2", ">= 30"), ("n.release_date >= date \"2026-01-31\"", "release_date", ">= date(\"2026-01-31\")"),
        ("n.ogrs2 < 10 or n.ogrs2 >= 20 and n.ogrs2 < 30", "ogrs2", "< 10, [20..30)"),
    ]

    @Test("a condition that tests can say is said in them, and they say it in Lua again", arguments: givenConditions.indices)
    func conditions(index: Int) throws {
        let (lua, field, test) = RoundTripTests.givenConditions[index]
        func document(_ lua: String) throws -> MatrixDocument {
            let rules = """
                local limit = 30
                matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", points = 1, when = function(n) return \(lua) end }, { "s", "S", points = limit > 0 and 1 or 0 } } }
                """
            let pack = try SmallPack(rules, reads: #""ogrs2", "statutory", "risk_of_harm", "release_date""#, parameters: #"limit = { 40, title = "Limit" }"#)
            return try MatrixDocument("m", in: pack.program())
        }
        let wanted = MatrixDocument.Condition.tests([MatrixDocument.FieldTest(field: field, cell: try TableCell(test))])
        let matrix = try document(lua)
        #expect(matrix.rows[0].condition == wanted)
        let written = PackTable.matrix(matrix).lua(.standard)
        let condition = try #require(written.split(separator: "when = function(n) return ").last?.components(separatedBy: " end }").first)
        #expect(try document(condition).rows[0].condition == wanted, "\(condition)")
    }

    @Test(
        "a condition that tests cannot say stays Lua, letter by letter",
        arguments: [
            "n.offences:any { outcome = \"convicted\" }", "n.ogrs2 + 1 >= 75", "n.ogrs2 >= 75 or n.statutory", "n:has \"ogrs2\"", "n.ogrs2 >= n.ogrs3",
            "n.ogrs2 >= 50 and n.ogrs2 ~= 60", "n.ogrs2 >= 50 and n.statutory and n.ogrs2 < 75", "param.area[n.borough]",
        ])
    func lua(condition: String) throws {
        let rules = """
            matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", points = 1, when = function(n) return \(condition) end } } }
            """
        let pack = try SmallPack(rules, reads: #""ogrs2", "ogrs3", "statutory", "offences", "borough""#, parameters: #"area = { { "Camden" }, title = "Area" }"#)
        let program = try pack.program()
        let matrix = try MatrixDocument("m", in: program)
        #expect(matrix.rows[0].condition == .lua("function(n) return \(condition) end"))
        let table = PackTable.matrix(matrix)
        #expect(try PackTable(csv: Array(table.spreadsheetCSV.utf8), file: "a") == table)
        #expect(try DMNFile(Array(table.dmn(.standard).utf8), file: "a").tables == [table])
    }
}
