/// What tests can touch of a pack, by kind.
package enum CoverageKind: String, Sendable, CaseIterable {
    /// Rows of matrices that gave points, steps that were reached, rows of decision tables that made the answer.
    case rows
    /// Conditions that came out yes, and that came out no: each is one thing to cover.
    case branches
    /// Bands that were given.
    case bands
    /// Classes that were given.
    case classes
    /// Lines of functions that ran.
    case lines
}
