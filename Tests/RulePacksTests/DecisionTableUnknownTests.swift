import Testing

@testable import RulePacks

@Suite("decision tables with unknown inputs")
struct DecisionTableUnknownTests {
    private static let a: [TableValue] = [.string("A")]
    private static let b: [TableValue] = [.string("B")]
    private static let c: [TableValue] = [.string("C")]

    @Test("an unknown input satisfies only `-`, and where the answer depends on it the table is unknown")
    func tier() throws {
        let table = try DecisionTable(
            .first, rows: [([">= 75", #""high", "very_high""#], Self.a), (["[50..75)", "-"], Self.b), (["-", "-"], Self.c)])
        #expect(table.evaluate([nil, .string("low")]) == .unknown)
        #expect(table.evaluate([.number(80), nil]) == .unknown)
        #expect(table.evaluate([.number(60), nil]) == .known(.single(Self.b), rows: [2]))
        #expect(table.evaluate([.number(10), nil]) == .known(.single(Self.c), rows: [3]))
        #expect(table.evaluate([nil, nil]) == .unknown)
    }

    @Test("an input left out is unknown")
    func missing() throws {
        let table = try DecisionTable(.first, rows: [(["1", "-"], Self.a), (["-", "2"], Self.b)])
        #expect(table.evaluate([.number(1)]) == .known(.single(Self.a), rows: [1]))
        #expect(table.evaluate([.number(0)]) == .unknown)
    }

    @Test("where every value gives the same answer, it is known; rows are named only where they say `-`")
    func sameAnswer() throws {
        let covered = try DecisionTable(.unique, rows: [(["< 5"], Self.a), ([">= 5"], Self.a)])
        #expect(covered.evaluate([nil]) == .known(.single(Self.a), rows: []))
        let gap = try DecisionTable(.unique, rows: [(["< 5"], Self.a), (["> 5"], Self.a)])
        #expect(gap.evaluate([nil]) == .unknown)
        let otherwise = try DecisionTable(.first, rows: [(["< 5"], Self.a), (["-"], Self.a)])
        #expect(otherwise.evaluate([nil]) == .known(.single(Self.a), rows: []))
        let anyway = try DecisionTable(.any, rows: [(["< 5"], Self.a), (["-"], Self.a)])
        #expect(anyway.evaluate([nil]) == .known(.single(Self.a), rows: [2]))
    }

    @Test("texts beyond those that the cells mention are thought of")
    func otherText() throws {
        let listed = try DecisionTable(.first, rows: [([#""a", "b""#], Self.a)])
        #expect(listed.evaluate([nil]) == .unknown)
        let split = try DecisionTable(.first, rows: [([#""a""#], Self.a), ([#"not("a")"#], Self.a)])
        #expect(split.evaluate([nil]) == .known(.single(Self.a), rows: []))
        let ordered = try DecisionTable(.first, rows: [([#"< "b""#], Self.a), ([#"> "b""#], Self.a), ([#""b""#], Self.b)])
        #expect(ordered.evaluate([nil]) == .unknown)
    }

    @Test("true and false are all that a boolean can be")
    func booleans() throws {
        let table = try DecisionTable(.unique, rows: [(["true", "-"], Self.a), (["false", "< 1"], Self.a), (["false", ">= 1"], Self.b)])
        #expect(table.evaluate([nil, .number(0)]) == .known(.single(Self.a), rows: []))
        #expect(table.evaluate([nil, .number(2)]) == .unknown)
    }

    @Test("values between two ends are thought of")
    func between() throws {
        let inside = try DecisionTable(.first, rows: [(["(1..2)"], Self.a), (["-"], Self.b)])
        #expect(inside.evaluate([nil]) == .unknown)
        let outside = try DecisionTable(.first, rows: [(["<= 1, >= 2"], Self.a)])
        #expect(outside.evaluate([nil]) == .unknown)
    }

    @Test("no day lies between two neighbours")
    func dates() throws {
        let neighbours = try DecisionTable(
            .unique, rows: [([#"<= date("2026-01-31")"#], Self.a), ([#">= date("2026-02-01")"#], Self.a)])
        #expect(neighbours.evaluate([nil]) == .known(.single(Self.a), rows: []))
        let apart = try DecisionTable(
            .unique, rows: [([#"<= date("2026-01-30")"#], Self.a), ([#">= date("2026-02-01")"#], Self.a)])
        #expect(apart.evaluate([nil]) == .unknown)
    }

    @Test("two unknown inputs are taken together")
    func together() throws {
        let table = try DecisionTable(
            .first, rows: [(["true", "true"], Self.a), (["true", "false"], Self.a), (["false", "-"], Self.a)])
        #expect(table.evaluate([nil, nil]) == .known(.single(Self.a), rows: []))
        #expect(table.evaluate([.bool(false), nil]) == .known(.single(Self.a), rows: [3]))
    }

    @Test("a table that matches nothing whatever the input is has no output")
    func nothing() throws {
        let table = try DecisionTable(.collectCount, rows: [(["> 5", "> 5"], [.number(1)])])
        #expect(table.evaluate([nil, .number(1)]) == .known(.single([.number(0)]), rows: []))
        let first = try DecisionTable(.first, rows: [(["> 5", "> 5"], Self.a)])
        #expect(first.evaluate([nil, .number(1)]) == .known(.none, rows: []))
    }

    @Test("a conflict that may or may not be is unknown, and one that is certain is named")
    func conflicts() throws {
        let table = try DecisionTable(.unique, rows: [(["-", "> 0"], Self.a), (["< 5", "> 0"], Self.b), (["-", "> 9"], Self.c)])
        #expect(table.evaluate([nil, .number(1)]) == .unknown)
        guard case .conflict([1, 3], let message) = table.evaluate([nil, .number(10)]) else {
            Issue.record("\(table.evaluate([nil, .number(10)]))")
            return
        }
        #expect(message.contains("rows 1 and 3"))
    }

    @Test("a conflict with one row or another names all that it may be with")
    func conflictEitherWay() throws {
        let table = try DecisionTable(.unique, rows: [(["-"], Self.a), (["true"], Self.b), (["false"], Self.b)])
        guard case .conflict([1, 2, 3], _) = table.evaluate([nil]) else {
            Issue.record("\(table.evaluate([nil]))")
            return
        }
    }

    @Test("with sums, an interval that always adds the same is known")
    func sums() throws {
        let table = try DecisionTable(
            .collectSum,
            rows: [(["< 5"], [.number(2)]), ([">= 5"], [.number(1)]), ([">= 5"], [.number(1)]), (["-"], [.number(10)])])
        #expect(table.evaluate([nil]) == .known(.single([.number(12)]), rows: [4]))
    }

    /// For each of three inputs a row for each limit, then one row for anything: with 16 limits the inputs can admit
    /// 17 × 17 × 17 sets of rows, more than are tried.
    private func wide(
        _ policy: HitPolicy, limits: Int = 16, each: Double = 1, last: [TableValue], values: [[TableValue]?] = [nil]
    ) throws -> DecisionTable {
        var rows: [(cells: [String], outputs: [TableValue])] = []
        for input in 0..<3 {
            for limit in 1...limits {
                rows.append((cells: (0..<3).map { $0 == input ? "> \(limit)" : "-" }, outputs: [.number(each)]))
            }
        }
        return try DecisionTable(policy, rows: rows + [(["-", "-", "-"], last)], values: values)
    }

    @Test("with few combinations all are tried, with too many the answer is not known although it is the same for all")
    func bounded() throws {
        let sum = DecisionTable.Result.known(.single([.number(5)]), rows: [10])
        #expect(try wide(.collectSum, limits: 3, each: 0, last: [.number(5)]).evaluate([nil, nil, nil]) == sum)
        #expect(try wide(.collectSum, each: 0, last: [.number(5)]).evaluate([nil, nil, nil]) == .unknown)
    }

    @Test("with too many combinations the answer is known only where all rows agree")
    func tooMany() throws {
        let one: [TableValue] = [.number(1)]
        let listed: [[TableValue]?] = [[.number(1), .number(2)]]
        for policy in [HitPolicy.any, .collectMin, .collectMax] {
            #expect(try wide(policy, last: one).evaluate([nil, nil, nil]) == .known(.single(one), rows: [49]))
        }
        for policy in [HitPolicy.first, .priority] {
            #expect(try wide(policy, last: one, values: listed).evaluate([nil, nil, nil]) == .known(.single(one), rows: []))
            #expect(try wide(policy, last: [.number(2)], values: listed).evaluate([nil, nil, nil]) == .unknown)
        }
        for policy in [HitPolicy.unique, .collect, .ruleOrder, .collectSum, .collectCount] {
            #expect(try wide(policy, last: one).evaluate([nil, nil, nil]) == .unknown)
        }
    }
}
