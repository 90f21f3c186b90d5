import Cohorts
import Decisions

/// No nominal that the import accepts makes a rule fail.
struct NoErrorCheck: AutomaticCheck {
    let name = "no nominal makes a rule fail"

    func problem(_ draft: NominalDraft, _ decision: Decision, _ decide: Deciding) -> CheckProblem? {
        guard let error = decision.error else { return nil }
        let place = error.file.map { " (\($0)" + (error.line.map { ":\($0)" } ?? "") + ")" } ?? ""
        return CheckProblem(
            key: "\(error.rule ?? "") \(error.code)", words: (error.rule.map { "`\($0)` fails: " } ?? "") + error.message + place,
            decisions: [("d", draft)], expectations: ["expect(d.error).is_nothing()"])
    }
}
