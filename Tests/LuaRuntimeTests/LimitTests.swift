import LuaRuntime
import Testing

@Suite("Limits")
struct LimitTests {
    private static func limits() -> LuaLimits {
        var limits = LuaLimits()
        limits.instructions = 100_000
        limits.memory = 2 << 20
        return limits
    }

    /// A state with the statement as rule `r`, a rule `fine` that gives 42, and an answer `d.a` that runs the rule `inner`.
    private func bench(_ statement: String) throws -> Workbench {
        let bench = try Workbench(LimitTests.limits())
        let answers = bench.state.addType("answers")
        bench.state.addField(LuaField("a", .memo(slot: 0)), to: answers)
        try bench.state.defineGlobal("d", .namespace(answers))
        try bench.load(
            """
            local function loop() while true do end end
            local function grow() local t = {} for i = 1, 1e9 do t[i] = { i } end end
            rule "r" { run = function(n) \(statement) return "escaped" end }
            rule "fine" { run = function() local t = {} for i = 1, 1000 do t[i] = i end return #t // 1000 * 42 end }
            rule "inner" { run = function() while true do end end }
            """)
        try bench.seal()
        bench.host.onCompute = { [unowned bench] slot in
            guard let inner = bench.host.function("inner") else { return .fault }
            let status = bench.state.call(inner, bench.state.rootHandle)
            // A host that goes on regardless must not be able to save the evaluation.
            bench.state.setMemo(slot, .number(1))
            return status == .breach ? .ok : status
        }
        return bench
    }

    @Test("a rule without an end is stopped, however it hides, and the next nominal is evaluated as ever", arguments: [
        "loop()", "while true do pcall(loop) end", "pcall(pcall, pcall, loop)", "pcall(loop)", "pcall(function() pcall(loop) end)",
        "for i = 1, 1e9 do local x = pcall(loop) end",
        "repeat local ok = pcall(error, \"x\") until false", "local function f() return f() end f()", "local x = d.a",
        "pcall(function() return d.a end)", "goto again ::again:: goto again",
        "table.sort({ 1, 2, 3 }, function() while true do end end)", "(\"x\"):gsub(\"x\", loop)", "for _ in function() return 1 end do end",
        "for k in pairs({ 1, 2 }) do loop() end",
        "print(pcall(loop)) print(n.name)",
    ])
    func endless(statement: String) throws {
        let bench = try bench(statement)
        for _ in 1...3 {
            bench.begin()
            let answer = bench.call("r")
            #expect(answer.hasPrefix("instruction_limit at test.lua:"))
            #expect(answer.hasSuffix(": it runs for longer than one nominal may take"))
            // Nothing more runs for this nominal.
            #expect(bench.call("fine") == answer)
            bench.begin()
            #expect(bench.call("fine") == "42")
        }
    }

    @Test("a rule that takes too much memory is stopped, however it hides", arguments: [
        "grow()", "pcall(grow)", "while true do pcall(grow) end", "local t = {} while true do t = { t } end",
        "local function f(x) return 1 + f(x) end f(1)", "pcall(function() local function f() return 1 + f() end f() end)",
        "local s = \"x\" while true do s = s .. s end", "local s = \"x\" pcall(function() while true do s = s .. s end end)",
        "local t = {} for i = 1, 1e9 do t[i] = i .. \"\" end",
        "local t = {} for i = 1, 1e9 do t[i] = (\"x\"):rep(60000) .. i end", "local t = { 1 } while true do t = { table.unpack(t), t, t } end",
        "local t = {} while true do t[#t + 1] = function() return t end end",
    ])
    func memory(statement: String) throws {
        var limits = LimitTests.limits()
        limits.instructions = 50_000_000
        let bench = try Workbench(limits)
        try bench.load(
            """
            local function grow() local t = {} for i = 1, 1e9 do t[i] = { i } end end
            rule "r" { run = function(n) \(statement) return "escaped" end }
            rule "fine" { run = function() local t = {} for i = 1, 1000 do t[i] = i end return #t // 1000 * 42 end }
            """)
        try bench.seal()
        bench.begin()
        #expect(bench.call("fine") == "42")
        for _ in 1...3 {
            bench.begin()
            let answer = bench.call("r")
            #expect(answer.hasPrefix("memory_limit at test.lua:"))
            #expect(bench.call("fine") == answer)
            bench.begin()
            #expect(bench.call("fine") == "42")
        }
    }

    @Test("a text that is too long says so")
    func longText() throws {
        #expect(try run("\nlocal s = \"x\"\nwhile true do\ns = s .. s end") == "memory_limit at test.lua:4: it makes a text of more than 65536 bytes")
        #expect(try run("local s = \"x\" for i = 1, 16 do s = s .. s end return #s") == "65536")
    }

    @Test("rubbish is no reason to stop: much may be made, as long as little is kept")
    func rubbish() throws {
        var limits = LimitTests.limits()
        limits.instructions = 50_000_000
        let body = "local kept = {} for i = 1, 12000 do kept[i] = { i } end local t for i = 1, 100000 do t = { i, i } end return #kept + t[1]"
        #expect(try run(body, limits: limits) == "112000")
    }

    @Test("ten thousand breaches leave the state as small as it was")
    func flat() throws {
        var limits = LimitTests.limits()
        limits.instructions = 2_000
        let bench = try Workbench(limits)
        try bench.load(
            """
            rule "loop" { run = function(n) local t = {} while true do t = { t.x, n.name .. "x" } end end }
            rule "deep" { run = function() local function f() return 1 + f() end return f() end }
            rule "fine" { run = function() return 42 end }
            """)
        try bench.seal()
        var sizes: [Int] = []
        for round in 1...10_000 {
            bench.begin()
            #expect(bench.call(round % 2 == 0 ? "loop" : "deep").hasPrefix("instruction_limit"))
            if round % 1_000 == 0 { sizes.append(bench.state.memory) }
        }
        bench.begin()
        #expect(bench.call("fine") == "42")
        #expect((sizes.max() ?? 0) < 512 << 10)
        #expect((sizes.last ?? 0) < (sizes.first ?? 0) + 128 << 10)
    }

    @Test("a thousand memory breaches leave the state as small as it was")
    func flatMemory() throws {
        var limits = LimitTests.limits()
        limits.memory = 512 << 10
        let bench = try Workbench(limits)
        try bench.load("rule \"grow\" { run = function() local t = {} for i = 1, 1e9 do t[i] = { i } end end }\nrule \"fine\" { run = function() return 42 end }")
        try bench.seal()
        bench.begin()
        let before = bench.state.memory
        for _ in 1...1_000 {
            bench.begin()
            #expect(bench.call("grow").hasPrefix("memory_limit at test.lua:1"))
        }
        bench.begin()
        #expect(bench.call("fine") == "42")
        #expect(bench.state.memory < before + 64 << 10)
    }

    @Test("the count of instructions is the same every time, and starts afresh with each nominal")
    func counted() throws {
        let bench = try Workbench()
        try bench.load("rule \"r\" { run = function(n) local k = 0 for i = 1, 10000 do k = k + n.offences:count { type = \"theft\" } end return k end }")
        try bench.seal()
        var counts: Set<Int> = []
        for _ in 1...5 {
            bench.begin(ListTests.row)
            #expect(bench.call("r") == "20000")
            counts.insert(bench.state.instructions)
        }
        #expect(counts.count == 1)
        #expect((counts.first ?? 0) > 50_000)
    }

    @Test("the smallest states either start or refuse, and limits hold while loading too")
    func loading() throws {
        for memory in stride(from: 0, to: 60_000, by: 211) {
            var limits = LuaLimits()
            limits.memory = memory
            do {
                let bench = try Workbench(limits)
                // Not all of the schema may have found room, in which case the state cannot be sealed.
                try bench.load("rule \"r\" { run = function(n) return n.name end }")
                try bench.seal()
                bench.begin()
                let answer = bench.call("r")
                #expect(answer == "\"Al\"" || answer.hasPrefix("memory_limit"))
            } catch let fault as LuaFault {
                #expect(fault.code == .memory)
            }
        }
        for (source, code) in [("while true do end", LuaFault.Code.instructions), ("local t = {} while true do t = { t, t } end", .memory), ("x = (\"x\"):rep(60000) while true do x = x .. x end", .memory), ("local t = {} for i = 1, 1e9 do t[i] = (\"x\"):rep(60000) .. i end", .memory)] {
            var limits = LimitTests.limits()
            limits.instructions = 5_000_000
            let bench = try Workbench(limits)
            let fault = #expect(throws: LuaFault.self) { try bench.load("\n" + source) }
            #expect(fault?.code == code)
            #expect(fault?.line == 2)
            #expect(fault?.file == "test.lua")
        }
    }

    @Test("states on several threads do not disturb one another")
    func threads() async throws {
        let answers = await withTaskGroup(of: [String].self) { group in
            for worker in 1...4 {
                group.addTask {
                    guard let bench = try? Workbench(LimitTests.limits()) else { return ["no state"] }
                    guard (try? bench.load("local near = filter { within = months(12) } rule \"r\" { run = function(n) return n.convictions * 1000 + n.offences:count(near) end } rule \"loop\" { run = function() while true do end end }")) != nil,
                        (try? bench.seal()) != nil
                    else { return ["did not load"] }
                    var wrong: [String] = []
                    for round in 1...300 {
                        var row = ListTests.row
                        row.convictions = worker * 100 + round
                        bench.begin(row)
                        let answer = bench.call("r")
                        if answer != "\((worker * 100 + round) * 1000 + 4)" { wrong.append(answer) }
                        if round % 50 == 0, !bench.call("loop").hasPrefix("instruction_limit") { wrong.append("no breach") }
                    }
                    return wrong
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(answers == [])
    }
}
