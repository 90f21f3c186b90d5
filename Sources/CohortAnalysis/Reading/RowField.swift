import Cohorts
import FieldDefinitions
import Notation

/// Where one standard field stands in a row, or in an item of a list.
struct RowField {
    /// From the row's start, or in a list from the item's.
    let cell: Int
    /// Of a list: cells an item.
    let stride: Int
    /// Of an enumeration: its values in order.
    let values: [String]

    init(_ path: String, in layout: RowLayout) {
        guard let id = layout.id(ofPath: path) else { preconditionFailure("no catalogue is without the standard field `\(path)`") }
        let field = layout.fields[id]
        cell = field.cell
        stride = field.stride
        if case .enumeration(let enumeration) = field.definition.type { values = enumeration.values } else { values = [] }
    }
}

extension NominalRow {
    /// nil where it has no value.
    func int(_ field: RowField, item: Int = 0) -> Int? {
        let value = cells[item + field.cell]
        return value == NominalRow.none ? nil : Int(value)
    }

    /// nil where it has no value.
    func day(_ field: RowField, item: Int = 0) -> Day? { int(field, item: item).map(Day.init(number:)) }

    /// nil where it has no value.
    func text(_ field: RowField, item: Int = 0) -> String? { string(at: item + field.cell) }

    /// A value of an enumeration; nil where it has none.
    func value(_ field: RowField, item: Int = 0) -> String? { int(field, item: item).map { field.values[$0] } }

    /// The first cell of each item of a list; nil where the list was left out.
    func places(_ list: RowField) -> StrideTo<Int>? {
        items(at: list.cell).map { stride(from: $0.first, to: $0.first + $0.count * list.stride, by: list.stride) }
    }
}
