import Cohorts
import FieldDefinitions
import LuaRuntime
import Notation

/// Makes the nominal's fields known to a Lua state, with those marked that the pack may read.
struct NominalBinding {
    let layout: RowLayout
    /// The type of a nominal.
    let root: Int
    /// Fields with a maximum age: where they are, to be set again with each date.
    private var aged: [(type: Int, field: Int, span: Span)] = []

    init(_ pack: PackSource, layout: RowLayout, state: LuaState, names: NameBook) {
        self.layout = layout
        var builder = Builder(pack: pack, layout: layout, state: state, names: names)
        root = builder.type("a nominal has no field", fields: layout.fields.filter { $0.parent == nil }, label: "nominal")
        aged = builder.aged
    }

    /// Works out, for a date of the run, from which day on aged fields count.
    func setDate(_ day: Day, _ state: LuaState) {
        state.setDate(day)
        for entry in aged { state.setOldest(entry.span.before(day), type: entry.type, field: entry.field) }
    }

    private struct Builder {
        let pack: PackSource
        let layout: RowLayout
        let state: LuaState
        let names: NameBook
        var aged: [(type: Int, field: Int, span: Span)] = []

        /// Registers a record type and, first, those that it leads to.
        mutating func type(_ phrase: String, fields: [LaidOutField], label: String) -> Int {
            let readable = fields.filter { $0.definition.readInstead == nil }
            let prepared = readable.map { ($0, kind(of: $0)) }
            // A date by its name, with the path of what it dates.
            let dated = Dictionary(fields.lazy.compactMap { field in field.definition.dateField.map { ($0, field.path) } }) { first, _ in first }
            let type = state.addType(label)
            var entry = NameBook.Entry(phrase: phrase, names: [])
            for (field, kind) in prepared {
                let isDeclared = isReadable(field, dating: dated[field.definition.name])
                for name in [field.definition.name] + field.definition.luaAliases {
                    let place = state.addField(
                        LuaField(name, kind, readID: field.id, cell: cell(of: field), isDeclared: isDeclared, ageCell: ageCell(of: field)), to: type)
                    entry.names.append(name)
                    entry.paths.append(field.path)
                    if case .enumeration(let values) = field.definition.type { entry.values[place] = values.values }
                    if let span = pack.maxAge[field.path] { aged.append((type, place, span)) }
                }
            }
            names.register(type, entry)
            return type
        }

        private func cell(of field: LaidOutField) -> Int { field.since.map { layout.fields[$0].cell } ?? field.cell }

        /// - Parameter dated: what the field is the date of; nil where it is no date of anything.
        private func isReadable(_ field: LaidOutField, dating dated: String?) -> Bool {
            guard FieldAccess.covers(pack.reads, field.path) || dated.map({ FieldAccess.covers(pack.reads, $0) }) ?? false else { return false }
            switch field.definition.type {
            case .record, .list:
                // Its parts are checked one by one when they are read.
                return FieldAccess.isJustified(field.path, catalogue: pack.catalogue, protected: pack.protected)
                    || pack.protected.keys.contains { $0.hasPrefix(field.path + ".") }
            default: return FieldAccess.isJustified(field.path, catalogue: pack.catalogue, protected: pack.protected)
            }
        }

        /// A scalar beside its date, or a record dated by one of its parts. A list's items carry their own.
        private func ageCell(of field: LaidOutField) -> Int? {
            if case .list = field.definition.type { return nil }
            guard let date = field.dateField else { return nil }
            // A record's own date says how old it is only to `max_age`; a score's date is also when it was made.
            if case .record = field.definition.type, pack.maxAge[field.path] == nil { return nil }
            return layout.fields[date].cell
        }

        private mutating func kind(of field: LaidOutField) -> LuaField.Kind {
            let parts = field.children.map { layout.fields[$0] }
            switch field.definition.type {
            case .bool: return .bool
            case .int: return .int
            case .number, .percent: return .number
            case .string: return .text
            case .words: return .words
            case .date: return .date
            case .yearsSince: return .yearsSince
            case .enumeration(let values):
                let first = values.values.map(state.intern).first ?? 0
                return .enumeration(first: first, count: values.values.count)
            case .record:
                return .record(type: type("`\(field.definition.name)` has no field", fields: parts, label: field.definition.name))
            case .list(let list):
                let item = type("an item of `\(field.definition.name)` has no field", fields: parts, label: "item of \(field.definition.name)")
                if let withheld = list.withheld, let mark = mark(withheld, in: parts) {
                    state.withhold(type: item, cell: mark.cell, value: mark.value)
                }
                return .list(
                    type: item, stride: field.stride, dateCell: field.dateField.map { layout.fields[$0].cell },
                    aside: list.setAside.flatMap { mark($0, in: parts) })
            }
        }

        private func mark(_ mark: (field: String, value: String), in parts: [LaidOutField]) -> (cell: Int, value: Int)? {
            guard let part = parts.first(where: { $0.definition.name == mark.field }), case .enumeration(let values) = part.definition.type,
                let value = values.values.firstIndex(of: mark.value)
            else { return nil }
            return (part.cell, value)
        }
    }
}
