import LuaRuntime
import Testing

@Suite("Nesting")
struct NestingTests {
    private static func limits(depth: Int) -> LuaLimits {
        var limits = LuaLimits()
        limits.depth = depth
        return limits
    }

    @Test("calls through C that nest too deeply end the evaluation, however they hide", arguments: [
        "local function f() return pcall(f) end return tostring(f())",
        "local function f() return ((\"x\"):gsub(\"x\", f)) end return f()",
        "local function f() return ((\"x\"):gsub(\"x\", f)) end return tostring(pcall(f))",
        "local function f() table.sort({ 1, 2 }, f) end f() return 1",
        "local function f(k) pcall(f, k + 1) return k end while true do f(1) end",
    ])
    func tooDeep(statement: String) throws {
        for depth in [3, 40, LuaLimits().depth] {
            let bench = try Workbench(NestingTests.limits(depth: depth))
            try bench.load("rule \"r\" { run = function(n) \(statement) end }\nrule \"fine\" { run = function() return 42 end }")
            try bench.seal()
            for _ in 1...3 {
                bench.begin()
                let answer = bench.call("r")
                #expect(answer == "depth_limit at test.lua:1: functions or answers call one another too deeply")
                #expect(bench.call("fine") == answer)
                bench.begin()
                #expect(bench.call("fine") == "42")
            }
        }
    }

    @Test("calls nest as deeply as the limit says, again and again")
    func asDeep() throws {
        let statement = """
            local function protected(k) if k == 0 then return 0 end local ok, deep = pcall(protected, k - 1) return deep + 1 end
            local function failing(k) if k == 0 then error("no") end pcall(failing, k - 1) error("no") end
            for _ = 1, 50 do pcall(failing, 8) end
            return protected(9) + protected(9)
            """
        #expect(try run(statement, limits: NestingTests.limits(depth: 10)) == "18")
        #expect(try run(statement, limits: NestingTests.limits(depth: 9)).hasPrefix("depth_limit"))
    }

    @Test("answers that read one another count")
    func answers() throws {
        for (depth, expected) in [(20, "depth_limit at test.lua:1"), (40, "30")] {
            let bench = try Workbench(NestingTests.limits(depth: depth))
            let answers = bench.state.addType("answers")
            bench.state.reserveMemos(32)
            for slot in 0..<32 { bench.state.addField(LuaField("a\(slot)", .memo(slot: slot)), to: answers) }
            try bench.state.defineGlobal("d", .namespace(answers))
            let rules = (0..<30).map { "rule \"a\($0)\" { run = function() return 1 + d.a\($0 + 1) end }" } + ["rule \"a30\" { run = function() return 0 end }"]
            try bench.load(rules.joined(separator: " "))
            try bench.seal()
            bench.host.onCompute = { [unowned bench] slot in
                guard let inner = bench.host.function("a\(slot)") else { return .fault }
                let status = bench.state.call(inner, bench.state.rootHandle)
                if status == .ok, case .number(let number) = bench.state.result(0) { bench.state.setMemo(slot, .number(number)) }
                return status
            }
            bench.begin()
            #expect(bench.call("a0").hasPrefix(expected))
        }
    }

    @Test("Lua's own calls nest as deeply as memory allows")
    func recursion() throws {
        #expect(try run("local function sum(k) if k == 0 then return 0 end return k + sum(k - 1) end return sum(20000)") == "200010000")
        #expect(try run("local function f() return 1 + f() end return f()").hasPrefix("memory_limit at test.lua:1"))
        var limits = LuaLimits()
        limits.memory = 256 << 20
        #expect(try run("local function f() return 1 + f() end return f()", limits: limits) == "lua_error at test.lua:1: functions or answers call one another too deeply")
    }
}
