import Decisions
import LuaRuntime
import Notation

extension DeclarationReader {
    func selectionRules(_ table: DeclaredTable, deselects: Bool) -> [(rule: SelectionRule, before: String?, place: Int)] {
        table.allowOnly([], items: true)
        var rules: [(SelectionRule, String?, Int)] = []
        for (place, row) in table.rows(what: { "rule \($0) of \(table.what)" }) {
            row.allowOnly(["when", "category", "action", "to", "because", "before", "source", "note"], items: true)
            guard let (id, title) = row.idAndTitle(most: 3), let heading = heading(row, title: title) else { continue }
            var action: String?
            if deselects {
                for key in ["action", "category"] where row.table[key] != nil {
                    row.report(.unknownKey, "a rule of `deselection` has no `\(key)`", at: [.name(key)], hint: "`to = \"monitor\"` says what the person becomes")
                }
            } else {
                if row.table["to"] != nil { row.report(.unknownKey, "a rule of `selection` has no `to`", at: [.name("to")], hint: "use `category` or `action`") }
                action = row.text("action") ?? "select"
                if action != "select", action != "monitor" {
                    row.report(.wrongValue, "`action = \"\(action ?? "")\"` is not an action of selection", at: [.name("action")], hint: "write `select` or `monitor`")
                }
            }
            let rule = SelectionRule(
                id: id, heading: heading, when: rowFunction(row, key: "when"), action: action,
                category: row.text(deselects ? "to" : "category"), because: row.function("because"))
            rules.append((rule, row.text("before"), place))
        }
        return rules
    }

    func taskingRules(_ table: DeclaredTable) -> [(rule: TaskingRule, before: String?, place: Int)] {
        table.allowOnly([], items: true)
        var rules: [(TaskingRule, String?, Int)] = []
        for (place, row) in table.rows(what: { "tasking \($0)" }) {
            row.allowOnly(
                ["when", "owner", "due", "priority", "every", "because", "enforcement", "before", "source", "note"], items: true)
            guard let (id, title) = row.idAndTitle(most: 3), let heading = heading(row, title: title),
                let owner = row.text("owner", required: true)
            else { continue }
            var due: TaskingRule.Due?
            switch row.table["due"] {
            case nil: break
            case .span(let span)?: due = .span(span)
            case .function(let function)?: due = .function(function)
            case let value?:
                row.report(.wrongType, "`due` of \(row.what) wants a length of time such as `days(5)`, not \(value.noun)", at: [.name("due")])
            }
            let rule = TaskingRule(
                id: id, heading: heading, when: rowFunction(row, key: "when"), owner: owner, priority: row.text("priority"), due: due,
                every: row.span("every"), isEnforcement: row.bool("enforcement") ?? false, because: row.function("because"))
            rules.append((rule, row.text("before"), place))
        }
        return rules
    }

    func allocation(_ table: DeclaredTable) -> Allocation? {
        table.allowOnly(["title", "source", "note", "capacity", "rank", "keep"])
        guard let heading = heading(table, title: table.text("title")) else { return nil }
        guard let capacity = table.number("capacity", required: true) else { return nil }
        guard let whole = Int(exactly: capacity), whole >= 0 else {
            table.report(.wrongValue, "`capacity` wants a whole number of places, not \(shortestText(capacity))", at: [.name("capacity")])
            return nil
        }
        guard let list = table.child("rank", required: true) else { return nil }
        list.allowOnly([], items: true)
        var rank: [LuaFunction] = []
        for (index, item) in list.table.items.enumerated() {
            guard let function = item.function else {
                list.report(.wrongType, "`rank` wants functions, not \(item.noun)", at: [.index(index + 1)], hint: "write `function(n, d) return … end`")
                return nil
            }
            rank.append(function)
        }
        if rank.isEmpty { list.report(.badRow, "`rank` is empty", hint: "say what decides, as in `{ function(n, d) return d.score.sac end }`") }
        return Allocation(heading: heading, capacity: whole, rank: rank, keep: table.function("keep"))
    }
}
