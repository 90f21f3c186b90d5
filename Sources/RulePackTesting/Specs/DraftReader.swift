import Cohorts
import FieldDefinitions
import LuaRuntime
import Notation

/// Makes a nominal of what a test says of it: neutral, with what is given written over it.
struct DraftReader {
    let catalogue: FieldCatalogue
    let borough: String
    /// Whether a value is the global `unknown`.
    let isUnknown: (LuaData) -> Bool

    /// - Throws: a refusal that names the field, and the nearest one where it does not exist.
    func nominal(_ table: LuaTable) throws(LuaHostRefusal) -> NominalDraft {
        var draft = NominalDraft.neutral(catalogue, borough: borough)
        guard table.items.isEmpty, table.strayKeys.isEmpty else {
            throw LuaHostRefusal("a nominal's values have names, as in `nominal { age = 24, ogrs2 = 82 }`")
        }
        for (name, data) in table.named {
            let field = try self.field(name, in: catalogue.fields, "a nominal has no field")
            draft[field.name] = try value(data, field, current: draft.record[field.name]?.record)
        }
        return draft
    }

    private func field(_ name: String, in fields: [FieldDefinition], _ phrase: String) throws(LuaHostRefusal) -> FieldDefinition {
        if let field = fields.first(where: { $0.name == name || $0.luaAliases.contains(name) }) { return field }
        let names = fields.flatMap { [$0.name] + $0.luaAliases }
        throw LuaHostRefusal("\(phrase) `\(name)`" + (nearestName(to: name, in: names).map { ": did you mean `\($0)`?" } ?? ""))
    }

    /// nil for a value that is left out.
    private func value(_ data: LuaData, _ field: FieldDefinition, current: DraftRecord?) throws(LuaHostRefusal) -> DraftValue? {
        if isUnknown(data) { return nil }
        switch (field.type, data) {
        case (.record(let definition), .table(let table)):
            guard table.items.isEmpty else {
                throw LuaHostRefusal("`\(field.name)` has named values, as in `\(field.name) = { \(example(definition.fields)) }`")
            }
            return .record(try merged(table, definition.fields, into: current ?? NominalDraft.neutralItem(definition.fields), "`\(field.name)` has no field"))
        case (.list(let definition), .table(let table)):
            return .list(try items(table, definition, field.name))
        case (.words, .table(let table)):
            var words: [DraftValue] = []
            for item in table.items { words.append(try scalar(item, field)) }
            return .list(words)
        case (.record(let definition), _):
            throw LuaHostRefusal("`\(field.name)` wants a table, as in `\(field.name) = { \(example(definition.fields)) }`, not \(data.noun)")
        case (.list(let definition), _):
            throw LuaHostRefusal("`\(field.name)` is a list: write `\(field.name) = { { \(example(definition.item.fields)) } }`, not \(data.noun)")
        default: return try scalar(data, field)
        }
    }

    private func items(_ table: LuaTable, _ definition: ListDefinition, _ name: String) throws(LuaHostRefusal) -> [DraftValue] {
        guard table.named.isEmpty, table.strayKeys.isEmpty else {
            throw LuaHostRefusal("`\(name)` is a list: put each item in braces of its own, as in `\(name) = { { \(example(definition.item.fields)) } }`")
        }
        var items: [DraftValue] = []
        for item in table.items {
            guard case .table(let parts) = item, parts.items.isEmpty else {
                throw LuaHostRefusal("each item of `\(name)` is a table with names, as in `{ \(example(definition.item.fields)) }`, not \(item.noun)")
            }
            items.append(
                .record(try merged(parts, definition.item.fields, into: NominalDraft.neutralItem(definition.item.fields), "an item of `\(name)` has no field")))
        }
        return items
    }

    private func merged(_ table: LuaTable, _ fields: [FieldDefinition], into base: DraftRecord, _ phrase: String) throws(LuaHostRefusal) -> DraftRecord {
        var record = base
        for (name, data) in table.named {
            let field = try self.field(name, in: fields, phrase)
            record[field.name] = try value(data, field, current: nil)
        }
        return record
    }

    private func scalar(_ data: LuaData, _ field: FieldDefinition) throws(LuaHostRefusal) -> DraftValue {
        switch data {
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .number(let value): return .number(value)
        case .text(let text): return .text(text)
        case .date(let day): return .text(day.description)
        default: throw LuaHostRefusal("`\(field.name)` cannot be \(data.noun)")
        }
    }

    /// What its first parts look like, for messages.
    private func example(_ fields: [FieldDefinition]) -> String {
        let shown = fields.filter(\.isRequired).isEmpty ? Array(fields.prefix(1)) : fields.filter(\.isRequired)
        return shown.prefix(2).map { field in
            switch field.type {
            case .bool: "\(field.name) = true"
            case .int, .number, .percent, .yearsSince: "\(field.name) = 1"
            case .date: "\(field.name) = \"-2 months\""
            case .enumeration(let values): "\(field.name) = \"\(values.values.first ?? "…")\""
            default: "\(field.name) = \"…\""
            }
        }.joined(separator: ", ")
    }
}
