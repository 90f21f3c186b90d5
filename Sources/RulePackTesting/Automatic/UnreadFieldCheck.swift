import Cohorts
import Decisions

/// A protected field that the pack does not declare as read moves nothing.
struct UnreadFieldCheck: AutomaticCheck {
    let field: String
    /// Other values that it is given.
    let values: [DraftValue]
    let pack: PackIdentity
    var name: String { "`\(field)`, which the pack does not read, decides nothing" }

    func problem(_ draft: NominalDraft, _ decision: Decision, _ decide: Deciding) -> CheckProblem? {
        let record = decision.record(pack)
        for value in values where draft[field] != value {
            var other = draft
            other[field] = value
            guard case .success(let decided) = decide(other), decided.record(pack) != record else { continue }
            return CheckProblem(
                key: field, words: "\(decision.firstDifference(from: decided)) is another when nothing but `\(field)` is",
                decisions: [("d", draft), ("other", other)], expectations: ["expect(other.recommendation.action).is(d.recommendation.action)"])
        }
        return nil
    }
}
