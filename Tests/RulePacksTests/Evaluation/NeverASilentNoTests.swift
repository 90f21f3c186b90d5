import Decisions
import Notation
import PackTestKit
import RulePacks
import Testing

/// What is not known stays unknown, and what is not a yes is never taken for one.
@Suite struct NeverASilentNoTests {
    private static let gang = #"group "gang" { title = "Gang", key = function(n) return n.gang.name end }"#
    private static let network = #"group "network" { title = "Network", link = { "co_offender" } }"#
    private static let small = #"""

        selection { { "alone", "In a small group", when = function(n, d) return d.group.NAME.size < 2 end } }
        """#

    @Test("a gang that was left out of the input is not no gang", arguments: [
        ("null", "select"), (#"{"name":"Northgate","role":"core"}"#, "select"), (nil, "refer"),
    ] as [(String?, String)])
    func gangLeftOut(gang: String?, action: String) async throws {
        let rules = Self.gang + Self.small.replacing("NAME", with: "gang")
        let person = TestNominal.neutral.named("a").with("cohort", "null").with("gang", gang)
        let record = try #require(try await RanCohort(TestPack(rules).load(), [person.line]).records()["a"])
        #expect(record.recommendation.action == action)
        #expect(record.recommendation.unknown == (action == "refer" ? ["gang"] : []))
    }

    @Test("associates that were left out are not none, unless somebody else names the person", arguments: [
        ("[]", false, "select"), (nil, false, "refer"), (nil, true, "none"),
    ] as [(String?, Bool, String)])
    func associatesLeftOut(associates: String?, isNamed: Bool, action: String) async throws {
        let rules = Self.network + Self.small.replacing("NAME", with: "network")
        let person = TestNominal.neutral.named("a").with("cohort", "null").with("associates", associates)
        let other = TestNominal.neutral.named("b").with("associates", isNamed ? #"[{"id":"a","kind":"co_offender"}]"# : "[]")
        let record = try #require(try await RanCohort(TestPack(rules).load(), [person.line, other.line]).records()["a"])
        #expect(record.recommendation.action == action)
        #expect(record.recommendation.unknown == (action == "refer" ? ["associates"] : []))
    }

    @Test("a condition that gives something else than true or false is an error, as it would say yes to everybody", arguments: [
        ("n.convictions_total", "gave the number"), ("n.borough", "gave the text"), (#""no""#, "gave the text `no`"), ("n.offences", "gave a list"),
        ("{}", "gave a table"), ("print", "gave a function"), ("d.met", "gave a group of answers"),
    ])
    func condition(expression: String, words: String) throws {
        let decision = try decide(
            "selection { { \"s\", \"S\", when = function(n, d) return \(expression) end } }",
            TestNominal.neutral.with("cohort", "null").with("offences", "[]"))
        #expect(decision.recommendation.action == .refer)
        #expect(decision.error?.code == "not_a_condition")
        #expect(decision.error?.message.contains(words) == true)
    }

    @Test("a record that is there, or nothing, says whether there is one")
    func record() throws {
        let rules = #"selection { { "s", "S", when = function(n) return n.offences:latest() end } }"#
        let some = TestNominal.neutral.with("cohort", "null").with("offences", #"[{"type":"robbery","date":"2026-01-01","outcome":"convicted"}]"#)
        #expect(try decide(rules, some).recommendation.action == .select)
        #expect(try decide(rules, some.with("offences", "[]")).recommendation.action == .none)
    }

    @Test("an input of a decision table that gives nothing counts as no, as it does in a condition")
    func tableInput() throws {
        let rules = #"""
            decision_table "t" { title = "T", hit = "first", inputs = { { "pilot", of = function(n) return param.pilots[n.borough] or nil end } },
              outputs = { { "o" } }, rows = { { "true", "->", "in" }, { "false", "->", "out" } } }
            """#
        var pack = TestPack(rules)
        pack.parameters = #"pilots = { { "Camden" }, title = "Pilots" }"#
        let decider = try Decider(pack.load())
        #expect(try decider.decide(TestNominal.neutral.with("borough", #""Camden""#)).tables.first?.output == .one([.text("in")]))
        #expect(try decider.decide(TestNominal.neutral.with("borough", #""Barnet""#)).tables.first?.output == .one([.text("out")]))
    }

    @Test("more answers or fields than can be followed are refused, not forgotten")
    func tooMany() throws {
        let rows = (0..<60).map { "{ \"r\($0)\", \"R\", points = 1 }" }.joined(separator: ", ")
        let matrices = (0..<20).map { "matrix \"m\($0)\" { title = \"M\", range = { 0, 100 }, rows = { \(rows) } }" }.joined(separator: "\n")
        #expect(throws: PackError.self) { try Decider(matrices) }
        var pack = TestPack("")
        pack.fields = "return { " + (0..<1100).map { "f\($0) = { \"bool\", title = \"F\" }" }.joined(separator: ", ") + " }"
        #expect(throws: PackError.self) { try Decider(try pack.load()) }
    }

    @Test("a group by links reads associates, and so has to declare and justify it", arguments: [
        (#""borough""#, "", "WM010"), (#""borough", "associates""#, #"associates = "a test""#, nil),
    ] as [(String, String, String?)])
    func links(reads: String, protected: String, code: String?) throws {
        var pack = TestPack(Self.network)
        pack.reads = reads
        pack.protected = protected
        let source = try pack.load()
        do {
            let decider = try Decider(source)
            #expect(code == nil)
            #expect(try decider.decide(TestNominal.neutral.with("associates", "[]")).reads == ["associates.id", "associates.kind"])
        } catch let error as PackError {
            #expect(error.findings.map(\.code.rawValue) == [code])
        }
    }

    @Test("a pack laid over another cannot change its rules by way of a helper of the same name")
    func helpers() throws {
        var pack = TestPack(#"function helper(n) return true end"#)
        pack.files = #""rules.lua", "more.lua""#
        pack.others["test-pack/more.lua"] = "helper = function(n) return false end"
        do {
            _ = try Decider(pack.load())
            Issue.record("the second file was let in")
        } catch let error as PackError {
            #expect(error.findings.map(\.message) == ["`helper` is set in `rules.lua` already: choose another name, or write `local helper`"])
            #expect(error.findings.first?.file == "more.lua")
        }
    }

    @Test("a mean that needs itself is a loop, and one that needs another waits for it")
    func means() async throws {
        let matrix = { (name: String, points: String) in
            "matrix \"\(name)\" { title = \"M\", range = { 0, 1000 }, rows = { { \"r\", \"R\", max = 1000, points = function(n, d) return \(points) end } } }\n"
        }
        let ask = #"selection { { "s", "S", when = function(n, d) print(d.score.b) return false end } }"#
        let people = [("a", 10), ("b", 30)].map { id, ogrs in
            TestNominal.neutral.named(id).with("cohort", "null").with("gang", #"{"name":"N","role":"core"}"#).with("ogrs2", String(ogrs)).line
        }
        let chained = Self.gang + "\n" + matrix("a", "n.ogrs2") + matrix("b", "d.group.gang:mean_score(\"a\")") + matrix("c", "d.group.gang:mean_score(\"b\")") + ask
        let records = try await RanCohort(TestPack(chained).load(), people).records()
        #expect(records["a"]?.trace == ["20"])
        let looped = Self.gang + "\n" + matrix("b", "d.group.gang:mean_score(\"b\")") + ask
        #expect(try await RanCohort(TestPack(looped).load(), people).records()["a"]?.error?.code == "loop")
        let twoLooped = Self.gang + "\n" + matrix("a", "d.group.gang:mean_score(\"b\")") + matrix("b", "d.group.gang:mean_score(\"a\")") + ask
        #expect(try await RanCohort(TestPack(twoLooped).load(), people).records()["a"]?.error?.code == "loop")
    }

    @Test("a filter's value that no list could ever have is found while the pack loads", arguments: [
        (#"type = "robbery", outcome = "convcted""#, "`outcome` is never `convcted`: did you mean `convicted`?"),
        (#"type = "robbery", outcome = { "convicted", "chraged" }"#, "`outcome` is never `chraged`: did you mean `charged`?"),
        (#"outcme = "convicted""#, "no list has a field `outcme`: did you mean `outcome`?"),
    ])
    func filters(condition: String, message: String) throws {
        do {
            _ = try Decider("local f = filter { \(condition) }")
            Issue.record("the filter was let in")
        } catch let error as PackError {
            #expect(error.findings.map(\.message) == [message])
        }
    }

    @Test("the length of a table with holes is that up to the first hole, whatever Lua's own `#` would say")
    func holes() throws {
        let before = "local function build(k) local t = { a = 1, b = 2, c = 3 } for i = 1, k do t[i] = i end t[k // 2] = nil t[k + 5] = 1 return t end"
        #expect(try value(of: "#build(20)", before: before) == "9")
        #expect(try value(of: "(function() local t = build(9) t[4] = 4 return #t end)()", before: before) == "9")
        #expect(try value(of: "#{ 1, 2, 3 } + #\"four\" + #n.offences", TestNominal.neutral.with("offences", "[]")) == "7")
    }

    @Test("an address cannot be had by way of a zero byte")
    func address() throws {
        #expect(try value(of: #"pcall(string.format, "\0%p", print)"#).hasPrefix("error: `%p` shows an address"))
        #expect(try value(of: #"(string.format("\0%s", {})):sub(2)"#) == "table")
    }

    @Test("Lua's own words for common slips are put into words that say what to do", arguments: [
        ("n.offences:latest().type", "has no value here, so it has no parts"), (#"n.convictions_total > "18""#, "both sides have to be of one kind"),
        ("n.convictions_total + nil", "cannot be calculated with"), ("missing.thing", "`missing` is not defined"),
    ])
    func words(expression: String, words: String) throws {
        let text = try value(of: expression, TestNominal.neutral.with("offences", "[]"))
        #expect(text.hasPrefix("error: ") && text.contains(words), "\(text)")
    }
}
