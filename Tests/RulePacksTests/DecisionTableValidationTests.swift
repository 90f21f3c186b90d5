import Testing

@testable import RulePacks

@Suite("decision tables that cannot work")
struct DecisionTableValidationTests {
    private func fault(
        _ policy: HitPolicy = .first, names: [String] = ["tier"], values: [[TableValue]?] = [nil], inputs: Int = 2,
        cells: [[String]] = [["-", "-"], ["1", "-"]], outputs: [[TableValue]] = [[.string("A")], [.string("B")]]
    ) throws -> DecisionTableError? {
        let cells = try cells.map { try $0.map { try UnaryTests(parsing: $0) } }
        do throws(DecisionTableError) {
            _ = try DecisionTable(
                hitPolicy: policy, inputCount: inputs, outputNames: names, outputValues: values, cells: cells, outputs: outputs)
            return nil
        } catch {
            return error
        }
    }

    @Test("a table that is whole has no fault", arguments: HitPolicy.allCases)
    func whole(policy: HitPolicy) throws {
        #expect(try fault(policy, values: [[.number(1), .number(2)]], outputs: [[.number(1)], [.number(2)]]) == nil)
    }

    @Test("a row needs a cell for each input")
    func cells() throws {
        let short = try fault(cells: [["-", "-"], ["1"]])
        #expect(short?.message.contains("row 2 has 1 cell before the `->`, and the table has 2 inputs") == true)
        #expect(short?.row == 2 && short?.column == nil)
        #expect(try fault(cells: [["-", "-", "-"], ["1", "-"]])?.row == 1)
    }

    @Test("a row needs a value for each output")
    func outputs() throws {
        let long = try fault(outputs: [[.string("A")], [.string("B"), .number(1)]])
        #expect(long?.message.contains("row 2 has 2 values after the `->`, and the table has 1 output") == true)
        #expect(try fault(outputs: [[.string("A")]])?.row == 2)
    }

    @Test("an output must be among its values, and a near name is offered")
    func values() throws {
        let near = try fault(values: [[.string("A"), .string("amber")]], outputs: [[.string("A")], [.string("ambr")]])
        #expect(near?.message == #"`"ambr"` is not among the `values` of output `tier`: did you mean `"amber"`?"#)
        // Two inputs, the arrow, then the first output.
        #expect(near?.row == 2 && near?.column == 4)
        let far = try fault(values: [[.string("A"), .number(7)]], outputs: [[.string("A")], [.number(8)]])
        #expect(far?.message.contains(#"write one of `"A"`, `7`"#) == true)
        #expect(try fault(values: [[.string("A"), .string("B"), .string("A")]])?.message.contains("twice") == true)
    }

    @Test("ranking needs the values of an output", arguments: [HitPolicy.priority, .outputOrder])
    func ranking(policy: HitPolicy) throws {
        #expect(try fault(policy)?.message.contains("give an output its `values`") == true)
        #expect(try fault(policy, values: [[.string("A"), .string("B")]]) == nil)
    }

    @Test("sums and extremes need one output of numbers", arguments: [HitPolicy.collectSum, .collectMin, .collectMax])
    func aggregates(policy: HitPolicy) throws {
        let text = try fault(policy, outputs: [[.number(1)], [.string("B")]])
        #expect(text?.message.contains(#"row 2 gives `"B"`"#) == true)
        #expect(text?.row == 2 && text?.column == 4)
        let two = try fault(policy, names: ["a", "b"], outputs: [[.number(1), .number(2)], [.number(1), .number(2)]])
        #expect(two?.message.contains("works on one output") == true)
    }

    @Test("inputs, outputs and rows are needed")
    func nothing() throws {
        #expect(try fault(inputs: 0, cells: [[]], outputs: [[.number(1)]])?.message.contains("one input") == true)
        #expect(try fault(names: [], outputs: [[], []])?.message.contains("one output") == true)
        #expect(try fault(cells: [], outputs: [])?.message.contains("one row") == true)
    }
}
