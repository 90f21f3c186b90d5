/// A decision table that cannot work as it is written.
package struct DecisionTableError: Error, Hashable, Sendable {
    /// One lower-case sentence that says what is wrong and what to do.
    package let message: String
    /// The row that is meant, counted from 1; nil where the fault is in the table as a whole.
    package let row: Int?
    /// The place within the row as a pack writes it, counted from 1: the inputs, the arrow `->`, then the outputs.
    /// nil where the row as a whole is meant.
    package let column: Int?

    init(_ message: String, row: Int? = nil, column: Int? = nil) {
        self.message = message
        self.row = row
        self.column = column
    }
}
