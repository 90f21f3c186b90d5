/// A cell of a decision table that cannot be read.
package struct UnaryTestsError: Error, Hashable, Sendable {
    /// One lower-case sentence that says what is wrong and what to write.
    package let message: String
    /// Bytes of the cell's text before the place that is meant: 0 for its first character.
    package let offset: Int
}
