package import Decisions

extension Recommendation.Action {
    /// Selected or retained: the person would be in the cohort.
    package var isPositive: Bool { self == .select || self == .retain }
}

extension Recommendation {
    /// In a word: the category of somebody selected or retained, otherwise the action.
    package var label: String {
        switch action {
        case .select, .retain: category ?? action.rawValue
        case .deselect: category.map { "deselect: \($0)" } ?? action.rawValue
        default: action.rawValue
        }
    }

    /// The same thing is recommended, whatever the rule and its reasons.
    package func recommendsTheSame(as other: Recommendation) -> Bool { action == other.action && category == other.category }
}
