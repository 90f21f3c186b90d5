import GRDB
package import Notation

/// Somebody in the cohort, and when their case was looked at last.
package struct ReviewedMember: Sendable, Equatable {
    package var nominal: String
    package var borough: String
    package var category: String
    /// When they joined; nil where nobody said.
    package var since: Day?
    /// nil where there was none.
    package var lastReview: Day?

    init(_ row: Row) {
        nominal = row.text("id")
        borough = row.text("borough")
        category = row.text("category")
        since = row.day("since")
        lastReview = row.day("reviewed")
    }
}

extension StoreReader {
    /// Everybody in the cohort who is not restricted, in the order of their ids.
    /// - Parameter borough: only its nominals; nil for all.
    package func reviewedMembers(borough: String? = nil) throws -> [ReviewedMember] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, borough, category, coalesce(since, (SELECT max(day) FROM standing_change WHERE nominal = id AND was <> 'member')) AS since,
                max(coalesce((SELECT max(day) FROM review WHERE review.nominal = id), ''),
                    coalesce((SELECT max(json_extract(value, '$.date')) FROM json_each(CAST(line AS TEXT), '$.reviews')), '')) AS reviewed
                FROM nominal WHERE standing = 'member' AND NOT restricted AND (?1 IS NULL OR borough = ?1) ORDER BY id
                """, arguments: [borough]
        ).map(ReviewedMember.init)
    }
}
