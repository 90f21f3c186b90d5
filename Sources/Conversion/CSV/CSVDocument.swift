import Cohorts
import FieldDefinitions
import Notation
import RulePacks

/// Reads a CSV file that holds one matrix or one decision table, line by line.
struct CSVDocument {
    struct Line {
        /// Counted from 1.
        let number: Int
        /// The word in the first cell.
        let part: String
        /// The cells, the first one too.
        let cells: [String]
    }

    static let largest = 4 << 20

    let file: String
    let lines: [Line]
    var title: String?
    var source: String?
    var note: String?
    var fields: [LocalField] = []

    init(_ bytes: [UInt8], file: String) throws(ConversionError) {
        guard bytes.count <= CSVDocument.largest else { throw ConversionError("the file is larger than 4 MiB, which no table that people write is", file: file) }
        do throws(CSVTableError) {
            lines = try CSVTable(bytes).rows.map { row in
                let cells = row.cells.map(CSVText.read)
                return Line(number: row.line, part: cells[0].lowercased(), cells: cells)
            }
        } catch {
            throw ConversionError(error.message, file: file, line: error.line)
        }
        self.file = file
    }

    mutating func table() throws(ConversionError) -> PackTable {
        guard let first = lines.first else { throw ConversionError("the file is empty: its first line is `matrix` or `decision_table` and a name", file: file) }
        switch first.part {
        case "matrix": return .matrix(try matrix())
        case "decision_table": return .table(try decisionTable())
        default:
            if first.cells.count == 1, first.cells[0].contains(";") {
                throw error("the cells are parted by `;`: save the file as CSV with commas", first)
            }
            throw error(
                "the first cell is `\(first.cells[0])`, where `matrix` or `decision_table` is wanted, with its name in the next cell; "
                    + "`waymark convert PACK --matrix NAME --to csv` writes one to go by", first, 1)
        }
    }

    // MARK: What both kinds have

    /// Reads a line that both kinds may have before their columns.
    /// - Returns: false where it is none of these.
    mutating func takeHeading(_ line: Line) throws(ConversionError) -> Bool {
        switch line.part {
        case "title": title = try text(line, 2, "the title")
        case "source": source = try optional(line, 2)
        case "note": note = try optional(line, 2)
        case "field":
            let field = try field(line)
            if fields.contains(where: { $0.name == field.name }) { throw error("there are two fields named `\(field.name)`: give one of them another name", line, 2) }
            fields.append(field)
        default: return false
        }
        return true
    }

    private func field(_ line: Line) throws(ConversionError) -> LocalField {
        let name = try self.name(line, 2)
        let title = try text(line, 3, "the title of the field")
        let listed = cell(line, 5)
        let values = listed.isEmpty ? nil : try self.values(line, 5).compactMap { if case .string(let text) = $0.value { text } else { nil } }
        guard let kind = LocalField.Kind(cell(line, 4), values: values) else {
            throw error("`\(cell(line, 4))` is not a kind of field: write bool, int, number, percent, string, date, or enum with its values in the next cell", line, 4)
        }
        let mark = cell(line, 6)
        guard let sensitivity = mark.isEmpty ? .ordinary : Sensitivity(rawValue: mark) else {
            throw error("`\(mark)` does not say how sensitive the field is: write protected or sensitive, or leave the cell empty", line, 6)
        }
        return LocalField(name: name, title: title, kind: kind, sensitivity: sensitivity)
    }

    func unknown(_ line: Line, _ parts: [String]) -> ConversionError {
        let near = nearestName(to: line.part, in: parts)
        return error(
            line.part.isEmpty ? "the first cell is empty, so nothing says what the line is: write one of \(parts.joined(separator: ", "))"
                : "`\(line.cells[0])` is not a kind of line: " + (near.map { "did you mean `\($0)`?" } ?? "write one of \(parts.joined(separator: ", "))"),
            line, 1)
    }

    // MARK: Cells

    func error(_ message: String, _ line: Line, _ column: Int? = nil) -> ConversionError {
        // A column that the file does not have has no place.
        ConversionError(message, file: file, line: line.number, column: column == Int.max ? nil : column)
    }

    /// - Parameter column: counted from 1; a cell that is not there is empty.
    func cell(_ line: Line, _ column: Int) -> String { line.cells.indices.contains(column - 1) ? line.cells[column - 1] : "" }

    func text(_ line: Line, _ column: Int, _ what: String) throws(ConversionError) -> String {
        guard let text = try optional(line, column) else { throw error("\(what) is missing", line, column) }
        return text
    }

    func optional(_ line: Line, _ column: Int) throws(ConversionError) -> String? {
        let text = cell(line, column)
        if let hidden = text.unicodeScalars.first(where: isHidden) {
            throw error("the cell holds the hidden character U+\(String(hidden.value, radix: 16, uppercase: true)): take it out", line, column)
        }
        return text.isEmpty ? nil : text
    }

    func name(_ line: Line, _ column: Int) throws(ConversionError) -> String {
        let name = cell(line, column)
        guard PackName.isName(name) else {
            let near = PackName.of(name)
            throw error(
                name.isEmpty ? "the name is missing: small letters, digits and `_`" : "`\(name)` is not a name: use small letters, digits and `_`, as in `\(near)`",
                line, column)
        }
        return name
    }

    func number(_ line: Line, _ column: Int, _ what: String) throws(ConversionError) -> WrittenNumber {
        let text = cell(line, column)
        guard let number = WrittenNumber(text) else {
            throw error(text.isEmpty ? "\(what) is missing" : "`\(text)` is not a number: write \(what) in digits, as in `7.5`", line, column)
        }
        return number
    }

    func test(_ line: Line, _ column: Int) throws(ConversionError) -> TableCell {
        let written = cell(line, column)
        // What spreadsheets make of true and false.
        let text = written == "TRUE" || written == "FALSE" ? written.lowercased() : written
        do throws(UnaryTestsError) {
            return try TableCell(text)
        } catch {
            throw self.error("in the test `\(text)`, at letter \(error.offset + 1): \(error.message)", line, column)
        }
    }

    func value(_ line: Line, _ column: Int) throws(ConversionError) -> WrittenValue {
        let cell = try test(line, column)
        guard let value = WrittenValue(cell.text) else { throw error("`\(cell.text)` is not one value: write a number, text in quotes, true, false or date(\"2026-01-31\")", line, column) }
        return value
    }

    /// `"high", "low"`
    func values(_ line: Line, _ column: Int) throws(ConversionError) -> [WrittenValue] {
        let cell = try test(line, column)
        let values: [WrittenValue] = cell.tests.tests.compactMap { if case .equal(let value) = $0 { WrittenValue(value) } else { nil } }
        guard values.count == cell.tests.tests.count, !cell.tests.isNegated, !values.isEmpty else {
            throw error("`\(cell.text)` is not a list of values: write them with commas between, text in quotes", line, column)
        }
        return values
    }
}
