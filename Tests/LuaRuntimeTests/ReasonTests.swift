import LuaRuntime
import Testing

@Suite("Reasons")
struct ReasonTests {
    private func bench(reasons: Int) throws -> Workbench {
        var limits = LuaLimits()
        limits.reasons = reasons
        let bench = try Workbench(limits)
        try bench.load(
            """
            rule "r" { run = function() return ("x"):rep(100) end }
            rule "long" { run = function() return ("x"):rep(60000) end }
            rule "fine" { run = function() return 42 end }
            """)
        try bench.seal()
        return bench
    }

    @Test("texts that functions give back are bounded together, for each nominal anew")
    func together() throws {
        let bench = try bench(reasons: 1_000)
        for _ in 1...3 {
            bench.begin()
            for _ in 1...10 { #expect(bench.call("r") == "\"" + String(repeating: "x", count: 100) + "\"") }
            let answer = bench.call("r")
            #expect(answer.hasPrefix("reason_limit") && answer.hasSuffix(": its reasons are longer, all together, than those of one nominal may be"))
            #expect(bench.call("fine") == answer)
        }
        bench.begin()
        #expect(bench.call("fine") == "42")
    }

    @Test("one text counts as long as it is kept")
    func one() throws {
        let bench = try bench(reasons: 2_100)
        bench.begin()
        #expect(bench.call("long").count == 2_050)
        #expect(bench.call("r").hasPrefix("reason_limit"))
    }
}
