import LuaRuntime

/// A host that notes what is declared and answers as each test tells it to.
final class TestHost: LuaHost {
    struct Declaration {
        var kind: String
        var name: String?
        var file: String
        var line: Int
        var table: LuaTable
    }

    var declarations: [Declaration] = []
    var modules: [String: String] = [:]
    var onDeclare: (Declaration) throws(LuaHostRefusal) -> Void = { _ in }
    var onCompute: (Int) -> LuaStatus = { _ in .fault }
    var onMethod: (Int, String) throws(LuaHostRefusal) -> LuaAnswer = { _, _ in .failed(.fault) }

    func declare(kind: String, name: String?, file: String, line: Int, table: LuaTable) throws(LuaHostRefusal) {
        let declaration = Declaration(kind: kind, name: name, file: file, line: line, table: table)
        declarations.append(declaration)
        try onDeclare(declaration)
    }

    func compute(slot: Int) -> LuaStatus { onCompute(slot) }

    func callMethod(type: Int, argument: String) throws(LuaHostRefusal) -> LuaAnswer { try onMethod(type, argument) }

    func module(named name: String) throws(LuaHostRefusal) -> (source: [UInt8], chunk: String) {
        guard let source = modules[name] else { throw LuaHostRefusal("no module `\(name)`") }
        return (Array(source.utf8), "\(name).lua")
    }

    func explain(_ problem: LuaNameProblem, name: String) -> String {
        switch problem {
        case .undefinedGlobal: "undefined `\(name)`"
        case .unknownField(let type): "type \(type) has no `\(name)`"
        case .undeclaredField(let type, let field): "`\(name)` is field \(field) of type \(type) and undeclared"
        case .unknownCondition: "no list has `\(name)`"
        case .impossibleValue(let type, let field): "field \(field) of type \(type) is never `\(name)`"
        case .write: "`\(name)` cannot be set"
        }
    }

    /// The function at `key` of the declaration of that name.
    func function(_ name: String, _ key: String = "run") -> LuaFunction? {
        declarations.last { $0.name == name }?.table[key]?.function
    }
}
