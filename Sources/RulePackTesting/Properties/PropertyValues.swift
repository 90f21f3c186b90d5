import Cohorts
import FieldDefinitions
import LuaRuntime
import Notation

/// Reads the values of a property's table as those of a nominal.
struct PropertyValues {
    let catalogue: FieldCatalogue
    /// Whether a value is the global `unknown`.
    let isUnknown: (LuaData) -> Bool

    /// Fields by path, each with its value; nil for one that is to be left out. A record's parts are given one by one.
    func fields(_ table: LuaTable, under prefix: String = "") throws(PropertyRefusal) -> [(path: String, value: DraftValue?)] {
        guard table.items.isEmpty, table.strayKeys.isEmpty else { throw PropertyRefusal("values have names here, as in `{ age = 17 }`") }
        var fields: [(path: String, value: DraftValue?)] = []
        for (name, data) in table.named {
            let path = prefix + name
            let field = try self.field(path)
            if case .record = field.type, let parts = data.table {
                fields += try self.fields(parts, under: path + ".")
            } else {
                fields.append((path, isUnknown(data) ? nil : try value(data, field.type, path)))
            }
        }
        return fields
    }

    /// An item of a list, with what it must have and the table does not say neutral.
    func item(_ table: LuaTable, of list: ListDefinition, _ path: String) throws(PropertyRefusal) -> DraftRecord {
        guard table.items.isEmpty, table.strayKeys.isEmpty else {
            throw PropertyRefusal("an item of `\(path)` has named values, as in `{ date = \"-1 months\" }`")
        }
        var item = NominalDraft.neutralItem(list.item.fields)
        for (name, data) in table.named {
            let names = list.item.fields.flatMap { [$0.name] + $0.luaAliases }
            guard let field = list.item.fields.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else {
                throw PropertyRefusal("an item of `\(path)` has no field `\(name)`", nearest: nearestName(to: name, in: names))
            }
            item[field.name] = isUnknown(data) ? nil : try value(data, field.type, path + "." + name)
        }
        return item
    }

    func field(_ path: String) throws(PropertyRefusal) -> FieldDefinition {
        if let field = catalogue.field(at: path) { return field }
        throw PropertyRefusal("a nominal has no field `\(path)`", nearest: nearestName(to: path, in: catalogue.paths))
    }

    private func value(_ data: LuaData, _ type: FieldType, _ path: String) throws(PropertyRefusal) -> DraftValue {
        switch (type, data) {
        case (.list(let list), .table(let table)):
            var items: [DraftValue] = []
            for item in table.items {
                guard let parts = item.table else { throw PropertyRefusal("each item of `\(path)` stands in braces of its own, not \(item.noun)") }
                items.append(.record(try self.item(parts, of: list, path)))
            }
            guard table.named.isEmpty else { throw PropertyRefusal("`\(path)` is a list: put each item in braces of its own") }
            return .list(items)
        case (.list, _), (.record, _), (_, .table):
            throw PropertyRefusal("`\(path)` cannot be \(data.noun)")
        case (_, .bool(let value)): return .bool(value)
        case (_, .int(let value)): return .int(value)
        case (_, .number(let value)): return .number(value)
        case (_, .text(let text)): return .text(text)
        case (_, .date(let day)): return .text(day.description)
        default: throw PropertyRefusal("`\(path)` cannot be \(data.noun)")
        }
    }
}

/// What is wrong with a property's table.
struct PropertyRefusal: Error {
    var message: String
    var nearest: String?

    init(_ message: String, nearest: String? = nil) {
        self.message = message
        self.nearest = nearest
    }
}
