import Decisions
import PackTestKit
import Testing

/// Decision tables as packs declare them; how a table itself works is tested beside it.
@Suite struct TableDeclarationTests {
    private func table(
        _ hit: String, rows: String, input: String = "n.ogrs2", outputs: String = #"{ "out", values = { "A", "B" } }"#,
        when: String = "false", _ nominal: TestNominal = ["ogrs2": "60"]
    ) throws -> Decision {
        try decide("""
            decision_table "t" { title = "T", hit = "\(hit)", inputs = { { "in", of = function(n) return \(input) end } },
              outputs = { \(outputs) }, rows = { \(rows) } }
            selection { { "s", "S", when = function(n, d) return \(when) end } }
            """, nominal)
    }

    @Test("every hit policy of the page gives what DMN says", arguments: [
        ("unique", #"{ ">= 50", "->", "A" }, { "< 50", "->", "B" }"#, TableAnswer.Output.one([.text("A")])),
        ("any", #"{ ">= 50", "->", "A" }, { ">= 40", "->", "A" }"#, .one([.text("A")])),
        ("first", #"{ ">= 40", "->", "B" }, { ">= 50", "->", "A" }"#, .one([.text("B")])),
        ("priority", #"{ ">= 40", "->", "B" }, { ">= 50", "->", "A" }"#, .one([.text("A")])),
        ("rule_order", #"{ ">= 40", "->", "B" }, { ">= 50", "->", "A" }"#, .many([[.text("B")], [.text("A")]])),
        ("output_order", #"{ ">= 40", "->", "B" }, { ">= 50", "->", "A" }"#, .many([[.text("A")], [.text("B")]])),
        ("collect", #"{ ">= 40", "->", "B" }, { "> 90", "->", "A" }"#, .many([[.text("B")]])),
    ])
    func policies(hit: String, rows: String, output: TableAnswer.Output) throws {
        #expect(try table(hit, rows: rows).table("t")?.output == output)
    }

    @Test("policies that add up, choose and count give one number", arguments: [
        ("collect_sum", 12.0), ("collect_min", 5), ("collect_max", 7), ("collect_count", 2),
    ])
    func aggregates(hit: String, number: Double) throws {
        let decision = try table(hit, rows: #"{ ">= 40", "->", 5 }, { ">= 50", "->", 7 }, { "> 90", "->", 100 }"#, outputs: #"{ "points" }"#)
        #expect(decision.table("t")?.output == .one([.number(number)]))
    }

    @Test("collecting nothing: the count is 0, else there is no output", arguments: [
        ("collect_count", "d.table.t == 0", "select", [String]()), ("collect_sum", "d.table.t == 0", "refer", ["table.t"]),
        ("first", "d.table.t == 0", "refer", ["table.t"]),
    ])
    func nothing(hit: String, when: String, action: String, unknown: [String]) throws {
        let decision = try table(hit, rows: #"{ "> 90", "->", 5 }"#, outputs: #"{ "points" }"#, when: when)
        #expect(decision.recommendation.action.rawValue == action && decision.recommendation.unknown == unknown)
        #expect((decision.table("t")?.output == TableAnswer.Output.none) == (hit != "collect_count"))
    }

    @Test("two rows that match in a unique table, or differ in an any table, are an error", arguments: ["unique", "any"])
    func conflict(hit: String) throws {
        let error = try table(hit, rows: #"{ ">= 40", "->", "A" }, { ">= 50", "->", "B" }"#).error
        #expect(error?.code == "table_conflict" && error?.rule == "table.t")
        #expect(error?.message.contains("rows 1 and 2 match together") == true)
    }

    @Test("an unknown input satisfies only `-`, and the table is unknown where the answer depends on it", arguments: [
        (#"{ "-", "->", "A" }"#, "select", [String]()),
        (#"{ ">= 50", "->", "A" }, { "-", "->", "A" }"#, "select", []),
        (#"{ ">= 50", "->", "A" }, { "-", "->", "B" }"#, "refer", ["ogrs2"]),
    ])
    func unknownInput(rows: String, action: String, unknown: [String]) throws {
        let decision = try table("first", rows: rows, when: #"d.table.t == "A""#, [:])
        #expect(decision.recommendation.action.rawValue == action && decision.recommendation.unknown == unknown)
    }

    @Test("an output is read by the table's name; several are a record of them")
    func outputs() throws {
        let several = try table(
            "first", rows: #"{ ">= 50", "->", "A", 4 }"#, outputs: #"{ "tier", values = { "A", "B" } }, { "visits" }"#,
            when: #"d.table.t.tier == "A" and d.table.t.visits == 4"#)
        #expect(several.recommendation.action == .select)
        #expect(several.table("t")?.output == .one([.text("A"), .number(4)]))
        #expect(try table("first", rows: #"{ ">= 50", "->", "A" }"#, when: #"d.table.t == "A""#).recommendation.action == .select)
    }

    @Test("a collecting table is read as a set, with its places in order")
    func set() throws {
        let decision = try table(
            "collect", rows: #"{ ">= 40", "->", "B" }, { ">= 50", "->", "A" }"#,
            when: #"d.table.t["A"] and d.table.t["B"] and not d.table.t["C"] and d.table.t[1] == "B""#)
        #expect(decision.recommendation.action == .select)
    }

    @Test("records show one output as a value, several by name, many as a list", arguments: [
        ("first", #"{ "-", "->", "A" }"#, #"{ "a" }"#, #""t":{"output":"A","rows":[1]}"#),
        ("first", #"{ "-", "->", "A", 2 }"#, #"{ "a" }, { "b" }"#, #""t":{"output":{"a":"A","b":2},"rows":[1]}"#),
        ("collect", #"{ "-", "->", "A" }, { "-", "->", "B" }"#, #"{ "a" }"#, #""t":{"output":["A","B"],"rows":[1,2]}"#),
        ("unique", #"{ "> 90", "->", "A" }"#, #"{ "a" }"#, #""t":{"output":null,"rows":[]}"#),
        ("unique", #"{ "> n", "->", "A" }"#.replacing("> n", with: "> 61"), #"{ "a" }"#, #""t":{"output":null,"rows":[]}"#),
    ])
    func record(hit: String, rows: String, outputs: String, json: String) async throws {
        let pack = try TestPack("""
            decision_table "t" { title = "T", hit = "\(hit)", inputs = { { "in", of = function(n) return n.ogrs2 end } }, outputs = { \(outputs) }, rows = { \(rows) } }
            """).load()
        let ran = try await RanCohort(pack, [TestNominal.neutral.with("ogrs2", "60").line])
        #expect(ran.lines[0].contains(json))
    }

    @Test("an unknown table says in the record for want of what")
    func unknownRecord() async throws {
        let pack = try TestPack(#"decision_table "t" { title = "T", inputs = { { "in", of = function(n) return n.ogrs2 end } }, outputs = { { "a" } }, rows = { { "> 5", "->", "A" } } }"#).load()
        let ran = try await RanCohort(pack, [TestNominal.neutral.line])
        #expect(ran.lines[0].contains(#""t":{"output":null,"rows":[],"unknown":["ogrs2"]}"#))
    }

    @Test("an input that gives nothing is no, as in a condition")
    func nothingIsNo() throws {
        #expect(try table("first", rows: #"{ "false", "->", "A" }, { "-", "->", "B" }"#, input: "nil").table("t")?.output == .one([.text("A")]))
    }

    @Test("an input that gives a table is an error that names the input")
    func badInput() throws {
        let error = try table("first", rows: #"{ "-", "->", "A" }"#, input: "{}").error
        #expect(error?.rule == "table.t.in")
    }
}
