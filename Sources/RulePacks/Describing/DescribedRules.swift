import FieldDefinitions
import LuaSyntax
import Notation

/// Everything that a pack declares, one thing after another: rules, rows, bands, classes, parameters, ages and the words that
/// conditions use.
package struct DescribedRules {
    package private(set) var all: [DescribedRule] = []
    let rules: RuleSet
    private let pack: PackSource
    private let wordings: [String: RuleWording]

    package init(_ program: RuleProgram) {
        let pack = program.pack
        rules = program.rules
        self.pack = pack
        let files = pack.ruleFiles + pack.uses.compactMap { pack.modules[$0] }
        wordings = Dictionary(files.map { ($0.name, RuleWording($0, keepsLines: true)) }) { first, _ in first }
        addParameters()
        addLists()
        addAllocation()
        addAnswers()
        for file in files { addDefinitions(file.name) }
    }

    mutating func add(_ path: String, _ kind: String, _ title: String, _ heading: Heading?, _ facts: [DescribedRule.Fact?]) {
        let about = heading.map { [text("source", $0.source), text("note", $0.note)] } ?? []
        all.append(
            DescribedRule(
                path: path, kind: kind, title: title, file: heading?.file, line: heading?.line, facts: (facts + about).compactMap(\.self)))
    }

    // MARK: Facts

    func text(_ name: String, _ value: String?) -> DescribedRule.Fact? { value.map { DescribedRule.Fact(name: name, value: $0) } }

    func number(_ name: String, _ value: Double?) -> DescribedRule.Fact? { text(name, value.map(shortestText)) }

    private func code(_ name: String, _ value: String?) -> DescribedRule.Fact? {
        value.map { DescribedRule.Fact(name: name, value: $0, isCode: true) }
    }

    /// How a part of a row is written.
    func code(_ name: String, _ id: String, _ heading: Heading, _ parts: RuleWording.Part...) -> DescribedRule.Fact? {
        parts.lazy.compactMap { code(name, wordings[heading.file]?.row(id, line: heading.line, $0)) }.first
    }

    /// How a part of a whole declaration is written.
    func code(_ name: String, of word: String, _ rule: String?, _ heading: Heading, _ key: String) -> DescribedRule.Fact? {
        code(name, wordings[heading.file]?.declaration(word, rule, .key(key)))
    }

    // MARK: The manifest and the files

    private mutating func addParameters() {
        for parameter in pack.parameters {
            add(
                "parameter.\(parameter.name)", "parameter", parameter.title.isEmpty ? parameter.name : parameter.title, nil,
                [
                    text("value", parameter.valueInWords), number("least allowed", parameter.min), number("most allowed", parameter.max),
                    text("source", parameter.source), text("note", parameter.note),
                ])
        }
        for (path, span) in pack.maxAge.sorted(by: { $0.key < $1.key }) {
            let title = pack.catalogue.field(at: path)?.title ?? path
            add("max_age.\(path)", "oldest that counts", title, nil, [text("age", span.description)])
        }
    }

    private mutating func addDefinitions(_ file: String) {
        // A baseline's file keeps its name where the baseline is compared with what extends it.
        let place = file.split(separator: "/").last.map(String.init) ?? file
        for definition in wordings[file]?.definitions ?? [] {
            let heading = Heading(title: definition.name, file: file, line: nil)
            add("word.\(place).\(definition.name)", "word that conditions use", definition.name, heading, [code("meaning", definition.text)])
        }
    }
}
