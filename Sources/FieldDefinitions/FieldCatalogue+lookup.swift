extension FieldCatalogue {
    /// The field at a dotted path such as `ogrs2`, `needs.drugs` or `offences.type`; nil where there is none.
    ///
    /// Paths use the names of cohort files: `orders.end` and `local.x`, not `orders.ends` and `here.x`.
    package func field(at path: String) -> FieldDefinition? { lineage(of: path)?.last }

    /// Every dotted path, in the catalogue's order, each record or list before its parts.
    package var paths: [String] { placedFields.map(\.path) }

    /// The strictest mark of the field at a path and of the records or lists that hold it; nil where there is no such field.
    package func sensitivity(at path: String) -> Sensitivity? { lineage(of: path)?.map(\.sensitivity).max() }

    /// Every field with its dotted path, in the catalogue's order, each record or list before its parts.
    package var placedFields: [(path: String, field: FieldDefinition)] {
        func placed(_ fields: [FieldDefinition], under prefix: String) -> [(path: String, field: FieldDefinition)] {
            fields.flatMap { field in
                let path = prefix + field.name
                return [(path, field)] + placed(field.type.parts, under: path + ".")
            }
        }
        return placed(fields, under: "")
    }

    private func lineage(of path: String) -> [FieldDefinition]? {
        var level = fields
        var lineage: [FieldDefinition] = []
        for name in path.split(separator: ".", omittingEmptySubsequences: false) {
            guard let field = level.first(where: { $0.name == name }) else { return nil }
            lineage.append(field)
            level = field.type.parts
        }
        return lineage
    }
}

extension FieldType {
    /// The fields of a record or of a list's items; empty for a single value.
    package var parts: [FieldDefinition] {
        switch self {
        case .record(let record): record.fields
        case .list(let list): list.item.fields
        default: []
        }
    }
}
