import LuaSyntax
import RulePacks

/// Follows the function of an input through its tree to what it can give.
///
/// It knows functions made of `local`, `if` and `return`; anything else can give anything.
struct InputFollower {
    let program: RuleProgram
    let file: WrittenFile
    /// The function's names for the nominal and the decision so far.
    private(set) var nominal: String?
    private(set) var answers: String?
    private var depth = 0

    init(_ program: RuleProgram, _ file: WrittenFile) {
        self.program = program
        self.file = file
    }

    func follow(_ function: LuaFunctionBody) -> FollowedInput {
        var inner = self
        inner.nominal = function.parameters.first?.text
        inner.answers = function.parameters.dropFirst().first?.text
        guard !function.hasVarargs, let given = inner.results(function.block, [:]) else { return .unknown }
        let values = given.values ?? FollowedInput(domain: .values([]))
        return given.ends ? values : values.union(FollowedInput(domain: .values([]), field: values.field, mayBeNothing: true))
    }

    /// The locals in force, each with its value and the locals that were in force there.
    typealias Locals = [String: Local]

    final class Local: Sendable {
        /// nil where it is not known.
        let value: LuaExpression?
        let locals: Locals
        init(_ value: LuaExpression?, _ locals: Locals) {
            self.value = value
            self.locals = locals
        }
    }

    /// - Returns: what the block's `return`s give, and whether one is always reached; nil where it cannot be followed.
    private func results(_ block: LuaBlock, _ outer: Locals) -> (values: FollowedInput?, ends: Bool)? {
        guard let inner = deeper else { return nil }
        var locals = outer
        var all: FollowedInput?
        func add(_ value: FollowedInput?) { if let value { all = all.map { $0.union(value) } ?? value } }
        for statement in block.statements {
            switch statement.kind {
            case .local(let names, let given):
                let before = locals
                for (place, local) in names.enumerated() {
                    locals[local.name.text] = Local(given.count == names.count ? given[place] : nil, before)
                }
            case .localFunction(let name, _): locals[name.text] = Local(nil, [:])
            case .return(let values):
                add(values.count == 1 ? inner.value(values[0], locals) : values.isEmpty ? FollowedInput(domain: .values([]), mayBeNothing: true) : .unknown)
                return (all, true)
            case .if(let branches, let otherwise):
                var ends = otherwise != nil
                for block in branches.map(\.block) + [otherwise].compactMap(\.self) {
                    guard let part = inner.results(block, locals) else { return nil }
                    add(part.values)
                    ends = ends && part.ends
                }
                if ends { return (all, true) }
            case .do(let block):
                guard let part = inner.results(block, locals) else { return nil }
                add(part.values)
                if part.ends { return (all, true) }
            default: return nil
            }
        }
        return (all, false)
    }

    /// nil where trees lie inside one another too deeply to be worth following.
    private var deeper: InputFollower? {
        guard depth < 40 else { return nil }
        var inner = self
        inner.depth += 1
        return inner
    }

    func value(_ expression: LuaExpression, _ locals: Locals) -> FollowedInput {
        guard let inner = deeper else { return .unknown }
        return inner.followed(expression, locals)
    }

    private func followed(_ expression: LuaExpression, _ locals: Locals) -> FollowedInput {
        switch expression.kind {
        case .nil: return FollowedInput(domain: .values([]), mayBeNothing: true)
        case .bool(let value): return FollowedInput(domain: .values([.bool(value)]))
        case .integer(let value): return FollowedInput(domain: .values([.number(Double(value))]))
        case .float(let value): return FollowedInput(domain: .values([.number(value)]))
        case .string(let bytes): return FollowedInput(domain: .values([.string(String(decoding: bytes, as: UTF8.self))]))
        case .parentheses(let inner): return value(inner, locals)
        case .name(let name):
            if let local = locals[name] { return local.value.map { value($0, local.locals) } ?? .unknown }
            guard name != nominal, name != answers, let constant = file.values[name] else { return .unknown }
            return value(constant, [:])
        case .index:
            if let path = path(expression, locals) { return answer(path) }
            // A list of values is asked whether it holds one: `param.boroughs[n.borough]`.
            guard case .index(let of, _) = expression.kind, path(of, locals)?.root == .parameters else { return .unknown }
            return .bools
        case .method(let of, let name, let arguments): return method(of, name.text, arguments, locals)
        case .call(let callee, let arguments):
            guard case .index(let of, let key) = callee.kind, case .name("math") = of.kind, case .string(let word) = key.kind,
                String(decoding: word, as: UTF8.self) == "floor", arguments.count == 1, let range = value(arguments[0], locals).domain.range
            else { return .unknown }
            return FollowedInput(domain: .numbers(NumberRange(low: range.low.rounded(.down), high: range.high.rounded(.down), isWhole: true)))
        case .unary(let sign, let operand): return unary(sign.kind, operand, locals)
        case .binary(let sign, let left, let right): return binary(sign.kind, left, right, locals)
        case .varargs, .function, .table: return .unknown
        }
    }

    private func unary(_ sign: LuaOperator.Kind, _ operand: LuaExpression, _ locals: Locals) -> FollowedInput {
        switch sign {
        case .not: return .bools
        case .length: return FollowedInput(domain: .numbers(.count))
        case .minus:
            guard let range = value(operand, locals).domain.range else { return .unknown }
            return FollowedInput(domain: .numbers(NumberRange(low: -range.high, high: -range.low, isWhole: range.isWhole)))
        default: return .unknown
        }
    }

    private func binary(_ sign: LuaOperator.Kind, _ left: LuaExpression, _ right: LuaExpression, _ locals: Locals) -> FollowedInput {
        if sign.isComparison { return .bools }
        switch sign {
        case .and:
            let a = value(left, locals)
            let b = value(right, locals)
            return FollowedInput(domain: a.domain.falsy.union(b.domain), mayBeNothing: a.mayBeNothing || b.mayBeNothing)
        case .or:
            let a = value(left, locals)
            let b = value(right, locals)
            return FollowedInput(domain: a.domain.truthy.union(b.domain), mayBeNothing: b.mayBeNothing)
        case .concatenate: return FollowedInput(domain: .text)
        case .plus, .minus, .times:
            guard let a = value(left, locals).domain.range, let b = value(right, locals).domain.range else { return .unknown }
            return FollowedInput(domain: .numbers(sign == .plus ? a + b : sign == .minus ? a - b : a * b))
        default: return .unknown
        }
    }

    private func method(_ of: LuaExpression, _ name: String, _ arguments: [LuaExpression], _ locals: Locals) -> FollowedInput {
        switch name {
        case "count": return FollowedInput(domain: .numbers(.count))
        case "any", "all", "has": return .bools
        case "get":
            guard arguments.count == 2, case .string(let field) = arguments[0].kind, let path = path(of, locals) else { return .unknown }
            let read = answer(Path(root: path.root, names: path.names + [String(decoding: field, as: UTF8.self)]))
            let fallback = value(arguments[1], locals)
            let both = read.domain.union(fallback.domain)
            return FollowedInput(domain: both, field: both == read.domain ? read.field : nil, mayBeNothing: fallback.mayBeNothing)
        default: return .unknown
        }
    }
}
