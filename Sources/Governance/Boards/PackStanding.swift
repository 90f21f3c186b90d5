/// Where an approval pack stands on a day.
package struct PackStanding: Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Signatures are missing.
        case submitted
        /// Signed, and its first day is still to come.
        case approved
        case inForce = "in_force"
        case superseded, withdrawn, rejected, expired
        /// Another pack was approved since it was submitted.
        case stale
        /// Something was changed since it was signed.
        case altered
    }

    package let examination: Examination
    package let state: State
    /// Why it is not in force; nothing where it is.
    package let reasons: [Refusal]

    /// Whether it is in force and was to be reviewed before the day.
    package let isReviewDue: Bool

    /// nil where the approval pack cannot be read.
    package var approval: ApprovalPack? { examination.approval }
}
