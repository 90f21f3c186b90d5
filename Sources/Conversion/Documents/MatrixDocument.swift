/// A scoring matrix as a plain value: what stands in a pack, a CSV file or a DMN file.
package struct MatrixDocument: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var from: WrittenNumber
        package var points: WrittenNumber
    }

    package enum Points: Hashable, Sendable {
        case number(WrittenNumber)
        /// The points of the first step that the value reaches, from the top; else 0.
        case steps(of: Reading, [Step])
        case lua(String)
    }

    /// When a row counts.
    package enum Condition: Hashable, Sendable {
        /// Each field passes its test, looked at in this order.
        case tests([FieldTest])
        case lua(String)
    }

    package struct FieldTest: Hashable, Sendable {
        package var field: String
        package var cell: TableCell
    }

    package struct Row: Hashable, Sendable {
        package var name: String
        package var title: String
        package var source: String?
        package var note: String?
        package var points: Points
        /// nil: 0.
        package var min: WrittenNumber?
        package var max: WrittenNumber?
        /// nil: always.
        package var condition: Condition?
    }

    package struct Band: Hashable, Sendable {
        package var name: String
        package var title: String
        /// nil: whatever is below the others.
        package var from: WrittenNumber?
    }

    package var name: String
    package var title: String
    package var source: String?
    package var note: String?
    package var low: WrittenNumber
    package var high: WrittenNumber
    package var rows: [Row]
    /// Lua; nil: the sum of the rows.
    package var total: String?
    /// Highest first.
    package var bands: [Band]
    /// The borough's own fields that the rows read by name, as far as they are known.
    package var fields: [LocalField] = []
}

extension MatrixDocument.Row {
    var holdsLua: Bool {
        if case .lua? = condition { return true }
        switch points {
        case .lua, .steps(.lua, _): return true
        case .number, .steps: return false
        }
    }
}

extension MatrixDocument {
    /// Every field that a test or a step reads by its path, in order and once each.
    var readings: [String] {
        var paths: [String] = []
        for row in rows {
            if case .steps(.field(let path), _) = row.points { paths.append(path) }
            if case .tests(let tests)? = row.condition { paths += tests.map(\.field) }
        }
        return paths.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
