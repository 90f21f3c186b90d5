import LuaSyntax
import RulePacks

/// What a pack declares, with how each declaration is written.
struct PackText {
    let program: RuleProgram
    let rules: [DescribedRule]
    let files: [WrittenFile]
    private let places: [String: Int]

    init(_ program: RuleProgram) {
        self.program = program
        rules = DescribedRules(program).all
        files = program.pack.writtenFiles
        places = Dictionary(rules.enumerated().map { ($1.path, $0) }) { first, _ in first }
    }

    var pack: PackSource { program.pack }

    func rule(_ path: String) -> DescribedRule? { places[path].map { rules[$0] } }

    /// Ids of a list's rules in the order in which they are asked.
    func ids(_ list: String) -> [String] {
        rules.filter { $0.path.hasPrefix(list + ".") }.map { String($0.path.dropFirst(list.count + 1)) }
    }

    /// The rule as a tree, in the file from which the pack has it; nil where it is not written out there.
    func written(_ rule: DescribedRule) -> (file: WrittenFile, rule: WrittenRule)? {
        guard let name = rule.file, let file = files.first(where: { $0.source.name == name }) else { return nil }
        return file.rule(rule.path).map { (file, $0) }
    }

    /// How the rule is written, without its parts' own texts where it is a whole declaration; nil where it is not written out.
    func text(of rule: DescribedRule) -> [UInt8]? {
        if let written = written(rule) { return Array(written.file.source.bytes[written.rule.bytes]) }
        return statement(of: rule).map { Array($0.file.source.bytes[$0.statement.bytes]) }
    }

    /// The statement that gives a word its meaning; nil for anything else than a word.
    func statement(of rule: DescribedRule) -> (file: WrittenFile, statement: LuaStatement)? {
        guard rule.path.hasPrefix("word."), let file = files.first(where: { $0.source.name == rule.file }) else { return nil }
        for statement in file.block.statements {
            switch statement.kind {
            case .local(let names, _) where names.count == 1 && names[0].name.text == rule.title: return (file, statement)
            case .localFunction(let name, _) where name.text == rule.title: return (file, statement)
            default: continue
            }
        }
        return nil
    }
}
