import Cohorts
import Decisions

/// The same nominal has the same record whatever was decided before it, and in whichever copy of the program.
struct SameBytesCheck: AutomaticCheck {
    let name = "the same nominal always has the same decision"
    let pack: PackIdentity
    /// A second program, loaded from the same files.
    let elsewhere: Deciding

    func problem(_ draft: NominalDraft, _ decision: Decision, _ decide: Deciding) -> CheckProblem? {
        let first = decision.record(pack)
        if case .success(let again) = decide(draft), again.record(pack) != first {
            return problem("again", draft, "\(decision.firstDifference(from: again)) is another when the nominal is decided again, after others")
        }
        if case .success(let other) = elsewhere(draft), other.record(pack) != first {
            return problem("elsewhere", draft, "\(decision.firstDifference(from: other)) is another when the nominal is decided by another copy of the program")
        }
        return nil
    }

    private func problem(_ key: String, _ draft: NominalDraft, _ words: String) -> CheckProblem {
        CheckProblem(
            key: key, words: words, decisions: [("first", draft), ("again", draft)],
            expectations: ["expect(again.recommendation.action).is(first.recommendation.action)"])
    }
}
