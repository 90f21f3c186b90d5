import RulePacks

/// How much work one table may cost, so that no table can hold a check up.
final class TableBudget {
    /// Comparisons of a box with a row, for all questions about a table.
    static let mostSteps = 150_000
    /// Comparisons of a cell with a value.
    static let mostCells = 500_000

    private var left = mostSteps

    /// - Returns: false where there is not that much left; then nothing more is to be begun.
    func take(_ steps: Int) -> Bool {
        left -= steps
        return left >= 0
    }

    /// Whether the table's cells can be compared with every value that they mention.
    static func holds(_ table: DecisionTable) -> Bool {
        let values = (0..<table.inputCount).map { input in table.cells.reduce(0) { $0 + $1[input].tests.count } }
        return values.reduce(0) { $0 + (4 * $1 + 2) * table.cells.count } <= mostCells
    }
}
