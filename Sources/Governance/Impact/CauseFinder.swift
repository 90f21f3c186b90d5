import Cohorts
import Decisions
import Evidence
import RulePacks

/// Says which differences between two packs brought a change about: those without which it would not be there.
struct CauseFinder {
    private let attempts: [(number: Int, rule: String, words: String)]
    /// There are too many differences to try.
    let isUntried: Bool

    /// Loads the new pack once for each difference, without that one. What does not load that way is not tried.
    /// - Parameter most: where there are more differences, none is tried.
    init(_ difference: RuleDifference, _ side: SideBySide, most: Int) {
        let all = Reverting(difference: difference).attempts
        isUntried = all.count > most
        guard !isUntried else {
            attempts = []
            return
        }
        attempts = all.compactMap { attempt in
            (try? side.add(.init(attempt.pack))).map { ($0, attempt.rule, attempt.words) }
        }
    }

    /// - Throws: `RunStopped`.
    func cause(of old: Decision, _ new: Decision, _ row: NominalRow, _ side: SideBySide) throws -> ImpactCause {
        let isMove = old.recommendation.action.isPositive == new.recommendation.action.isPositive
        var needed: [(rule: String, words: String)] = []
        for attempt in attempts {
            let other = try side.decision(of: attempt.number, on: row)
            if other.error != nil { continue }
            let isUndone = isMove
                ? other.recommendation.recommendsTheSame(as: old.recommendation)
                : other.recommendation.action.isPositive == old.recommendation.action.isPositive
            if isUndone { needed.append((attempt.rule, attempt.words)) }
        }
        let certainty: ImpactCause.Certainty = needed.isEmpty ? .several : needed.count == 1 ? .alone : .together
        return ImpactCause(certainty, changes: needed.map(\.rule), words: needed.map(\.words))
    }
}
