import Cohorts
import Decisions
import Notation
import RulePacks

/// The same pack loaded once more, when it is first asked.
final class SecondProgram {
    private let pack: PackSource
    private let asOf: Day
    private var decider: PackDecider?

    init(_ pack: PackSource, _ asOf: Day) {
        self.pack = pack
        self.asOf = asOf
    }

    func decide(_ draft: NominalDraft) -> Result<Decision, Reject> {
        if decider == nil { decider = try? PackDecider(pack, asOf: asOf) }
        guard let decider else {
            return .failure(Reject(line: 1, id: nil, path: "", got: "", expected: "a pack that loads", message: "the pack does not load a second time"))
        }
        return decider.decide(draft, asOf: asOf)
    }
}
