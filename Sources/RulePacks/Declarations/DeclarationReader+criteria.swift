import Decisions
import LuaRuntime

extension DeclarationReader {
    func criteria(_ table: DeclaredTable, _ name: String) -> Criteria? {
        table.allowOnly(["title", "source", "note", "all", "any"])
        guard let heading = heading(table, title: table.text("title")) else { return nil }
        var rows: [Criteria.Row] = []
        guard let root = branches(table, into: &rows) else { return nil }
        if rows.isEmpty {
            table.report(.missingKey, "\(table.what) has no rows", hint: "add `all = { … }` or `any = { … }`")
            return nil
        }
        for (index, row) in rows.enumerated() where rows[..<index].contains(where: { $0.id == row.id }) {
            table.report(.duplicateName, "\(table.what) has two rows named `\(row.id)`", hint: "give one of them another name")
        }
        return Criteria(name: name, heading: heading, root: root, rows: rows)
    }

    /// The `all` and `any` of a table; both together must hold.
    private func branches(_ table: DeclaredTable, into rows: inout [Criteria.Row]) -> Criteria.Node? {
        var nodes: [Criteria.Node] = []
        for key in ["all", "any"] {
            guard let list = table.child(key, what: "`\(key)` of \(table.what)") else { continue }
            list.allowOnly(["all", "any"], items: true)
            var parts: [Criteria.Node] = []
            for (_, row) in list.rows(what: { "row \($0) of \(list.what)" }) {
                if row.table.items.isEmpty {
                    row.allowOnly(["all", "any"])
                    if let inner = branches(row, into: &rows) { parts.append(inner) }
                } else if let leaf = leaf(row) {
                    parts.append(.row(rows.count))
                    rows.append(leaf)
                }
            }
            if list.table["all"] != nil || list.table["any"] != nil, let inner = branches(list, into: &rows) { parts.append(inner) }
            if parts.isEmpty { list.report(.badRow, "\(list.what) is empty") }
            nodes.append(key == "all" ? .all(parts) : .any(parts))
        }
        if nodes.isEmpty {
            table.report(.missingKey, "\(table.what) has neither `all` nor `any`", hint: "add `all = { … }` or `any = { … }`")
            return nil
        }
        return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private func leaf(_ row: DeclaredTable) -> Criteria.Row? {
        row.allowOnly(["source", "note", "when"], items: true)
        guard let (id, title) = row.idAndTitle(most: 3) else { return nil }
        guard let test = rowFunction(row, key: "when") else {
            if row.table.items.count < 3, row.table["when"] == nil {
                row.report(.badRow, "\(row.what) (`\(id)`) has no function", hint: "write `{ \"\(id)\", \"\(title)\", function(n) return … end }`")
            }
            return nil
        }
        guard let heading = heading(row, title: title) else { return nil }
        return Criteria.Row(id: id, heading: heading, test: test)
    }

    func classification(_ table: DeclaredTable, _ name: String) -> Classification? {
        table.allowOnly(["title", "source", "note", "pick", "classes"])
        let heading = heading(table, title: table.text("title"))
        let word = table.text("pick") ?? "first"
        let pick = Classification.Pick(rawValue: word)
        if pick == nil {
            table.report(.wrongValue, "`pick = \"\(word)\"` is not a way to pick", at: [.name("pick")], hint: "write `first`, `one` or `any`")
        }
        guard let list = table.child("classes", required: true) else { return nil }
        list.allowOnly([], items: true)
        var classes: [Classification.Class] = []
        for (_, row) in list.rows(what: { "class \($0) of \(table.what)" }) {
            row.allowOnly(["when", "source", "note"], items: true)
            guard let (id, title) = row.idAndTitle(most: 3), let heading = self.heading(row, title: title) else { continue }
            if classes.contains(where: { $0.id == id }) {
                row.report(.duplicateName, "\(table.what) has two classes named `\(id)`")
                continue
            }
            let when = rowFunction(row, key: "when")
            if when == nil, let other = classes.first(where: { $0.when == nil }) {
                row.report(
                    .badRow, "`\(id)` has no `when`, and neither has `\(other.id)`: one class at most takes whoever is left",
                    hint: "add `when = function(n, d) … end`")
            }
            classes.append(Classification.Class(id: id, heading: heading, when: when))
        }
        guard let heading, let pick, !classes.isEmpty else {
            if classes.isEmpty { list.report(.badRow, "\(table.what) has no classes") }
            return nil
        }
        return Classification(name: name, heading: heading, pick: pick, classes: classes)
    }

    func group(_ table: DeclaredTable, _ name: String) -> GroupRule? {
        table.allowOnly(["title", "source", "note", "key", "link", "within"])
        guard let heading = heading(table, title: table.text("title")) else { return nil }
        let key = table.function("key")
        let link = table.child("link")
        switch (key, link) {
        case (let key?, nil):
            if table.table["within"] != nil { table.report(.unknownKey, "`within` belongs to a group made by `link`", at: [.name("within")]) }
            return GroupRule(name: name, heading: heading, members: .key(key))
        case (nil, let link?):
            link.allowOnly([], items: true)
            let kinds = link.texts()
            let known = ["co_offender", "family", "gang", "other"]
            for (index, kind) in kinds.enumerated() where !known.contains(kind) {
                link.report(
                    .wrongValue, "`\(kind)` is not a kind of associate", at: [.index(index + 1)],
                    hint: "the kinds are \(known.map { "`\($0)`" }.joined(separator: ", "))")
            }
            return GroupRule(name: name, heading: heading, members: .link(kinds, within: table.span("within")))
        default:
            if table.table["key"] == nil || table.table["link"] != nil {
                table.report(.missingKey, "\(table.what) wants either `key` or `link`", hint: "write `key = function(n) return … end` or `link = { \"co_offender\" }`")
            }
            return nil
        }
    }
}
