import LuaRuntime
import Notation
import Testing

/// A host whose objects say what was asked of them, and call functions that they are given.
private final class ObjectHost: LuaHost {
    weak var state: LuaState?
    private(set) var said: [String] = []

    func use(_ use: LuaObjectUse, of object: Int, file: String, line: Int) throws(LuaHostRefusal) -> LuaReply {
        switch use {
        case .length: return .number(7)
        case .part(let key):
            said.append("\(object).\(key.text ?? key.noun)")
            return .object(object + 1)
        case .call(let arguments):
            said.append("\(object)(\(arguments.map(\.noun).joined(separator: ", "))) at \(file):\(line)")
            switch arguments.first {
            case .text("refuse"): throw LuaHostRefusal("not that")
            case .text("give a text"): return .text("a\0b é")
            case .text("give a date"): return .date(Day(number: 0))
            case .function(let function):
                guard let state, state.call(function) == .ok else { throw LuaHostRefusal("it failed: \(state?.fault.message ?? "")") }
                return .bool(true)
            default: return .nothing
            }
        }
    }

    func declare(kind: String, name: String?, file: String, line: Int, table: LuaTable) throws(LuaHostRefusal) {}
    func compute(slot: Int) -> LuaStatus { .fault }
    func callMethod(type: Int, argument: String) throws(LuaHostRefusal) -> LuaAnswer { .failed(.fault) }
    func module(named name: String) throws(LuaHostRefusal) -> (source: [UInt8], chunk: String) { throw LuaHostRefusal("there are none") }
    func explain(_ problem: LuaNameProblem, name: String) -> String { "`\(name)` cannot be set" }
}

@Suite("an object of the host")
struct ObjectTests {
    private func run(_ source: String, limits: LuaLimits = LuaLimits()) throws -> (said: [String], fault: LuaFault?) {
        let host = ObjectHost()
        let state = try LuaState(limits: limits, host: host)
        host.state = state
        try state.defineGlobal("object", .object(40))
        do throws(LuaFault) {
            try state.loadRules(Array(source.utf8), chunk: "a.lua")
            return (host.said, nil)
        } catch {
            return (host.said, error)
        }
    }

    @Test("is called with values, tables, functions and other objects")
    func call() throws {
        let (said, fault) = try run("object(1, nil, \"x\", {}, object,\n as_of, days(1))")
        #expect(fault == nil)
        #expect(said == ["40(a number, nothing, text, a table, a result, a date, a length of time) at a.lua:1"])
    }

    @Test("has parts and a length, and may be told from others")
    func parts() throws {
        let (said, fault) = try run("assert(object.a[1] ~= object) assert(object.a == object.b) assert(object() == nil) assert(type(object) == \"userdata\")")
        #expect(fault == nil)
        #expect(said.prefix(2) == ["40.a", "41.a number"])
    }

    @Test("gives text with any bytes, and dates")
    func replies() throws {
        let (_, fault) = try run("assert(object(\"give a text\") == \"a\\0b é\") assert(tostring(object(\"give a date\")) == \"1970-01-01\")")
        #expect(fault == nil, "\(fault?.message ?? "")")
    }

    @Test("refuses at the caller's own line, past any `pcall`")
    func refusal() throws {
        let (_, fault) = try run("local x = 1\npcall(function()\n object(\"refuse\") end)")
        #expect(fault == LuaFault(.host, "not that", file: "a.lua", line: 3))
    }

    @Test("may call Lua again, and that again the object")
    func reentrant() throws {
        let (said, fault) = try run("object(function() object(function() object(1) end) end)")
        #expect(fault == nil)
        #expect(said.count == 3)
        let (_, inner) = try run("object(function() error(\"oh\") end)")
        #expect(inner?.message == "it failed: oh")
    }

    @Test(
        "keeps to the limits, and so does what it calls",
        arguments: [
            ("while true do object(1) end", LuaFault.Code.instructions), ("object(function() while true do end end)", .instructions),
            ("local function f() object(f) end f()", .depth), ("local t = {} for i = 1, 1e7 do t[i] = {} end object(t)", .memory),
            ("local t = { \"x\" } for i = 1, 1e7 do object(t) end", .instructions),
        ])
    func limits(source: String, code: LuaFault.Code) throws {
        #expect(try run(source).fault?.code == code)
    }

    @Test("cannot be set, or calculated with", arguments: ["object.x = 1", "local x = object + 1", "local x = object .. \"\"", "local x = object < object"])
    func untouched(source: String) throws {
        #expect(try run(source).fault != nil)
    }
}
