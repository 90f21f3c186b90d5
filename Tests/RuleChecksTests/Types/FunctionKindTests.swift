import Decisions
import PackTestKit
import Testing

/// Values on their way through functions, tables, modules and declarations.
@Suite("kinds of values from function to function")
struct FunctionKindTests {
    private func matrix(_ row: String) -> String {
        "matrix \"sac\" { title = \"Score\", range = { 0, 9 }, rows = { { \"one\", \"One\", max = 9, \(row) } } }"
    }

    @Test("a mistake is found wherever the value went", arguments: [
        ("local function old(n) return n.agee > 3 end\ncriteria \"a\" { title = \"A\", all = { { \"old\", \"Old\", old } } }", FindingCode.unknownField, 1, 32),
        ("local function old(x, y) return y.agee > x end\ncriteria \"a\" { title = \"A\", all = { { \"old\", \"Old\", function(n) return old(3, n) end } } }",
         .unknownField, 1, 35),
        ("local h = {}\nfunction h.old(n) return n.agee > 3 end\ncriteria \"a\" { title = \"A\", all = { { \"old\", \"Old\", h.old } } }",
         .unknownField, 2, 28),
        ("local h = {}\nfunction h:old(n) return n.agee > 3 end\ncriteria \"a\" { title = \"A\", all = { { \"old\", \"Old\", function(n) return h:old(n) end } } }", .unknownField, 2, 28),
        ("function old(n) return n.agee > 3 end\ncriteria \"a\" { title = \"A\", all = { any = { { \"old\", \"Old\", old } } } }", .unknownField, 1, 26),
        ("local f = filter { type = \"robbery\", within = months(3) }\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return n.orders:any(f) end } } }", .unknownVerb, 1, 20),
        ("local f = filter { band = \"red\", within = months(3) }\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return n.offences:any(f) end } } }", .unknownVerb, 1, 20),
        ("local f = filter { outcome = \"refused\", within = months(3) }\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return n.offences:any(f) end } } }", .impossibleValue, 1, 20),
        ("local rows = {}\nfor i = 1, 2 do rows[i] = { \"r\" .. i, \"R\", function(n) return n.agee > i end } end\ncriteria \"a\" { title = \"A\", all = rows }", .unknownField, 2, 65),
        ("local function last(n) return n.offences:latest() end\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return last(n).dte > as_of end } } }", .unknownField, 2, 76),
        ("local function both(n) return n.age, n.offences end\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) local _, list = both(n) return list:cont() > 3 end } } }", .unknownVerb, 2, 97),
        ("criteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) local ok, o = pcall(function(x) return x.agee end, n) return ok end } } }",
         .unknownField, 1, 102),
        ("criteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) local t = {} for _, o in ipairs(n.offences) do table.insert(t, o) end table.sort(t, function(a, b) return a.dte < b.dte end) return #t > 3 end } } }", .unknownField, 1, 169),
        ("local t = { x = 1 }\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) t.x = n.age return true end } } }", .lastingChange, 2, 63),
        ("local seen = 0\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) seen = n.age return true end } } }", .lastingChange, 2, 61),
        ("local t = {}\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) table.insert(t, n.age) return true end } } }",
         .lastingChange, 2, 61),
        ("local h = { old = function(n) return n.age > 3 end }\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return h.odl(n) end } } }",
         .undefinedName, 2, 70),
    ] as [(String, FindingCode, Int, Int)])
    func found(rules: String, code: FindingCode, line: Int, column: Int) throws {
        let findings = try TypedPack(rules).ruleFindings().filter { $0.severity == .error }
        let first = try #require(findings.first)
        #expect(first.code == code && first.line == line && first.column == column, "\(findings.map(\.text))")
    }

    @Test("the host is given what it can take", arguments: [
        ("points = function(n) local k = 1 end", "the points of `one` gives nothing"),
        ("points = function(n) return n.borough end", "the points of `one` gives text, where a number of points is wanted"),
        ("of = function(n) return n.statutory end, steps = { { 1, 1 } }", "`of` of `one` gives true or false, where a number is wanted"),
        ("points = 1, when = function(n) return n.ogrs2 end", "the condition of `one` gives a number, where true or false is wanted"),
        ("points = 1, when = function(n) if n.age > 3 then local x = 1 end end", "the condition of `one` gives nothing"),
    ])
    func given(row: String, says: String) throws {
        let findings = try TypedPack(matrix(row)).ruleFindings()
        #expect(findings.contains { $0.code == .wrongType && $0.severity == .error && $0.message.contains(says) && $0.line == 1 }, "\(findings.map(\.text))")
    }

    @Test("a reason that is no text is a warning")
    func reason() throws {
        let findings = try TypedPack("selection { { \"s\", \"S\", because = function(n) return n.statutory end } }").ruleFindings()
        #expect(findings.map(\.severity) == [.warning] && findings.first?.message == "the reason of `s` gives true or false, where text is wanted")
    }

    @Test("each kind of declaration hands its functions what they get", arguments: [
        "decision_table \"t\" { title = \"T\", hit = \"first\", inputs = { { \"i\", of = function(n) return n.agee end } }, outputs = { { \"o\" } }, rows = { { \"-\", \"->\", 1 } } }",
        "classification \"c\" { title = \"C\", pick = \"first\", classes = { { \"x\", \"X\", when = function(n) return n.agee == 1 end }, { \"y\", \"Y\" } } }",
        "group \"g\" { title = \"G\", key = function(n) return n.agee end }",
        "selection { { \"s\", \"S\", when = function(n, d) return n.agee == 1 end } }",
        "deselection { { \"s\", \"S\", function(n, d) return n.agee == 1 end } }",
        "selection { { \"s\", \"S\", because = function(n, d) return n.agee end } }",
        "tasking { { \"s\", \"S\", owner = \"o\", due = function(n) return n.agee end } }",
        "allocation { title = \"A\", capacity = 3, rank = { function(n, d) return n.agee end } }",
        "allocation { title = \"A\", capacity = 3, rank = { function(n, d) return n.age end }, keep = function(n) return n.agee end }",
    ])
    func declarations(rules: String) throws {
        let findings = try TypedPack(rules).ruleFindings()
        #expect(findings.map(\.code) == [.unknownField], "\(findings.map(\.text))")
    }

    @Test("a total is given the rows of its own matrix")
    func total() throws {
        let rules = """
            matrix "m" { title = "M", range = { 0, 9 }, rows = { { "one", "One", points = 1 } },
              total = function(row) return row.one + row.too end }
            """
        let finding = try #require(try TypedPack(rules).ruleFindings().first)
        #expect(finding.code == .unknownAnswer && finding.line == 2 && finding.column == 46
            && finding.message == "matrix `m` has no row `too`", "\(finding.text)")
    }

    @Test("a module's functions are followed from the pack")
    func module() throws {
        var pack = TypedPack(
            "local tools = require \"common.tools\"\ncriteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return tools.old(n) end } } }")
        pack.files["common/tools.lua"] = "local tools = {}\nfunction tools.old(n)\n  return n.agee > 3\nend\nreturn tools\n"
        pack.more = "uses = { \"common.tools\" },"
        let finding = try #require(try pack.ruleFindings().first)
        #expect(finding.file == "common/tools.lua" && finding.line == 3 && finding.column == 12 && finding.code == .unknownField, "\(finding.text)")
    }

    @Test("what a pack replaces in its baseline is not checked against what replaced it")
    func replaced() throws {
        let scored = { (row: String, total: String) in
            "matrix \"m\" { title = \"M\", range = { 0, 9 }, rows = { { \"\(row)\", \"Row\", points = 1 } }, total = function(row) return row.\(total) end }"
        }
        var pack = TypedPack(scored("two", "two"))
        var base = TypedPack(scored("one", "one"))
        base.reads = "\"age\""
        pack.more = "extends = \"base\","
        pack.files["base/pack.lua"] = base.manifest.replacing("id = \"probe\"", with: "id = \"base\"").replacing(TestPack.everyReason, with: "age = \"a test\"")
        pack.files["base/rules.lua"] = base.files["rules.lua"]
        #expect(try pack.ruleFindings().map(\.text) == [])
        pack.files["rules.lua"] = scored("two", "one")
        #expect(try pack.ruleFindings().map(\.code) == [.unknownAnswer])
    }
}
