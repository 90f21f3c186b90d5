import Cohorts
import Decisions
import Notation
import RulePacks

/// A pack loaded once, which decides on one nominal after another.
final class Decider {
    static let asOf = Day(iso: "2026-11-01") ?? .earliest

    let evaluator: Evaluator
    private let pack: PackSource
    private var decoder: NominalDecoder
    private let row: NominalRow
    private var json = JSONWriter()

    init(_ pack: PackSource) throws {
        self.pack = pack
        let layout = RowLayout(pack.catalogue)
        evaluator = Evaluator(try RuleProgram(pack, layout: layout, asOf: Decider.asOf))
        decoder = NominalDecoder(layout: layout)
        row = NominalRow(layout: layout)
    }

    /// Evaluates a line; nil where the line itself is refused.
    func decide(_ line: String) -> Decision? {
        let row = row
        guard Array(line.utf8).withUnsafeBytes({ decoder.decode($0, lineNumber: 1, into: row) }) == nil else { return nil }
        evaluator.evaluate(row, input: "sha256:0")
        return evaluator.decision
    }

    /// The record's bytes as they would go into a file.
    func record(_ line: String) -> String {
        guard let decision = decide(line) else { return "refused" }
        json.reset()
        decision.write(to: &json, pack: pack.identity)
        return json.text
    }
}
