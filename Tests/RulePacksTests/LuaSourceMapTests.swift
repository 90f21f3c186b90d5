import LuaSyntax
import Testing

@testable import RulePacks

@Suite("places in a Lua file")
struct LuaSourceMapTests {
    static let pack = """
        local recent = filter { outcome = "convicted", type = { "robbery", "burglary_dwelling" }, within = months(12) }

        criteria "gto_scope" {
          title = "Gripping the Offender: in scope",
          all = {
            { "convicted", "Convicted of an offence", function(n) return n.convictions_total >= 1 end },
            { "resident", "Lives in a pilot borough", function(n) return param.pilot_boroughs[n.borough] end },
            any = {
              { "ogrs_high", "OGRS2 of 75 or more", function(n) return n.ogrs2 >= 75 end },
              { "ogrs_and_offence", "A recent robbery", function(n)
                  return n.ogrs2 >= 50 and n.offences:any(recent) end },
            },
          },
        }

        matrix "sac" {
          title = "Serious acquisitive crime score",
          range = { 0, 150 },
          rows = {
            { "burglary", "Burglary convictions", max = 40,
              points = function(n) local k, j = n.offences:count(recent), 2; if k > 1 then k = { 1, 2 } end return 10 * k, k .. "x" end },
            { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
            { "drugs", "Class A drug need", points = 15, when = function(n) return n.needs.drugs == 2 end },
          },
          bands = { { "ppo", "PPO", from = param.ppo_threshold }, { "monitor", "Monitor" } },
        }

        decision_table("tier")({
          title = "Tier", hit = "first",
          inputs = { { "ogrs", of = function(n) return n.ogrs3 end }, { "harm", of = function(n) return n.risk_of_harm end } };
          outputs = { { "tier", values = { "A", "B", "C" } } },
          rows = { { ">= 75", '"high", "very_high"', "->", "A" }, { "[50..75)", "-", "->", "B" }, { "-", "-", "->", "C" } },
        })

        selection {
          { "ppo", "Select as PPO", when = function(n, d) return d.met.gto_scope and d.band.sac == "ppo" end, category = "ppo" },
          { "watch", "Monitor", when = function(n, d) return d.band.sac == "monitor" end, action = "monitor" },
        }
        selection {
          { "late", "Later", when = function(n) return n.scores:all { where = { matrix = "risk" }, at_least = 3 } end, to = "monitor" },
        }
        """

    /// Where the first of the marks stands, counted by another way than the lexer's.
    static func place(of mark: String, in source: String = pack) -> LuaPosition? {
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var column = 1
            var rest = line[...]
            while !rest.isEmpty {
                if rest.hasPrefix(mark) { return LuaPosition(line: index + 1, column: column) }
                column += String(rest.removeFirst()).utf8.count
            }
        }
        return nil
    }

    static let places: [(kind: String, name: String?, occurrence: Int, path: [LuaSourceMap.Key], mark: String)] = [
        ("criteria", "gto_scope", 1, [], #"criteria "gto_scope""#),
        ("criteria", "gto_scope", 1, [.name("title")], #"title = "Gripping"#),
        ("criteria", "gto_scope", 1, [.name("all"), .index(2)], #"{ "resident""#),
        ("criteria", "gto_scope", 1, [.name("all"), .index(2), .index(3)], "function(n) return param.pilot"),
        ("criteria", "gto_scope", 1, [.name("all"), .name("any")], "any = {"),
        ("criteria", "gto_scope", 1, [.name("all"), .name("any"), .index(2), .index(1)], #""ogrs_and_offence""#),
        ("matrix", "sac", 1, [.name("rows"), .index(1), .name("max")], "max = 40"),
        ("matrix", "sac", 1, [.name("rows"), .index(1), .name("points")], "points = function(n) local"),
        ("matrix", "sac", 1, [.name("rows"), .index(2), .name("steps"), .index(2), .index(2)], "10 } } },"),
        ("matrix", "sac", 1, [.name("rows"), .index(3), .index(2)], #""Class A drug need""#),
        ("matrix", "sac", 1, [.name("bands"), .index(1), .name("from")], "from = param"),
        ("matrix", "sac", 1, [.name("bands"), .index(2)], #"{ "monitor", "Monitor" }"#),
        ("decision_table", "tier", 1, [], #"decision_table("tier")"#),
        ("decision_table", "tier", 1, [.name("outputs"), .index(1), .name("values"), .index(3)], #""C" } } }"#),
        ("decision_table", "tier", 1, [.name("rows"), .index(2), .index(1)], #""[50..75)""#),
        ("decision_table", "tier", 1, [.name("rows"), .index(3), .index(4)], #""C" } },"#),
        ("selection", nil, 1, [.index(2), .name("action")], #"action = "monitor""#),
        ("selection", nil, 2, [.index(1), .name("to")], #"to = "monitor""#),
        ("selection", nil, 2, [], "selection {\n"),
        // The nearest place on the way, where the path leads on.
        ("matrix", "sac", 1, [.name("rows"), .index(9)], "rows = {"),
        ("matrix", "sac", 1, [.name("rows"), .index(1), .name("points"), .index(1)], "points = function(n) local"),
        ("matrix", "sac", 1, [.name("total")], #"matrix "sac""#),
        ("matrix", "sac", 1, [.name("bands"), .index(1), .name("from"), .name("x")], "from = param"),
    ]

    @Test("a path leads to where its part is written", arguments: places)
    func path(kind: String, name: String?, occurrence: Int, path: [LuaSourceMap.Key], mark: String) throws {
        let map = try LuaSourceMap(parsing: Array(Self.pack.utf8))
        var expected = Self.place(of: mark)
        if mark.hasSuffix("\n") {
            let line = Self.place(of: #"{ "late""#)?.line ?? 0
            expected = LuaPosition(line: line - 1, column: 1)
        }
        #expect(expected != nil)
        #expect(map.position(declaration: kind, name: name, occurrence: occurrence, path: path) == expected)
    }

    @Test("what is not declared has no place")
    func absent() throws {
        let map = try LuaSourceMap(parsing: Array(Self.pack.utf8))
        #expect(map.position(declaration: "matrix", name: "risk", occurrence: 1, path: []) == nil)
        #expect(map.position(declaration: "matrix", name: "sac", occurrence: 2, path: []) == nil)
        #expect(map.position(declaration: "matrix", name: "sac", occurrence: 0, path: []) == nil)
        #expect(map.position(declaration: "selection", name: "x", occurrence: 1, path: []) == nil)
        #expect(map.position(declaration: "return", name: nil, occurrence: 1, path: []) == nil)
        // `n.scores:all { … }` is a call of a method and no declaration.
        #expect(map.position(declaration: "all", name: nil, occurrence: 1, path: []) == nil)
    }

    private func column(_ source: String, _ kind: String, _ name: String?, _ path: [LuaSourceMap.Key]) throws -> Int? {
        try LuaSourceMap(parsing: Array(source.utf8)).position(declaration: kind, name: name, occurrence: 1, path: path)?.column
    }

    @Test(
        "every form of a declaration is known",
        arguments: [
            ("matrix 'm' { 7 }", "m", 14), ("matrix('m')({ 7 })", "m", 15), ("matrix('m'){ 7 }", "m", 14), ("matrix 'm' ({ 7 })", "m", 15),
            ("matrix [[m]] { 7 }", "m", 16), ("matrix { 7 }", nil, 10), ("matrix({ 7 })", nil, 10), ("return matrix 'm' { 7 }", "m", 21),
        ] as [(String, String?, Int)])
    func forms(source: String, name: String?, column expected: Int) throws {
        #expect(try column(source, "matrix", name, [.index(1)]) == expected)
    }

    @Test("what only looks like a declaration is none", arguments: ["matrix('m', { 7 })", "matrix('m' .. x)({ 7 })", "t.matrix 'm' { 7 }", "matrix 'm' 'n' { 7 }", "matrix = 'm'"])
    func noForms(source: String) throws {
        #expect(try column(source, "matrix", "m", []) == nil)
    }

    @Test("the table that a file returns is a declaration, one that a function returns is not")
    func manifest() throws {
        let source = "local f = function() return { a = 1 } end\nif f then f() end\nreturn { waymark = 1, valid = { from = '2026-12-01' },\n  parameters = { p = { 90, min = 70 }, [\"end\"] = { 1 }, [2] = 5, 6 } }"
        let map = try LuaSourceMap(parsing: Array(source.utf8))
        func place(_ path: LuaSourceMap.Key...) -> String? {
            map.position(declaration: "return", name: nil, occurrence: 1, path: path)?.description
        }
        #expect(place() == "3:1")
        #expect(place(.name("a")) == "3:1")
        #expect(place(.name("valid"), .name("from")) == "3:33")
        #expect(place(.name("parameters"), .name("p"), .name("min")) == "4:28")
        #expect(place(.name("parameters"), .name("p"), .index(1)) == "4:24")
        #expect(place(.name("parameters"), .name("end"), .index(1)) == "4:52")
        #expect(place(.name("parameters"), .index(2)) == "4:57")
        #expect(place(.name("parameters"), .index(1)) == "4:66")
        #expect(map.position(declaration: "return", name: nil, occurrence: 2, path: []) == nil)
    }

    @Test("a value that is more than a literal table ends the way down")
    func notLiteral() throws {
        #expect(try column("m { a = { b = 1 } .. x }", "m", nil, [.name("a"), .name("b")]) == 5)
        #expect(try column("m { a = ({ b = 1 }) }", "m", nil, [.name("a"), .name("b")]) == 5)
        #expect(try column("m { a = f { b = 1 } }", "m", nil, [.name("a"), .name("b")]) == 5)
        #expect(try column("m { [k] = { b = 1 }, 9 }", "m", nil, [.index(1)]) == 22)
        #expect(try column("m { a == b, 9 }", "m", nil, [.index(2)]) == 13)
        #expect(try column("m { function() f(1, 2); return 1, 2 end, 9 }", "m", nil, [.index(2)]) == 42)
        #expect(try column("m { function() repeat local x, y = 1, 2 until x, 9 end, 8 }", "m", nil, [.index(2)]) == 57)
        #expect(try column("m { function() for i = 1, 2 do if i then f() elseif x then g() else h() end end while x do break end end, 8 }", "m", nil, [.index(2)]) == 107)
    }

    @Test("text that does not match up is read as far as it does")
    func broken() throws {
        #expect(try column("m { a = 1, b = ) c = 2 }", "m", nil, [.name("b")]) == 12)
        #expect(try column("m { a = 1, b = ) c = 2 }", "m", nil, [.name("c")]) == 1)
        #expect(try column("m { a = ( }, c = 2 }", "m", nil, [.name("c")]) == 1)
        #expect(try column("m { a = { b = 1", "m", nil, [.name("a")]) == 5)
        #expect(try column("m { a =", "m", nil, [.name("a")]) == 5)
        #expect(try column("end m { a = 1 }", "m", nil, []) == nil)
    }

    @Test("no depth of nesting makes it stumble", arguments: ["{", "(", "m{", "m{a=", "function() "])
    func deep(opening: String) throws {
        let map = try LuaSourceMap(parsing: Array(("m { 5, " + String(repeating: opening, count: 60_000)).utf8))
        #expect(map.position(declaration: "m", name: nil, occurrence: 1, path: [.index(1)]) == LuaPosition(line: 1, column: 5))
    }
}
