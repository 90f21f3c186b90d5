import LuaRuntime
import Testing

@Suite("What rules share is read only")
struct FrozenTests {
    private func bench(_ source: String, assigned: Set<String> = [], modules: [String: String] = [:]) throws -> Workbench {
        let bench = try Workbench()
        bench.host.modules = modules
        try bench.load(source)
        try bench.seal(assigned: assigned)
        bench.begin()
        return bench
    }

    static let shared = """
        local list = { 3, 1, 2, deep = { "a", "b" } }
        names = { x = 1, y = { 2 } }
        local rag = require "rag"
        """

    @Test("shared tables read as they did before", arguments: [
        ("#list", "3"), ("list[2]", "1"), ("list.deep[1]", "\"a\""), ("list.none", "nil"), ("list[9]", "nil"), ("#list.deep", "2"),
        ("names.y[1]", "2"),
        ("rag.red", "39"), ("rag.score(2)", "78"), ("table.concat(list, \"-\")", "\"3-1-2\""), ("table.concat(list.deep)", "\"ab\""),
        ("select(\"#\", table.unpack(list))", "3"), ("(table.unpack(list, 2))", "1"), ("#table.move(list, 1, 3, 1, {})", "3"),
        ("(function() local s = 0 for _, v in ipairs(list) do s = s * 10 + v end return s end)()", "312"),
        ("(function() local s = \"\" for k, v in pairs(list) do s = s .. k .. \" \" end return s end)()", "\"1 2 3 deep \""),
        ("(function() local k = next(names) return k .. next(names, k) end)()", "\"xy\""), ("next(names, \"y\")", "nil"),
        ("type(list)", "\"table\""), ("tostring(list)", "\"table\""), ("list == list", "true"), ("rag == require \"rag\"", "true"),
        ("({ table.unpack(list.deep) })[2]", "\"b\""), ("string.gsub(\"xy\", \"%a\", names) ", "\"1table\""),
    ])
    func reading(expression: String, expected: String) throws {
        let source = FrozenTests.shared + "\nrule \"r\" { run = function() return \(expression) end }"
        let bench = try bench(source, modules: ["rag": "local m = { red = 39 } function m.score(k) return m.red * k end return m"])
        let answer = bench.call("r")
        if expected == "\"1table\"" { #expect(answer.contains("wants text for a replacement, not a table")) } else { #expect(answer == expected) }
    }

    @Test("no statement in a rule changes them, and no pcall hides the attempt", arguments: [
        "list[1] = 9", "list[4] = 9", "list.deep[1] = 9", "list.deep = nil", "names.x = 2", "names.z = 2", "rag.red = 1", "rag.score = nil",
        "table.insert(list, 4)", "table.insert(list, 1, 4)", "table.remove(list)", "table.sort(list)", "table.move({ 9 }, 1, 1, 1, list)",
        "table.insert(table, 1)", "string.upper = nil", "math.pi = 3", "table.sort(string)", "utf8.len = 1",
    ])
    func writing(statement: String) throws {
        let modules = ["rag": "local m = { red = 39 } function m.score(k) return m.red * k end return m"]
        for body in [statement, "pcall(function() \(statement) end)", "for i = 1, 2 do \(statement) end"] {
            let bench = try bench(FrozenTests.shared + "\nrule \"r\" { run = function()\n\(body) end }", modules: modules)
            #expect(bench.call("r").hasPrefix("read_only at test.lua:5: "))
        }
    }

    @Test("globals can be made while loading, and neither set nor read undefined in a rule", arguments: [
        ("x = 1", "read_only at test.lua:2: the global `x` cannot be set inside a rule: write `local x = …`"),
        ("helper = nil", "read_only at test.lua:2: the global `helper` cannot be set inside a rule: write `local helper = …`"),
        ("return nothing", "undefined_name at test.lua:2: undefined `nothing`"),
        ("return pcall(function() return nothing end)", "undefined_name at test.lua:2: undefined `nothing`"),
        ("as_of = 1", "read_only at test.lua:2: the global `as_of` cannot be set inside a rule: write `local as_of = …`"),
        ("return helper()", "5"),
    ])
    func globals(body: String, expected: String) throws {
        #expect(try bench("function helper() return 5 end rule \"r\" { run = function()\n\(body) end }").call("r") == expected)
    }

    @Test("the names that are there cannot be taken while loading", arguments: [
        "pairs = nil", "date = 5", "string = {}", "math = nil", "rule = 1", "as_of = 1", "tostring = print",
    ])
    func ownNames(statement: String) throws {
        let bench = try Workbench()
        let name = statement.prefix { $0 != " " }
        do {
            try bench.load("\n\(statement)")
            Issue.record("loaded: \(statement)")
        } catch let fault as LuaFault {
            #expect(bench.words(fault) == "read_only at test.lua:2: `\(name)` is Waymark's own name: choose another")
        }
    }

    @Test("a local of the file that a rule changes is found, named and put back", arguments: [
        ("local seen = 0", "seen = seen + 1 return seen", "seen", "0"),
        ("local seen", "seen = n return 1", "seen", "nil"),
        ("local seen = \"a\"", "seen = seen .. \"b\" return 1", "seen", "\"a\""),
        ("local seen = 1", "seen = 1.0 return 1", "seen", "1"),
        ("local seen = 0 / 0", "seen = 1 return 1", "seen", "nan"),
        ("local seen = { 1 }", "seen = { 2 } return 1", "seen[1]", "1"),
        ("local seen = false local function set(v) seen = v end", "set(true) return 1", "seen", "false"),
        ("local seen, other = 1, 2", "local function swap() seen, other = other, seen end swap() return 1", "seen * 10 + other", "12"),
    ])
    func locals(declaration: String, body: String, expression: String, expected: String) throws {
        let bench = try bench(
            "\(declaration)\nrule \"r\" { run = function(n) \(body) end }\nrule \"s\" { run = function() return \(expression) end }", assigned: ["seen",
            "other"])
        let before = bench.call("s")
        #expect(bench.state.checkLocals() == .ok)
        _ = bench.call("r")
        #expect(bench.state.checkLocals() == .fault)
        #expect(bench.state.fault.code == .changedLocal)
        #expect(bench.state.fault.message.hasPrefix("the local `"))
        #expect(bench.call("s") == before)
        #expect(bench.state.checkLocals() == .ok)
        if expected != "nan" { #expect(before == expected) }
        // What nobody checked is put back when the next nominal begins.
        _ = bench.call("r")
        bench.begin()
        #expect(bench.call("s") == before)
    }

    @Test("a counter in a closure is found as well, also where a limit cut the rule short")
    func counters() throws {
        let bench = try bench(
            """
            local function counter() local count = 0 return function() count = count + 1 return count end end
            local tick = counter()
            rule "r" { run = function() return tick() end }
            rule "loop" { run = function() tick() while true do end end }
            """, assigned: ["count"])
        #expect(bench.call("r") == "1")
        #expect(bench.state.checkLocals() == .fault)
        #expect(bench.call("loop").hasPrefix("instruction_limit"))
        bench.begin()
        #expect(bench.call("r") == "1")
    }

    @Test("locals inside a rule, and tables made there, are the rule's own")
    func ownLocals() throws {
        let bench = try bench(
            "rule \"r\" { run = function()\nlocal t = { 1 }\nlocal function add(v) t[#t + 1] = v end\nadd(2) add(3)\ntable.sort(t, function(a, b) return a > b end)\nreturn table.concat(t, \",\") end }",
            assigned: ["t"])
        #expect(bench.call("r") == "\"3,2,1\"")
        #expect(bench.state.checkLocals() == .ok)
    }

    @Test("a walk kept from loading is refused, as it would remember where it was", arguments: [
        "local step = pairs({ 1, 2 })", "local step = (\"a b\"):gmatch(\"%a\")",
        "steps = { string.gmatch(\"x\", \".\") }\nlocal step = function() return steps end",
    ])
    func keptWalks(declaration: String) throws {
        let bench = try Workbench()
        try bench.load("\(declaration)\nrule \"r\" { run = function() return step() end }")
        let fault = #expect(throws: LuaFault.self) { try bench.seal() }
        #expect(fault?.message == "a walk begun with `pairs` or `gmatch` is kept for later: begin it inside the rule")
    }

    @Test("tables that contain one another, or are keys, are sealed too")
    func cycles() throws {
        let bench = try bench(
            """
            local a, b = {}, {}
            a.b, b.a, a.self = b, a, a
            local keyed = { [b] = "by table" }
            rule "r" { run = function() return a.b.a.self == a and keyed[b] end }
            rule "w" { run = function() a.b.a.b.x = 1 end }
            """)
        #expect(bench.call("r") == "\"by table\"")
        #expect(bench.call("w").hasPrefix("read_only"))
    }
}
