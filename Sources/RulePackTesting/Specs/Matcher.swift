/// What can be expected of a value or of a decision.
enum Matcher: String, CaseIterable, Sendable {
    case `is`
    case isNot = "is_not"
    case isOneOf = "is_one_of"
    case isBetween = "is_between"
    case isAtLeast = "is_at_least"
    case isAtMost = "is_at_most"
    case isUnknown = "is_unknown"
    case isUnknownFor = "is_unknown_for"
    case isUnknownBetween = "is_unknown_between"
    case isTrue = "is_true"
    case isFalse = "is_false"
    case isNothing = "is_nothing"
    case contains
    case hasReason = "has_reason"
    case hasTasking = "has_tasking"
    case hasNoTasking = "has_no_tasking"
    case hasWarning = "has_warning"
    case reads
    case doesNotRead = "does_not_read"
    case errorsWith = "errors_with"
    case isPlaced = "is_placed"
    case isDisplaced = "is_displaced"

    /// It asks about a whole decision, not about one value.
    var isOfDecision: Bool {
        switch self {
        case .hasReason, .hasTasking, .hasNoTasking, .hasWarning, .reads, .doesNotRead, .errorsWith, .isPlaced, .isDisplaced: true
        default: false
        }
    }

    /// How it is written, where it was not.
    var usage: String {
        switch self {
        case .is, .isNot: "\(rawValue)(92)"
        case .isOneOf: "is_one_of(\"ppo\", \"target\")"
        case .isBetween: "is_between(50, 89)"
        case .isAtLeast, .isAtMost: "\(rawValue)(50)"
        case .isUnknownFor: "is_unknown_for(\"ogrs2\")"
        case .isUnknownBetween: "is_unknown_between(0, 12)"
        case .isUnknown, .isTrue, .isFalse, .isNothing, .isPlaced, .isDisplaced: "\(rawValue)()"
        case .contains: "contains(\"ppo\")"
        case .hasReason: "has_reason(\"ppo\")"
        case .hasTasking: "has_tasking(\"intel_plan\", { owner = \"research_hub\" })"
        case .hasNoTasking: "has_no_tasking(\"intel_plan\")"
        case .hasWarning: "has_warning(\"stale\")"
        case .reads, .doesNotRead: "\(rawValue)(\"ogrs2\")"
        case .errorsWith: "errors_with(\"…\")"
        }
    }
}
