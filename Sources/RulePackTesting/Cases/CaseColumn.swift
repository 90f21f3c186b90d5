import Decisions
import FieldDefinitions
import Notation
import RulePacks

/// What a column of a case table holds.
enum CaseColumn {
    case name
    case asOf
    /// A field of the nominal, by its path in cohort files, or `age`.
    case field(path: String, FieldDefinition)
    /// Something that the decision must come to.
    case expectation(CaseExpectation)

    /// - Throws: what is wrong with the heading, in words.
    init(_ heading: String, catalogue: FieldCatalogue, rules: RuleSet) throws(Mismatch) {
        switch heading {
        case "": throw Mismatch("the column has no heading")
        case "name": self = .name
        case "as_of": self = .asOf
        default:
            if heading.hasPrefix("expect.") {
                self = .expectation(try CaseExpectation(heading, rules: rules))
            } else {
                self = try CaseColumn.field(heading, catalogue)
            }
        }
    }

    private static func field(_ heading: String, _ catalogue: FieldCatalogue) throws(Mismatch) -> CaseColumn {
        var level = catalogue.fields
        var path: [String] = []
        var found: FieldDefinition?
        for name in heading.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
            if let field = found, case .list = field.type {
                throw Mismatch("`\(field.name)` is a list: name the column `\(path.joined(separator: "."))`, and put the whole list into its cells")
            }
            guard let field = level.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else {
                let prefix = path.map { $0 + "." }.joined()
                var names = level.map { prefix + $0.name }
                if path.isEmpty { names += ["name", "as_of"] + catalogue.paths }
                throw Mismatch(
                    "there is no field `\(heading)`"
                        + (nearestName(to: heading, in: names).map { ": did you mean `\($0)`?" }
                            ?? ": what is expected has a heading that begins with `expect.`"))
            }
            path.append(field.name)
            found = field
            level = field.type.parts
        }
        guard let found else { throw Mismatch("the column has no heading") }
        return .field(path: path.joined(separator: "."), found)
    }
}
