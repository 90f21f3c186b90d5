import FieldDefinitions
import LuaSyntax
import Notation
import RulePacks

/// Reads the functions of a pack's rules as formulas, following locals, helpers, modules, parameters and other rules.
///
/// What it cannot follow may be anything, so that whatever is shown to be impossible is so.
final class RuleReader {
    let program: RuleProgram
    var book = VariableBook()
    let files: [FileScope]
    let modules: [String: FileScope]
    let parameters: [String: Parameter.Value]
    /// Functions that files define for all files, by name; only those defined once.
    let shared: [String: (LuaFunctionBody, FileScope)]

    /// Of the rule being read: the first thing that could not be followed.
    var reason: String?
    private var steps = 0
    private var depth = 0
    private var stepsInAll = 0
    static let mostSteps = 20_000
    static let mostStepsInAll = 600_000
    static let deepest = 100
    static let largestFormula = 3_000

    /// Conditions that have been read, by path.
    var conditions: [String: RuleCondition] = [:]
    var inProgress: Set<String> = []
    var reaches: [Int: PointReach] = [:]

    init(_ program: RuleProgram) {
        self.program = program
        let written = program.pack.writtenFiles.map(FileScope.init)
        files = written
        modules = program.pack.modules.compactMapValues { source in written.first { $0.written.source.name == source.name } }
        parameters = Dictionary(program.pack.parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var shared: [String: (LuaFunctionBody, FileScope)] = [:]
        var twice: Set<String> = []
        for file in written {
            for statement in file.written.block.statements {
                guard case .function(let path, nil, let body) = statement.kind, path.count == 1, !file.declared.contains(path[0].text) else { continue }
                if shared.updateValue((body, file), forKey: path[0].text) != nil { twice.insert(path[0].text) }
            }
        }
        self.shared = shared.filter { !twice.contains($0.key) && !RuleReader.words.contains($0.key) }
    }

    /// Names that the host gives to every file, but for those that declare rules.
    static let words = Set(NameBook.globals).subtracting(DeclarationReader.named + DeclarationReader.lists)

    struct Scope {
        var file: FileScope
        var locals: [String: SymbolicValue]
    }

    // MARK: Rules' functions

    /// What a function gives for these arguments.
    func result(of function: SymbolicFunction, _ arguments: [SymbolicValue]) -> SymbolicValue {
        guard depth < RuleReader.deepest else { return .unknown(key: nil, reason: "its functions call one another too deeply") }
        depth += 1
        defer { depth -= 1 }
        var scope = Scope(file: function.file, locals: function.locals)
        for (place, name) in function.body.parameters.enumerated() {
            scope.locals[name.text] = place < arguments.count ? arguments[place] : .nothing
        }
        return run(function.body.block.statements[...], &scope) ?? .nothing
    }

    /// Reads one rule by itself: what is spent on it, and what cannot be followed, is not counted to another that asks for it.
    func reading<Result>(_ body: () -> Result) -> (result: Result, reason: String?) {
        let outer = (steps, reason)
        steps = 0
        reason = nil
        let result = body()
        defer { (steps, reason) = outer }
        return (result, reason)
    }

    func note(_ why: String?) { if reason == nil { reason = why } }

    // MARK: Expressions

    func value(_ expression: LuaExpression, _ scope: Scope) -> SymbolicValue {
        steps += 1
        stepsInAll += 1
        guard steps < RuleReader.mostSteps, stepsInAll < RuleReader.mostStepsInAll, depth < RuleReader.deepest else {
            return .unknown(key: nil, reason: "it is too long to follow")
        }
        depth += 1
        defer { depth -= 1 }
        switch expression.kind {
        case .nil: return .nothing
        case .bool(let value): return .truth(.truth(value))
        case .integer(let value): return .number(LinearTerm(Double(value)))
        case .float(let value): return .number(LinearTerm(value))
        case .string(let bytes): return .text(String(decoding: bytes, as: UTF8.self))
        case .varargs: return .unknown(key: nil, reason: "it uses `...`")
        case .name(let name): return value(named: name, scope)
        case .parentheses(let inner): return value(inner, scope)
        case .function(let body): return .closure(SymbolicFunction(body: body, file: scope.file, locals: scope.locals))
        case .table(let fields): return .table(table(fields, scope))
        case .index(let of, let key): return said(member(value(of, scope), value(key, scope)), expression, scope)
        case .call(let callee, let arguments): return said(call(value(callee, scope), arguments, expression, scope), expression, scope)
        case .method(let of, let name, let arguments):
            return said(method(value(of, scope), name.text, arguments.map { value($0, scope) }), expression, scope)
        case .unary(let written, let inner): return unary(written.kind, value(inner, scope))
        case .binary(let written, _, _) where written.kind == .and || written.kind == .or:
            // A row of the same word lies deep to the left.
            var operands: [LuaExpression] = []
            var next = expression
            while case .binary(let other, let left, let right) = next.kind, other.kind == written.kind {
                operands.append(right)
                next = left
            }
            return operands.reversed().reduce(value(next, scope)) { binary(written.kind, $0, value($1, scope)) }
        case .binary(let written, let a, let b):
            let result = binary(written.kind, value(a, scope), value(b, scope))
            return written.kind.isComparison ? said(result, expression, scope) : result
        }
    }

    private func said(_ value: SymbolicValue, _ expression: LuaExpression, _ scope: Scope) -> SymbolicValue {
        guard case .truth(let formula) = value, formula.constant == nil else { return value }
        return .truth(.said(formula, scope.file.origin(expression)))
    }

    private func table(_ fields: [LuaTableField], _ scope: Scope) -> SymbolicTable {
        var table = SymbolicTable()
        for field in fields {
            let value = value(field.value, scope)
            switch field.key {
            case .none: table.items.append(value)
            case .name(let name): table.named[name.text] = value
            case .expression(let key):
                if case .text(let name) = self.value(key, scope) { table.named[name] = value } else { table.items.append(.unknown(key: nil, reason: nil)) }
            }
        }
        return table
    }

    private func unary(_ kind: LuaOperator.Kind, _ value: SymbolicValue) -> SymbolicValue {
        switch kind {
        case .not: .truth(truth(of: value).negated)
        case .minus: value.mapCases { if case .number(let term) = $0, !term.isDate { .number(term.times(-1)) } else { self.freeNumber(from: $0, "-") } }
        case .length: value.mapCases(length)
        default: .unknown(key: nil, reason: "it works on bits")
        }
    }

    private func length(_ value: SymbolicValue) -> SymbolicValue {
        switch value {
        case .list(let path): return .number(count(FilterTerm(list: path)))
        case .set(.texts(let values)): return .number(LinearTerm(Double(values.count)))
        case .set(.numbers(let values)): return .number(LinearTerm(Double(values.count)))
        case .text(let text): return .number(LinearTerm(Double(text.utf8.count)))
        default: return .number(book.freeNumber(domain: .number(low: 0, high: .infinity, isWhole: true)))
        }
    }

    // MARK: Truth

    /// The condition under which Lua takes a value for true.
    func truth(of value: SymbolicValue) -> Formula {
        switch value {
        case .nothing: return .truth(false)
        case .truth(let formula): return formula
        case .record(let path): return path.isEmpty ? .truth(true) : known(path)
        case .item(let filter, _): return .atom(Atom(variable: countVariable(filter), test: .compare(.greaterOrEqual, 1)))
        case .either(let condition, let a, let b):
            return .some([.every([condition, truth(of: a)]), .every([condition.negated, truth(of: b)])])
        case .unknown(let key, let why):
            note(why)
            return book.freeTruth(key: key.map { "truth of \($0)" })
        case .number, .text, .textVariable, .span, .list, .decision, .set, .table, .closure, .word: return .truth(true)
        }
    }

    /// As a rule's condition: what is neither true nor false there is an error when it runs, and is not judged here.
    func condition(_ value: SymbolicValue) -> Formula {
        let parts = value.leaves.map { leaf -> Formula in
            switch leaf.value {
            case .number, .text, .textVariable, .span, .list, .set, .table, .closure, .word: .every([leaf.condition, book.freeTruth()])
            default: .every([leaf.condition, truth(of: leaf.value)])
            }
        }
        return .some(parts)
    }

    /// Whether a field has a value.
    func known(_ path: String) -> Formula {
        let parent = path.lastIndex(of: ".").map { String(path[..<$0]) }
        let place = book.place("known \(path)") {
            let isCertain = program.pack.catalogue.field(at: path)?.isRequired == true && program.pack.maxAge[path] == nil && parent == nil
            return Variable(
                key: "known \(path)", domain: isCertain ? .fixed(true) : .bool, paths: parent.map { [$0] } ?? [], source: .known(path),
                words: isCertain ? "every nominal has `\(path)`" : nil)
        }
        return .atom(Atom(variable: place, test: .isTrue))
    }
}
