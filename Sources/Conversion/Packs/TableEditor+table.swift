import LuaSyntax
import RulePacks

extension TableEditor {
    mutating func change(_ old: TableDocument, to new: TableDocument) throws(ConversionError) {
        heading("title", old.title, new.title)
        heading("source", old.source, new.source)
        heading("note", old.note, new.note)
        if old.hit != new.hit {
            note("the hit policy", old.hit.rawValue, new.hit.rawValue)
            set("hit", to: "\"\(new.hit.rawValue)\"")
        }
        if old.inputs != new.inputs {
            changes.append("the inputs are \(new.inputs.map { "`\($0.name)`" }.joined(separator: ", ")), as given")
            set("inputs", to: text.inputs(new.inputs, indent: "  "))
        }
        if old.outputs != new.outputs {
            changes.append("the outputs are \(new.outputs.map { "`\($0.name)`" }.joined(separator: ", ")), as given")
            set("outputs", to: text.outputs(new.outputs, indent: "  "))
        }
        if old.rows != new.rows { try rows(old, new) }
    }

    private mutating func rows(_ old: TableDocument, _ new: TableDocument) throws(ConversionError) {
        let list = try list("rows")
        guard list.fields.count == old.rows.count else {
            throw ConversionError("rows of decision table `\(old.name)` are made by code and not written out in braces: change them by hand", file: written.file.source.name, line: written.declaration.position.line)
        }
        if old.rows.count == new.rows.count {
            for (place, (was, now)) in zip(old.rows, new.rows).enumerated() where was != now { change(was, to: now, place, list.fields[place].value.bytes, old) }
            return
        }
        var unused = Array(old.rows.indices)
        var wanted: [ListItem] = []
        for (place, row) in new.rows.enumerated() {
            if let found = unused.firstIndex(where: { old.rows[$0] == row }) {
                wanted.append(.kept(unused.remove(at: found), nil))
            } else {
                changes.append("row \(place + 1) is new: \(row.words)")
                wanted.append(.new(text.row(row)))
            }
        }
        for place in unused { changes.append("row \(place + 1) as it was is gone: \(old.rows[place].words)") }
        patch.rebuild(list.range, items: list.fields, wanted: wanted)
    }

    private mutating func change(_ old: TableDocument.Row, to new: TableDocument.Row, _ place: Int, _ bytes: Range<Int>, _ table: TableDocument) {
        let rule = written.rule("table.\(table.name).\(place + 1)")
        changes.append("row \(place + 1): \(old.words) becomes \(new.words)")
        let items = rule?.items ?? []
        guard let rule, old.cells.count == new.cells.count, old.outputs.count == new.outputs.count, items.count == new.cells.count + 1 + new.outputs.count else {
            return patch.replace(bytes, with: text.row(new))
        }
        for (column, (was, now)) in zip(old.cells, new.cells).enumerated() where was != now { patch.replace(items[column].bytes, with: LuaText.quoted(now.text)) }
        for (column, (was, now)) in zip(old.outputs, new.outputs).enumerated() where was != now { patch.replace(items[new.cells.count + 1 + column].bytes, with: now.lua) }
        for (key, was, now) in [("source", old.source, new.source), ("note", old.note, new.note)] where was != now {
            patch.set(key, to: now.map(LuaText.quoted), in: rule.fields, table: rule.bytes)
        }
    }
}

extension TableDocument.Row {
    /// `>= 75 | - → "A"`
    var words: String { "`\(cells.map(\.text).joined(separator: " | ")) → \(outputs.map(\.text).joined(separator: " | "))`" }
}
