package import FieldDefinitions

/// The catalogue laid flat: which cell of a row holds which field.
///
/// Records lie inline after a cell that says whether they are there. A list has four cells (see ``NominalRow``) and its
/// items lie behind the top-level part of the row. An item can hold records, but no lists.
package struct RowLayout: Sendable {
    package let catalogue: FieldCatalogue
    /// Every field, each before its parts, in the catalogue's order.
    package let fields: [LaidOutField]
    /// Ids of the fields that stand at the top level.
    package let topFields: [Int]
    /// Cells of the top-level part of a row.
    package let topCellCount: Int
    private let ids: [String: Int]

    package init(_ catalogue: FieldCatalogue) {
        var builder = RowLayoutBuilder()
        let (top, cells) = builder.place(catalogue.fields, prefix: "", parent: nil, list: nil, from: 0)
        self.catalogue = catalogue
        fields = builder.fields.compactMap(\.self)
        topFields = top
        topCellCount = cells
        ids = Dictionary(fields.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// nil where the catalogue has no such field.
    package func id(ofPath path: String) -> Int? { ids[path] }
}

/// Gives out ids and cells, depth first.
private struct RowLayoutBuilder {
    /// nil only while the field's own parts are being placed.
    var fields: [LaidOutField?] = []

    /// - Returns: the ids of the fields, and the number of cells used from `start` on, `start` included.
    mutating func place(
        _ definitions: [FieldDefinition], prefix: String, parent: Int?, list: Int?, from start: Int
    ) -> (ids: [Int], end: Int) {
        var next = start
        var ids: [Int] = []
        var named: [String: (id: Int, cell: Int)] = [:]
        var waiting: [(id: Int, definition: FieldDefinition, date: Int?, cell: Int, stride: Int, children: [Int])] = []
        for definition in definitions {
            let id = fields.count
            fields.append(nil)
            let path = prefix + definition.name
            let cell = next
            var stride = 0
            var children: [Int] = []
            switch definition.type {
            case .yearsSince: break
            case .record(let record):
                (children, next) = place(record.fields, prefix: path + ".", parent: id, list: list, from: next + 1)
            case .list(let items):
                precondition(list == nil, "a list's items hold no lists")
                (children, stride) = place(items.item.fields, prefix: path + ".", parent: id, list: id, from: 0)
                next += 4
            default: next += 1
            }
            let date = children.first { fields[$0]?.definition.name == definition.dateField }
            ids.append(id)
            named[definition.name] = (id, cell)
            waiting.append((id, definition, date, cell, stride, children))
        }
        for field in waiting {
            var since: (id: Int, cell: Int)?
            if case .yearsSince(let date) = field.definition.type { since = named[date] }
            let beside = field.children.isEmpty ? field.definition.dateField.flatMap { named[$0]?.id } : nil
            fields[field.id] = LaidOutField(
                id: field.id, path: prefix + field.definition.name, definition: field.definition, parent: parent,
                list: list, cell: since?.cell ?? field.cell, stride: field.stride, dateField: field.date ?? beside,
                since: since?.id, children: field.children)
        }
        return (ids, next)
    }
}
