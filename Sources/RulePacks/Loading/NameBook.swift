import FieldDefinitions
import LuaRuntime
import Notation

/// Knows the names that rules may use, and puts into words what is wrong with one.
package final class NameBook {
    /// A type that rules index: a record or a group of answers.
    struct Entry {
        /// Before the wrong name: `a nominal has no field`.
        var phrase: String
        var names: [String]
        /// Paths of the fields of a record, by place; empty for answers.
        var paths: [String] = []
        /// What an enumeration's field may be, by the field's place.
        var values: [Int: [String]] = [:]
    }

    /// What every rule file sees, but for what it defines itself.
    package static let globals = [
        "as_of", "param", "date", "days", "months", "years", "filter", "require", "print", "assert", "error", "ipairs", "next", "pairs",
        "pcall", "select", "tonumber", "tostring", "type", "string", "table", "math", "utf8",
    ] + DeclarationReader.named + DeclarationReader.lists

    private var entries: [Int: Entry] = [:]
    private let catalogue: FieldCatalogue
    private let protected: [String: String]
    private let reads: [String]

    init(catalogue: FieldCatalogue, reads: [String], protected: [String: String]) {
        self.catalogue = catalogue
        self.reads = reads
        self.protected = protected
    }

    func register(_ type: Int, _ entry: Entry) { entries[type] = entry }

    /// Names that list items have, for conditions of a filter.
    private var conditions: [String] {
        var names: Set<String> = ["within", "from", "to", "at_least", "where"]
        for field in catalogue.fields {
            if case .list(let list) = field.type { names.formUnion(list.item.fields.map(\.name)) }
        }
        return names.sorted()
    }

    func words(for problem: LuaNameProblem, name: String) -> String {
        switch problem {
        case .undefinedGlobal:
            return "`\(name)` is not defined" + meant(name, NameBook.globals, else: ": give it a value with `local \(name) = …`, or put it in quotes if it is text")
        case .unknownField(let type):
            guard let entry = entries[type] else { return "there is no `\(name)`" }
            if let field = catalogue.fields.first(where: { $0.name == name }), let instead = field.readInstead {
                return "rules do not see `\(name)`: read `\(instead)` instead"
            }
            return "\(entry.phrase) `\(name)`" + meant(name, entry.names, else: entry.names.isEmpty ? ": there is none" : "")
        case .undeclaredField(let type, let field):
            guard let entry = entries[type], entry.paths.indices.contains(field) else { return "`\(name)` may not be read" }
            let path = entry.paths[field]
            if FieldAccess.covers(reads, path) {
                return "`\(path)` is \((catalogue.sensitivity(at: path) ?? .sensitive).rawValue): to read it, add `\(ManifestText.key(path)) = \"why\"` to the manifest's `protected`"
            }
            return "`\(path)` is not in the manifest's `reads`: add it there to read it"
        case .unknownCondition:
            return "no list has a field `\(name)`" + meant(name, conditions, else: "")
        case .impossibleValue(let type, let field):
            guard let entry = entries[type], entry.names.indices.contains(field) else { return "`\(name)` cannot be a value here" }
            let fieldName = entry.names[field]
            // The Lua side names other kinds of value in words; text is what the analyst wrote.
            let shown = ["a number", "a date", "true or false"].contains(name) ? name : "`\(name)`"
            guard let values = entry.values[field] else { return "`\(fieldName)` is never \(shown): it is another kind of value" }
            return "`\(fieldName)` is never \(shown)" + meant(name, values, else: ": it is one of \(values.map { "`\($0)`" }.joined(separator: ", "))")
        case .write:
            return "`\(name)` cannot be set: rules read a nominal and never change one"
        }
    }

    /// What may stand in a filter in the place of a name or value that may not; empty for any other problem.
    func filterNames(for problem: LuaNameProblem) -> [String] {
        switch problem {
        case .unknownCondition: conditions
        case .impossibleValue(let type, let field): entries[type]?.values[field] ?? []
        default: []
        }
    }

    private func meant(_ name: String, _ candidates: [String], else otherwise: String) -> String {
        nearestName(to: name, in: candidates).map { ": did you mean `\($0)`?" } ?? otherwise
    }
}
