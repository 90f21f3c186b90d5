import Cohorts
import Decisions
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// What rules come to must not depend on whether Lua ran them or their instructions were followed over cells.
@Suite struct WithoutLuaTests {
    private static let people = (0..<60).map { String(decoding: SyntheticCohort(seed: 5, asOf: testDay).line($0), as: UTF8.self) }

    @Test(
        "packs that ship decide the same without Lua, and mostly do without it",
        arguments: ["staffordshire", "stoke-on-trent", "gripping-the-offender", "west-midlands", "birmingham", "wakefield"])
    func shipped(id: String) throws {
        let both = try BothWays(PackSource.load(projectFolder + "/rules/" + id).pack)
        var (all, withoutLua) = (0, 0)
        for line in Self.people + (try projectLines("examples/nominals.ndjson")) {
            let records = try both.decide(line)
            #expect(records.lua == records.direct)
            let calls = both.direct.evaluator.calls
            (all, withoutLua) = (all + calls.all, withoutLua + calls.withoutLua)
            #expect(both.lua.evaluator.calls.withoutLua == 0)
        }
        #expect(withoutLua * 2 > all, "\(withoutLua) of \(all)")
    }

    // MARK: Single expressions

    private static let common = """
        local convicted = filter { outcome = "convicted" }
        local lately = filter { type = { "robbery", "burglary_dwelling" }, within = months(30) }
        local drugs = filter { type = "drugs_supply", outcome = "convicted" }
        local since = filter { from = date("2024-02-29") }
        local before = filter { to = date("2024-02-29"), outcome = { "convicted", "charged" } }
        local between = filter { type = "theft_shop", outcome = "convicted", from = date("2020-01-31"), to = date("2025-11-02") }
        local dear = filter { outcome = "convicted", min_value = 100 }
        local graded = filter { assessment = { "A", "B", "E" }, kind = "sighting", within = months(12) }
        local t = { 10, 20.5, "three", low = 1, high = { 7, 8, name = "seven" }, custody = -8 }
        local function add(a, b) return a + b end
        local function down(a) if a <= 0 then return 0 end return 1 + down(a - 1) end
        local function two(a) return a, a * 2 end
        local function sum(list) local all = 0 for i, v in ipairs(list) do all = all + i * v end return all end
        local function counted(n, step) local all = 0 for i = 1, 9, step do all = all * 3 + i end return all end
        local function first(n) for _, o in ipairs(n.offences) do if o.outcome == "convicted" then return o end end end
        """

    private static let nominal: TestNominal = [
        "ogrs2": "61.5", "custody_status": "\"custody\"", "convictions_total": "7", "arrests_total": "12",
        "offences": list(
            offence("robbery", on: "2025-11-03"), offence("burglary_dwelling", "charged", on: "2024-02-29"), offence("theft_shop", on: "2020-01-31")),
    ]

    @Test(
        "an expression comes to the same, with the same words where it is wrong",
        arguments: [
            "1 + 2", "x - 8 * 2", "x / 2", "x // 2", "-x // 2", "x % -4", "-x % 4", "y % 7", "-y % 7", "y // -2", "x + y", "x & 3", "7 // 0",
            "7 % 0", "7 / 0", "x / 0 - x / 0", "9223372036854775807 + x", "-9223372036854775807 - x", "9223372036854775807 * 2.0", "math.min(x, y, 3)",
            "math.max(x, y, 3.5)", "math.floor(y)", "math.ceil(-y)", "math.floor(1e300)", "math.abs(-x)", "-x", "- y", "\"10\" + x", "\"a\" + x", "x + nil",
            "x + true", "t[1] + t[2]", "t.low + t.high[2]", "t.missing", "t.missing.deeper", "t[s]", "t[x]", "t[1.0]", "t[n.ogrs2]", "#t", "#t.high", "#s",
            "#n.offences", "#x", "add(x, y)", "add(x)", "down(9)", "down(500)", "(two(x))", "add(two(x))", "math.max(two(x))", "select(2, two(x))", "sum({ 1, 2 })",
            "sum(t.high)", "counted(n, 1)", "counted(n, 4)", "counted(n, -1)", "counted(n, 0)", "counted(n, 0.5)", "n.offences:count()", "n.offences:count(convicted)",
            "n.offences:count(since)", "n.offences:count(before)", "n.offences:count(between)", "n.offences:count(dear)", "n.intelligence:count(graded)",
            "n.offences:count(lately)", "n.offences:count(drugs)", "n.offences:count({ outcome = \"charged\" })", "n.offences:count(nil)", "n.offences:count(x)",
            "n.offences.count(n)", "n.offences:latest(convicted).date - n.offences:earliest().date", "n.offences:latest(drugs).date", "n.offences[2].date.year",
            "n.offences[2].date.day * 100 + n.offences[2].date.month", "n.offences[9]", "n.offences[0]", "n.offences[1.0].date.year", "n.offences[1.5]",
            "n.offences[\"one\"]", "as_of - n.offences[1].date", "(as_of - days(40)).month", "(as_of + months(1)).day", "as_of + 5", "as_of - months(999999)",
            "(as_of - years(2)).year", "as_of.hour", "n.ogrs2", "n.ogrs3", "n.ogrs3 or 5", "n:get(\"ogrs3\", 4)", "n:get(\"ogrs2\", 4)", "n:get(\"ogrs3\")",
            "n:get(\"needs.drugs\", 3)", "n.needs.drugs", "n.gang.name", "n.nonsense", "n:get(\"nonsense\")", "n.get(5)", "n[s]", "n[\"ogrs2\"]", "n[x]", "n:ogrs2()",
            "d.score.other", "d.score.none", "d.met.c and 1 or 0", "d.band.other", "param.most + x", "param.none", "param.places[1]", "nowhere", "nowhere.at.all",
            "math.huge", "math.pi", "first(n).date.year", "first(n).ends", "ipairs(t)(t, math.maxinteger)", "ipairs(n.offences)(n.offences, math.maxinteger)", "(x > 5 and y or s)", "(x > 50 and y) or 3", "not x and 1 or 2", "x == 7.0 and 1 or 2",
            "tonumber(\"12\") + x", "math.tointeger(3.0)", "n", "s", "true", "nil", "as_of", "t", "add", "days(3)",
        ])
    func number(expression: String) throws {
        try agree(
            on: """
                \(Self.common)
                criteria "c" { title = "C", all = { { "a", "A", function(n) return n.convictions_total > 3 end } } }
                matrix "other" { title = "O", range = { 0, 50 }, rows = { { "o", "O", points = function(n) return n.arrests_total end } },
                  bands = { { "high", "High", from = 10 }, { "low", "Low" } } }
                selection { { "s", "S", when = function(n, d)
                  local x, y, s = n.convictions_total, n.ogrs2, n.custody_status
                  local v = \(expression)
                  if v == nil then return false end
                  return v ~= 12345
                end, because = function(n, d) local x, y, s = n.convictions_total, n.ogrs2, n.custody_status return \(expression) end } }
                """)
    }

    @Test(
        "so does a text",
        arguments: [
            "math.mininteger .. s", "s .. math.maxinteger", "0 .. s .. -1", "x - 17 .. s",
            "s", "s .. x", "x .. s .. -x", "s .. y", "x .. y", "s .. nil", "s .. true", "s .. as_of", "tostring(x)", "tostring(y)", "tostring(nil)", "tostring(as_of)",
            "s:upper()", "(\"%d\"):format(x)", "s .. s .. s .. s .. s", "t[3] .. t.high.name", "n.borough .. \"ü\"", "x > 3 and \"a rather long reason, of more than forty bytes\" or s",
            "\"a rather long reason, of more than forty bytes, with \" .. x", "x", "y", "true", "{}", "nil", "\"\"", "\"a\\0b\" .. x", "string.rep(s, 500)",
        ])
    func text(expression: String) throws {
        try agree(
            on: """
                \(Self.common)
                matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", points = function(n)
                  local x, y, s = n.convictions_total, n.ogrs2, n.custody_status
                  return 1, \(expression)
                end } } }
                """)
    }

    @Test(
        "so does a comparison",
        arguments: [
            "x < y", "x <= 7", "x >= 8", "x > 6", "7 >= x", "x == 7", "x ~= 7.0", "y == 61.5", "y < 61.50001", "s == \"custody\"", "s ~= \"remand\"", "s < \"d\"",
            "s < x", "x < s", "x < nil", "n.offences[1].date < as_of", "n.offences[1].date >= n.offences[1].date", "as_of == n.offences[1].date", "days(3) < days(4)",
            "days(30) < months(1)", "as_of < days(3)", "n.offences < as_of", "n == n", "t == t", "t.high == t", "n.offences == n.offences", "add == add", "nil == false",
            "9007199254740993 == 9007199254740992.0", "9007199254740993 < 9007199254740992.5", "n.offences:any(convicted)", "n.offences:any(drugs)", "n.offences:any()", "n.offences:any(since)", "n.offences:any(before)", "n.offences:latest(since)",
            "n.offences:earliest(drugs)", "n.offences:latest(drugs)", "n.intelligence:any(graded)", "n.orders:any(convicted)",
            "n.offences:all(convicted)", "n.offences:all { outcome = \"convicted\", at_least = 2 }", "n:has \"ogrs2\"", "n:has \"ogrs3\"", "n:has \"gang\"", "n:has \"needs.drugs\"",
            "n:has \"nonsense\"", "n:has(x)", "n.statutory", "not n.statutory", "n.ogrs3 > 5", "x > 3 and n.ogrs3 > 5", "x < 3 and n.ogrs3 > 5", "x < 3 or y > 60 and s == \"custody\"",
            "(x < 3 or y > 60) and t[s] == -8", "n.prison == \"x\"", "5", "s", "n.offences", "nil", "math.type(x) == \"integer\"", "pcall(add, x, nil)", "pcall(down, 3)",
            "(function() return x > 3 end)()",
        ])
    func comparison(expression: String) throws {
        try agree(
            on: """
                \(Self.common)
                criteria "c" { title = "C", all = { { "a", "A", function(n)
                  local x, y, s = n.convictions_total, n.ogrs2, n.custody_status
                  return \(expression)
                end } } }
                selection { { "s", "S", when = function(n, d) return d.met.c end } }
                """)
    }

    private func agree(on rules: String, _ nominal: TestNominal = Self.nominal) throws {
        var pack = TestPack(rules)
        pack.parameters = "most = { 90, min = 70, max = 100, unit = \"points\", title = \"Most\" }, places = { { \"Camden\", \"Barnet\" }, title = \"Places\" }"
        let both = try BothWays(pack.load())
        // Again and again, with others in between, as what an instruction has found once it finds sooner the next time.
        for person in [nominal, nominal, TestNominal.neutral, nominal.with("offences", "null").with("ogrs2", "null"), nominal] {
            let records = try both.decide(person.line)
            #expect(records.lua == records.direct)
        }
    }

    // MARK: Many expressions

    /// Expressions that cannot fail, made up from a seed.
    private struct Expressions {
        var numbers: SeededNumbers

        mutating func number(_ depth: Int) -> String {
            if depth == 0 {
                return numbers.one(of: ["x", "y", "0", "1", "-3", "2.5", "7", "t[1]", "t[2]", "t.low", "t.high[2]", "n.offences:count(convicted)", "n.arrests_total", "#n.offences"])
            }
            let (a, b) = (number(depth - 1), number(depth - 1))
            switch numbers.next() % 14 {
            case 0: return "(\(a) + \(b))"
            case 1: return "(\(a) - \(b))"
            case 2: return "(\(a) * \(b))"
            case 3: return "(\(a) / 4)"
            case 4: return "(\(a) // 3)"
            case 5: return "(\(a) % 7)"
            case 6: return "(\(a) // -2.5)"
            case 7: return "(- \(a))"
            case 8: return "math.min(\(a), \(b))"
            case 9: return "math.max(\(a), \(b), 1)"
            case 10: return "math.floor(\(a))"
            case 11: return "add(\(a), \(b))"
            default: return "(\(truth(depth - 1)) and \(a) or \(b))"
            }
        }

        mutating func truth(_ depth: Int) -> String {
            if depth == 0 { return numbers.one(of: ["s == \"custody\"", "n:has \"ogrs2\"", "n:has \"gang\"", "n.offences:any(lately)", "t[s] == nil", "n.statutory", "true"]) }
            let (a, b) = (number(depth - 1), number(depth - 1))
            let (c, d) = (truth(depth - 1), truth(depth - 1))
            switch numbers.next() % 9 {
            case 0: return "\(a) < \(b)"
            case 1: return "\(a) <= \(b)"
            case 2: return "\(a) > \(b)"
            case 3: return "\(a) >= \(b)"
            case 4: return "\(a) == \(b)"
            case 5: return "\(a) ~= 3"
            case 6: return "(not (\(c)))"
            case 7: return "(\(c) and \(d))"
            default: return "(\(c) or \(d))"
            }
        }
    }

    @Test("hundreds of made-up expressions come to the same", arguments: 1...8)
    func manyExpressions(seed: Int) throws {
        var expressions = Expressions(numbers: SeededNumbers(state: UInt64(seed)))
        let rows = (0..<80).map { place in
            "{ \"r\(place)\", \"R\", min = -1e15, points = function(n) local x, y, s = n.convictions_total, n:get(\"ogrs2\", 3.25), n.custody_status "
                + "return \(expressions.number(4)), \"r\" .. (\(expressions.truth(3)) and x or s) end }"
        }
        let both = try BothWays(TestPack("\(Self.common)\nmatrix \"m\" { title = \"M\", range = { -1e18, 1e18 }, rows = { \(rows.joined(separator: ",\n")) } }").load())
        var withoutLua = 0
        for line in Self.people.prefix(20) + [Self.nominal.line] {
            let records = try both.decide(line)
            #expect(records.lua == records.direct)
            withoutLua += both.direct.evaluator.calls.withoutLua
        }
        #expect(withoutLua > 21 * 60)
    }

    // MARK: Limits

    @Test("the same evaluations end at a limit of instructions")
    func instructions() throws {
        let rules = """
            \(Self.common)
            local function spin(count) local all = 0 for i = 1, count do all = all + i % 7 end return all end
            matrix "m" { title = "M", range = { 0, 1e9 }, rows = {
              { "a", "A", points = function(n) return spin(n.convictions_total * 40) end },
              { "b", "B", points = function(n) return n.offences:count(lately) + down(40) end },
              { "c", "C", points = function(n) return n.ogrs3 end },
              { "e", "E", points = function(n) local u = {} for i = 1, n.convictions_total do u[i] = i end return #u end } } }
            """
        let lines = (0..<30).map { Self.nominal.with("convictions_total", "\($0)").line }
        var ended = 0
        for limit in stride(from: 1000, through: 12000, by: 275) {
            var pack = TestPack(rules)
            pack.more = "limits = { instructions = \(limit) },"
            let both = try BothWays(pack.load())
            for line in lines {
                let records = try both.decide(line)
                #expect(records.lua == records.direct, "\(limit)")
                if records.lua.contains("longer than one nominal may take") { ended += 1 }
            }
        }
        #expect(ended > 100)
    }

    @Test(
        "what is asked again and again of a long list, and texts that are long or many, end alike and in time",
        arguments: [
            "local all = 0 for i = 1, 1e9 do all = all + n.offences:count(lately) end return all",
            "local all = 0 for i = 1, 1e9 do if n.offences:all(convicted) then all = all + 1 end end return all",
            "local all = 0 while true do for _, o in ipairs(n.offences) do if o.outcome == \"none\" then all = all + 1 end end end",
            "local all = 0 for i = 1, 200 do local a, b = n.borough, n.borough if a == b then all = all + #a end end return all",
            "local function keep(depth) local a, b, c, d = n.borough, n.borough, n.borough, n.borough if depth == 0 then return #a + #b end return keep(depth - 1) + #c + #d end return keep(14)",
            "local a = n.borough return #(a .. a .. a)",
        ])
    func longLists(body: String) throws {
        let offences = "[" + Array(repeating: offence("robbery", on: "2025-11-03"), count: 4000).joined(separator: ",") + "]"
        let rules = "\(Self.common)\nmatrix \"m\" { title = \"M\", range = { 0, 1e9 }, rows = { { \"r\", \"R\", max = 1e9, points = function(n) \(body) end } } }"
        for borough in ["Camden", String(repeating: "a", count: 1900), String(repeating: "a", count: 3000), String(repeating: "a", count: 70_000)] {
            try agree(on: rules, Self.nominal.with("offences", offences).with("borough", "\"\(borough)\""))
        }
    }

    @Test("answers that read one another deeply, and calls that catch errors, end alike")
    func depth() throws {
        for count in [5, 9, 12, 20, 40, 59, 62] {
            let matrices = (0..<count).map { place in
                let points = place == 0 ? "1" : place % 3 == 0 ? "select(2, pcall(function() return d.score.m\(place - 1) end))" : "d.score.m\(place - 1) + 1"
                return "matrix \"m\(place)\" { title = \"M\", range = { 0, 100 }, rows = { { \"r\", \"R\", points = function(n, d) return \(points) end } } }"
            }
            try agree(on: matrices.reversed().joined(separator: "\n"))
        }
    }
}
