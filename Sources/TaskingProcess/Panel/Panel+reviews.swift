package import DecisionStore
import Governance
package import Notation

/// Somebody in the cohort whose case has gone too long without a review.
package struct OverdueReview: Sendable, Equatable {
    package var member: ReviewedMember
    /// When the review was to be; nil where nobody knows since when they are in the cohort, and they had none.
    package var due: Day?
}

extension Panel {
    /// Keeps a review of somebody's case, of today.
    /// - Parameters:
    ///   - outcome: in a word or a few: `keep`, `progress`.
    ///   - words: what was found.
    /// - Throws: `Refusal`, `GovernanceError`, `StoreError`
    package func review(_ nominal: String, outcome: String, words: String, by who: String) throws -> KeptReview {
        try act(who, "a review") { writer in
            let known = try writer.unrestricted(nominal)
            guard outcome.contains(where: { !$0.isWhitespace }), words.contains(where: { !$0.isWhitespace }) else {
                throw GovernanceError("a review has an outcome in a word, and words that say what was found")
            }
            let review = KeptReview(nominal: known.id, day: today, who: who, outcome: outcome, words: words)
            try writer.add(review, who: who, why: "a panel's review", what: "recorded of \(today)")
            return review
        }
    }

    /// Who in the cohort is overdue for a review, longest first, by the last review or since they joined. Each is logged as a
    /// consultation.
    /// - Parameter borough: only its nominals; nil for all.
    /// - Throws: `Refusal`, `StoreError`
    package func overdueReviews(by who: String, why: String, borough: String? = nil) throws -> [OverdueReview] {
        try act(who, why) { writer in
            let overdue = try writer.reviewedMembers(borough: borough).compactMap { member -> OverdueReview? in
                guard let last = member.lastReview ?? member.since else { return OverdueReview(member: member, due: nil) }
                let due = people.panel.reviewEvery.after(last)
                return due < today ? OverdueReview(member: member, due: due) : nil
            }.sorted { ($0.due ?? .earliest, $0.member.nominal) < ($1.due ?? .earliest, $1.member.nominal) }
            for review in overdue {
                try writer.log(AuditEvent(.consultation, who: who, nominal: review.member.nominal, why: why, what: "shown among overdue reviews"))
            }
            return overdue
        }
    }
}
