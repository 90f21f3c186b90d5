import Notation

extension DecisionTable {
    static func checkShape(
        inputCount: Int, outputNames: [String], cells: [[UnaryTests]], outputs: [[TableValue]]
    ) throws(DecisionTableError) {
        if inputCount < 1 { throw DecisionTableError("a decision table needs at least one input") }
        if outputNames.isEmpty { throw DecisionTableError("a decision table needs at least one output") }
        if cells.isEmpty { throw DecisionTableError("a decision table needs at least one row") }
        for row in 0..<max(cells.count, outputs.count) {
            let tests = row < cells.count ? cells[row].count : 0
            let results = row < outputs.count ? outputs[row].count : 0
            if tests != inputCount {
                throw DecisionTableError(
                    "row \(row + 1) has \(counted(tests, "cell")) before the `->`, and the table has "
                        + "\(counted(inputCount, "input")): give one cell for each, `-` for any value",
                    row: row + 1)
            }
            if results != outputNames.count {
                throw DecisionTableError(
                    "row \(row + 1) has \(counted(results, "value")) after the `->`, and the table has "
                        + "\(counted(outputNames.count, "output")): give one value for each",
                    row: row + 1)
            }
        }
    }

    static func checkValues(
        _ values: [[TableValue]?], outputNames: [String], outputs: [[TableValue]], inputCount: Int
    ) throws(DecisionTableError) {
        for (column, listed) in values.enumerated() {
            guard let listed else { continue }
            var seen: Set<TableValue> = []
            for value in listed where !seen.insert(value).inserted {
                throw DecisionTableError(
                    "`values` of output `\(outputNames[column])` lists `\(value)` twice: list each value once")
            }
            for (row, results) in outputs.enumerated() where !seen.contains(results[column]) {
                throw DecisionTableError(
                    "`\(results[column])` is not among the `values` of output `\(outputNames[column])`"
                        + advice(on: results[column], among: listed),
                    row: row + 1, column: inputCount + 2 + column)
            }
        }
    }

    private static func advice(on value: TableValue, among listed: [TableValue]) -> String {
        let names = listed.compactMap { if case .string(let name) = $0 { name } else { nil } }
        if case .string(let word) = value, let near = nearestName(to: word, in: names) {
            return ": did you mean `\(TableValue.string(near))`?"
        }
        return ": write one of \(listed.map { "`\($0)`" }.joined(separator: ", ")), or add it to the list"
    }

    static func checkPolicy(
        _ policy: HitPolicy, outputNames: [String], values: [[TableValue]?], outputs: [[TableValue]], inputCount: Int
    ) throws(DecisionTableError) {
        if policy.ranksOutputs, values.allSatisfy({ $0 == nil }) {
            throw DecisionTableError(
                "the hit policy `\(policy.rawValue)` ranks rows by their outputs: give an output its `values`, highest first")
        }
        guard policy.needsNumbers else { return }
        if outputNames.count > 1 {
            throw DecisionTableError(
                "the hit policy `\(policy.rawValue)` works on one output, and the table has \(outputNames.count): "
                    + "keep one, or use `collect`")
        }
        for (row, results) in outputs.enumerated() where results[0].kind != .number {
            throw DecisionTableError(
                "the hit policy `\(policy.rawValue)` needs numbers, and row \(row + 1) gives `\(results[0])`: "
                    + "write a number, or use `collect`",
                row: row + 1, column: inputCount + 2)
        }
    }

    static func checkDefaults(
        _ defaults: [TableValue]?, _ policy: HitPolicy, outputNames: [String], values: [[TableValue]?]
    ) throws(DecisionTableError) {
        guard let defaults else { return }
        if defaults.count != outputNames.count {
            throw DecisionTableError("some outputs have a `default` and others have none: give each output one, or none of them")
        }
        for (column, value) in defaults.enumerated() {
            if let listed = values[column], !listed.contains(value) {
                throw DecisionTableError("the default `\(value)` is not among the `values` of output `\(outputNames[column])`" + advice(on: value, among: listed))
            }
        }
        if policy == .collectCount {
            throw DecisionTableError("the hit policy `collect_count` gives 0 where no row matches: leave the `default` out")
        }
        if policy.needsNumbers, defaults[0].kind != .number {
            throw DecisionTableError("the hit policy `\(policy.rawValue)` needs numbers, and the default is `\(defaults[0])`: write a number")
        }
    }

    private static func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }
}
