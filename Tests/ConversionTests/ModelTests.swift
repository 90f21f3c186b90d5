import Cohorts
import Conversion
import Decisions
import Foundation
import RulePackTesting
import RulePacks
import Testing

@Suite("DMN models become packs")
struct ModelTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Models")

    static let given: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".dmn") }.map { String($0.dropLast(4)) }.sorted()
    }()

    static func model(_ name: String) throws -> ImportedModel {
        try ImportedModel(Array(Data(contentsOf: folder.appendingPathComponent("\(name).dmn"))), name: "\(name).dmn")
    }

    /// The lines of `NAME.csv`: values of the inputs by their names, the decision, and what it gives.
    static func cases(_ name: String) throws -> [(inputs: [String: String?], decision: String, answer: String)] {
        let table = try CSVTable(Array(Data(contentsOf: folder.appendingPathComponent("\(name).csv"))))
        let heading = try #require(table.rows.first).cells
        let arrow = try #require(heading.firstIndex(of: "->"))
        return table.rows.dropFirst().map { row in
            let inputs = zip(heading, row.cells).prefix(arrow).map { ($0, $1 == "null" ? nil : Optional($1)) }
            return (Dictionary(uniqueKeysWithValues: inputs), heading[arrow + 1], row.cells[arrow + 1])
        }
    }

    /// `null`, `[a; b]`, `{x: a; y: b}`
    static func answer(_ text: String) -> ImportedModel.Answer {
        if text == "null" { return .null }
        if text.hasPrefix("["), text.hasSuffix("]") {
            return .list(text.dropFirst().dropLast().replacing("}; {", with: "}\u{0}{").split(separator: text.contains("{") ? "\u{0}" : "; ").map { answer(String($0)) })
        }
        if text.hasPrefix("{"), text.hasSuffix("}") {
            let parts = text.dropFirst().dropLast().components(separatedBy: "; ").map { part -> (String, ImportedModel.Answer) in
                let pieces = part.components(separatedBy: ":")
                return (pieces[0], .value(pieces.dropFirst().joined(separator: ":").trimmingCharacters(in: .whitespaces)))
            }
            return .components(Dictionary(uniqueKeysWithValues: parts))
        }
        return .value(text)
    }

    @Test("there is a model for each hit policy")
    func everyPolicy() throws {
        let policies = try ModelTests.given.flatMap { name -> [HitPolicy] in
            try ModelTests.model(name).file.tables.compactMap { if case .table(let table) = $0 { table.hit } else { nil } }
        }
        #expect(Set(policies) == Set(HitPolicy.allCases))
    }

    @Test("a model decides each of its cases", arguments: given)
    func decides(name: String) throws {
        let model = try ModelTests.model(name)
        let cases = try ModelTests.cases(name)
        #expect(!cases.isEmpty)
        for (inputs, decision, answer) in cases {
            #expect(try model.answer(decision, of: model.decide(inputs)) == ModelTests.answer(answer), "\(inputs)")
        }
    }

    @Test("the pack that is made of a model passes its check and its own tests, and the tests reach every row that can be reached", arguments: given)
    func sound(name: String) async throws {
        let model = try ModelTests.model(name)
        #expect(model.written.findings.allSatisfy { $0.severity != .error })
        let report = try await model.testReport()
        #expect(report.hasPassed, "\(report.text)")
        #expect(model.written.files.contains("tests/tables.lua"))
    }

    @Test("a model says the same when its pack is converted to DMN, and to CSV, again", arguments: given)
    func again(name: String) throws {
        let model = try ModelTests.model(name)
        let program = try RulePacks.RuleProgram(model.pack, layout: RowLayout(model.pack.catalogue), asOf: testDay)
        for table in model.file.tables {
            let found = try PackTable(table.kind, table.name, in: program)
            #expect(found == table)
            #expect(try PackTable(csv: Array(found.spreadsheetCSV.utf8), file: "a.csv") == table)
            let file = try DMNFile(Array(found.dmn(model.pack.catalogue).utf8), file: "a.dmn", catalogue: model.pack.catalogue)
            #expect(file.tables == [table])
        }
    }

    @Test("names of several words are kept as titles, and an input named like a field of the catalogue is that field")
    func names() throws {
        let model = try ModelTests.model("unique")
        #expect(model.file.fields.map(\.name) == ["days_since_visit", "lives_alone"])
        #expect(model.file.fields.map(\.title) == ["Days since visit", "Lives alone"])
        let text = try String(contentsOf: ModelTests.folder.appendingPathComponent("unique.dmn"), encoding: .utf8).replacing("Days since visit", with: "ogrs3")
        let file = try DMNFile(Array(text.utf8), file: "a.dmn")
        #expect(file.fields.map(\.name) == ["lives_alone"])
        guard case .table(let table)? = file.tables.first else { return }
        #expect(table.inputs[0].reading == .field("ogrs3"))
    }

    @Test("a matrix goes out as DMN whose numbers an editor may change")
    func editedMatrix() throws {
        let pack = try SmallPack.scored()
        let program = try pack.program()
        let dmn = try PackTable(.matrix, "score", in: program).dmn(program.pack.catalogue)
        let edited = dmn.replacing("<text>[50.50..75)</text>", with: "<text>[40..75)</text>").replacing("<text>&gt;= 60</text>", with: "<text>&gt;= 65</text>")
            .replacing("<text>[50.50..75)", with: "").replacing("<text>&lt; 60</text>", with: "<text>&lt; 65</text>")
        let escaped = dmn.replacing("[50.50..75)", with: "[40..75)").replacing("&gt;= 60", with: "&gt;= 65").replacing("&lt; 60", with: "&lt; 65")
        #expect(edited == escaped)
        let file = try DMNFile(Array(escaped.utf8), file: "a.dmn", catalogue: program.pack.catalogue)
        let edit = try PackEdit(#require(file.tables.first), into: program)
        #expect(edit.changes == ["row `ogrs`, step 2, from: `50.50` becomes `40`", "band `high`, from: `60` becomes `65`; it was `param.top`, which stays as it is in `pack.lua`"])
    }
}
