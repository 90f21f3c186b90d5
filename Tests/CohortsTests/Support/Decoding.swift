import Cohorts
import FieldDefinitions

/// A line that has every required field, in which a test changes what it is about.
let validLine = #"""
    {"id":"N-0001","borough":"Camden","date_of_birth":"1990-05-01","convictions_total":3,"arrests_total":7,\#
    "custody_status":"none","statutory":false}
    """#

/// A valid line with more fields behind the required ones: `"ogrs2":82`.
func line(_ more: String) -> String {
    more.isEmpty ? validLine : validLine.dropLast() + "," + more + "}"
}

let standardLayout = RowLayout(FieldCatalogue.standard)

/// A row filled from a line, or why it could not be.
struct Decoded {
    let row: NominalRow
    let reject: Reject?

    init(_ bytes: [UInt8], layout: RowLayout = standardLayout, number: Int = 1) {
        var decoder = NominalDecoder(layout: layout)
        self.init(bytes, with: &decoder, layout: layout, number: number)
    }

    /// By a decoder that may have learned from other lines.
    init(_ bytes: [UInt8], with decoder: inout NominalDecoder, layout: RowLayout = standardLayout, number: Int = 1) {
        self.init(bytes, with: &decoder, into: NominalRow(layout: layout), number: number)
    }

    /// Into a row that may have held other lines; what it holds is what the last of them said.
    init(_ bytes: [UInt8], with decoder: inout NominalDecoder, into row: NominalRow, number: Int = 1) {
        self.row = row
        reject = bytes.withUnsafeBytes { decoder.decode($0, lineNumber: number, into: row) }
    }

    init(_ text: String, layout: RowLayout = standardLayout, number: Int = 1) {
        self.init(Array(text.utf8), layout: layout, number: number)
    }

    /// The value of a field as text: what a rule would see; nil where it has none.
    func value(_ path: String, item: Int? = nil, aside: Bool = false) -> String? {
        guard let id = row.layout.id(ofPath: path) else { return "no such field" }
        let field = row.layout.fields[id]
        var cell = field.cell
        if let list = field.list {
            let part = row.layout.fields[list]
            guard let items = row.items(at: part.cell + (aside ? 2 : 0)), let item, item < items.count else {
                return "no such item"
            }
            cell += items.first + item * part.stride
        }
        return shown(field.definition.type, row.cells[cell], cell)
    }

    /// A part of every item of a list, in the row's order; nil where the list was left out.
    func values(_ path: String, aside: Bool = false) -> [String]? {
        guard let id = row.layout.id(ofPath: path), let list = row.layout.fields[id].list,
            let items = row.items(at: row.layout.fields[list].cell + (aside ? 2 : 0))
        else { return nil }
        return (0..<items.count).map { value(path, item: $0, aside: aside) ?? "none" }
    }

    private func shown(_ type: FieldType, _ value: Int64, _ cell: Int) -> String? {
        guard value != NominalRow.none else { return nil }
        switch type {
        case .record where value == 0: return nil
        case .bool: return value == 1 ? "true" : "false"
        case .number, .percent: return "\(Double(bitPattern: UInt64(bitPattern: value)))"
        case .string, .words: return row.string(at: cell)
        case .date, .yearsSince: return dayText(value)
        case .enumeration(let values): return values.values[Int(value)]
        default: return "\(value)"
        }
    }
}
