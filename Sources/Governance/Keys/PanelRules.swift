package import Notation

/// What `waymark.lua` says of the work of panels.
package struct PanelRules: Sendable, Hashable {
    /// How long a case may go without a review.
    package var reviewEvery: Span

    package init(reviewEvery: Span = .months(3)) { self.reviewEvery = reviewEvery }
}
