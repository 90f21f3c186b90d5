import LuaSyntax
import Notation
import RulePacks

/// Tells of an expression of one file which fields it compares with which constants.
struct ComparisonReader {
    let file: WrittenFile
    let parameters: [Parameter]
    /// The names of all fields, without what holds them.
    let fieldNames: Set<String>

    /// Locals that stand for one another in a ring end here.
    private static let deepest = 4

    func comparisons(_ expression: LuaExpression) -> [(names: Set<String>, constants: Constants)] {
        switch expression.kind {
        case .binary(let sign, let left, let right) where sign.kind.isComparison:
            return [(fieldNames(in: left).union(fieldNames(in: right)), constants(in: [left, right]))]
        case .table(let fields):
            return fields.compactMap { self.condition($0) } + (steps(fields).map { [$0] } ?? [])
        case .index(let object, let key):
            let names = fieldNames(in: key)
            return names.isEmpty ? [] : [(names, constants(in: [object]))]
        default: return []
        }
    }

    /// A condition of a filter, `type = { … }` or `min_value = 100`; also what a rule gives, such as `category = "ppo"`.
    private func condition(_ field: LuaTableField) -> (names: Set<String>, constants: Constants)? {
        guard case .name(let key) = field.key else { return nil }
        let name = ["min_", "max_"].first { key.text.hasPrefix($0) }.map { String(key.text.dropFirst($0.count)) } ?? key.text
        guard fieldNames.contains(name) else { return nil }
        return ([name], constants(in: [field.value]))
    }

    /// `of = function(n) … end, steps = { … }`.
    private func steps(_ fields: [LuaTableField]) -> (names: Set<String>, constants: Constants)? {
        func value(_ name: String) -> LuaExpression? {
            fields.first { if case .name(let key) = $0.key { key.text == name } else { false } }?.value
        }
        guard let of = value("of"), let steps = value("steps") else { return nil }
        return (fieldNames(in: of), constants(in: [steps]))
    }

    func fieldNames(in expression: LuaExpression, depth: Int = 0) -> Set<String> {
        var names: Set<String> = []
        func collect(_ part: LuaExpression) -> Bool {
            switch part.kind {
            case .index(let object, let key):
                if case .name("param") = object.kind { return false }
                if case .string(let bytes) = key.kind { names.insert(String(decoding: bytes, as: UTF8.self)) }
            case .name(let name) where depth < Self.deepest:
                if let body = file.functions[name] {
                    LuaWalk { part in
                        if case .index(_, let key) = part.kind, case .string(let bytes) = key.kind { names.insert(String(decoding: bytes, as: UTF8.self)) }
                        return true
                    }.block(body.block)
                } else if let value = file.values[name] {
                    names.formUnion(fieldNames(in: value, depth: depth + 1))
                }
            default: break
            }
            return true
        }
        LuaWalk(visit: collect).expression(expression)
        return names.intersection(fieldNames)
    }

    private func constants(in expressions: [LuaExpression], depth: Int = 0) -> Constants {
        var constants = Constants()
        func collect(_ part: LuaExpression) -> Bool {
            switch part.kind {
            case .string(let bytes): constants.texts.append(String(decoding: bytes, as: UTF8.self))
            case .index(let object, let key):
                switch parameter(part) {
                case .number(let number): constants.numbers.append(number)
                case .text(let text): constants.texts.append(text)
                case .texts(let texts): constants.texts += texts
                case .numbers(let numbers): constants.numbers += numbers
                case .bool, nil: break
                }
                // The name of a field is no constant.
                guard case .string = key.kind else { return true }
                LuaWalk(visit: collect).expression(object)
                return false
            case .name(let name) where depth < Self.deepest:
                guard let value = file.values[name] else { return true }
                let inner = self.constants(in: [value], depth: depth + 1)
                constants.numbers += inner.numbers
                constants.texts += inner.texts
            default: if let number = number(part) { constants.numbers.append(number) }
            }
            return true
        }
        for expression in expressions { LuaWalk(visit: collect).expression(expression) }
        return constants
    }

    /// A number as it is written, without a sign.
    func number(_ expression: LuaExpression) -> Double? {
        switch expression.kind {
        case .integer(let value): Double(value)
        case .float(let value) where value.isFinite: value
        default: nil
        }
    }

    private func parameter(_ expression: LuaExpression) -> Parameter.Value? {
        guard case .index(let object, let key) = expression.kind, case .name("param") = object.kind, case .string(let bytes) = key.kind else { return nil }
        let name = String(decoding: bytes, as: UTF8.self)
        return parameters.first { $0.name == name }?.value
    }

    /// `days(5)`, `months(param.crime_months)`, `years(2)`; nil for anything else.
    func span(_ expression: LuaExpression) -> Span? {
        guard case .call(let callee, let arguments) = expression.kind, case .name(let unit) = callee.kind, arguments.count == 1,
            let number = constants(in: arguments).numbers.first, let count = Int(exactly: number), (0...4_000).contains(count)
        else { return nil }
        switch unit {
        case "days": return .days(count)
        case "months": return .months(count)
        case "years": return .months(12 * count)
        default: return nil
        }
    }
}
