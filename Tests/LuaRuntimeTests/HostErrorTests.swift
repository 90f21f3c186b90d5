import LuaRuntime
import Synchronization
import Testing

/// Counts those alive.
private final class Canary {
    static let alive = Atomic<Int>(0)
    init() { Canary.alive.add(1, ordering: .relaxed) }
    deinit { Canary.alive.subtract(1, ordering: .relaxed) }
}

@Suite("Refusals of the host", .serialized)
struct HostErrorTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        let group = bench.state.addType("group")
        bench.state.addField(LuaField("mean", .method(argument: 0)), to: group)
        let answers = bench.state.addType("answers")
        bench.state.addField(LuaField("a", .memo(slot: 0)), to: answers)
        bench.state.addField(LuaField("group", .namespace(type: group)), to: answers)
        try bench.state.defineGlobal("d", .namespace(answers))
        return bench
    }

    @Test("a hundred thousand refusals through Lua leak nothing that lives in Swift frames")
    func refusals() throws {
        let bench = try bench()
        try bench.load(
            """
            rule "method" { run = function() return d.group:mean("x") end }
            rule "hidden" { run = function() return pcall(function() return d.group:mean("x") end) end }
            rule "answer" { run = function() return d.a end }
            rule "name" { run = function(n) return n.nonsense end }
            """)
        try bench.seal()
        bench.host.onMethod = { (_, name) throws(LuaHostRefusal) in
            let canary = Canary()
            defer { withExtendedLifetime(canary) {} }
            throw LuaHostRefusal("`\(name)` was refused")
        }
        bench.host.onCompute = { [unowned bench] _ in
            let canary = Canary()
            defer { withExtendedLifetime(canary) {} }
            guard let method = bench.host.function("method") else { return .ok }
            return bench.state.call(method, bench.state.rootHandle)
        }
        let before = Canary.alive.load(ordering: .relaxed)
        bench.begin()
        var memory: [Int] = []
        let rules = ["method", "hidden", "answer", "name"].map { bench.host.function($0) }
        for round in 0..<100_000 {
            if round % 1_000 == 0 { bench.begin() }
            let rule = try #require(rules[round % 4])
            if bench.state.call(rule, bench.state.rootHandle) != .fault { Issue.record("round \(round) was not refused") }
            if round % 20_000 == 19_999 { memory.append(bench.state.memory) }
        }
        #expect(Canary.alive.load(ordering: .relaxed) == before)
        #expect((memory.max() ?? 0) < (memory.min() ?? 0) + 128 << 10)
        #expect(bench.call("method") == "declaration at test.lua:1: `x` was refused")
        #expect(bench.call("answer") == "declaration at test.lua:1: `x` was refused")
    }

    @Test("refusals while loading leak nothing either")
    func loadingRefusals() throws {
        let before = Canary.alive.load(ordering: .relaxed)
        for round in 1...300 {
            let bench = try bench()
            bench.host.onDeclare = { (_) throws(LuaHostRefusal) in
                let canary = Canary()
                defer { withExtendedLifetime(canary) {} }
                throw LuaHostRefusal("number \(round) is refused")
            }
            let fault = #expect(throws: LuaFault.self) { try bench.load("\n\nlist { 1, 2 }") }
            #expect(fault?.message == "number \(round) is refused")
            #expect(fault?.line == 3)
            #expect(throws: LuaFault.self) { try bench.load("require \"nowhere\"") }
        }
        #expect(Canary.alive.load(ordering: .relaxed) == before)
    }

    @Test("long words are cut, between characters")
    func longWords() throws {
        let bench = try bench()
        try bench.load("rule \"r\" { run = function() return d.group:mean(\"x\") end }")
        try bench.seal()
        bench.host.onMethod = { (_, _) throws(LuaHostRefusal) in throw LuaHostRefusal(String(repeating: "é", count: 2_000)) }
        bench.begin()
        #expect(bench.call("r") == "declaration at test.lua:1: " + String(repeating: "é", count: 511))
    }

    @Test("a state can be let go in the middle of its life")
    func letGo() throws {
        for _ in 1...50 {
            let bench = try bench()
            try bench.load("local f = filter { type = { \"theft\", \"robbery\" } } rule \"r\" { run = function(n) return n.offences:count(f) end }")
            try bench.seal()
            bench.begin(ListTests.row)
            #expect(bench.call("r") == "4")
        }
    }
}
