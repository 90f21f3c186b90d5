import Cohorts
import Decisions

/// Who somebody is by name or number decides nothing.
struct IDCheck: AutomaticCheck {
    let name = "the id decides nothing"
    let pack: PackIdentity
    private static let others = ["Z-9998", "A-1"]

    func problem(_ draft: NominalDraft, _ decision: Decision, _ decide: Deciding) -> CheckProblem? {
        let nameless = decision.nameless(pack)
        for id in IDCheck.others {
            var other = draft
            other["id"] = .text(id)
            guard case .success(let decided) = decide(other), decided.nameless(pack) != nameless else { continue }
            return CheckProblem(
                key: "id", words: "\(decision.firstDifference(from: decided)) is another when nothing but `id` is",
                decisions: [("d", draft), ("other", other)], expectations: ["expect(other.recommendation.action).is(d.recommendation.action)"])
        }
        return nil
    }
}
