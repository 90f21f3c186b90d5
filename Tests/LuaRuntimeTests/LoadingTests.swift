import LuaRuntime
import Notation
import Testing

@Suite("Loading, and the words of errors")
struct LoadingTests {
    private func loadFault(_ source: String, chunk: String = "test.lua", modules: [String: String] = [:]) throws -> String {
        let bench = try Workbench()
        bench.host.modules = modules
        do {
            try bench.load(source, chunk: chunk)
        } catch let fault as LuaFault {
            return bench.words(fault)
        }
        return "loaded"
    }

    @Test("a syntax error has its file and line apart from its words", arguments: [
        ("x = = 1", "syntax at test.lua:1: unexpected symbol near '='"), ("\n\nlocal 3", "syntax at test.lua:3: <name> expected near '3'"),
        ("rule \"a\" {\n1", "syntax at test.lua:2: '}' expected (to close '{' at line 1) near <eof>"),
        ("\u{1B}Lua", "syntax at test.lua: attempt to load a binary chunk (mode is 't')"),
        ("x = \"", "syntax at test.lua:1: unfinished string near <eof>"),
        ("goto nowhere", "syntax at test.lua:1: no visible label 'nowhere' for <goto> at line 1"),
        ("", "loaded"), ("-- only words", "loaded"),
    ])
    func syntax(source: String, expected: String) throws {
        #expect(try loadFault(source) == expected)
    }

    @Test("names of files longer than Lua shows are given whole", arguments: [10, 58, 59, 60, 61, 120, 250])
    func longNames(length: Int) throws {
        let chunk = String(repeating: "d", count: length - 4) + ".lua"
        #expect(try loadFault("\nx = = 1", chunk: chunk) == "syntax at \(chunk):2: unexpected symbol near '='")
        #expect(try loadFault("\nerror(\"no\")", chunk: chunk) == "lua_error at \(chunk):2: no")
        #expect(try loadFault("\nlocal x = nil + 1", chunk: chunk) == "lua_error at \(chunk):2: attempt to perform arithmetic on a nil value")
    }

    @Test("a rule's own error has its file and line apart from its words", arguments: [
        ("error(\"no\")", "lua_error at test.lua:3: no"), ("error(\"no\", 0)", "lua_error at test.lua:3: no"),
        ("error(\"a: b: c\")", "lua_error at test.lua:3: a: b: c"), ("error(\"test.lua:7: odd\", 0)", "lua_error at test.lua:7: odd"),
        ("error(\"other.lua:7: odd\", 0)", "lua_error at test.lua:3: other.lua:7: odd"),
        ("error({})", "lua_error at test.lua:3: an error was raised with a table, not with words"),
        ("error()", "lua_error at test.lua:3: an error was raised with nil, not with words"),
        ("error(42)", "lua_error at test.lua:3: an error was raised with a number, not with words"),
        ("error(as_of)", "lua_error at test.lua:3: an error was raised with a date, not with words"),
        ("error(n)", "lua_error at test.lua:3: an error was raised with a record, not with words"),
        ("assert(false)", "lua_error at test.lua:3: assertion failed!"), ("assert(nil, \"because\")", "lua_error at test.lua:3: because"),
        ("local x = n.name.y.z", "lua_error at test.lua:3: attempt to index a nil value (field 'y')"),
        ("error(\"not enough memory\", 0)", "lua_error at nowhere: not enough memory"),
        ("local x = nil .. \"a\"", "lua_error at test.lua:3: attempt to concatenate a nil value"),
        ("missing_local()", "undefined_name at test.lua:3: undefined `missing_local`"),
        ("(\"x\"):rep(\"y\")", "lua_error at test.lua:3: bad argument #1 to 'rep' (number expected, got string)"),
        ("helper(1)", "lua_error at test.lua:1: attempt to perform arithmetic on a table value (local 't')"),
        ("blame()", "lua_error at test.lua:3: you are to blame"), ("error(\"\")", "lua_error at test.lua:3: "),
        ("local ok, words = pcall(error, \"again\", 1) error(words, 0)", "lua_error at test.lua:3: again"),
        ("error((\"x\"):rep(5000))", "lua_error at test.lua:3: " + String(repeating: "x", count: 2047)),
    ])
    func runtime(statement: String, expected: String) throws {
        let bench = try Workbench()
        try bench.load("local function helper(k) local t = {} return t + k end local function blame() error(\"you are to blame\", 2) end\nrule \"r\" { run = function(n)\n\(statement)\nend }")
        try bench.seal()
        bench.begin()
        #expect(bench.call("r") == expected)
    }

    @Test("declarations arrive with kind, name, place and table")
    func declarations() throws {
        let bench = try Workbench()
        let set = bench.state.addSet()
        try bench.state.defineGlobal("listed", .set(set))
        try bench.load(
            """
            rule "first" {
              title = "One", 10, 20.5, "x", true, { 1 },
              when = date("2026-01-02"), every = months(3), wait = days(2), set = listed, filter = filter { type = "theft" },
              [7] = "seven", [0.5] = "half", [false] = "no", run = function() end,
            }
            rule("second", { sub = { deep = { "d" } } })
            list { "a" }
            """)
        #expect(bench.host.declarations.map(\.kind) == ["rule", "rule", "list"])
        #expect(bench.host.declarations.map(\.name) == ["first", "second", nil])
        #expect(bench.host.declarations.map(\.line) == [1, 6, 7])
        #expect(bench.host.declarations.allSatisfy { $0.file == "test.lua" })
        let table = bench.host.declarations[0].table
        #expect(table.items.count == 5)
        #expect(table.items[0].int == 10 && table.items[1].number == 20.5 && table.items[2].text == "x" && table.items[3].bool == true)
        #expect(table.items[4].table?.items.count == 1)
        #expect(table.named.map(\.name) == ["every", "filter", "run", "set", "title", "wait", "when"])
        #expect(table["when"]?.noun == "a date" && table["every"]?.noun == "a length of time" && table["set"]?.noun == "a list" && table["filter"]?.noun == "a filter")
        if case .date(let day)? = table["when"] { #expect(day.description == "2026-01-02") } else { Issue.record("no date") }
        if case .span(let span)? = table["every"] { #expect(span == .months(3)) } else { Issue.record("no span") }
        #expect(table["run"]?.function?.line == 4)
        #expect(table.strayKeys == ["false", "0.5", "7"])
        #expect(bench.host.declarations[1].table["sub"]?.table?["deep"]?.table?.items.first?.text == "d")
    }

    @Test("what is not a declaration's form is refused", arguments: [
        ("rule \"a\" (3)", "bad_argument at test.lua:1: `rule` wants a table in braces, as in `rule \"name\" { … }`"),
        ("rule {}", "bad_argument at test.lua:1: `rule` wants a name first, as in `rule \"name\" { … }`"),
        ("list(1)", "bad_argument at test.lua:1: `list` wants a table in braces, as in `list { … }`"),
        ("rule()", "bad_argument at test.lua:1: `rule` wants a name first, as in `rule \"name\" { … }`"),
        ("local t = {} t.t = t list(t)", "bad_argument at test.lua:1: the table is nested too deeply, or contains itself"),
        ("list { [{}] = 1 }", "bad_argument at test.lua:1: a table whose keys are tables or functions has no order to walk it in"),
        ("local t = {} for i = 1, 200001 do t[i] = i end list(t)", "bad_argument at test.lua:1: the table is too large: at most 200000 values"),
    ])
    func badDeclarations(source: String, expected: String) throws {
        #expect(try loadFault(source) == expected)
    }

    @Test("a long list is read quickly and in order")
    func longList() throws {
        let bench = try Workbench()
        let time = try ContinuousClock().measure { try bench.load("local t = {} for i = 1, 50000 do t[i] = i end for i = 1, 2000 do t[\"k\" .. i] = i end list(t)") }
        let table = try #require(bench.host.declarations.first?.table)
        #expect(table.items.count == 50_000)
        #expect(table.items.last?.int == 50_000)
        #expect(table.named.map(\.name) == (1...2_000).map { "k\($0)" }.sorted())
        #expect(time < .seconds(5))
    }

    @Test("a declaration inside a rule is refused")
    func lateDeclaration() throws {
        let answer = try run("\nlist { 1 }")
        #expect(answer == "bad_argument at test.lua:2: `list` is a declaration: it belongs at the top of a file, not inside a rule")
    }

    @Test("modules load once, see the same names, and their errors have their own place", arguments: [
        ("local m = require \"a\" list { m.x }", "loaded"), ("list { require(\"a\") == require(\"a\") }", "loaded"),
        ("require \"none\"", "module at test.lua:1: no module `none`"),
        ("require(3)", "bad_argument at test.lua:1: `require` wants a module's name in quotes, as in `require \"common.rag\"`"),
        ("\nrequire \"bad\"", "syntax at bad.lua:2: unexpected symbol near '='"),
        ("\npcall(require, \"bad\")", "syntax at bad.lua:2: unexpected symbol near '='"), ("require \"fails\"", "lua_error at fails.lua:3: oh"),
        ("require \"ring\"", "module at ring2.lua:1: the module `ring` requires itself, by way of others or directly"),
        ("list { require \"nothing\" }", "loaded"), ("require \"=data\"", "module at test.lua:1: no module `=data`"),
    ])
    func modules(source: String, expected: String) throws {
        let modules = [
            "a": "return { x = days(3) }", "bad": "\nx = = 1", "fails": "\n\nerror(\"oh\")", "ring": "require \"ring2\"", "ring2": "require \"ring\"",
            "nothing": "x = 1",
        ]
        #expect(try loadFault(source, modules: modules) == expected)
    }

    @Test("a module cannot be asked for inside a rule, unless it is there already")
    func lateModule() throws {
        let bench = try Workbench()
        bench.host.modules = ["a": "return { x = 3 }", "b": "return 1"]
        try bench.load("require \"a\" rule \"r\" { run = function() return require(\"a\").x end } rule \"s\" { run = function() return require \"b\" end }")
        try bench.seal()
        bench.begin()
        #expect(bench.call("r") == "3")
        #expect(bench.call("s") == "module at test.lua:1: `require` belongs at the top of a file, not inside a rule")
    }

    @Test("plain data sees no names and gives one value", arguments: [
        ("return { a = 1, 2 }", "a table"), ("return 5", "a number"), ("return", "nothing"), ("return function() end", "a function"),
        ("return (\"x\"):rep(3)", "text"),
        ("return { functoin }", "undefined_name at data.lua:1: `functoin` is used here, and the file sees no names"),
        ("return os.time()", "undefined_name at data.lua:1: `os` is used here, and the file sees no names"),
        ("x = 1 return {}", "undefined_name at data.lua:1: `x` is used here, and the file sees no names"),
        ("return {", "syntax at data.lua:1: unexpected symbol near <eof>"),
        ("while true do end", "instruction_limit at data.lua:1: it runs for longer than one nominal may take"),
        ("return { print = date }", "undefined_name at data.lua:1: `date` is used here, and the file sees no names"),
    ])
    func data(source: String, expected: String) throws {
        let bench = try Workbench()
        do {
            #expect(try bench.state.loadData(Array(source.utf8), chunk: "data.lua").noun == expected)
        } catch {
            #expect(bench.words(error) == expected)
        }
    }

    @Test("two results come back whole, each in its own place, and long text is cut between characters")
    func results() throws {
        let bench = try Workbench()
        try bench.load("rule \"r\" { run = function() return \"first\", \"second one\" end } rule \"long\" { run = function() return (\"é\"):rep(1500), \"x\" .. (\"é\"):rep(1500) end } rule \"many\" { run = function() return 1, \"why\", 3 end }")
        try bench.seal()
        bench.begin()
        #expect(bench.call("r") == "\"first\"")
        #expect(bench.words(bench.state.result(1)) == "\"second one\"")
        #expect(bench.call("long") == "\"\(String(repeating: "é", count: 1024))\"")
        #expect(bench.words(bench.state.result(1)) == "\"x\(String(repeating: "é", count: 1023))\"")
        #expect(bench.call("many") == "1")
        #expect(bench.words(bench.state.result(1)) == "\"why\"")
    }

    @Test("every kind of result has a form", arguments: [
        ("nil", "nil"), ("true", "true"), ("1.5", "1.5"), ("1 << 40", "1099511627776"), ("{}", "a table"), ("print", "a function"), ("n", "a record"),
        ("n.offences", "a list"), ("days(3)", "3 days"), ("kept", "a filter"),
    ])
    func resultForms(expression: String, expected: String) throws {
        let bench = try Workbench()
        try bench.load("local kept = filter { type = \"theft\" } rule \"r\" { run = function(n) return \(expression) end }")
        try bench.seal()
        bench.begin()
        #expect(bench.call("r") == expected)
    }
}
