package import RulePacks

/// A decision table as a plain value: what stands in a pack, a CSV file or a DMN file.
package struct TableDocument: Hashable, Sendable {
    package struct Input: Hashable, Sendable {
        package var name: String
        package var title: String
        package var reading: Reading
    }

    package struct Output: Hashable, Sendable {
        package var name: String
        /// nil where nobody gave it one.
        package var title: String?
        /// The values that it may take, highest priority first.
        package var values: [WrittenValue]?
        /// What it gives where no row matches.
        package var standard: WrittenValue?
    }

    package struct Row: Hashable, Sendable {
        /// A cell for each input.
        package var cells: [TableCell]
        /// A value for each output.
        package var outputs: [WrittenValue]
        package var source: String?
        package var note: String?
    }

    package var name: String
    package var title: String
    package var source: String?
    package var note: String?
    package var hit: HitPolicy
    package var inputs: [Input]
    package var outputs: [Output]
    package var rows: [Row]
    /// The borough's own fields that the inputs take, as far as they are known.
    package var fields: [LocalField] = []
}

extension TableDocument {
    /// The table as the engine knows it.
    /// - Throws: where it cannot work as it is written; the row is counted from 1.
    package func decisionTable() throws(DecisionTableError) -> DecisionTable {
        try DecisionTable(
            hitPolicy: hit, inputCount: inputs.count, outputNames: outputs.map(\.name), outputValues: outputs.map { $0.values?.map(\.value) },
            defaults: outputs.contains { $0.standard != nil } ? outputs.compactMap { $0.standard?.value } : nil,
            cells: rows.map { $0.cells.map(\.tests) }, outputs: rows.map { $0.outputs.map(\.value) })
    }
}
