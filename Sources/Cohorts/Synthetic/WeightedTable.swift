/// Values that are drawn as often as their weights say.
struct WeightedTable<Value: Sendable>: Sendable {
    private let rows: [(value: Value, end: Int)]
    /// The sum of the weights.
    let total: Int

    /// - Parameter rows: one or more, each with a weight of 1 or more.
    init(_ rows: [(Value, Int)]) {
        var end = 0
        self.rows = rows.map { value, weight in
            end += weight
            return (value, end)
        }
        total = end
    }

    /// - Parameter place: from 0 up to but not including ``total``.
    func value(at place: Int) -> Value {
        var row = 0
        while rows[row].end <= place { row += 1 }
        return rows[row].value
    }
}
