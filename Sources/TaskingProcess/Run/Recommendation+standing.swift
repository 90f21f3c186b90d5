import DecisionStore
package import Decisions

extension Recommendation {
    /// How long after a panel's decision the same is raised again, unless the panel said otherwise.
    package static let monthsUntilAgain = 3

    /// Whether people have to decide, given where somebody stands.
    func differs(from standing: NominalStanding) -> Bool {
        switch action {
        case .select: standing.kind != .member
        case .monitor: standing.kind != .watched
        case .none: standing.kind == .watched
        case .retain: false
        case .deselect: standing.kind == .member && (category == nil || category != standing.category)
        case .refer: true
        }
    }

    /// Within how many days people are to decide: sooner where somebody waits for a place or keeps one without ground, and where
    /// a rule failed.
    func daysToDecide(hasError: Bool) -> Int {
        switch action {
        case .select, .deselect: 14
        case .monitor, .none, .retain, .refer: hasError ? 14 : 28
        }
    }
}
