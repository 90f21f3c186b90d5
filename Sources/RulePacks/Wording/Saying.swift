import LuaSyntax
import Notation

/// A piece of a rule is not of a form that can be said in words.
struct Unsaid: Error {}

/// Turns one rule's function into words.
final class Saying {
    /// Functions that call one another are followed this far.
    private static let deepest = 12

    let words: RuleWords
    private(set) var isWhole = true
    /// Paths of the fields that were named.
    var fields: Set<String> = []
    private var depth = 0

    init(_ words: RuleWords) { self.words = words }

    /// A piece of a rule as it is written, on one line, as code.
    static func code(_ expression: LuaExpression, _ file: WrittenFile) -> String {
        let text = String(decoding: file.source.bytes[expression.bytes], as: UTF8.self)
        return "`" + text.split { $0.isWhitespace || $0 == "`" }.joined(separator: " ") + "`"
    }

    /// What says it, or how it is written.
    func orCode(_ expression: LuaExpression, _ scope: Scope, _ say: () throws -> Clause) -> Clause {
        do { return try say() } catch {
            isWhole = false
            return .text(Saying.code(expression, scope.file))
        }
    }

    // MARK: Functions

    func clause(ofFunction expression: LuaExpression, _ scope: Scope) throws -> Clause {
        guard let (body, home) = function(expression, scope) else { throw Unsaid() }
        let inner = Scope(home.file, parent: home)
        for (place, parameter) in body.parameters.enumerated() { inner.names[parameter.text] = place == 0 ? .person : .decision }
        return try clause(of: body.block, inner)
    }

    /// - Parameter first: what the function is given first.
    func value(ofFunction expression: LuaExpression, _ scope: Scope, of first: Scope.Meaning) throws -> String {
        guard let (body, home) = function(expression, scope) else { throw Unsaid() }
        let inner = Scope(home.file, parent: home)
        for (place, parameter) in body.parameters.enumerated() { inner.names[parameter.text] = place == 0 ? first : .decision }
        return try value(of: body.block, inner)
    }

    /// The function that an expression gives, and where its names have their meaning.
    func function(_ expression: LuaExpression, _ scope: Scope) -> (LuaFunctionBody, Scope)? {
        switch expression.kind {
        case .function(let body): return (body, scope)
        case .parentheses(let inner): return function(inner, scope)
        case .name(let name):
            if case .value(let given, let home)? = scope.meaning(name) { return function(given, home) }
            if let body = scope.file.functions[name] { return (body, Scope(scope.file)) }
            return global(name)
        case .index(let of, let key):
            guard case .name(let holder) = of.kind, case .string(let bytes) = key.kind else { return nil }
            return memberFunction(holder, String(decoding: bytes, as: UTF8.self), scope)
        default: return nil
        }
    }

    private func global(_ name: String) -> (LuaFunctionBody, Scope)? {
        for file in words.files.reversed() {
            for statement in file.block.statements {
                if case .function(let path, nil, let body) = statement.kind, path.map(\.text) == [name] { return (body, Scope(file)) }
            }
        }
        return nil
    }

    /// `custody.now`, of a module that the file loads.
    private func memberFunction(_ holder: String, _ name: String, _ scope: Scope) -> (LuaFunctionBody, Scope)? {
        guard case .value(let loaded, _)? = scope.meaning(holder), case .call(let callee, let arguments) = loaded.kind,
            case .name("require") = callee.kind, case .string(let bytes)? = arguments.first?.kind,
            let module = words.pack.modules[String(decoding: bytes, as: UTF8.self)],
            let file = words.files.first(where: { $0.source.name == module.name })
        else { return nil }
        for statement in file.block.statements {
            if case .function(let path, nil, let body) = statement.kind, path.count == 2, path.last?.text == name { return (body, Scope(file)) }
        }
        return nil
    }

    /// Goes into a function that is called.
    func inside<T>(_ callee: LuaExpression, _ arguments: [LuaExpression], _ scope: Scope, _ say: (LuaBlock, Scope) throws -> T) throws -> T {
        guard depth < Saying.deepest, let (body, home) = function(callee, scope) else { throw Unsaid() }
        depth += 1
        defer { depth -= 1 }
        let inner = Scope(home.file, parent: home)
        for (place, parameter) in body.parameters.enumerated() where place < arguments.count {
            inner.names[parameter.text] = .value(arguments[place], scope)
        }
        return try say(body.block, inner)
    }

    // MARK: Blocks

    func clause(of block: LuaBlock, _ scope: Scope) throws -> Clause { try clause(of: block.statements[...], scope) }

    private func clause(of statements: ArraySlice<LuaStatement>, _ scope: Scope) throws -> Clause {
        guard let first = statements.first else { throw Unsaid() }
        let rest = statements.dropFirst()
        switch first.kind {
        case .local(let names, let values):
            bind(names, values, scope)
            return try clause(of: rest, scope)
        case .return(let values):
            guard let value = values.first else { throw Unsaid() }
            return try clause(value, scope)
        case .if(let branches, let otherwise):
            guard branches.count == 1 else { throw Unsaid() }
            let then = try clause(of: branches[0].block, Scope(scope.file, parent: scope))
            let last = try otherwise.map { try clause(of: $0, Scope(scope.file, parent: scope)) } ?? clause(of: rest, scope)
            let holds = try clause(branches[0].condition, scope)
            let fails = try clause(branches[0].condition, scope, not: true)
            switch (then, last) {
            case (.always, _): return .joined([holds, last], all: false)
            case (.never, _): return .joined([fails, last], all: true)
            default: return .joined([.joined([holds, then], all: true), .joined([fails, last], all: true)], all: false)
            }
        default: throw Unsaid()
        }
    }

    func value(of block: LuaBlock, _ scope: Scope) throws -> String { try value(of: block.statements[...], scope) }

    private func value(of statements: ArraySlice<LuaStatement>, _ scope: Scope) throws -> String {
        guard let first = statements.first else { throw Unsaid() }
        let rest = statements.dropFirst()
        switch first.kind {
        case .local(let names, let values):
            bind(names, values, scope)
            return try value(of: rest, scope)
        case .return(let values):
            guard let given = values.first else { throw Unsaid() }
            return try value(given, scope)
        case .if(let branches, nil) where branches.count == 1:
            if let added = try addition(branches[0], scope) {
                scope.names[added.name] = .sum(added.words)
                return try value(of: rest, scope)
            }
            let then = try value(of: branches[0].block, Scope(scope.file, parent: scope))
            return "\(then) where \(try clause(branches[0].condition, scope).words(nested: true)), otherwise \(try value(of: rest, scope))"
        default: throw Unsaid()
        }
    }

    private func bind(_ names: [LuaLocal], _ values: [LuaExpression], _ scope: Scope) {
        // A name may stand for what the same name meant before.
        let outer = Scope(scope.file, parent: scope.parent)
        outer.names = scope.names
        for (local, value) in zip(names, values) { scope.names[local.name.text] = .value(value, outer) }
    }

    /// `if … then m = m + 1 end`: what the number is with that.
    private func addition(_ branch: LuaBranch, _ scope: Scope) throws -> (name: String, words: [String])? {
        guard branch.block.statements.count == 1, case .assign(let targets, let values) = branch.block.statements[0].kind, targets.count == 1,
            case .name(let name) = targets[0].kind, case .binary(let sign, let left, let right)? = values.first?.kind, sign.kind == .plus,
            case .name(name) = left.kind
        else { return nil }
        var words: [String]
        switch scope.meaning(name) {
        case .sum(let before)?: words = before
        case .value(let start, let home)?: words = [try value(start, home)]
        default: return nil
        }
        words.append("plus \(try value(right, scope)) if \(try clause(branch.condition, scope).words(nested: true))")
        return (name, words)
    }
}
