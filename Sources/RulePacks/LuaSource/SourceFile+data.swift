import LuaSyntax

extension SourceFile {
    /// The fields of the table that a file of plain data returns; nil where it returns something else.
    var dataTable: [LuaTableField]? {
        guard let block = try? LuaParser.parse(bytes), case .return(let values)? = block.statements.last?.kind, values.count == 1,
            case .table(let fields) = values[0].kind
        else { return nil }
        return fields
    }

    /// The field of a file of plain data that begins at a position, with those of its table.
    func dataField(at position: LuaPosition) -> (fields: [LuaTableField], place: Int)? {
        guard let start = map.tokens.first(where: { $0.position == position })?.bytes.lowerBound else { return nil }
        var open = dataTable.map { [$0] } ?? []
        while let fields = open.popLast() {
            for (place, field) in fields.enumerated() {
                if field.bytes.lowerBound == start { return (fields, place) }
                if case .table(let inner) = field.value.kind, field.bytes.contains(start) { open.append(inner) }
            }
        }
        return nil
    }

    /// Whether a stretch of the file holds only blanks.
    func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A } }
}

extension LuaTableField {
    func isKey(_ key: String) -> Bool {
        switch self.key {
        case .name(let name): name.text == key
        case .expression(let expression): if case .string(let bytes) = expression.kind { bytes == Array(key.utf8) } else { false }
        case .none: false
        }
    }
}
