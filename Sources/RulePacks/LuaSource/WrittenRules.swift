import LuaSyntax

/// Finds the rules that one declaration writes out.
struct WrittenRules {
    let file: String

    /// - Parameter call: `matrix "sac" { … }` or `selection { … }`; anything else has none.
    func rules(of call: LuaExpression, _ statement: LuaStatement) -> [WrittenRule] {
        guard case .call(let callee, let arguments) = call.kind, arguments.count == 1, case .table(let fields) = arguments[0].kind else { return [] }
        switch callee.kind {
        case .name(let kind):
            guard DeclarationReader.lists.contains(kind) else { return [] }
            let whole = rule(kind, .declaration, kind, fields, statement.bytes, statement.position)
            return [whole] + (kind == "allocation" ? [] : rows(fields, under: kind, kind))
        case .call(let word, let names):
            guard case .name(let kind) = word.kind, DeclarationReader.named.contains(kind), names.count == 1, case .string(let bytes) = names[0].kind else { return [] }
            let name = String(decoding: bytes, as: UTF8.self)
            return named(kind, name, rule(WrittenRules.prefix(kind) + "." + name, .declaration, kind, fields, statement.bytes, statement.position))
        default: return []
        }
    }

    /// As decision records name the kind.
    private static func prefix(_ kind: String) -> String {
        switch kind {
        case "decision_table": "table"
        case "classification": "class"
        default: kind
        }
    }

    private func named(_ kind: String, _ name: String, _ whole: WrittenRule) -> [WrittenRule] {
        var found = [whole]
        switch kind {
        case "criteria": found += criteria(whole.fields, under: whole.path)
        case "matrix":
            let rows = rows(list(whole, "rows"), under: whole.path, kind)
            for row in rows {
                found.append(row)
                found += numbered(list(row, "steps"), under: row.path + ".step", kind, .step)
            }
            found += self.rows(list(whole, "bands"), under: "band." + name, kind, .band)
        case "decision_table":
            found += rows(list(whole, "inputs"), under: whole.path + ".input", kind, .input)
            found += numbered(list(whole, "rows"), under: whole.path, kind, .row)
        case "classification": found += rows(list(whole, "classes"), under: whole.path, kind)
        default: break
        }
        return found
    }

    private func list(_ rule: WrittenRule, _ key: String) -> [LuaTableField] {
        if case .table(let fields)? = rule[key]?.kind { fields } else { [] }
    }

    /// Leaves of `all` and `any`, which may lie inside one another.
    private func criteria(_ fields: [LuaTableField], under path: String) -> [WrittenRule] {
        fields.flatMap { field -> [WrittenRule] in
            guard case .table(let inner) = field.value.kind else { return [] }
            if case .name(let key) = field.key { return key.text == "all" || key.text == "any" ? criteria(inner, under: path) : [] }
            return id(inner) == nil ? criteria(inner, under: path) : [row(field, inner, under: path, "criteria", .row)].compactMap(\.self)
        }
    }

    private func rows(_ fields: [LuaTableField], under path: String, _ kind: String, _ part: WrittenRule.Part = .row) -> [WrittenRule] {
        fields.compactMap { field in
            guard case .none = field.key, case .table(let inner) = field.value.kind else { return nil }
            return row(field, inner, under: path, kind, part)
        }
    }

    private func row(_ field: LuaTableField, _ inner: [LuaTableField], under path: String, _ kind: String, _ part: WrittenRule.Part) -> WrittenRule? {
        id(inner).map { rule("\(path).\($0)", part, kind, inner, field.value.bytes, field.value.position, item: field) }
    }

    private func numbered(_ fields: [LuaTableField], under path: String, _ kind: String, _ part: WrittenRule.Part) -> [WrittenRule] {
        let items = fields.filter { if case .none = $0.key { true } else { false } }
        return items.enumerated().compactMap { place, field in
            guard case .table(let inner) = field.value.kind else { return nil }
            return rule("\(path).\(place + 1)", part, kind, inner, field.value.bytes, field.value.position, item: field)
        }
    }

    private func id(_ fields: [LuaTableField]) -> String? {
        guard case .none? = fields.first?.key, case .string(let bytes)? = fields.first?.value.kind else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func rule(
        _ path: String, _ part: WrittenRule.Part, _ kind: String, _ fields: [LuaTableField], _ bytes: Range<Int>, _ position: LuaPosition,
        item: LuaTableField? = nil
    ) -> WrittenRule {
        WrittenRule(path: path, part: part, kind: kind, file: file, fields: fields, bytes: bytes, position: position, item: item)
    }
}
