/// A decision table as DMN 1.3 defines it: rows of unary tests over the inputs, each with its outputs, and a hit policy.
///
/// The collecting policies sum and count the outputs of every matching row, equal ones too.
package struct DecisionTable: Sendable {
    package let hitPolicy: HitPolicy
    package let inputCount: Int
    package let outputNames: [String]
    /// For each output the values that it may take, highest priority first; nil where the pack lists none.
    package let outputValues: [[TableValue]?]
    /// What the table gives where no row matches, a value for each output; nil where it then gives nothing.
    package let defaults: [TableValue]?
    /// A cell for each input, by row.
    package let cells: [[UnaryTests]]
    /// A value for each output, by row.
    package let outputs: [[TableValue]]

    /// For each input, the sets of rows that its cells can admit together, over every value that the input might have.
    let admissible: [[RowSet]]
    /// Where each row stands by the priority of its outputs, lowest first; rows of one rank keep the order of the table.
    package let ranks: [[Int]]

    /// - Throws: `DecisionTableError` where a row has too few or too many cells, where an output is not among its `values`,
    ///   or where the hit policy needs what the outputs do not have.
    package init(
        hitPolicy: HitPolicy, inputCount: Int, outputNames: [String], outputValues: [[TableValue]?], defaults: [TableValue]? = nil,
        cells: [[UnaryTests]], outputs: [[TableValue]]
    ) throws(DecisionTableError) {
        let values = outputNames.indices.map { $0 < outputValues.count ? outputValues[$0] : nil }
        self.hitPolicy = hitPolicy
        self.inputCount = inputCount
        self.outputNames = outputNames
        self.outputValues = values
        self.defaults = defaults
        self.cells = cells
        self.outputs = outputs
        try Self.checkShape(inputCount: inputCount, outputNames: outputNames, cells: cells, outputs: outputs)
        try Self.checkValues(values, outputNames: outputNames, outputs: outputs, inputCount: inputCount)
        try Self.checkPolicy(hitPolicy, outputNames: outputNames, values: values, outputs: outputs, inputCount: inputCount)
        try Self.checkDefaults(defaults, hitPolicy, outputNames: outputNames, values: values)
        admissible = (0..<inputCount).map { input in RowSet.admissible(by: cells.map { $0[input] }) }
        ranks = outputs.map { row in
            values.indices.compactMap { column in values[column]?.firstIndex(of: row[column]) }
        }
    }

    /// What the table says, with what is known of the inputs.
    package enum Result: Hashable, Sendable {
        /// The rows, counted from 1 and in the order of the table, are those that made the answer: one for `unique`, `first`
        /// and `priority`, else every row that matches. With an unknown input, only rows that make it whatever the input is,
        /// and that have `-` for it; there may be none.
        case known(Answer, rows: [Int])
        /// The answer depends on an input that is unknown.
        case unknown
        /// Rows match together that the hit policy keeps apart; the message names them.
        case conflict(rows: [Int], message: String)
    }

    package enum Answer: Hashable, Sendable {
        /// No row matches, and the hit policy has no answer to that.
        case none
        /// A value for each output; one number for the policies that sum, count or choose.
        case single([TableValue])
        /// The outputs of each row that matches, for `rule_order`, `output_order` and `collect`.
        case list([[TableValue]])
    }
}
