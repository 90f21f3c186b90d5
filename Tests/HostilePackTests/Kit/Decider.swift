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

    /// - Parameter byLuaAlone: no rule is run without Lua.
    /// - Throws: where the pack's rules do not load.
    init(_ pack: PackSource, byLuaAlone: Bool = false) throws(PackError) {
        self.pack = pack
        let layout = RowLayout(pack.catalogue)
        evaluator = Evaluator(try RuleProgram(pack, layout: layout, asOf: Decider.asOf))
        evaluator.runsDirect = !byLuaAlone
        decoder = NominalDecoder(layout: layout)
        row = NominalRow(layout: layout)
    }

    /// Evaluates a line, which must be a valid nominal.
    /// - Returns: the decision, and the record's text as it would go into a file.
    func decide(_ line: String) -> (decision: Decision, record: String) {
        let row = row
        if let reject = Array(line.utf8).withUnsafeBytes({ decoder.decode($0, lineNumber: 1, into: row) }) {
            preconditionFailure("\(reject.path): \(reject.message)")
        }
        evaluator.evaluate(row, input: "sha256:0")
        json.reset()
        evaluator.decision.write(to: &json, pack: pack.identity)
        return (evaluator.decision, json.text)
    }

    func record(_ line: String) -> String { decide(line).record }
}
