import Decisions
import FieldDefinitions
import LuaRuntime

/// Reads `fields.lua`: the fields that a borough adds under `local`.
struct LocalFieldReader {
    static let types = ["bool", "int", "number", "percent", "string", "date", "enum", "list"]
    let root: DeclaredTable

    func read() -> [FieldDefinition] {
        root.allowOnly(root.table.named.map(\.name))
        return root.table.named.compactMap { name, value in field(name, value) }
    }

    private func field(_ name: String, _ value: LuaData) -> FieldDefinition? {
        guard let row = root.child(name, what: "field `\(name)`") else { return nil }
        if !DeclaredTable.isName(name) || FieldCatalogue.reservedFieldNames.contains(name) || FieldCatalogue.luaKeywords.contains(name) {
            root.report(.fieldFile, "`\(name)` cannot be a field's name", at: [.name(name)], hint: "use small letters, digits and `_`, and no word of Lua")
            return nil
        }
        row.allowOnly(["values", "of", "title", "sensitive", "protected", "unit", "summary"], items: true)
        row.refuseItems(beyond: 1)
        guard let type = type(row, name) else { return nil }
        guard let title = row.text("title", required: row.table["of"] == nil) ?? (row.table["of"] == nil ? nil : name) else { return nil }
        let sensitivity: Sensitivity = row.bool("sensitive") == true ? .sensitive : row.bool("protected") == true ? .protected : .ordinary
        var dateField: String?
        if case .list(let list) = type, list.item.fields.contains(where: { $0.name == "date" }) { dateField = "date" }
        return FieldDefinition(
            name, type, sensitivity, title: title, summary: row.text("summary") ?? "A field of the borough's own.",
            unit: row.text("unit"), dateField: dateField)
    }

    private func type(_ row: DeclaredTable, _ name: String) -> FieldType? {
        guard let word = row.table.items.first?.text else {
            row.report(.fieldFile, "field `\(name)` does not start with its type", hint: "write it as in `{ \"bool\", title = \"…\" }`")
            return nil
        }
        if let simple = LocalFieldReader.scalar(word) { return simple }
        switch word {
        case "enum":
            guard let values = row.child("values", required: true) else { return nil }
            values.allowOnly([], items: true)
            let texts = values.texts()
            if texts.isEmpty || texts.count > 64 || Set(texts).count != texts.count {
                values.report(.fieldFile, "`values` of field `\(name)` wants 1 to 64 different texts")
                return nil
            }
            return .enumeration(EnumerationDefinition(texts))
        case "list":
            guard let parts = row.child("of", required: true) else { return nil }
            parts.allowOnly(parts.table.named.map(\.name))
            return .list(ListDefinition(parts.table.named.compactMap { part($0, $1, parts) }))
        default:
            row.report(
                .fieldFile, "`\(word)` is not a type of field", at: [.index(1)],
                hint: "the types are \(LocalFieldReader.types.map { "`\($0)`" }.joined(separator: ", "))")
            return nil
        }
    }

    private func part(_ name: String, _ value: LuaData, _ parts: DeclaredTable) -> FieldDefinition? {
        guard DeclaredTable.isName(name), !FieldCatalogue.isReservedListFieldName(name) else {
            parts.report(.fieldFile, "`\(name)` cannot be the name of a list's field", at: [.name(name)])
            return nil
        }
        if let row = value.table, row.items.first?.text == "enum" {
            guard let table = parts.child(name, what: "field `\(name)`") else { return nil }
            table.allowOnly(["values", "title"], items: true)
            return type(table, name).map { FieldDefinition(name, $0, title: name, summary: "Part of a borough's own list.") }
        }
        guard let word = value.text, let type = LocalFieldReader.scalar(word) else {
            parts.report(
                .fieldFile, "`\(name)` of a list wants a type in quotes", at: [.name(name)],
                hint: "the types are bool, int, number, percent, string and date, or `{ \"enum\", values = { … } }`")
            return nil
        }
        return FieldDefinition(name, type, title: name, summary: "Part of a borough's own list.")
    }

    private static func scalar(_ word: String) -> FieldType? {
        switch word {
        case "bool": .bool
        case "int": .int(nil)
        case "number": .number(nil)
        case "percent": .percent
        case "string": .string
        case "date": .date
        default: nil
        }
    }
}
