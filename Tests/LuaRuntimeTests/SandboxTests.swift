import LuaRuntime
import Notation
import Testing

@Suite("The names that rules see")
struct SandboxTests {
    @Test("names that would reach outside, or differ from run to run, are not there", arguments: [
        "_G", "_VERSION", "io", "os", "debug", "coroutine", "package", "load", "loadfile", "loadstring", "dofile", "rawget", "rawset", "rawequal",
        "rawlen",
        "setmetatable", "getmetatable", "collectgarbage", "xpcall", "warn", "arg", "module",
    ])
    func absentGlobals(name: String) throws {
        #expect(try run("return \(name)") == "undefined_name at test.lua:1: undefined `\(name)`")
    }

    @Test("nor are such parts of the libraries", arguments: [
        "string.dump", "string.pack", "string.unpack", "string.packsize", "math.random", "math.randomseed", "math.sin", "math.cos", "math.tan",
        "math.asin", "math.acos", "math.atan", "math.deg", "math.rad", "math.pow", "(\"\").dump", "table.maxn",
    ])
    func absentParts(name: String) throws {
        #expect(try run("return \(name)") == "nil")
    }

    @Test("what is there is all there", arguments: [
        "assert", "error", "ipairs", "next", "pairs", "pcall", "print", "require", "select", "tonumber", "tostring", "type", "date", "days", "months",
        "years", "filter",
        "string.byte", "string.char", "string.find", "string.format", "string.gmatch", "string.gsub", "string.len", "string.lower", "string.match",
        "string.rep", "string.reverse", "string.sub", "string.upper", "table.concat", "table.insert", "table.move", "table.pack", "table.remove",
        "table.sort", "table.unpack", "utf8.char", "utf8.codepoint", "utf8.codes", "utf8.len", "utf8.offset", "math.abs", "math.ceil", "math.exp",
        "math.floor", "math.fmod", "math.log", "math.max", "math.min", "math.modf", "math.sqrt", "math.tointeger", "math.type", "math.ult",
    ])
    func present(name: String) throws {
        #expect(try run("return type(\(name))") == "\"function\"")
    }

    @Test("nothing shows an address, and a number that is none prints alike everywhere", arguments: [
        ("tostring({})", "\"table\""), ("tostring(print)", "\"function\""), ("tostring(function() end)", "\"function\""),
        ("tostring(nil)", "\"nil\""),
        ("tostring(true)", "\"true\""), ("tostring(1.0)", "\"1.0\""), ("tostring(0/0)", "\"nan\""), ("tostring(-(0/0))", "\"nan\""),
        ("tostring(1/0)", "\"inf\""),
        ("string.format(\"%s %s %s\", {}, print, 3)", "\"table function 3\""),
        ("string.format(\"%5.1f|%s|%d|%%|%s\", 2, nil, 3, true)", "\"  2.0|nil|3|%|true\""),
        ("string.format(\"%f %s\", 0/0, -(0/0))", "\"nan nan\""), ("(\"%s\"):format({})", "\"table\""),
        ("string.format(\"%10s|\", n)", "\"   nominal|\""),
        ("string.format(\"%p\", {})", "bad_argument at test.lua:1: `%p` shows an address, which differs from run to run"),
        ("string.format(\"%10p\", n)", "bad_argument at test.lua:1: `%p` shows an address, which differs from run to run"),
        ("string.format(\"%d\", \"x\")", "lua_error at test.lua:1: bad argument #2 to 'format' (number expected, got string)"),
        ("string.format(\"%d\")", "lua_error at test.lua:1: bad argument #2 to 'format' (no value)"),
        ("string.format(\"%y\", 1)", "lua_error at test.lua:1: invalid conversion '%y' to 'format'"),
        ("type(n)", "\"userdata\""), ("n.offences.count", "a function"), ("tostring(n.offences.count)", "\"function\""),
        ("\"x\" .. {}", "lua_error at test.lua:1: attempt to concatenate a table value"),
        ("select(2, pcall(error, { 1 }))", "a table"), ("select(2, pcall(error, \"plain\", 0))", "\"plain\""),
    ])
    func printing(expression: String, expected: String) throws {
        #expect(try run("return \(expression)") == expected)
    }

    @Test("pairs and next walk in one order: booleans, numbers, text by its bytes, dates", arguments: [
        "for k, v in pairs(t) do add(k, v) end", "local k, v = next(t) while k ~= nil do add(k, v) k, v = next(t, k) end",
        "for k, v in next, t do add(k, v) end",
    ])
    func order(walk: String) throws {
        let body = """
            local t = { "one", "two", b = 1, a = 2, ["é"] = 3, Z = 4, [10] = 5, [1.5] = 6, [-1] = 7, [2.5] = 8, [true] = 9, [false] = 10,
              [date("2026-01-01")] = 11, [date("1960-01-01")] = 12, [9007199254740993] = 13, [9007199254740992.0] = 14, [1e300] = 15, [-1e300] = 16, [""] = 17 }
            local out = {}
            local function add(k, v) out[#out + 1] = tostring(v) end
            \(walk)
            return table.concat(out, " ")
            """
        #expect(try run(body) == "\"10 9 16 7 one 6 two 8 5 14 13 15 17 4 2 1 3 12 11\"")
    }

    @Test("a walk over many keys is in order, and keys removed on the way are passed over")
    func longWalk() throws {
        let body = """
            local t = {}
            for i = 1, 500 do t["k" .. (i * 7919 % 500)] = i end
            local last, count = "", 0
            for k in pairs(t) do
              if k <= last then return "out of order at " .. k end
              last, count = k, count + 1
              t[k] = nil
              if count == 10 then for i = 400, 499 do t["k" .. i] = nil end end
            end
            return count .. " " .. tostring(next(t))
            """
        #expect(try run(body) == "\"400 nil\"")
    }

    @Test("what cannot be walked in order is refused", arguments: [
        ("pairs({ [{}] = 1 })", "a table whose keys are tables or functions has no order to walk it in"),
        ("pairs(nil)", "`pairs` wants a table, not nil"),
        ("next({ [print] = 1, a = 2 })", "a table whose keys are tables or functions has no order to walk it in"),
        ("pairs(n)", "`pairs` wants a table, not a record"),
        ("next(n)", "`next` wants a table, not a record"), ("pairs()", "`pairs` wants a table, not nothing"),
    ])
    func noOrder(expression: String, message: String) throws {
        #expect(try run("return \(expression)") == "bad_argument at test.lua:1: \(message)")
    }

    @Test("pcall catches what a rule raises itself, and gives results through", arguments: [
        ("pcall(error)", "false"), ("select(2, pcall(error, \"x\"))", "\"x\""),
        ("select(2, pcall(function() error(\"x\") end))", "\"test.lua:1: x\""),
        ("select(\"#\", pcall(function() return 1, nil, 3 end))", "4"), ("select(2, pcall(pcall, error))", "false"),
        ("select(2, pcall(function() local x = nil + 1 end))", "\"test.lua:1: attempt to perform arithmetic on a nil value\""),
        ("pcall()", "lua_error at test.lua:1: bad argument #1 to 'pcall' (value expected)"), ("pcall(1)", "false"),
        ("select(2, pcall(pcall, error, \"deep\"))", "false"), ("select(3, pcall(pcall, error, \"deep\"))", "\"deep\""),
        ("select(\"#\", pcall(table.unpack, { 1, 2, 3 }))", "4"),
    ])
    func pcall(expression: String, expected: String) throws {
        #expect(try run("return (\(expression))") == expected)
    }

    @Test("print goes to the trace, is bounded, and is forgotten with the next nominal")
    func trace() throws {
        var limits = LuaLimits()
        limits.trace = 40
        let bench = try Workbench(limits)
        try bench.load("rule \"r\" { run = function(n) print(\"a\", 1, nil, {}) print() print(as_of) end }\nrule \"long\" { run = function() for i = 1, 30 do print(\"é\") end end }")
        try bench.seal()
        bench.begin()
        _ = bench.call("r")
        #expect(bench.state.trace == "a\t1\tnil\ttable\n\n2026-11-01\n")
        bench.begin()
        #expect(bench.state.trace == "")
        _ = bench.call("long")
        #expect(bench.state.trace == String(repeating: "é\n", count: 13) + "\n")
    }
}
