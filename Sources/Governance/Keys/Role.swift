/// What somebody may do in a store.
package enum Role: String, Sendable, CaseIterable {
    /// Writes packs and submits them.
    case analyst
    /// Signs, rejects and withdraws packs.
    case board
    /// Decides on recommendations.
    case panel
    /// Reads the log, and signs its last row.
    case auditor
    /// Looks after the store.
    case admin
}
