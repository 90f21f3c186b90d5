@testable import Conversion
import FieldDefinitions
import Notation
import RulePacks
import Testing

@Suite("made-up tables go everywhere and come back")
struct GeneratedTableTests {
    @Test("a decision table says the same after CSV, DMN and a pack", arguments: 0..<25)
    func tables(seed: Int) throws {
        var made = TableMaker(UInt64(seed))
        let table = made.table()
        let all = PackTable.table(table)
        #expect(try PackTable(csv: Array(all.csv.utf8), file: "a") == all)
        #expect(try PackTable(csv: Array(all.spreadsheetCSV.utf8), file: "a") == all)
        #expect(try DMNFile(Array(all.dmn(.standard).utf8), file: "a").tables == [all])
        let pack = try SmallPack(all.lua(.standard), reads: #""ogrs2", "risk_of_harm", "statutory", "release_date""#)
        #expect(try PackTable(.decisionTable, table.name, in: pack.program()) == all)
    }

    @Test("a matrix says the same after CSV, DMN and a pack", arguments: 0..<25)
    func matrices(seed: Int) throws {
        var made = TableMaker(UInt64(seed) &+ 1_000)
        let matrix = made.matrix()
        let all = PackTable.matrix(matrix)
        #expect(try PackTable(csv: Array(all.csv.utf8), file: "a") == all)
        #expect(try PackTable(csv: Array(all.spreadsheetCSV.utf8), file: "a") == all)
        #expect(try DMNFile(Array(all.dmn(.standard).utf8), file: "a").tables == [all])
        let pack = try SmallPack(all.lua(.standard), reads: #""ogrs2", "ogrs3", "risk_of_harm", "statutory", "release_date""#)
        #expect(try PackTable(.matrix, matrix.name, in: pack.program()) == all)
    }
}

/// Makes tables up.
struct TableMaker {
    private var random: SeededNumbers
    private let fields = ["ogrs2", "risk_of_harm", "statutory", "release_date"]

    init(_ seed: UInt64) { random = SeededNumbers(seed &+ 7) }

    private mutating func one<Value>(_ values: [Value]) -> Value { values[random.next(values.count)] }

    private mutating func text() -> String {
        one(["a", "A, b", "say \"x\"", "it's", "<b> & c", "line\nline", "=1+1", "-5", "1/2", "'x", "]] --", "Größe", "\\", "tab\tx", "100%"])
    }

    private mutating func number() -> String { one(["0", "1", "7.50", "-3", "-0.25", "100", "12.125", "0.1", "999999"]) }
    private mutating func date() -> String { "date(\"20\(10 + random.next(30))-0\(1 + random.next(9))-\(10 + random.next(18))\")" }

    private mutating func value(_ field: String) -> String {
        switch field {
        case "risk_of_harm": return one(["\"low\"", "\"medium\"", "\"high\"", "\"very_high\""])
        case "statutory": return one(["true", "false"])
        case "release_date": return date()
        default: return number()
        }
    }

    private mutating func cell(_ field: String, orAny: Bool = true) -> TableCell {
        var text = value(field)
        switch random.next(orAny ? 6 : 5) {
        case 0: text = "not(\(text))"
        case 1: text += ", \(value(field))"
        case 2 where field == "ogrs2" || field == "release_date": text = "\(one(["<", "<=", ">", ">="])) \(text)"
        case 3 where field == "ogrs2": text = one(["[1..2]", "(0.5..7.50]", "[50..75)", "(-3..0)"])
        case 5: text = "-"
        default: break
        }
        return (try? TableCell(text)) ?? .any
    }

    mutating func table() -> TableDocument {
        let inputs = (0...random.next(3)).map { place in TableDocument.Input(name: "in_\(place)", title: text(), reading: .field(fields[place])) }
        let hit = one(HitPolicy.allCases)
        let isNumber = [.collectSum, .collectMin, .collectMax].contains(hit)
        var outputs = (0...(isNumber || hit == .collectCount ? 0 : random.next(3))).map { TableDocument.Output(name: "out_\($0)", title: nil) }
        let rows = (0...random.next(6)).map { _ in
            TableDocument.Row(
                cells: inputs.indices.map { cell(fields[$0]) },
                outputs: outputs.indices.map { _ in
                    isNumber ? WrittenValue(number()) ?? WrittenValue(.number(0)) : one([WrittenValue(.string(text())), WrittenValue(.bool(true)), WrittenValue(number()) ?? WrittenValue(.number(0)), WrittenValue(.string("a"))])
                },
                source: random.next(4) == 0 ? text() : nil, note: random.next(4) == 0 ? text() : nil)
        }
        for place in outputs.indices {
            if random.next(3) == 0 { outputs[place].title = text() }
            let given = rows.map { $0.outputs[place] }.reduce(into: [WrittenValue]()) { if !$0.contains($1) { $0.append($1) } }
            if hit == .priority || hit == .outputOrder || random.next(3) == 0 { outputs[place].values = given }
        }
        if hit != .collectCount, random.next(3) == 0 { for place in outputs.indices { outputs[place].standard = rows[0].outputs[place] } }
        return TableDocument(
            name: "made", title: text(), source: random.next(2) == 0 ? text() : nil, note: random.next(2) == 0 ? text() : nil, hit: hit, inputs: inputs, outputs: outputs, rows: rows)
    }

    mutating func matrix() -> MatrixDocument {
        let rows = (0...random.next(6)).map { place -> MatrixDocument.Row in
            let points: MatrixDocument.Points
            switch random.next(4) {
            case 0: points = .lua("function(n) return n.ogrs3 end")
            case 1: points = .steps(of: one([.field("ogrs3"), .lua("function(n) return n.ogrs3 + 1 end")]), ["75", "50.50", "0"].prefix(1 + random.next(3)).map { .init(from: wanted($0), points: wanted(number())) })
            default: points = .number(wanted(number()))
            }
            var condition: MatrixDocument.Condition?
            switch random.next(4) {
            case 0: condition = .lua("function(n) return n.ogrs3 > 1 and n:has \"ogrs2\" end")
            case 1: condition = .tests([.init(field: "ogrs2", cell: cell("ogrs2", orAny: false))])
            case 2:
                let first = one(fields)
                let second = one(fields.filter { $0 != first })
                condition = .tests([.init(field: first, cell: cell(first, orAny: false)), .init(field: second, cell: cell(second, orAny: false))])
            default: break
            }
            return MatrixDocument.Row(
                name: "row_\(place)", title: text(), source: random.next(4) == 0 ? text() : nil, note: random.next(4) == 0 ? text() : nil, points: points,
                min: random.next(4) == 0 ? wanted("-7.50") : nil, max: random.next(3) == 0 ? wanted("1000000") : nil, condition: condition)
        }
        let bands = ["90", "50", nil].suffix(random.next(4)).enumerated().map { MatrixDocument.Band(name: "band_\($0)", title: text(), from: $1.map { wanted($0) }) }
        return MatrixDocument(
            name: "made", title: text(), source: random.next(2) == 0 ? text() : nil, note: nil, low: wanted("-100"), high: wanted("1000.5"), rows: rows,
            total: random.next(3) == 0 ? "function(row) return row.row_0 end" : nil, bands: bands)
    }

    private func wanted(_ text: String) -> WrittenNumber { WrittenNumber(text) ?? WrittenNumber(0) }
}
