import Testing

@testable import RulePacks

@Suite("names in a Lua file")
struct LuaSourceNamesTests {
    private func map(_ source: String) throws -> LuaSourceMap { try LuaSourceMap(parsing: Array(source.utf8)) }

    static let forbidden: [(source: String, found: [String])] = [
        ("local x = _ENV", ["_ENV 1:11"]), ("local _ENV = {}", ["_ENV 1:7"]), ("a._ENV.b = 1", ["_ENV 1:3"]), ("f { _ENV = 1 }", ["_ENV 1:5"]),
        ("local x <close> = f()", ["<close> 1:9"]), ("local a <const>, b <close> = 1, f()", ["<close> 1:20"]), ("local x < close > = f()", ["<close> 1:9"]),
        ("return 2 ^ 3,\n 2^3", ["^ 1:10", "^ 2:3"]), ("local x <close> = _ENV ^ 2", ["<close> 1:9", "_ENV 1:19", "^ 1:24"]),
        ("local x <const> = 1", []), ("return a < close, b > c", []), ("-- _ENV ^ <close>\nlocal s = '_ENV ^ <close>' .. [[^]]", []), ("local ENV, _env = 1, 2", []),
        ("local function f() end", []), ("local", []), ("local x <", []),
    ]

    @Test("what no pack may use is found with its place", arguments: forbidden)
    func findsForbidden(source: String, found: [String]) throws {
        #expect(try map(source).forbidden.map { "\($0.what) \($0.line):\($0.column)" } == found)
    }

    static let assigned: [(source: String, names: Set<String>)] = [
        ("x = 1", ["x"]), ("x, y = 1, 2", ["x", "y"]), ("x, t.a, y = 1", ["x", "y"]), ("t.a, x = 1", ["x"]), ("t[i], x = 1", ["x"]),
        ("x, t[f(a, b)] = 1", ["x"]), ("f(a).b, x = 1", ["x"]), ("(f or g).b, x = 1", ["x"]), ("t:m(a).b, x = 1", ["x"]),
        ("local x = 1", []), ("local x, y = 1, 2", []), ("local x <const>, y = 1, 2", []), ("local x", []), ("t.x = 1", []), ("t[x] = 1", []),
        ("local t = { x = 1, y = { z = 2 } }", []), ("f { x = 1 }", []), ("f(x, y)", []), ("return x, y", []), ("x = y == z", ["x"]),
        ("for x = 1, 2 do end", []), ("for k, v in pairs(t) do end", []), ("for k in f, g do x = k end", ["x"]),
        ("local x y = 1", ["y"]), ("local x <const> y = 1", ["y"]), ("local a = x, y b = 2", ["b"]), ("a = x, y b = 2", ["a", "b"]),
        ("a = f(x), y b = 2", ["a", "b"]), ("a = 'x' b = 2", ["a", "b"]), ("a = {} b = 2", ["a", "b"]), ("a = x, 5 b = 2", ["a", "b"]), ("a = x, .5 b = 2", ["a", "b"]), ("f() b = 2", ["b"]), ("a = ... b = 2", ["a", "b"]),
        ("f'x' b = 2", ["b"]), ("do a = 1 end b = 2", ["a", "b"]), ("if c then a = 1 elseif d then b = 2 else e = 3 end", ["a", "b", "e"]),
        ("while c do a = 1 break end b = 2", ["a", "b"]), ("repeat a = 1 until x b = 2", ["a", "b"]), ("goto l ::l:: a = 1", ["a"]), ("goto l a = 1", ["a"]),
        ("local f = function(p, q) x, y = p, q end", ["x", "y"]), ("local function f(p) x = p end", ["x"]), ("function f() end", ["f"]),
        ("function t.f() end function t:g() end", []), ("t = { f = function(n) x = 1; y = 2 end, z = 3 }", ["t", "x", "y"]),
        ("t = { function() a, b = 1, 2 end, c, d = 4 }", ["t", "a", "b"]), ("f(function() x = 1 end, y)", ["x"]), ("local x = 1; x = 2", ["x"]),
        ("f(a)\n(g or h).b, x = 1, 2", ["x"]), ("a = function() end (g).b, x = 1, 2", ["a", "x"]), ("x = 1 end y = 2", ["x"]), ("", []),
    ]

    @Test("names that are assigned to are found, and no others in Lua that compiles", arguments: assigned)
    func findsAssigned(source: String, names: Set<String>) throws {
        #expect(try map(source).assignedNames == names)
    }

    static let literals: [(source: String, found: [String], others: Bool)] = [
        (#"return d.group.gang:mean_score("sac")"#, ["sac"], false), (#"return d.group.gang:mean_score "sac" + g:mean_score'risk'"#, ["sac", "risk"], false),
        ("g:mean_score[[sac]] g:mean_score('sac')", ["sac"], false), ("g:mean_score(name)", [], true), ("g:mean_score('s' .. x)", [], true), ("g:mean_score()", [], true),
        ("g:mean_score { 'sac' }", [], true), ("g:mean_score('a') g:mean_score(x)", ["a"], true), ("local f = g.mean_score", [], true),
        ("g.mean_score(g, 'sac')", ["sac"], false), ("g.mean_score(f(a, b), 'sac')", ["sac"], false), ("g.mean_score(g, x)", [], true), ("g.mean_score(g)", [], true),
        ("g['mean_score'](g, 'sac')", [], true), ("local t = { mean_score = 1, ['mean_score'] = 2 }", [], false), ("mean_score('sac')", [], false), ("g:other('sac')", [], false),
        ("-- g:mean_score(x)\nlocal s = 'g:mean_score(x)'", [], false), ("g:mean_score('a', 1)", ["a"], false), ("g:mean_score(", [], true), ("g.mean_score(", [], true), ("g:mean_score", [], true),
    ]

    @Test("the texts that a method is called with are found", arguments: literals)
    func findsLiterals(source: String, found: [String], others: Bool) throws {
        let result = try map(source).stringLiterals(afterMethod: "mean_score")
        #expect(result.literals == found)
        #expect(result.hasOthers == others)
    }
}
