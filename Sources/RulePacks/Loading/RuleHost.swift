import LuaRuntime
import Notation

/// What the Lua state asks of a program: while it loads the reader answers, afterwards the evaluator.
final class RuleHost: LuaHost {
    private let pack: PackSource
    private let names: NameBook
    private let reader: DeclarationReader
    /// Not kept alive, and taken away when it ends: a weak reference would make every use of an evaluator slower.
    unowned(unsafe) var evaluator: Evaluator?

    init(pack: PackSource, names: NameBook, reader: DeclarationReader) {
        self.pack = pack
        self.names = names
        self.reader = reader
    }

    func declare(kind: String, name: String?, file: String, line: Int, table: LuaTable) throws(LuaHostRefusal) {
        // What is wrong is collected, so that loading goes on and finds the rest.
        reader.read(kind: kind, name: name, file: file, line: line, table: table)
    }

    func forget(_ ended: Evaluator) { if evaluator === ended { evaluator = nil } }

    func compute(slot: Int) -> LuaStatus { evaluator?.compute(slot: slot) ?? .fault }

    func callMethod(type: Int, argument: String) throws(LuaHostRefusal) -> LuaAnswer {
        guard let evaluator else { throw LuaHostRefusal("scores are not known while the pack loads") }
        return try evaluator.meanScore(group: type, matrix: argument)
    }

    func module(named name: String) throws(LuaHostRefusal) -> (source: [UInt8], chunk: String) {
        if let file = pack.modules[name] { return (file.program, file.name) }
        let near = nearestName(to: name, in: pack.modules.keys)
        throw LuaHostRefusal(
            "the module `\(name)` is not in the manifest's `uses`"
                + (near.map { ": did you mean `\($0)`?" } ?? ": add it there to load it"))
    }

    func explain(_ problem: LuaNameProblem, name: String) -> String { names.words(for: problem, name: name) }
}
