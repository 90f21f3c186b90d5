import Notation
package import RulePacks

extension PackTable {
    /// Every matrix and decision table of a loaded pack, those of its baselines too.
    package static func names(in program: RuleProgram) -> [(kind: PackTableKind, name: String)] {
        program.rules.matrices.map { (.matrix, $0.name) } + program.rules.tables.map { (.decisionTable, $0.name) }
    }

    /// - Throws: where there is none of that name, or a part of it is made by code.
    package init(_ kind: PackTableKind, _ name: String, in program: RuleProgram) throws(ConversionError) {
        switch kind {
        case .matrix: self = .matrix(try MatrixDocument(name, in: program))
        case .decisionTable: self = .table(try TableDocument(name, in: program))
        }
    }

    package var kind: PackTableKind { if case .matrix = self { .matrix } else { .decisionTable } }
}

/// What a pack can declare that converts.
package enum PackTableKind: String, Sendable {
    case matrix
    case decisionTable = "decision_table"
}

extension ConversionError {
    static func missing(_ kind: String, _ name: String, _ names: [String]) -> ConversionError {
        let near = nearestName(to: name, in: names)
        let known = names.isEmpty ? "it has none" : "it has \(names.map { "`\($0)`" }.joined(separator: ", "))"
        return ConversionError("the pack has no \(kind) `\(name)`: " + (near.map { "did you mean `\($0)`?" } ?? known))
    }
}
