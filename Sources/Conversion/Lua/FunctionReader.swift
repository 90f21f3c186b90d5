import FieldDefinitions
import LuaSyntax
import Notation
import RulePacks

/// Says in tests of fields what a function of a pack asks, where it asks nothing else.
struct FunctionReader {
    let pack: PackSource
    let file: WrittenFile

    /// The field that a function gives as it is; nil where it does anything else.
    func field(_ expression: LuaExpression?) -> String? {
        guard let (nominal, result) = result(expression) else { return nil }
        return path(result, nominal)
    }

    /// The tests that a condition makes, all of which must hold; nil where it asks what tests cannot say.
    func tests(_ expression: LuaExpression?) -> [MatrixDocument.FieldTest]? {
        guard let (nominal, result) = result(expression) else { return nil }
        var tests: [MatrixDocument.FieldTest] = []
        for part in conjuncts(result) {
            guard let (field, test) = test(part, nominal) else { return nil }
            guard let place = tests.firstIndex(where: { $0.field == field }) else {
                tests.append(MatrixDocument.FieldTest(field: field, cell: test))
                continue
            }
            // `n.x >= 50 and n.x < 75` is one interval; the order in which fields are looked at must stay.
            guard place == tests.count - 1, let both = FunctionReader.interval(tests[place].cell, test) else { return nil }
            tests[place].cell = both
        }
        return tests
    }

    // MARK: Functions

    /// The nominal's name in a function of one `return`, and what is returned.
    private func result(_ expression: LuaExpression?) -> (nominal: String, result: LuaExpression)? {
        guard let body = file.function(expression), let nominal = body.parameters.first?.text, !body.hasVarargs, body.block.statements.count == 1,
            case .return(let values)? = body.block.statements.first?.kind, values.count == 1
        else { return nil }
        return (nominal, values[0])
    }

    private func conjuncts(_ expression: LuaExpression) -> [LuaExpression] {
        switch expression.kind {
        case .parentheses(let inner): conjuncts(inner)
        case .binary(let sign, let left, let right) where sign.kind == .and: conjuncts(left) + conjuncts(right)
        default: [expression]
        }
    }

    // MARK: Tests

    private func test(_ expression: LuaExpression, _ nominal: String) -> (field: String, cell: TableCell)? {
        switch expression.kind {
        case .parentheses(let inner): return test(inner, nominal)
        case .unary(let sign, let operand) where sign.kind == .not:
            guard let field = path(operand, nominal), isBool(field) else { return negated(operand, nominal) }
            return cell(field, "false")
        case .binary(let sign, _, _) where sign.kind == .or: return alternatives(expression, nominal)
        case .binary(let sign, let left, let right) where sign.kind.isComparison:
            if let field = path(left, nominal), let value = constant(right) { return comparison(field, sign.kind, value) }
            if let field = path(right, nominal), let value = constant(left), let turned = FunctionReader.turned(sign.kind) { return comparison(field, turned, value) }
            return nil
        default:
            guard let field = path(expression, nominal), isBool(field) else { return nil }
            return cell(field, "true")
        }
    }

    private func comparison(_ field: String, _ sign: LuaOperator.Kind, _ value: TableValue) -> (field: String, cell: TableCell)? {
        switch sign {
        case .equal: cell(field, "\(value)")
        case .notEqual: cell(field, "not(\(value))")
        case .less, .lessOrEqual, .greater, .greaterOrEqual: cell(field, "\(sign.rawValue) \(value)")
        default: nil
        }
    }

    /// `n.x == "a" or n.x == "b"`, of one field.
    private func alternatives(_ expression: LuaExpression, _ nominal: String) -> (field: String, cell: TableCell)? {
        func parts(_ expression: LuaExpression) -> [LuaExpression] {
            switch expression.kind {
            case .parentheses(let inner): parts(inner)
            case .binary(let sign, let left, let right) where sign.kind == .or: parts(left) + parts(right)
            default: [expression]
            }
        }
        let tests = parts(expression).map { test($0, nominal) ?? interval($0, nominal) }
        guard let field = tests.first??.field, tests.allSatisfy({ $0?.field == field && $0?.cell.tests.isNegated == false }) else { return nil }
        return cell(field, tests.compactMap { $0?.cell.text }.joined(separator: ", "))
    }

    /// `n.x >= 50 and n.x < 75` among alternatives.
    private func interval(_ expression: LuaExpression, _ nominal: String) -> (field: String, cell: TableCell)? {
        let ends = conjuncts(expression).map { test($0, nominal) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low.field == high.field, let both = FunctionReader.interval(low.cell, high.cell) else { return nil }
        return (low.field, both)
    }

    /// `not (n.x == "a" or n.x == "b")`
    private func negated(_ operand: LuaExpression, _ nominal: String) -> (field: String, cell: TableCell)? {
        guard let (field, inner) = test(operand, nominal) ?? interval(operand, nominal), !inner.tests.isNegated else { return nil }
        return cell(field, "not(\(inner.text))")
    }

    private func cell(_ field: String, _ text: String) -> (field: String, cell: TableCell)? {
        guard let cell = try? TableCell(text) else { return nil }
        return (field, cell)
    }

    private static func interval(_ one: TableCell, _ other: TableCell) -> TableCell? {
        guard one.tests.tests.count == 1, other.tests.tests.count == 1, !one.tests.isNegated, !other.tests.isNegated,
            case .above(let low, let includesLow)? = one.tests.tests.first, case .below(let high, let includesHigh)? = other.tests.tests.first
        else { return nil }
        return try? TableCell("\(includesLow ? "[" : "(")\(low)..\(high)\(includesHigh ? "]" : ")")")
    }

    private static func turned(_ sign: LuaOperator.Kind) -> LuaOperator.Kind? {
        switch sign {
        case .less: .greater
        case .greater: .less
        case .lessOrEqual: .greaterOrEqual
        case .greaterOrEqual: .lessOrEqual
        case .equal, .notEqual: sign
        default: nil
        }
    }

    // MARK: Parts

    /// The path of a single value of the nominal, as cohort files name it.
    private func path(_ expression: LuaExpression, _ nominal: String) -> String? {
        func names(_ expression: LuaExpression) -> [String]? {
            switch expression.kind {
            case .parentheses(let inner): names(inner)
            case .name(nominal): []
            case .index(let of, let key):
                if case .string(let bytes) = key.kind, let before = names(of) { before + [String(decoding: bytes, as: UTF8.self)] } else { nil }
            default: nil
            }
        }
        guard let names = names(expression), !names.isEmpty else { return nil }
        var level = pack.catalogue.fields
        var path: [String] = []
        var found: FieldDefinition?
        for name in names {
            guard let field = level.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else { return nil }
            path.append(field.name)
            level = field.type.parts
            found = field
        }
        return found.flatMap { LocalField.Kind($0.type) }.map { _ in path.joined(separator: ".") }
    }

    private func isBool(_ path: String) -> Bool { if case .bool? = pack.catalogue.field(at: path)?.type { true } else { false } }

    private func constant(_ expression: LuaExpression, depth: Int = 0) -> TableValue? {
        guard depth < 20 else { return nil }
        switch expression.kind {
        case .integer(let value): return .number(Double(value))
        case .float(let value) where value.isFinite: return .number(value)
        case .bool(let value): return .bool(value)
        case .string(let bytes): return .string(String(decoding: bytes, as: UTF8.self))
        case .parentheses(let inner): return constant(inner, depth: depth + 1)
        case .unary(let sign, let operand) where sign.kind == .minus:
            guard case .number(let value)? = constant(operand, depth: depth + 1) else { return nil }
            return .number(-value)
        case .name(let name): return file.values[name].flatMap { constant($0, depth: depth + 1) }
        case .index(let of, let key):
            guard case .name("param") = of.kind, case .string(let name) = key.kind else { return nil }
            return parameter(String(decoding: name, as: UTF8.self))
        case .call(let callee, let arguments):
            guard case .name("date") = callee.kind, arguments.count == 1, case .string(let text) = arguments[0].kind else { return nil }
            return Day(iso: String(decoding: text, as: UTF8.self)).map(TableValue.date)
        default: return nil
        }
    }

    private func parameter(_ name: String) -> TableValue? {
        switch pack.parameters.first(where: { $0.name == name })?.value {
        case .number(let value)?: .number(value)
        case .text(let text)?: .string(text)
        case .bool(let value)?: .bool(value)
        default: nil
        }
    }
}
