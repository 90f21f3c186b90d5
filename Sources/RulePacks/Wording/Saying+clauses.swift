import FieldDefinitions
import LuaSyntax
import Notation

extension Saying {
    /// - Parameter not: the opposite is meant.
    func clause(_ expression: LuaExpression, _ scope: Scope, not isNot: Bool = false) throws -> Clause {
        switch expression.kind {
        case .parentheses(let inner): return try clause(inner, scope, not: isNot)
        case .bool(let value): return value != isNot ? .always : .never
        case .unary(let sign, let inner) where sign.kind == .not: return try clause(inner, scope, not: !isNot)
        case .binary(let sign, let left, let right):
            switch sign.kind {
            case .and, .or:
                let parts = try [left, right].map { part in
                    depthOne(part) ? orCode(part, scope) { try self.clause(part, scope, not: isNot) } : try clause(part, scope, not: isNot)
                }
                return .joined(parts, all: (sign.kind == .and) != isNot)
            default:
                guard sign.kind.isComparison else { throw Unsaid() }
                return .text(try comparison(isNot ? Saying.opposite(sign.kind) : sign.kind, left, right, scope))
            }
        case .method(let of, let name, let arguments): return .text(try question(of, name.text, arguments, scope, not: isNot))
        case .call(let callee, let arguments): return try inside(callee, arguments, scope) { try clause(of: $0, $1, not: isNot) }
        case .name(let name):
            guard case .value(let value, let home)? = scope.meaning(name) else { throw Unsaid() }
            return try clause(value, home, not: isNot)
        case .index: return .text(try yes(expression, scope, not: isNot))
        default: throw Unsaid()
        }
    }

    /// A negated block is said by negating what it returns.
    private func clause(of block: LuaBlock, _ scope: Scope, not isNot: Bool) throws -> Clause {
        isNot ? Saying.negated(try clause(of: block, scope), or: block, try? onlyReturn(block, scope)) { try self.clause($0, $1, not: true) }
            : try clause(of: block, scope)
    }

    /// The one value that a block returns after its locals; nil where it has branches.
    private func onlyReturn(_ block: LuaBlock, _ scope: Scope) throws -> (LuaExpression, Scope) {
        guard case .return(let values)? = block.statements.last?.kind, let value = values.first else { throw Unsaid() }
        for statement in block.statements.dropLast() {
            guard case .local(let names, let given) = statement.kind else { throw Unsaid() }
            for (local, expression) in zip(names, given) { scope.names[local.name.text] = .value(expression, scope.parent ?? scope) }
        }
        return (value, scope)
    }

    private static func negated(
        _ clause: Clause, or block: LuaBlock, _ value: (LuaExpression, Scope)?, _ say: (LuaExpression, Scope) throws -> Clause
    ) -> Clause {
        if let value, let said = try? say(value.0, value.1) { return said }
        return .text("it is not so that \(clause.words(nested: true))")
    }

    /// A part that can be shown by itself where it cannot be said.
    private func depthOne(_ expression: LuaExpression) -> Bool {
        switch expression.kind {
        case .call, .method, .index, .name, .unary: true
        case .binary(let sign, _, _): sign.kind.isComparison
        default: false
        }
    }

    static func opposite(_ sign: LuaOperator.Kind) -> LuaOperator.Kind {
        switch sign {
        case .less: .greaterOrEqual
        case .greaterOrEqual: .less
        case .greater: .lessOrEqual
        case .lessOrEqual: .greater
        case .equal: .notEqual
        case .notEqual: .equal
        default: sign
        }
    }

    // MARK: Comparisons

    private func comparison(_ sign: LuaOperator.Kind, _ left: LuaExpression, _ right: LuaExpression, _ scope: Scope) throws -> String {
        let (isEqual, isOther) = (sign == .equal, sign == .notEqual)
        let (value, home) = resolved(right, scope)
        if case .nil = value.kind { return "there is \(isEqual ? "no" : "a") \(Saying.withoutArticle(try self.value(left, scope)))" }
        if case .string(let bytes) = value.kind, isEqual || isOther {
            return try choice(left, String(decoding: bytes, as: UTF8.self), scope, not: isOther)
        }
        if case .bool(let wanted) = value.kind, isEqual || isOther { return try yes(left, scope, not: wanted != isEqual) }
        let (subject, object) = (try self.value(left, scope), try self.value(value, home))
        if isDate(value, home) {
            switch sign {
            case .greaterOrEqual: return "\(subject) is on or after \(object)"
            case .greater: return "\(subject) is after \(object)"
            case .lessOrEqual: return "\(subject) is on or before \(object)"
            case .less: return "\(subject) is before \(object)"
            default: return "\(subject) is \(isOther ? "not " : "")\(object)"
            }
        }
        switch sign {
        case .greaterOrEqual: return "\(subject) is \(object) or more"
        case .greater: return "\(subject) is more than \(object)"
        case .lessOrEqual: return "\(subject) is \(object) or less"
        case .less: return "\(subject) is less than \(object)"
        default: return "\(subject) is \(isOther ? "not " : "")\(object)"
        }
    }

    /// Something is, or is not, one value of several.
    private func choice(_ left: LuaExpression, _ value: String, _ scope: Scope, not isNot: Bool) throws -> String {
        let verb = isNot ? "is not" : "is"
        if let path = path(left, scope), path.root == .decision, path.parts.count == 2 {
            let name = path.parts[1]
            switch path.parts[0] {
            case "band":
                guard let matrix = words.rules.matrices.first(where: { $0.name == name }) else { throw Unsaid() }
                return "“\(matrix.heading.title)” \(verb) in the band “\(matrix.bands.first { $0.id == value }?.title ?? value)”"
            case "class":
                guard let rule = words.rules.classifications.first(where: { $0.name == name }) else { throw Unsaid() }
                return "“\(rule.heading.title)” \(verb) “\(rule.classes.first { $0.id == value }?.heading.title ?? value)”"
            default: break
            }
        }
        return "\(try self.value(left, scope)) \(verb) “\(DecisionWords.value(value))”"
    }

    // MARK: Yes or no

    private func question(_ of: LuaExpression, _ method: String, _ arguments: [LuaExpression], _ scope: Scope, not isNot: Bool) throws -> String {
        switch method {
        case "has":
            guard let holder = path(of, scope), case .string(let bytes)? = arguments.first?.kind else { throw Unsaid() }
            let name = String(decoding: bytes, as: UTF8.self)
            return "\(try title(holder.adding(name))) is \(isNot ? "not " : "")recorded"
        case "any":
            let list = try items(of, arguments.first, scope)
            return "there \(isNot ? "are no" : "is at least one of the") \(list)"
        case "all":
            let list = try items(of, arguments.first, scope)
            return isNot ? "not all are: \(list)" : "all are: \(list)"
        default: throw Unsaid()
        }
    }

    private func yes(_ expression: LuaExpression, _ scope: Scope, not isNot: Bool) throws -> String {
        // A list of a parameter's values, asked whether it holds one.
        if case .index(let of, let key) = expression.kind, let list = path(of, scope), list.root == .parameter, list.parts.count == 1,
            let parameter = words.pack.parameters.first(where: { $0.name == list.parts[0] })
        {
            let isOne = if case .texts(let texts) = parameter.value { texts.count == 1 } else { false }
            return "\(try value(key, scope)) is \(isNot ? "not " : "")\(isOne ? "" : "one of: ")\(parameter.value.inWords)"
        }
        guard let path = path(expression, scope) else { throw Unsaid() }
        if path.root == .decision, path.parts.count == 2, path.parts[0] == "met" {
            guard let rule = words.rules.criteria.first(where: { $0.name == path.parts[1] }) else { throw Unsaid() }
            return "“\(rule.heading.title)” is \(isNot ? "not " : "")met"
        }
        if path.root == .parameter { return "“\(try parameter(path).title)” is \(isNot ? "no" : "yes")" }
        return "\(try title(path)) is \(isNot ? "no" : "yes")"
    }
}
