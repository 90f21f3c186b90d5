import Testing

@testable import RulePacks

extension DecisionTable {
    /// A table with cells as a pack writes them.
    init(
        _ hitPolicy: HitPolicy, rows: [(cells: [String], outputs: [TableValue])], values: [[TableValue]?] = [nil]
    ) throws {
        try self.init(
            hitPolicy: hitPolicy, inputCount: rows[0].cells.count,
            outputNames: rows[0].outputs.indices.map { "out\($0 + 1)" }, outputValues: values,
            cells: rows.map { try $0.cells.map { try UnaryTests(parsing: $0) } }, outputs: rows.map(\.outputs))
    }
}

@Suite("the hit policies of DMN")
struct DecisionTableHitPolicyTests {
    /// At 10 rows 1, 2 and 4 match, at 3 row 2, at -1 row 3, at 1 rows 2 and 5, at 100 none.
    static let numbers: [(cells: [String], outputs: [TableValue])] = [
        (["[5..50]"], [.number(7)]), (["[0..20]"], [.number(3)]), (["< 0"], [.number(-2)]), (["10"], [.number(7)]),
        (["1"], [.number(3)]),
    ]

    private static func one(_ value: Double) -> DecisionTable.Answer { .single([.number(value)]) }
    private static func many(_ values: Double...) -> DecisionTable.Answer { .list(values.map { [.number($0)] }) }

    static let cases: [(policy: HitPolicy, input: Double, answer: DecisionTable.Answer, rows: [Int])] = [
        (.unique, 3, one(3), [2]), (.unique, -1, one(-2), [3]), (.unique, 100, .none, []),
        (.any, 1, one(3), [2, 5]), (.any, 3, one(3), [2]), (.any, 100, .none, []),
        (.first, 10, one(7), [1]), (.first, 1, one(3), [2]), (.first, 100, .none, []),
        // Priority of the outputs is 3, then 7, then -2: where rows tie, the first of them is taken.
        (.priority, 10, one(3), [2]), (.priority, 1, one(3), [2]), (.priority, 50, one(7), [1]), (.priority, 100, .none, []),
        (.ruleOrder, 10, many(7, 3, 7), [1, 2, 4]), (.ruleOrder, 3, many(3), [2]), (.ruleOrder, 100, .none, []),
        (.outputOrder, 10, many(3, 7, 7), [1, 2, 4]), (.outputOrder, 100, .none, []),
        (.collect, 10, many(7, 3, 7), [1, 2, 4]), (.collect, 100, .none, []),
        (.collectSum, 10, one(17), [1, 2, 4]), (.collectSum, -1, one(-2), [3]), (.collectSum, 100, .none, []),
        (.collectMin, 10, one(3), [1, 2, 4]), (.collectMin, 100, .none, []),
        (.collectMax, 10, one(7), [1, 2, 4]), (.collectMax, -1, one(-2), [3]), (.collectMax, 100, .none, []),
        (.collectCount, 10, one(3), [1, 2, 4]), (.collectCount, 1, one(2), [2, 5]), (.collectCount, 100, one(0), []),
    ]

    @Test("each policy makes its answer of the rows that match", arguments: cases)
    func answers(policy: HitPolicy, input: Double, answer: DecisionTable.Answer, rows: [Int]) throws {
        let table = try DecisionTable(policy, rows: Self.numbers, values: [[.number(3), .number(7), .number(-2)]])
        #expect(table.evaluate([.number(input)]) == .known(answer, rows: rows))
    }

    @Test("the tier table of the guide")
    func tier() throws {
        let table = try DecisionTable(
            .first,
            rows: [
                ([">= 75", #""high", "very_high""#], [.string("A")]), (["[50..75)", "-"], [.string("B")]),
                (["-", "-"], [.string("C")]),
            ], values: [[.string("A"), .string("B"), .string("C")]])
        #expect(table.evaluate([.number(80), .string("high")]) == .known(.single([.string("A")]), rows: [1]))
        #expect(table.evaluate([.number(80), .string("low")]) == .known(.single([.string("C")]), rows: [3]))
        #expect(table.evaluate([.number(50), .string("low")]) == .known(.single([.string("B")]), rows: [2]))
    }

    @Test("two rows that match are a conflict in a unique table, even with one output")
    func uniqueConflict() throws {
        let table = try DecisionTable(.unique, rows: Self.numbers)
        guard case .conflict([2, 5], let message) = table.evaluate([.number(1)]) else {
            Issue.record("\(table.evaluate([.number(1)]))")
            return
        }
        #expect(message.contains("rows 2 and 5 match together") && message.contains("`unique`"))
    }

    @Test("two rows with different outputs are a conflict in an any table")
    func anyConflict() throws {
        let table = try DecisionTable(.any, rows: Self.numbers)
        guard case .conflict([1, 2, 4], let message) = table.evaluate([.number(10)]) else {
            Issue.record("\(table.evaluate([.number(10)]))")
            return
        }
        #expect(message.contains("rows 1, 2 and 4") && message.contains("different outputs"))
    }

    static let pairs: [(cells: [String], outputs: [TableValue])] = [
        (["> 0"], [.string("low"), .bool(false), .number(1)]), (["> 1"], [.string("high"), .bool(false), .number(2)]),
        (["> 2"], [.string("high"), .bool(true), .number(3)]), (["> 3"], [.string("high"), .bool(true), .number(4)]),
    ]
    static let pairValues: [[TableValue]?] = [[.string("high"), .string("low")], [.bool(true), .bool(false)], nil]

    @Test("several outputs are ranked from left to right, and those without values do not count")
    func compoundPriority() throws {
        let table = try DecisionTable(.priority, rows: Self.pairs, values: Self.pairValues)
        #expect(table.evaluate([.number(9)]) == .known(.single(Self.pairs[2].outputs), rows: [3]))
        #expect(table.evaluate([.number(2)]) == .known(.single(Self.pairs[1].outputs), rows: [2]))
        let ordered = try DecisionTable(.outputOrder, rows: Self.pairs, values: Self.pairValues)
        let expected = [2, 3, 1, 0].map { Self.pairs[$0].outputs }
        #expect(ordered.evaluate([.number(9)]) == .known(.list(expected), rows: [1, 2, 3, 4]))
    }

    @Test("an any table compares all outputs")
    func anyCompound() throws {
        let table = try DecisionTable(
            .any, rows: [(["-"], [.number(1), .number(2)]), (["> 0"], [.number(1), .number(2)]), (["> 5"], [.number(1), .number(3)])])
        #expect(table.evaluate([.number(1)]) == .known(.single([.number(1), .number(2)]), rows: [1, 2]))
        guard case .conflict([1, 2, 3], _) = table.evaluate([.number(6)]) else {
            Issue.record("\(table.evaluate([.number(6)]))")
            return
        }
    }

    @Test("the names in a pack are those of the guide")
    func names() {
        let names = [
            "unique", "any", "first", "priority", "rule_order", "output_order", "collect", "collect_sum", "collect_min",
            "collect_max", "collect_count",
        ]
        #expect(HitPolicy.allCases.map(\.rawValue) == names)
    }
}
