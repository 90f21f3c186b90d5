import Decisions
import Testing

/// How much a pack can put into a record.
@Suite("what is written")
struct OutputTests {
    private func decide(_ rules: String) throws -> (decision: Decision, record: String) {
        let pack = try SmallPack(["rules.lua": rules, "../common/tools.lua": "return {}"], limits: SmallPack.unchanged)
        return try Decider(pack.load()).decide(People.burglar)
    }

    @Test("what is printed is kept up to 16 KiB, whatever is printed", arguments: [
        ("print((\"x\"):rep(60000))", 5), ("print(\"x\")", 20_000), ("print()", 20_000), ("print((\"é\"):rep(1000))", 20), ("print((\"\\0\\27\"):rep(1000))", 20),
        ("print(1, 2.5, nil, true, {}, n)", 2_000), ("print((\"\\xff\"):rep(1000))", 20),
    ])
    func trace(statement: String, times: Int) throws {
        let (decision, record) = try decide(
            "matrix \"probe\" { title = \"P\", range = { 0, 9 }, rows = { { \"p\", \"P\", points = function(n) for _ = 1, \(times) do \(statement) end return 1 end } } }")
        #expect(decision.error == nil)
        let bytes = decision.trace.reduce(0) { $0 + $1.utf8.count + 1 }
        // Bytes that are no text become a mark of three.
        #expect(bytes > 8 << 10 && bytes <= (statement.contains("xff") ? 3 : 1) * 16 << 10 + 1)
        #expect(record.utf8.count < 128 << 10)
    }

    @Test("a reason is kept up to 2 KiB, and cut between letters")
    func reason() throws {
        let (decision, _) = try decide("""
            matrix "probe" { title = "P", range = { 0, 9 }, rows = { { "p", "P", points = function() return 1, "x" .. ("é"):rep(30000) end } } }
            """)
        let reason = decision.matrices[0].rows[0].because ?? ""
        #expect(reason.utf8.count == 2047)
        #expect(reason.allSatisfy { $0 == "x" || $0 == "é" })
    }

    @Test("reasons are kept up to 64 KiB together; beyond that there is no decision")
    func reasons() throws {
        func rules(_ count: Int) -> String {
            """
            local long, rows = ("because "):rep(256), {}
            for i = 1, \(count) do rows[i] = { "r" .. i, "R", points = function() return 0, long end } end
            matrix "probe" { title = "P", range = { 0, 9 }, rows = rows }
            """
        }
        #expect(try decide(rules(32)).decision.error == nil)
        let (decision, record) = try decide(rules(33))
        #expect(decision.error?.code == "reason_limit" && decision.error?.rule == "matrix.probe.r33")
        #expect(decision.error?.file == "rules.lua" && decision.error?.line != nil)
        #expect(record.utf8.count < 4 << 10)
    }

    @Test("an error's words are kept up to 2 KiB")
    func error() throws {
        let (decision, record) = try decide("""
            matrix "probe" { title = "P", range = { 0, 9 }, rows = { { "p", "P", points = function() error(("x"):rep(60000)) end } } }
            """)
        #expect(decision.error?.code == "lua_error")
        #expect(decision.error.map { (1_900...2_048).contains($0.message.utf8.count) } == true)
        #expect(record.utf8.count < 8 << 10)
    }
}
