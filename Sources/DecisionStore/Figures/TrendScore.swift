package import Notation

/// A score that a run kept, with whether the person could offend then.
package struct TrendScore: Sendable, Hashable {
    package var matrix: String
    package var day: Day
    package var score: Double
    /// nil where the matrix has no bands.
    package var band: String?
    /// In custody or on remand then; false, too, where the input of that run is no longer kept.
    package var isInPrison: Bool
}
