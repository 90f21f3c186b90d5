import Notation
import Testing

@testable import RulePacks

/// Numbers that are the same in every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A type of column: how its cells are made, and values so many that none of its cells can tell others apart.
private enum Column: CaseIterable {
    case number, text, bool, date

    var grid: [TableValue] {
        switch self {
        case .number: stride(from: -2.0, through: 6.0, by: 0.25).map { .number($0) }
        case .text: ["", "a", "aa", "b", "bb", "c", "cc"].map { .string($0) }
        case .bool: [.bool(true), .bool(false)]
        case .date: (-2...8).map { .date(Day(number: 20_000 + $0)) }
        }
    }

    private func literal(_ random: inout Seeded) -> String {
        switch self {
        case .number: shortestText(Double(Int.random(in: -2...8, using: &random)) / 2)
        case .text: ["\"a\"", "\"b\"", "\"c\""].randomElement(using: &random) ?? ""
        case .bool: Bool.random(using: &random) ? "true" : "false"
        case .date: "date(\"\(Day(number: 20_000 + Int.random(in: 0...6, using: &random)))\")"
        }
    }

    private func test(_ random: inout Seeded) -> String {
        let comparison = ["<", "<=", ">", ">="].randomElement(using: &random) ?? ""
        if self == .bool || Int.random(in: 0..<3, using: &random) == 0 { return literal(&random) }
        if self == .number, Bool.random(using: &random) {
            let low = Int.random(in: -1...2, using: &random)
            return "\(Bool.random(using: &random) ? "[" : "(")\(low)..\(Double(low) + 0.5)\(Bool.random(using: &random) ? "]" : ")")"
        }
        return "\(comparison) \(literal(&random))"
    }

    func cell(_ random: inout Seeded) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: "-"
        case 2: "not(\(test(&random)), \(test(&random)))"
        case 3: "\(test(&random)), \(test(&random))"
        default: test(&random)
        }
    }
}

@Suite("decision tables made at random")
struct DecisionTableGeneratedTests {
    @Test("with unknown inputs the answer is known just where a fine grid of values gives one answer", arguments: HitPolicy.allCases)
    func grid(policy: HitPolicy) throws {
        var random = Seeded(state: 20_261_101)
        var known = 0
        var unknown = 0
        for _ in 0..<300 {
            let columns = (0..<Int.random(in: 1...2, using: &random)).map { _ in Column.allCases.randomElement(using: &random) ?? .bool }
            let values: [TableValue] = [.number(1), .number(2), .number(3)]
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (cells: columns.map { $0.cell(&random) }, outputs: [values.randomElement(using: &random) ?? .number(1)])
            }
            let table = try DecisionTable(policy, rows: rows, values: [values])
            let inputs = columns.map { Bool.random(using: &random) ? nil : $0.grid.randomElement(using: &random) }
            let result = table.evaluate(inputs)
            if let expected = expected(of: table, columns: columns, inputs: inputs) {
                #expect(result == expected, "\(rows) \(inputs)")
            } else {
                guard case .conflict = result else {
                    Issue.record("\(result) is no conflict: \(rows) \(inputs)")
                    continue
                }
            }
            if result == .unknown { unknown += 1 } else if inputs.contains(nil) { known += 1 }
        }
        #expect(known > 5 && unknown > 5)
    }

    /// The answer by trying every value of the grid; nil where each of them is a conflict.
    private func expected(of table: DecisionTable, columns: [Column], inputs: [TableValue?]) -> DecisionTable.Result? {
        var worlds: [[TableValue]] = [[]]
        for (column, input) in zip(columns, inputs) {
            worlds = worlds.flatMap { world in (input.map { [$0] } ?? column.grid).map { world + [$0] } }
        }
        let results = worlds.map { table.evaluate($0) }
        var answers: Set<DecisionTable.Answer> = []
        var common: Set<Int>?
        var conflicts = 0
        for result in results {
            switch result {
            case .known(let answer, let rows):
                answers.insert(answer)
                common = common?.intersection(rows) ?? Set(rows)
            case .conflict: conflicts += 1
            case .unknown: Issue.record("a table whose inputs are known is unknown")
            }
        }
        if conflicts == results.count { return nil }
        guard conflicts == 0 else { return .unknown }
        guard let answer = answers.first, answers.count == 1 else { return .unknown }
        let open = inputs.indices.filter { inputs[$0] == nil }
        let rows = (common ?? []).filter { row in open.allSatisfy { table.cells[row - 1][$0].isAny } }
        return .known(answer, rows: rows.sorted())
    }
}
