import GRDB
package import Notation

/// Where somebody stands: a member of the cohort, watched, or neither.
package struct NominalStanding: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case none
        /// Monitored, and not in the cohort.
        case watched
        case member
    }

    package var kind: Kind
    /// nil unless a member.
    package var category: String?
    /// Since when; nil where they never stood otherwise.
    package var since: Day?
    package var leadAgency: String?

    package init(_ kind: Kind = .none, category: String? = nil, since: Day? = nil, leadAgency: String? = nil) {
        self.kind = kind
        self.category = category
        self.since = since
        self.leadAgency = leadAgency
    }

    init(_ row: Row) {
        kind = Kind(rawValue: row.text("standing")) ?? .none
        category = row.optional("category")
        since = row.day("since")
        leadAgency = row.optional("lead_agency")
    }

    /// The same kind and category.
    package func isTheSame(as other: NominalStanding) -> Bool { kind == other.kind && category == other.category }
}
