/// Which differences between two packs brought it about that they differ on somebody.
///
/// Each difference is taken back alone, in the new pack; where that undoes what changed for the person, it was needed.
package struct ImpactCause: Sendable, Hashable {
    package enum Certainty: String, Sendable, CaseIterable {
        /// One difference was needed, and no other.
        case alone
        /// Several were needed: without any one of them nothing would have changed for the person.
        case together
        /// Several would each have done it, so that taking back one undoes nothing; or it cannot be taken back by itself.
        case several
    }

    package var certainty: Certainty
    /// The rules of the differences that were needed: `parameter.ppo_threshold`; empty where that cannot be told.
    package var changes: [String]
    /// The same in words: `Score for PPO: 90 → 70 points`.
    package var words: [String]

    package init(_ certainty: Certainty, changes: [String] = [], words: [String] = []) {
        self.certainty = certainty
        self.changes = changes
        self.words = words
    }
}
