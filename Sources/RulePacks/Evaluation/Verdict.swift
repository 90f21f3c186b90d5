import Decisions

/// What is recommended, before it is put into words.
struct Verdict {
    var action = Recommendation.Action.none
    /// The place of the rule that decided, in selection or for members in de-selection; -1: none did.
    var rule = -1
    var isMember = false
    /// The recommendation in full, where no rule decided.
    var other: Recommendation?
}
