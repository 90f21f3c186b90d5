import LuaSyntax
import Notation
import RulePacks

/// Finds every change worth trying in one file of a pack.
struct MutantFinder {
    let file: WrittenFile
    private(set) var mutants: [Mutant] = []
    private var source: [UInt8] { file.source.bytes }

    init(_ file: WrittenFile) { self.file = file }

    /// All of them, in the order of the file.
    static func mutants(of file: WrittenFile) -> [Mutant] {
        var finder = MutantFinder(file)
        finder.walk(file.block)
        for rule in file.rules {
            if rule.kind == "decision_table", rule.part == .row { finder.cells(of: rule) }
            if rule.part == .row { finder.remove(rule) }
        }
        return finder.mutants.sorted { ($0.bytes.lowerBound, $0.bytes.upperBound, $0.now) < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.now) }
    }

    // MARK: Changes

    private func text(_ bytes: Range<Int>) -> String { String(decoding: source[bytes], as: UTF8.self) }

    mutating func add(
        _ kind: Mutant.Kind, at position: LuaPosition, _ bytes: Range<Int>, _ replacement: String, was: String, now: String, of rule: WrittenRule? = nil) {
        mutants.append(
            Mutant(
                kind: kind, file: file.source.name, line: position.line, column: position.column, rule: (rule ?? self.rule(around: bytes))?.path,
                was: was, now: now, bytes: bytes, replacement: Array(replacement.utf8)))
    }

    /// The innermost rule in which some bytes lie.
    private func rule(around bytes: Range<Int>) -> WrittenRule? {
        file.rules.last { $0.bytes.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.bytes.upperBound }
    }

    private mutating func remove(_ rule: WrittenRule) {
        guard let item = rule.item else { return }
        let bytes = item.bytes.lowerBound..<(item.separator?.upperBound ?? item.bytes.upperBound)
        let first = text(item.bytes).split(separator: "\n").first.map(String.init) ?? ""
        // The lines stay, so that what stands below keeps its place.
        let lines = String(repeating: "\n", count: source[bytes].count { $0 == 0x0A })
        add(.removal, at: rule.position, bytes, lines, was: first.count > 70 ? first.prefix(69) + "…" : first, now: "removed", of: rule)
    }

    // MARK: The tree

    private mutating func walk(_ block: LuaBlock) { for statement in block.statements { walk(statement) } }

    private mutating func walk(_ statement: LuaStatement) {
        switch statement.kind {
        case .local(_, let values), .return(let values): values.forEach { walk($0) }
        case .assign(let targets, let values): (targets + values).forEach { walk($0) }
        case .call(let call): walk(call)
        case .do(let block): walk(block)
        case .while(let condition, let block), .repeat(let block, until: let condition):
            walk(condition)
            walk(block)
        case .if(let branches, let otherwise):
            for branch in branches {
                walk(branch.condition)
                walk(branch.block)
            }
            if let otherwise { walk(otherwise) }
        case .count(_, let from, let to, let step, let block):
            [from, to, step].compactMap(\.self).forEach { walk($0) }
            walk(block)
        case .iterate(_, let over, let block):
            over.forEach { walk($0) }
            walk(block)
        case .function(_, _, let body), .localFunction(_, let body): walk(body.block)
        case .break, .goto, .label: break
        }
    }

    private mutating func walk(_ expression: LuaExpression) {
        switch expression.kind {
        case .nil, .bool, .string, .varargs, .name: break
        case .integer(let value):
            number(expression, String(value &+ 1), String(value &- 1))
        case .float(let value):
            number(expression, shortestText(value + 1), shortestText(value - 1))
        case .index(let of, let key):
            walk(of)
            walk(key)
        case .call(let function, let arguments):
            walk(function)
            arguments.forEach { walk($0) }
        case .method(let of, _, let arguments):
            walk(of)
            arguments.forEach { walk($0) }
        case .function(let body): walk(body.block)
        case .table(let fields):
            for field in fields {
                if case .expression(let key) = field.key { walk(key) }
                walk(field.value)
            }
        case .unary(let written, let operand):
            if written.kind == .not {
                add(.negation, at: written.position, expression.bytes, text(operand.bytes), was: text(expression.bytes), now: text(operand.bytes))
            }
            walk(operand)
        case .binary(let written, let left, let right):
            walk(left)
            binary(written, right)
            walk(right)
        case .parentheses(let inner): walk(inner)
        }
    }

    private mutating func number(_ literal: LuaExpression, _ more: String, _ less: String) {
        for changed in [more, less] { add(.number, at: literal.position, literal.bytes, changed, was: text(literal.bytes), now: changed) }
    }

    private mutating func binary(_ written: LuaOperator, _ right: LuaExpression) {
        switch written.kind {
        case .and, .or:
            let other = written.kind == .and ? "or" : "and"
            add(.logic, at: written.position, written.bytes, other, was: written.kind.rawValue, now: other)
        case _ where written.kind.isComparison:
            let rest = text(written.bytes.upperBound..<right.bytes.upperBound)
            for neighbour in MutantFinder.neighbours(written.kind) {
                add(.comparison, at: written.position, written.bytes, neighbour.rawValue, was: written.kind.rawValue + rest, now: neighbour.rawValue + rest)
            }
        default: break
        }
    }

    /// The comparison with its edge moved, then its opposite.
    private static func neighbours(_ kind: LuaOperator.Kind) -> [LuaOperator.Kind] {
        switch kind {
        case .greaterOrEqual: [.greater, .less]
        case .greater: [.greaterOrEqual, .lessOrEqual]
        case .lessOrEqual: [.less, .greater]
        case .less: [.lessOrEqual, .greaterOrEqual]
        case .equal: [.notEqual]
        case .notEqual: [.equal]
        default: []
        }
    }
}
