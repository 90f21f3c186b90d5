import Cohorts
@testable import Conversion
import Foundation
import Notation
import RulePackTesting
import RulePacks
import TestSupport
import Testing

@Suite("files that mean harm")
struct HostileFileTests {
    static let plain = RefusalTests.dmn(RefusalTests.table())

    static let files: [(name: String, bytes: [UInt8], words: String)] = [
        ("a billion laughs", Array(("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + plain.replacing("Outcome", with: "&c;")).utf8), "`<!DOCTYPE`"),
        ("a file of the machine as an entity", Array(("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + plain.replacing("Outcome", with: "&a;")).utf8), "`<!DOCTYPE`"),
        ("a document type elsewhere", Array(("<?xml version=\"1.0\"?>\n<!-- x --><!doctype d SYSTEM \"http://example.org/d.dtd\">" + plain).utf8), "take it out"),
        ("an entity that nobody declared", Array(plain.replacing("Outcome", with: "&a;").utf8), "not XML"),
        ("another encoding", Array(("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + plain).utf8), "`UTF-7`"),
        ("UTF-16", [0xFF, 0xFE] + plain.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, "UTF-8"),
        ("bytes that are no UTF-8", Array(plain.utf8) + [0xC3], "UTF-8"), ("NUL", Array(plain.utf8) + [0], "UTF-8"),
        ("elements in elements", Array((String(repeating: "<a>", count: 5_000) + String(repeating: "</a>", count: 5_000)).utf8), "deep"),
        ("very many elements", Array(("<definitions>" + String(repeating: "<a/>", count: 200_001) + "</definitions>").utf8), "more than 200000 elements"),
        ("a large file", Array(repeating: 0x20, count: (4 << 20) + 1), "4 MiB"),
        ("a title that turns the direction of writing", Array(plain.replacing("\"Outcome\"", with: "\"a\u{202E}b\"").utf8), "U+202E"),
        ("a name of a thousand letters", Array(plain.replacing("\"Outcome\"", with: "\"\(String(repeating: "a", count: 1_000))\"").utf8), "300 letters"),
    ]

    @Test("a harmful DMN file is refused in words", arguments: files.indices)
    func refused(index: Int) throws {
        let (name, bytes, words) = HostileFileTests.files[index]
        let error = try #require(throws: ConversionError.self) { _ = try DMNFile(bytes, file: "a.dmn") }
        #expect(error.message.contains(words), "\(name): \(error.text)")
    }

    static let givenNames = [
        "\"] os.execute(\"", "]] os.execute('x') --[[", "'] os.exit() --", "a\\", "a\\\" .. os.exit() .. \"", "\u{2028}os.exit()", "a\nb", "--[[", "]]--", "${x}", "%s%n", "<script>",
        "| # `x` *y*", "end) os.exit(", "=cmd|' /C calc'!A0", "名前", "é\u{301}",
    ]

    @Test("whatever a name or a text says, it stays a name or a text", arguments: givenNames)
    func names(name: String) async throws {
        func escaped(_ text: String) -> String {
            text.unicodeScalars.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\n": "&#10;"][String($0)] ?? String($0) }.joined()
        }
        let literal = "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
        let xml = """
            <definitions name="\(escaped(name))" xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">
            <inputData id="a" name="\(escaped(name))"><variable typeRef="string"/></inputData>
            <decision id="d" name="D \(escaped(name))"><decisionTable hitPolicy="FIRST">
            <input label="\(escaped(name))"><inputExpression><text>\(escaped(name))</text></inputExpression><inputValues><text>\(escaped(literal)), "other"</text></inputValues></input>
            <output name="\(escaped(name))"><outputValues><text>\(escaped(literal)), "none"</text></outputValues></output>
            <rule><description>\(escaped(name))</description><inputEntry><text>\(escaped(literal))</text></inputEntry><outputEntry><text>\(escaped(literal))</text></outputEntry></rule>
            <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"none"</text></outputEntry></rule>
            </decisionTable></decision>
            </definitions>
            """
        let model = try ImportedModel(Array(xml.utf8), name: "\(name).dmn")
        let label = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(model.file.fields.map(\.title) == [label])
        let decided = try model.decide([label: name])
        #expect(try model.answer("D \(label)", of: decided) == .value(name))
        #expect(try await model.testReport().hasPassed)
        let program = try RuleProgram(model.pack, layout: RowLayout(model.pack.catalogue), asOf: testDay)
        let table = try PackTable(.decisionTable, model.file.tables[0].name, in: program)
        #expect(table == model.file.tables[0])
        #expect(try PackTable(csv: Array(table.csv.utf8), file: "a") == table)
        #expect(try PackTable(csv: Array(table.spreadsheetCSV.utf8), file: "a") == table)
        #expect(try DMNFile(Array(table.dmn(model.pack.catalogue).utf8), file: "a", catalogue: model.pack.catalogue).tables == [table])
    }

    static let cells = [
        "=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "=HYPERLINK(\"http://x\")", "1-2", "1/2", "2026-01-31", "Mar 5", "may-10", "1e5", "007", "75%", "£5", "$5", "(5)", "12345678901234567890", "3:4",
        "'quoted", "''twice", "＝1", "-", "-5", "7.5", "plain", "a=b", "", "TRUE-ish",
    ]

    @Test("a spreadsheet takes no text for a formula, a date or another number, and every text comes back", arguments: cells)
    func spreadsheet(cell: String) throws {
        let given: String? = cell.isEmpty ? nil : cell
        let input = TableDocument.Input(name: "a", title: given ?? "x", reading: .field("ogrs2"))
        let row = TableDocument.Row(cells: [TableCell.any], outputs: [WrittenValue(.string(cell))], note: given)
        let table = TableDocument(
            name: "t", title: "T\(cell)", source: given, note: nil, hit: .first, inputs: [input], outputs: [TableDocument.Output(name: "b", title: given)], rows: [row])
        let text = PackTable.table(table).spreadsheetCSV
        #expect(text.hasPrefix("\u{FEFF}decision_table,t"))
        #expect(text.utf8.filter { $0 == 0x0A }.count == text.utf8.filter { $0 == 0x0D }.count)
        for row in try CSVTable(Array(text.utf8)).rows {
            for cell in row.cells {
                let isNumber = cell.wholeMatch(of: /-?\d{1,15}(\.\d+)?/) != nil
                let isRun = cell.first.map { "=+-@\t\r$£＝.0123456789".contains($0) } ?? false
                #expect(!isRun || isNumber || cell == "-", "\(cell)")
            }
        }
        let back = try PackTable(csv: Array(text.utf8), file: "a.csv")
        guard case .table(let read) = back else { return }
        // Blanks at the ends of a cell are not kept: no program agrees on them.
        if cell == cell.trimmingCharacters(in: .whitespaces) { #expect(read == table) }
    }

    @Test("a file that was cut or changed anywhere is read or refused, and nothing else happens", arguments: 0..<8)
    func mutated(seed: Int) throws {
        var random = SeededNumbers(UInt64(seed) &+ 1)
        let pack = try SmallPack.scored()
        let program = try pack.program()
        let matrix = try PackTable(.matrix, "score", in: program)
        let texts = [matrix.dmn(program.pack.catalogue), matrix.csv, HostileFileTests.plain].map { Array($0.utf8) }
        let pieces: [[UInt8]] = ["<", ">", "\"", ",", "\n", "&", "..", "-", "not(", "]", "lua: ", "0", "\u{FEFF}", "é", "<text>", "</rule>", "\"\"\""].map { Array($0.utf8) }
        for round in 0..<150 {
            var bytes = texts[random.next(texts.count)]
            for _ in 0...random.next(3) where !bytes.isEmpty {
                let place = random.next(bytes.count)
                switch random.next(5) {
                case 0: bytes = Array(bytes[..<place])
                case 1: bytes.remove(at: place)
                case 2: bytes[place] = UInt8(random.next(256))
                case 3: bytes.insert(contentsOf: pieces[random.next(pieces.count)], at: place)
                default: bytes.replaceSubrange(place..<min(place + random.next(40), bytes.count), with: bytes[..<min(place, random.next(60))])
                }
            }
            let found = HostileFileTests.tables(bytes, program)
            for table in found {
                // What was read can be written and read again.
                #expect(try PackTable(csv: Array(table.csv.utf8), file: "a") == table, "\(String(decoding: bytes, as: UTF8.self))")
                if round.isMultiple(of: 10) { _ = try? PackEdit(table, into: program) }
            }
        }
    }

    private static func tables(_ bytes: [UInt8], _ program: RuleProgram) -> [PackTable] {
        var found: [PackTable] = []
        do throws(ConversionError) {
            found = try DMNFile(bytes, file: "a.dmn", catalogue: program.pack.catalogue).tables
        } catch {
            #expect(!error.message.isEmpty)
        }
        do throws(ConversionError) {
            found.append(try PackTable(csv: bytes, file: "a.csv"))
        } catch {
            #expect(!error.message.isEmpty)
        }
        return found
    }
}
