import LuaSyntax
import RulePacks

extension TableEditor {
    mutating func change(_ old: MatrixDocument, to new: MatrixDocument) throws(ConversionError) {
        heading("title", old.title, new.title)
        heading("source", old.source, new.source)
        heading("note", old.note, new.note)
        range(old, new)
        if old.total != new.total {
            set("total", to: new.total)
            note("the total", old.total, new.total)
        }
        if old.rows != new.rows { try rows(old, new) }
        if old.bands != new.bands { try bands(old, new) }
    }

    private mutating func range(_ old: MatrixDocument, _ new: MatrixDocument) {
        let ends = written.list("range")?.map(\.value) ?? []
        for (place, what, was, now) in [(0, "the lowest score", old.low, new.low), (1, "the highest score", old.high, new.high)] where was != now {
            if ends.count == 2 { patch.replace(ends[place].bytes, with: now.text) } else { set("range", to: "{ \(new.low.text), \(new.high.text) }") }
            note(what, was.text, now.text, was: ends.count == 2 ? ends[place] : nil)
        }
    }

    // MARK: Rows

    private mutating func rows(_ old: MatrixDocument, _ new: MatrixDocument) throws(ConversionError) {
        let list = try list("rows")
        var wanted: [ListItem] = []
        for row in new.rows {
            guard let before = old.rows.first(where: { $0.name == row.name }) else {
                changes.append("row `\(row.name)` is new: \(row.title)")
                wanted.append(.new(text.row(row)))
                continue
            }
            let rule = written.rule("matrix.\(old.name).\(row.name)")
            guard let rule, let place = list.fields.firstIndex(where: { $0.bytes == rule.item?.bytes }) else {
                throw ConversionError("row `\(row.name)` is made by code and not written out in braces: change it by hand", file: written.file.source.name, line: written.declaration.position.line)
            }
            if before != row { change(before, to: row, rule) }
            wanted.append(.kept(place, nil))
        }
        for row in old.rows where !new.rows.contains(where: { $0.name == row.name }) { changes.append("row `\(row.name)` is gone: \(row.title)") }
        let names = old.rows.map(\.name)
        guard names != new.rows.map(\.name) else { return }
        if names.filter({ name in new.rows.contains { $0.name == name } }) != new.rows.map(\.name).filter(names.contains) { changes.append("the rows stand in another order") }
        patch.rebuild(list.range, items: list.fields, wanted: wanted)
    }

    private mutating func change(_ old: MatrixDocument.Row, to new: MatrixDocument.Row, _ rule: WrittenRule) {
        let what = "row `\(old.name)`"
        if old.title != new.title, rule.items.count > 1 {
            patch.replace(rule.items[1].bytes, with: LuaText.quoted(new.title))
            note("\(what), the title", old.title, new.title)
        }
        if case .steps(let of, let steps) = old.points, case .steps(of, let other) = new.points, steps.count == other.count {
            self.steps(steps, other, rule, what)
        } else if old.points != new.points {
            note("\(what), the points", old.points.words, new.points.words, was: rule["points"])
            let keys = text.keys(of: new)
            for key in ["points", "of", "steps"] { patch.set(key, to: keys.first { $0.key == key }?.lua, in: rule.fields, table: rule.bytes) }
        }
        if old.condition != new.condition {
            note("\(what), the condition", old.condition?.words, new.condition?.words)
            patch.set("when", to: new.condition?.lua(text.catalogue), in: rule.fields, table: rule.bytes)
        }
        for (key, was, now) in [("min", old.min, new.min), ("max", old.max, new.max)] where was != now {
            note("\(what), the \(key)", was?.text, now?.text, was: rule[key])
            patch.set(key, to: now?.text, in: rule.fields, table: rule.bytes)
        }
        for (key, was, now) in [("source", old.source, new.source), ("note", old.note, new.note)] where was != now {
            note("\(what), the \(key)", was, now)
            patch.set(key, to: now.map(LuaText.quoted), in: rule.fields, table: rule.bytes)
        }
    }

    private mutating func steps(_ old: [MatrixDocument.Step], _ new: [MatrixDocument.Step], _ rule: WrittenRule, _ what: String) {
        for (place, (was, now)) in zip(old, new).enumerated() where was != now {
            let items = written.rule("\(rule.path).step.\(place + 1)")?.items ?? []
            for (item, part, was, now) in [(0, "from", was.from, now.from), (1, "points", was.points, now.points)] where was != now {
                note("\(what), step \(place + 1), \(part)", was.text, now.text, was: items.count == 2 ? items[item] : nil)
                if items.count == 2 { patch.replace(items[item].bytes, with: now.text) }
            }
            if items.count != 2 {
                patch.set("steps", to: text.steps(new), in: rule.fields, table: rule.bytes)
                return
            }
        }
    }

    // MARK: Bands

    private mutating func bands(_ old: MatrixDocument, _ new: MatrixDocument) throws(ConversionError) {
        for band in new.bands {
            let what = "band `\(band.name)`"
            guard let before = old.bands.first(where: { $0.name == band.name }) else {
                changes.append("\(what) is new: \(band.title)\(band.from.map { ", from \($0.text)" } ?? "")")
                continue
            }
            let rule = written.rule("band.\(old.name).\(band.name)")
            if before.title != band.title { note("\(what), the title", before.title, band.title) }
            if before.from != band.from { note("\(what), from", before.from?.text, band.from?.text, was: rule?["from"]) }
        }
        for band in old.bands where !new.bands.contains(where: { $0.name == band.name }) { changes.append("band `\(band.name)` is gone: \(band.title)") }
        let rules = new.bands.map { written.rule("band.\(old.name).\($0.name)") }
        guard Set(old.bands.map(\.name)) == Set(new.bands.map(\.name)), rules.allSatisfy({ $0 != nil }) else {
            return set("bands", to: new.bands.isEmpty ? nil : text.bands(new.bands, indent: "  "))
        }
        for (band, rule) in zip(new.bands, rules) {
            guard let rule, let before = old.bands.first(where: { $0.name == band.name }), before != band else { continue }
            if before.title != band.title, rule.items.count > 1 { patch.replace(rule.items[1].bytes, with: LuaText.quoted(band.title)) }
            if before.from != band.from { patch.set("from", to: band.from?.text, in: rule.fields, table: rule.bytes) }
        }
    }
}

extension MatrixDocument.Points {
    var words: String {
        switch self {
        case .number(let number): number.text
        case .lua(let text): text
        case .steps(let of, let steps): steps.map { "\($0.points.text) from \($0.from.text)" }.joined(separator: ", ") + " of \(of.text)"
        }
    }
}

extension MatrixDocument.Condition {
    var words: String {
        switch self {
        case .lua(let text): text
        case .tests(let tests): tests.map { "\($0.field) \($0.cell.text)" }.joined(separator: " and ")
        }
    }
}
