package import Cohorts
package import Decisions
package import Notation
package import RulePacks

/// A line that the decoder refused, where a test meant it to be valid.
package struct RefusedLine: Error, CustomStringConvertible {
    package let reject: Reject
    package var description: String { "\(reject.path): \(reject.message)" }
}

/// A pack loaded once, for a test that asks it several things.
package final class Decider {
    package let program: RuleProgram
    package let evaluator: Evaluator
    private var decoder: NominalDecoder
    private let row: NominalRow

    package init(_ pack: PackSource, asOf: Day = testDay) throws {
        let layout = RowLayout(pack.catalogue)
        program = try RuleProgram(pack, layout: layout, asOf: asOf)
        evaluator = Evaluator(program)
        decoder = NominalDecoder(layout: layout)
        row = NominalRow(layout: layout)
    }

    package convenience init(_ rules: String, asOf: Day = testDay) throws { try self.init(TestPack(rules).load(), asOf: asOf) }

    package func decide(_ line: String) throws -> Decision {
        let row = row
        let reject = Array(line.utf8).withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) }
        if let reject { throw RefusedLine(reject: reject) }
        evaluator.evaluate(row, input: "sha256:0")
        return evaluator.decision
    }

    package func decide(_ nominal: TestNominal) throws -> Decision { try decide(nominal.line) }
}

/// What a pack that has only these rules decides on one nominal.
package func decide(_ rules: String, _ nominal: TestNominal = [:], asOf: Day = testDay) throws -> Decision {
    try Decider(rules, asOf: asOf).decide(nominal)
}

/// What one Lua expression of the nominal `n` comes to, in words: `true`, `4`, `unknown ogrs2`, `error: …`.
package func value(
    of expression: String, _ nominal: TestNominal = [:], pack: TestPack = TestPack(), before: String = "", asOf: Day = testDay) throws -> String {
    var pack = pack
    pack.rules += """

        \(before)
        selection { { "probe", "Probe", when = function(n, d) local v = \(expression) print(v) return false end } }
        deselection { { "probe", "Probe", when = function(n, d) local v = \(expression) print(v) return false end } }
        """
    let decision = try Decider(pack.load(), asOf: asOf).decide(nominal)
    if let error = decision.error { return "error: \(error.message)" }
    if decision.recommendation.action == .refer { return "unknown " + decision.recommendation.unknown.joined(separator: " ") }
    return decision.trace.joined(separator: "\n")
}

extension Decision {
    package func criterion(_ name: String) -> CriterionAnswer? { criteria.first { $0.name == name } }
    package func matrix(_ name: String) -> MatrixAnswer? { matrices.first { $0.name == name } }
    package func table(_ name: String) -> TableAnswer? { tables.first { $0.name == name } }
    package func tasking(_ kind: String) -> Tasking? { taskings.first { $0.kind == kind } }
    package func warnings(_ code: String) -> [String] { warnings.filter { $0.code == code }.map(\.text) }
}

extension CriterionAnswer {
    /// `convicted yes, adult no`
    package var words: String { rows.map { "\($0.id) \($0.met.rawValue)" }.joined(separator: ", ") }
}

extension MatrixAnswer {
    package func row(_ id: String) -> Row? { rows.first { $0.id == id } }
    /// `35`, `63 to 83`, `5 or more`, then the band.
    package var words: String {
        func text(_ value: Double) -> String { shortestText(value) }
        let score = high.map { $0 == low ? text(low) : "\(text(low)) to \(text($0))" } ?? "\(text(low)) or more"
        return hasBands ? "\(score) \(band ?? "unknown")" : score
    }
}
