import GRDB

/// A recommendation that waits for a panel, with where the nominal stands meanwhile.
package struct WaitingRecommendation: Sendable, Equatable {
    package var kept: StoredRecommendation
    package var standing: NominalStanding

    init(_ row: Row) {
        kept = StoredRecommendation(row)
        standing = NominalStanding(word: row.optional("standing"), category: row.optional("standing_category"))
    }
}

extension StoredRecommendation {
    /// `17.204`: the run and the place within it.
    package var decision: String { "\(run).\(place)" }
}
