import LuaSyntax
import Notation

/// Says in English what the functions of a pack's rules ask and give, by reading how they are written.
///
/// What the rules call is said in its place, so that each rule can be understood by itself. Where a piece is not of a form that
/// can be said, it is shown as it is written, and the wording says that it is not whole.
package struct RuleWords {
    let pack: PackSource
    let rules: RuleSet
    let files: [WrittenFile]

    /// - Parameter program: a loaded pack; only what is written in its files is read.
    package init(_ program: RuleProgram) {
        pack = program.pack
        rules = program.rules
        files = program.pack.writtenFiles
    }

    /// What a rule's function comes to.
    package struct Wording: Sendable, Equatable {
        /// Of a condition, all of them must hold; of a value, one.
        package var lines: [String]
        /// Nothing had to be shown as it is written.
        package var isWhole: Bool
        /// Paths of the fields that it names.
        package var fields: Set<String>

        /// On one line.
        package var text: String { lines.joined(separator: ", and ") }
    }

    /// A condition on a person; nil where the rule is not written out in a file, or has none.
    /// - Parameters:
    ///   - path: of the rule, as decision records name it: `selection.ppo`, `criteria.gto_scope.adult`.
    ///   - keys: where in the rule it may stand; a whole number is the place of an item, from 1.
    package func condition(of path: String, _ keys: String...) -> Wording? {
        guard let (file, expression) = written(path, keys) else { return nil }
        let saying = Saying(self)
        do {
            let clause = try saying.clause(ofFunction: expression, Scope(file))
            return Wording(lines: clause.lines, isWhole: saying.isWhole, fields: saying.fields)
        } catch {
            return Wording(lines: [Saying.code(expression, file)], isWhole: false, fields: saying.fields)
        }
    }

    /// What a rule's function gives; nil where it is not written out in a file, or there is none.
    package func value(of path: String, _ keys: String...) -> Wording? {
        guard let (file, expression) = written(path, keys) else { return nil }
        return value(expression, file)
    }

    /// How a matrix makes its score of its rows.
    package func total(of path: String) -> Wording? {
        guard let (file, expression) = written(path, ["total"]) else { return nil }
        return value(expression, file, of: .rows)
    }

    /// Each of a list of functions, such as the ranks of an allocation.
    package func values(of path: String, _ key: String) -> [Wording] {
        guard let (file, expression) = written(path, [key]), case .table(let fields) = expression.kind else { return [] }
        return fields.map { value($0.value, file) }
    }

    private func value(_ expression: LuaExpression, _ file: WrittenFile, of first: Scope.Meaning = .person) -> Wording {
        let saying = Saying(self)
        do {
            let words = try saying.value(ofFunction: expression, Scope(file), of: first)
            return Wording(lines: [words], isWhole: saying.isWhole, fields: saying.fields)
        } catch {
            return Wording(lines: [Saying.code(expression, file)], isWhole: false, fields: saying.fields)
        }
    }

    /// The last file that writes a rule out is the one that counts.
    private func written(_ path: String, _ keys: [String]) -> (WrittenFile, LuaExpression)? {
        for file in files.reversed() {
            guard let rule = file.rules.last(where: { $0.path == path }) else { continue }
            for key in keys {
                if let place = Int(key) {
                    if place <= rule.items.count { return (file, rule.items[place - 1]) }
                } else if let value = rule[key] {
                    return (file, value)
                }
            }
        }
        return nil
    }
}

/// What names mean at a place in a rule.
final class Scope {
    enum Meaning {
        case person, decision
        /// The rows of a matrix, in its `total`.
        case rows
        case value(LuaExpression, Scope)
        /// A number that is added to step by step.
        case sum([String])
    }

    let file: WrittenFile
    let parent: Scope?
    var names: [String: Meaning] = [:]

    init(_ file: WrittenFile, parent: Scope? = nil) {
        self.file = file
        self.parent = parent
    }

    func meaning(_ name: String) -> Meaning? {
        if let meaning = names[name] { return meaning }
        if let parent { return parent.meaning(name) }
        return file.values[name].map { .value($0, Scope(file)) }
    }
}

/// Conditions that hold together or of which one is enough.
indirect enum Clause {
    case text(String)
    case all([Clause])
    case any([Clause])
    case always, never

    static func joined(_ parts: [Clause], all isAll: Bool) -> Clause {
        var flat: [Clause] = []
        for part in parts {
            switch part {
            case .always: if !isAll { return .always }
            case .never: if isAll { return .never }
            case .all(let inner) where isAll: flat += inner
            case .any(let inner) where !isAll: flat += inner
            default: flat.append(part)
            }
        }
        if flat.isEmpty { return isAll ? .always : .never }
        return flat.count == 1 ? flat[0] : isAll ? .all(flat) : .any(flat)
    }

    var lines: [String] {
        if case .all(let parts) = self { return parts.map { $0.words(nested: false) } }
        return [words(nested: false)]
    }

    /// - Parameter nested: in brackets where it has parts.
    func words(nested: Bool) -> String {
        switch self {
        case .text(let text): return text
        case .always: return "always"
        case .never: return "never"
        case .all(let parts):
            let words = parts.map { $0.words(nested: true) }.joined(separator: ", and ")
            return nested ? "(\(words))" : words
        case .any(let parts):
            let words = "either " + parts.map { $0.words(nested: true) }.joined(separator: ", or ")
            return nested ? "(\(words))" : words
        }
    }
}
