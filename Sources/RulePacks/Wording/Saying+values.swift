import FieldDefinitions
import LuaSyntax
import Notation

extension Saying {
    func value(_ expression: LuaExpression, _ scope: Scope) throws -> String {
        switch expression.kind {
        case .integer(let number): return String(number)
        case .float(let number): return shortestText(number)
        case .string(let bytes): return "“\(DecisionWords.value(String(decoding: bytes, as: UTF8.self)))”"
        case .bool(let value): return value ? "yes" : "no"
        case .parentheses(let inner): return try value(inner, scope)
        case .unary(let sign, let inner):
            if sign.kind == .minus { return "minus \(try value(inner, scope))" }
            if sign.kind == .length { return "the number of \(try items(inner, nil, scope))" }
            throw Unsaid()
        case .name("as_of"): return "the date of the run"
        case .name(let name):
            switch scope.meaning(name) {
            case .value(let value, let home)?: return try self.value(value, home)
            case .sum(let words)?: return words.joined(separator: ", ")
            default: throw Unsaid()
            }
        case .binary(let sign, let left, let right): return try binary(sign.kind, left, right, scope)
        case .method(let of, let name, let arguments): return try asked(of, name.text, arguments, scope)
        case .call(let callee, let arguments): return try called(callee, arguments, scope)
        case .index(let of, let key): return try part(expression, of, key, scope)
        default: throw Unsaid()
        }
    }

    // MARK: Reckoning

    private func binary(_ sign: LuaOperator.Kind, _ left: LuaExpression, _ right: LuaExpression, _ scope: Scope) throws -> String {
        if sign == .or, case .binary(let and, let condition, let then) = Saying.bare(left).kind, and.kind == .and {
            return "\(try value(then, scope)) where \(try clause(condition, scope).words(nested: true)), otherwise \(try value(right, scope))"
        }
        if sign == .minus, isDate(left, scope) {
            if isSpan(right, scope) { return "\(try value(right, scope)) before \(try value(left, scope))" }
            if isRun(left) { return "the number of days since \(try value(right, scope))" }
            return "the number of days from \(try value(right, scope)) to \(try value(left, scope))"
        }
        if sign == .plus, isDate(left, scope), isSpan(right, scope) { return "\(try value(right, scope)) after \(try value(left, scope))" }
        let word: String
        switch sign {
        case .plus: word = "plus"
        case .minus: word = "minus"
        case .times: word = "times"
        case .divide: word = "divided by"
        default: throw Unsaid()
        }
        return "\(try operand(left, sign, scope)) \(word) \(try operand(right, sign, scope))"
    }

    /// In brackets where it is a sum that is multiplied.
    private func operand(_ expression: LuaExpression, _ sign: LuaOperator.Kind, _ scope: Scope) throws -> String {
        let (inner, home) = resolved(expression, scope)
        // Its unit would be taken for part of the sum: `times 25%` is not `times 25`.
        if let path = path(inner, home), path.root == .parameter, case .number(let number) = try parameter(path).value { return shortestText(number) }
        let words = try value(expression, scope)
        if case .binary(let own, _, _) = Saying.bare(inner).kind, sign == .times || sign == .divide, own.kind == .plus || own.kind == .minus {
            return "(\(words))"
        }
        return words
    }

    static func bare(_ expression: LuaExpression) -> LuaExpression {
        if case .parentheses(let inner) = expression.kind { return bare(inner) }
        return expression
    }

    /// What a name stands for, as far as that can be told.
    func resolved(_ expression: LuaExpression, _ scope: Scope) -> (LuaExpression, Scope) {
        switch expression.kind {
        case .parentheses(let inner): return resolved(inner, scope)
        case .name(let name):
            if case .value(let value, let home)? = scope.meaning(name) { return resolved(value, home) }
            return (expression, scope)
        default: return (expression, scope)
        }
    }

    private func isRun(_ expression: LuaExpression) -> Bool {
        if case .name("as_of") = expression.kind { true } else { false }
    }

    func isSpan(_ expression: LuaExpression, _ scope: Scope) -> Bool {
        let (value, _) = resolved(expression, scope)
        guard case .call(let callee, _) = value.kind, case .name(let name) = callee.kind else { return false }
        return ["days", "months", "years"].contains(name)
    }

    func isDate(_ expression: LuaExpression, _ scope: Scope) -> Bool {
        let (value, home) = resolved(expression, scope)
        switch value.kind {
        case .name("as_of"): return true
        case .call(let callee, _): if case .name("date") = callee.kind { return true } else { return false }
        case .binary(let sign, let left, let right):
            return (sign.kind == .plus || sign.kind == .minus) && isDate(left, home) && isSpan(right, home)
        case .index(let of, let key):
            if case .string(let bytes) = key.kind, case .method(let list, _, _) = resolved(of, home).0.kind, let path = path(list, home) {
                return isDate(path.adding(String(decoding: bytes, as: UTF8.self)))
            }
            return path(value, home).map(isDate) ?? false
        default: return false
        }
    }

    private func isDate(_ path: ValuePath) -> Bool {
        if case .date? = (try? field(path))?.type { true } else { false }
    }

    // MARK: Calls

    private func called(_ callee: LuaExpression, _ arguments: [LuaExpression], _ scope: Scope) throws -> String {
        if case .name(let name) = callee.kind, let first = arguments.first {
            switch name {
            case "days", "months", "years": return Saying.length(try value(first, scope), name)
            case "date":
                if case .string(let bytes) = first.kind, let day = Day(iso: String(decoding: bytes, as: UTF8.self)) { return day.inWords }
            case "tostring", "tonumber": return try value(first, scope)
            default: break
            }
        }
        if case .index(let of, let key) = callee.kind, case .name("math") = of.kind, case .string(let bytes) = key.kind {
            let parts = try arguments.map { try value($0, scope) }
            switch (String(decoding: bytes, as: UTF8.self), parts.count) {
            case ("min", 2): return "\(parts[0]), but no more than \(parts[1])"
            case ("max", 2): return "\(parts[0]), but no less than \(parts[1])"
            case ("floor", 1): return "\(parts[0]), rounded down"
            case ("ceil", 1): return "\(parts[0]), rounded up"
            case ("abs", 1): return "\(parts[0]), without its sign"
            default: throw Unsaid()
            }
        }
        return try inside(callee, arguments, scope) { try value(of: $0, $1) }
    }

    /// `12 months`, where the number may have said its unit already.
    private static func length(_ number: String, _ unit: String) -> String {
        let bare = number.split(separator: " ").first.map(String.init) ?? number
        if number.hasSuffix(" \(unit)") || number.hasSuffix(" \(unit.dropLast())") { return number }
        return bare == "1" ? "1 \(unit.dropLast())" : "\(number) \(unit)"
    }

    private func asked(_ of: LuaExpression, _ method: String, _ arguments: [LuaExpression], _ scope: Scope) throws -> String {
        switch method {
        case "count": return "the number of \(try items(of, arguments.first, scope))"
        case "latest", "earliest": return "the \(method) of the \(try items(of, arguments.first, scope))"
        case "sum":
            guard case .string(let bytes)? = arguments.first?.kind, let list = path(of, scope) else { throw Unsaid() }
            let field = try title(list.adding(String(decoding: bytes, as: UTF8.self)))
            return "the sum of \(field) over the \(try items(of, arguments.dropFirst().first, scope))"
        case "get":
            guard case .string(let bytes)? = arguments.first?.kind, let holder = path(of, scope) else { throw Unsaid() }
            let field = try title(holder.adding(String(decoding: bytes, as: UTF8.self)))
            guard let usual = arguments.dropFirst().first else { return field }
            return "\(field) (\(try value(usual, scope)) where it is not known)"
        case "mean_score":
            guard let group = path(of, scope), group.root == .decision, case .string(let bytes)? = arguments.first?.kind else { throw Unsaid() }
            return "the mean of “\(matrixTitle(String(decoding: bytes, as: UTF8.self)))” in \(try answer(group))"
        default: throw Unsaid()
        }
    }

    // MARK: Parts

    private func part(_ expression: LuaExpression, _ of: LuaExpression, _ key: LuaExpression, _ scope: Scope) throws -> String {
        if let path = path(expression, scope) {
            switch path.root {
            case .person: return try title(path)
            case .parameter: return Saying.shown(try parameter(path))
            case .decision: return try answer(path)
            case .rows: return "“\(try rowTitle(path))”"
            }
        }
        if case .string(let bytes) = key.kind {
            // A part of one item of a list: the date of the latest score.
            let (holder, home) = resolved(of, scope)
            guard case .method(let list, _, _) = holder.kind, let path = path(list, home) else { throw Unsaid() }
            return "\(try title(path.adding(String(decoding: bytes, as: UTF8.self)))) of \(try value(holder, home))"
        }
        // A table of values, chosen from by another value.
        let (table, home) = resolved(of, scope)
        guard case .table(let fields) = table.kind else { throw Unsaid() }
        let choices = try fields.map { field in
            guard case .name(let name) = field.key else { throw Unsaid() }
            return "\(DecisionWords.value(name.text)) \(try value(field.value, home))"
        }
        return "by \(try value(key, scope)): \(choices.joined(separator: ", "))"
    }

    /// `90 points`, `75%`.
    static func shown(_ parameter: Parameter) -> String {
        guard let unit = parameter.unit else { return parameter.value.inWords }
        if unit == "percent" { return parameter.value.inWords + "%" }
        if case .number(1) = parameter.value, unit.hasSuffix("s") { return "1 \(unit.dropLast())" }
        return "\(parameter.value.inWords) \(unit)"
    }

    static func withoutArticle(_ words: String) -> String { words.hasPrefix("the ") ? String(words.dropFirst(4)) : words }
}
