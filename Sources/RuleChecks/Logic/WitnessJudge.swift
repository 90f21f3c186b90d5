import Cohorts
import Decisions
import LuaRuntime
import Notation
import RulePacks

/// Lets the engine say what it makes of a draft.
final class WitnessJudge {
    private let program: RuleProgram
    private let evaluator: Evaluator
    private var decoder: NominalDecoder
    private let row: NominalRow

    init(_ program: RuleProgram) {
        self.program = program
        evaluator = Evaluator(program)
        decoder = NominalDecoder(layout: program.layout)
        row = NominalRow(layout: program.layout)
    }

    /// nil where the draft is no valid nominal.
    func decision(on draft: NominalDraft) -> Decision? {
        guard read(draft) else { return nil }
        evaluator.evaluate(row, input: "")
        return evaluator.decision
    }

    /// Whether a condition holds for it by itself; a rule without one always does.
    func holds(_ function: LuaFunction?, for draft: NominalDraft) -> Bool {
        guard let function else { return true }
        return read(draft) && evaluator.met(function, for: row) == .yes
    }

    private func read(_ draft: NominalDraft) -> Bool {
        draft.line(program.pack.catalogue, asOf: program.asOf).withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) } == nil
    }
}
