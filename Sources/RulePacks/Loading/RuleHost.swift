import Decisions
import LuaRuntime
import LuaSyntax
import Notation

/// What the Lua state asks of a program: while it loads the reader answers, afterwards the evaluator.
final class RuleHost: LuaHost {
    private let pack: PackSource
    private let names: NameBook
    private let reader: DeclarationReader
    /// Not kept alive, and taken away when it ends: a weak reference would make every use of an evaluator slower.
    unowned(unsafe) var evaluator: Evaluator?
    /// What a filter was last refused for: as it is written, what could stand there, and the words for it.
    private var refused: (name: String, candidates: [String], words: String)?

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

    func explain(_ problem: LuaNameProblem, name: String) -> String {
        let words = names.words(for: problem, name: name)
        let candidates = names.filterNames(for: problem)
        if !candidates.isEmpty { refused = (name, candidates, words) }
        return words
    }

    /// The finding with its column, and what to put there, where it is about a filter's name or value that is written once.
    func placed(_ finding: Finding, _ fault: LuaFault, in files: [SourceFile]) -> Finding {
        guard let refused, refused.words == fault.message, let file = files.first(where: { $0.name == finding.file }) else { return finding }
        let tokens = file.map.tokens.filter { $0.kind == .name(refused.name) || $0.kind == .string(Array(refused.name.utf8)) }
        let here = tokens.filter { $0.position.line == finding.line }
        // The line is that of the call: its conditions may stand further down, and a list above.
        guard let token = here.count == 1 ? here[0] : here.isEmpty && tokens.count == 1 ? tokens[0] : nil else { return finding }
        var placed = finding
        (placed.line, placed.column) = (token.position.line, token.position.column)
        placed.fix = FindingFix(replacing: refused.name, among: refused.candidates, at: token.position, in: file)
        return placed
    }
}
