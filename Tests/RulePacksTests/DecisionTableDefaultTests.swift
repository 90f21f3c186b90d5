import RulePacks
import Testing

@Suite("what a decision table gives where no row matches")
struct DecisionTableDefaultTests {
    private func table(_ hit: HitPolicy, defaults: [TableValue]?, values: [TableValue]? = nil, output: TableValue = .number(1)) throws(DecisionTableError) -> DecisionTable {
        let cell = (try? UnaryTests(parsing: ">= 10")) ?? .any
        return try DecisionTable(
            hitPolicy: hit, inputCount: 1, outputNames: ["a"], outputValues: [values], defaults: defaults, cells: [[cell]], outputs: [[output]])
    }

    @Test("one value is the default where the policy gives one", arguments: [HitPolicy.unique, .any, .first, .collectSum, .collectMin, .collectMax])
    func single(hit: HitPolicy) throws {
        let table = try table(hit, defaults: [.number(7)])
        #expect(table.evaluate([.number(9)]) == .known(.single([.number(7)]), rows: []))
        #expect(table.evaluate([.number(10)]) == .known(.single([.number(1)]), rows: [1]))
    }

    @Test("a list holds the default alone", arguments: [HitPolicy.ruleOrder, .collect])
    func list(hit: HitPolicy) throws {
        #expect(try table(hit, defaults: [.number(7)]).evaluate([.number(9)]) == .known(.list([[.number(7)]]), rows: []))
    }

    @Test("an unknown input leaves the answer unknown, unless the default is what the rows give")
    func unknown() throws {
        #expect(try table(.first, defaults: [.number(7)]).evaluate([nil]) == .unknown)
        #expect(try table(.first, defaults: [.number(1)]).evaluate([nil]) == .known(.single([.number(1)]), rows: []))
    }

    @Test("without a default nothing is given")
    func none() throws {
        #expect(try table(.first, defaults: nil).evaluate([.number(9)]) == .known(.none, rows: []))
    }

    @Test("a default that cannot be is refused in words")
    func refused() {
        let number = TableValue.number(7)
        #expect(throws: DecisionTableError.self) { try table(.first, defaults: []) }
        #expect(throws: DecisionTableError.self) { try table(.first, defaults: [number], values: [.number(1)]) }
        #expect(throws: DecisionTableError.self) { try table(.collectCount, defaults: [number]) }
        #expect(throws: DecisionTableError.self) { try table(.collectSum, defaults: [.string("x")]) }
    }
}
