import Glibc
import LuaRuntime
import Testing

@Suite("Time")
struct TimeTests {
    private static func limits(milliseconds: Int) -> LuaLimits {
        var limits = LuaLimits()
        limits.instructions = 1 << 50
        limits.milliseconds = milliseconds
        return limits
    }

    @Test("the clock ends what the count of instructions would not, however it hides", arguments: [
        "while true do end", "while true do pcall(function() while true do end end) end", "pcall(function() while true do end end)",
        "(\"a\"):rep(60000):find(\".-b\")", "(\"a\"):rep(5000):find(\".-.-.-.-b\")", "pcall(string.find, (\"a\"):rep(60000), \".-b\")",
        "local t = {} for i = 1, 60000 do t[i] = i end while true do table.sort(t) end", "while true do string.format(\"%99.99f\", 1e308) end",
        "local t = {} for i = 1, 60000 do t[i * 3] = true end for i = 1, 60000 do t[i * 3] = nil end while true do next(t) end",
        // Each call copies all the arguments in one instruction.
        "local function g() end local function f(k, ...) if k > 0 then return f(k - 1, 1, 2, 3, 4, 5, 6, 7, 8, ...) end while true do g(...) end end f(5000)",
        "local a, b = (\"x\"):rep(65000) .. \"a\", (\"x\"):rep(65000) .. \"b\" while b > a do end",
    ])
    func endless(statement: String) throws {
        let bench = try Workbench(TimeTests.limits(milliseconds: 60))
        try bench.load("rule \"r\" { run = function(n) \(statement) return \"escaped\" end }\nrule \"fine\" { run = function() return 42 end }")
        try bench.seal()
        bench.begin()
        let start = TimeTests.seconds
        let answer = bench.call("r")
        #expect(answer == "time_limit at test.lua:1: it takes more time than one nominal may take")
        // Well over the limit, for a machine that is busy with other tests.
        #expect(TimeTests.seconds - start < 2)
        #expect(bench.call("fine") == answer)
        bench.begin()
        #expect(bench.call("fine") == "42")
    }

    @Test("the clock starts anew with each nominal")
    func anew() throws {
        let bench = try Workbench(TimeTests.limits(milliseconds: 400))
        try bench.load("rule \"r\" { run = function() local x = 0 for i = 1, 2000000 do x = x + i end return 42 end }")
        try bench.seal()
        let start = TimeTests.seconds
        var rounds = 0
        while TimeTests.seconds - start < 0.8 {
            bench.begin()
            #expect(bench.call("r") == "42")
            rounds += 1
        }
        #expect(rounds > 1)
    }

    @Test("the clock runs while a file loads")
    func loading() throws {
        let bench = try Workbench(TimeTests.limits(milliseconds: 60))
        let fault = #expect(throws: LuaFault.self) { try bench.load("\nwhile true do end") }
        #expect(fault?.code == .time && fault?.line == 2)
    }

    private static var seconds: Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
