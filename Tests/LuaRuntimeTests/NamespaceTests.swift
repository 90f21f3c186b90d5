import LuaRuntime
import Testing

@Suite("Namespaces and answers worked out when first read")
struct NamespaceTests {
    /// A state with `d`: answers `a`, `b`, `c` in slots 0 to 2, a group with a method, and parameters.
    private func bench(_ rules: String) throws -> Workbench {
        let bench = try Workbench()
        let state = bench.state
        let group = state.addType("group")
        state.addField(LuaField("size", .constant(.number(4))), to: group)
        state.addField(LuaField("mean_score", .method(argument: 9)), to: group)
        let answers = state.addType("answers")
        for (slot, name) in ["a", "b", "c"].enumerated() { state.addField(LuaField(name, .memo(slot: slot)), to: answers) }
        state.addField(LuaField("group", .namespace(type: group)), to: answers)
        let parameters = state.addType("parameters")
        let list = state.addSet()
        state.assign([.pooled(state.intern("Camden")), .pooled(state.intern("Enfield"))], toSet: list)
        state.addField(LuaField("threshold", .constant(.number(90))), to: parameters)
        state.addField(LuaField("share", .constant(.number(0.5))), to: parameters)
        state.addField(LuaField("label", .constant(.pooled(state.intern("north")))), to: parameters)
        state.addField(LuaField("open", .constant(.bool(false))), to: parameters)
        state.addField(LuaField("start", .constant(.date(0))), to: parameters)
        state.addField(LuaField("boroughs", .constant(.set(list))), to: parameters)
        try state.defineGlobal("d", .namespace(answers))
        try state.defineGlobal("param", .namespace(parameters))
        state.reserveMemos(3)
        try bench.load(rules)
        return bench
    }

    private func answer(_ expression: String, setting: (TestHost, LuaState) -> Void = { _, _ in }) throws -> String {
        let bench = try bench("rule \"r\" { run = function(n) return \(expression) end }")
        try bench.seal()
        setting(bench.host, bench.state)
        bench.begin()
        return bench.call("r")
    }

    @Test("constants read as their Lua values", arguments: [
        ("param.threshold", "90"), ("math.type(param.threshold)", "\"integer\""), ("param.share", "0.5"), ("param.label", "\"north\""),
        ("param.open", "false"), ("param.start", "1970-01-01"), ("param.boroughs", "a list"), ("#param.boroughs", "2"),
        ("param.boroughs[\"Camden\"]", "true"), ("param.boroughs[\"camden\"]", "false"), ("param.boroughs[\"Cam\"]", "false"),
        ("param.boroughs[2]", "\"Enfield\""), ("param.boroughs[3]", "nil"), ("param.boroughs[0]", "nil"), ("param.boroughs[true]", "false"),
        ("d.group.size", "4"), ("tostring(param)", "\"answers\""),
        ("(function() local t = {} for i, v in ipairs(param.boroughs) do t[i] = v end return table.concat(t, \"+\") end)()", "\"Camden+Enfield\""),
        ("(function() local t = {} for i, v in pairs(param.boroughs) do t[i] = v end return table.concat(t, \"+\") end)()", "\"Camden+Enfield\""),
    ])
    func constants(expression: String, expected: String) throws {
        #expect(try answer(expression) == expected)
    }

    @Test("an unknown name, or setting one, is a fault", arguments: [
        ("param.treshold", "undefined_name at test.lua:1: type 8 has no `treshold`"),
        ("param[1]", "undefined_name at test.lua:1: type 8 has no `number`"),
        ("d.z", "undefined_name at test.lua:1: type 7 has no `z`"), ("#param", "bad_argument at test.lua:1: a group of answers has no length"),
        ("pairs(param)", "bad_argument at test.lua:1: `pairs` wants a table, not a group of answers"),
        ("(function() param.threshold = 1 end)()", "read_only at test.lua:1: `threshold` cannot be set"),
        ("(function() param.boroughs[1] = 1 end)()", "read_only at test.lua:1: `?` cannot be set"),
    ])
    func unknownNames(expression: String, expected: String) throws {
        #expect(try answer(expression) == expected)
    }

    @Test("an answer is worked out once, and afresh for the next nominal")
    func once() throws {
        let bench = try bench("rule \"r\" { run = function() return d.a + d.a + d.b + d.a end }\nrule \"s\" { run = function() return d.a end }")
        try bench.seal()
        var asked: [Int] = []
        bench.host.onCompute = { [unowned bench] slot in
            asked.append(slot)
            bench.state.setMemo(slot, .number(Double(slot) + 1))
            return .ok
        }
        bench.begin()
        #expect(bench.call("r") == "5")
        #expect(bench.call("s") == "1")
        #expect(asked == [0, 1])
        #expect(bench.state.allReads.slots.members == [0, 1])
        bench.begin()
        #expect(bench.call("s") == "1")
        #expect(asked == [0, 1, 0])
    }

    @Test("an unknown answer stops its reader and names the slot, even through pcall", arguments: ["d.b", "pcall(function() return d.b end)", "d.b == nil"])
    func unknown(expression: String) throws {
        #expect(try answer(expression) { host, state in
            host.onCompute = { [unowned state] in state.setMemo($0, nil); return .ok }
        } == "unknown slot 1")
        // A host that says so, or leaves the slot alone, means the same.
        #expect(try answer(expression) { host, _ in host.onCompute = { _ in .unknown } } == "unknown slot 1")
        #expect(try answer(expression) { host, _ in host.onCompute = { _ in .ok } } == "unknown slot 1")
    }

    @Test("a failure while an answer is worked out ends the reader too, and keeps its own place")
    func failure() throws {
        let bench = try bench("rule \"r\" { run = function() return pcall(function() return d.a end) end }\nrule \"bad\" { run = function(n)\nreturn n.nonsense end }")
        try bench.seal()
        bench.host.onCompute = { [unowned bench] _ in
            guard let bad = bench.host.function("bad") else { return .ok }
            return bench.state.call(bad, bench.state.rootHandle)
        }
        bench.begin()
        #expect(bench.call("r") == "unknown_field at test.lua:3: type 0 has no `nonsense`")
    }

    @Test("answers that call rules nest, and each keeps its own results")
    func nesting() throws {
        let bench = try bench("rule \"r\" { run = function() return d.a .. \"!\" end }\nrule \"inner\" { run = function() return d.b, \"inner\" end }")
        try bench.seal()
        bench.host.onCompute = { [unowned bench] slot in
            if slot == 1 {
                bench.state.setMemo(1, .number(7))
                return .ok
            }
            guard let inner = bench.host.function("inner") else { return .fault }
            let status = bench.state.call(inner, bench.state.rootHandle)
            guard status == .ok, case .number(let number) = bench.state.result(0), case .text("inner") = bench.state.result(1) else { return .fault }
            bench.state.setMemo(0, .number(number * 2))
            return .ok
        }
        bench.begin()
        #expect(bench.call("r") == "\"14!\"")
    }

    @Test("answers that need one another a hundred and fifty deep end in a clean fault, and the state goes on")
    func deep() throws {
        let bench = try Workbench()
        let answers = bench.state.addType("answers")
        for slot in 0..<151 { bench.state.addField(LuaField("a\(slot)", .memo(slot: slot)), to: answers) }
        try bench.state.defineGlobal("d", .namespace(answers))
        bench.state.reserveMemos(151)
        let rules = (0..<150).map { "rule \"r\($0)\" { run = function() return d.a\($0 + 1) + 1 end }" }
        try bench.load(rules.joined(separator: "\n"))
        try bench.seal()
        var deepest = 0
        bench.host.onCompute = { [unowned bench] slot in
            deepest = max(deepest, slot)
            if slot == 150 {
                bench.state.setMemo(150, .number(0))
                return .ok
            }
            guard let function = bench.host.function("r\(slot)") else { return .fault }
            let status = bench.state.call(function, bench.state.rootHandle)
            if status == .ok, case .number(let value) = bench.state.result(0) { bench.state.setMemo(slot, .number(value)) }
            return status
        }
        for _ in 1...3 {
            deepest = 0
            bench.begin()
            let answer = bench.call("r0")
            #expect(answer.hasPrefix("lua_error at test.lua:"))
            #expect(answer.hasSuffix(": functions or answers call one another too deeply"))
            #expect(deepest > 50 && deepest < 150)
            #expect(bench.call("r120") == "30")
        }
    }

    @Test("methods get their one text, with a colon or a dot, and answer, stay unknown or refuse", arguments: [
        ("d.group:mean_score(\"sac\")", "31.5"), ("d.group.mean_score(\"sac\")", "31.5"), ("d.group:mean_score(\"late\")", "unknown slot 40"),
        ("pcall(function() return d.group:mean_score(\"late\") end)", "unknown slot 40"),
        ("d.group:mean_score(\"none\")", "declaration at test.lua:1: there is no matrix `none`"),
        ("pcall(function() return d.group:mean_score(\"none\") end)", "declaration at test.lua:1: there is no matrix `none`"),
        ("d.group:mean_score()", "bad_argument at test.lua:1: `mean_score` wants a name in quotes, as in `:mean_score(\"sac\")`"),
        ("d.group.mean_score()", "bad_argument at test.lua:1: `mean_score` wants a name in quotes, as in `:mean_score(\"sac\")`"),
        ("d.group:mean_score(3)", "bad_argument at test.lua:1: `mean_score` wants a name in quotes, as in `:mean_score(\"sac\")`"),
    ])
    func methods(expression: String, expected: String) throws {
        #expect(try answer(expression) { host, _ in
            host.onMethod = { (type, name) throws(LuaHostRefusal) in
                switch name {
                case "sac": return .number(type == 9 ? 31.5 : 0)
                case "late": return .unknown(slot: 40)
                default: throw LuaHostRefusal("there is no matrix `\(name)`")
                }
            }
        } == expected)
    }

    @Test("slots beyond those reserved make room for themselves; those that cannot be are left alone")
    func memoRoom() throws {
        let bench = try bench("rule \"r\" { run = function() return d.c end }")
        try bench.seal()
        bench.begin()
        bench.state.setMemo(-1, .number(1))
        bench.state.setMemo(5000, .number(1))
        bench.state.setMemo(2, .number(3))
        #expect(bench.call("r") == "3")
    }

    @Test("a set can be given other values later, of any length")
    func sets() throws {
        let bench = try Workbench()
        let set = bench.state.addSet()
        try bench.state.defineGlobal("classes", .set(set))
        try bench.load("rule \"r\" { run = function() return #classes .. \" \" .. tostring(classes[\"x\"]) .. \" \" .. tostring(classes[\"y\"]) end }")
        try bench.seal()
        let x = bench.state.intern("x")
        let y = bench.state.intern("y")
        for (values, expected) in [([], "0 false false"), ([x], "1 true false"), ([y, x, y], "3 true true"), ([y], "1 false true"), ([], "0 false false")] {
            bench.state.assign(values.map { .pooled($0) }, toSet: set)
            bench.begin()
            #expect(bench.call("r") == "\"\(expected)\"")
        }
    }
}
