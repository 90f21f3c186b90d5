import Cohorts
import PackTestKit
import TestSupport
import Testing

@testable import RulePacks

@Suite("rules in English")
struct RuleWordsTests {
    private static let words = """
        local recent = filter { type = { "robbery", "burglary_dwelling" }, outcome = "convicted", within = months(param.look_back) }
        local roles = { low = 0, high = param.points }
        local function inside(n) return n.custody_status == "custody" or n.custody_status == "remand" end
        local function adult(n, from) return n.age >= from end
        local function patient(n)
          if not n.statutory then return false end
          return n.convictions_total > 2
        end
        local function each(count, points, most) return math.min(count * points, most), "why" end
        local function multiplier(n)
          local m = 1
          if n.ogrs2 >= 75 then m = m + 1 end
          if inside(n) then m = m + 2 end
          return m
        end
        local function odd(n) for _, o in ipairs(n.offences) do if o.type == "robbery" then return true end end return false end
        matrix "score" {
          title = "The score", range = { 0, 100 }, rows = { { "one", "One", points = 1 } },
          bands = { { "high", "High up", from = 50 }, { "low", "Low down" } },
        }
        matrix "product" {
          title = "The product", range = { 0, 100 },
          rows = { { "a", "First part", points = 1 }, { "b", "Second part", points = 2 }, { "c", "Third part", points = 3 } },
          total = function(rows) return (rows.a + rows.b) * rows.c end,
        }
        classification "kind" { title = "The kind", classes = { { "first", "First kind", when = function(n) return n.statutory end }, { "rest", "The rest" } } }
        criteria "scope" { title = "In scope", all = { { "a", "A", function(n) return n.statutory end } } }
        """

    private func program(_ more: String) throws -> RuleProgram {
        var pack = TestPack(RuleWordsTests.words + "\n" + more)
        pack.parameters = """
            look_back = { 12, unit = "months", title = "Look back" }, points = { 5, unit = "points", title = "Points" },
            area = { { "Camden", "Enfield" }, title = "Area" }, share = { 75, unit = "percent", title = "Share" },
            """
        let source = try pack.load()
        return try RuleProgram(source, layout: RowLayout(source.catalogue), asOf: testDay)
    }

    private func condition(_ text: String) throws -> RuleWords.Wording {
        let words = RuleWords(try program("selection { { \"probe\", \"Probe\", when = function(n, d) return \(text) end } }"))
        return try #require(words.condition(of: "selection.probe", "when"))
    }

    @Test(
        "a condition says what it asks",
        arguments: [
            ("n.age >= 18", "age is 18 or more"),
            ("n.ogrs2 < param.share", "OGRS2 is less than 75%"),
            ("not (n.ogrs2 < param.share)", "OGRS2 is 75% or more"),
            ("n.statutory", "statutory supervision is yes"),
            ("not n.statutory", "statutory supervision is no"),
            ("param.area[n.borough]", "borough is one of: Camden, Enfield"),
            ("not param.area[n.borough]", "borough is not one of: Camden, Enfield"),
            ("n.gang.role ~= \"exploited\"", "role in the gang is not “exploited”"),
            ("n:has \"gang\"", "gang is recorded"),
            ("d.band.score == \"high\"", "“The score” is in the band “High up”"),
            ("d.band.score ~= \"low\"", "“The score” is not in the band “Low down”"),
            ("d.class.kind == \"first\"", "“The kind” is “First kind”"),
            ("d.met.scope", "“In scope” is met"),
            ("not d.met.scope", "“In scope” is not met"),
            ("d.score.score > 10", "the score “The score” is more than 10"),
            ("n.gang.last_confirmed >= as_of - months(param.look_back)", "date on which the link with the gang was last confirmed is on or after 12 months before the date of the run"),
            ("as_of - n.release_date > 28", "the number of days since release date is more than 28"),
            ("n:get(\"ogrs2\", 0) >= 50", "OGRS2 (0 where it is not known) is 50 or more"),
            ("#n.reviews == 0", "the number of reviews is 0"),
        ])
    func comparisons(text: String, expected: String) throws {
        let wording = try condition(text)
        #expect(wording.text == expected)
        #expect(wording.isWhole)
    }

    @Test("what a rule calls is said in its place, and what must hold together is a list")
    func called() throws {
        #expect(try condition("adult(n, 21) and not inside(n)").lines == ["age is 21 or more", "custody status is not “custody”", "custody status is not “remand”"])
        #expect(try condition("inside(n)").lines == ["either custody status is “custody”, or custody status is “remand”"])
        #expect(try condition("patient(n)").lines == ["statutory supervision is yes", "number of convictions is more than 2"])
        #expect(
            try condition("n.age >= 18 and (n.statutory or n.age < 25 and n.ogrs2 >= 50)").lines == [
                "age is 18 or more", "either statutory supervision is yes, or (age is less than 25, and OGRS2 is 50 or more)",
            ])
    }

    @Test("to negate a condition of several is to negate each, and what joins them")
    func negated() throws {
        #expect(try condition("not (n.statutory and n.age >= 18)").lines == ["either statutory supervision is no, or age is less than 18"])
        #expect(try condition("not (n.statutory or n.age >= 18)").lines == ["statutory supervision is no", "age is less than 18"])
        #expect(try condition("not patient(n)").isWhole)
        #expect(try condition("not patient(n)").text == "it is not so that (statutory supervision is yes, and number of convictions is more than 2)")
    }

    @Test("a filter says which items it means")
    func filters() throws {
        let text = try condition("n.offences:count(recent) >= 2").text
        #expect(
            text == "the number of offences with type “robbery” or “burglary dwelling”, outcome “convicted”, a date within the last 12 months is 2 or more")
        #expect(try condition("n.offences:any(recent)").text.hasPrefix("there is at least one of the offences with type “robbery”"))
        #expect(try condition("not n.offences:any(recent)").text.hasPrefix("there are no offences with "))
    }

    @Test("what cannot be said is shown as it is written, and the wording is not whole")
    func unsaid() throws {
        let wording = try condition("n.age >= 18 and odd(n)")
        #expect(wording.lines == ["age is 18 or more", "`odd(n)`"])
        #expect(!wording.isWhole)
    }

    @Test("the fields that a condition names are known, through what it calls too")
    func fields() throws {
        #expect(try condition("adult(n, 18) and n.offences:any(recent) and d.met.scope").fields == ["age", "offences", "offences.type", "offences.outcome"])
    }

    private func value(_ text: String) throws -> String {
        let words = RuleWords(
            try program("matrix \"probe\" { title = \"Probe\", range = { 0, 1000 }, rows = { { \"row\", \"Row\", points = function(n, d) return \(text) end } } }"))
        return try #require(words.value(of: "matrix.probe.row", "points")).text
    }

    @Test(
        "points say how they are worked out",
        arguments: [
            ("each(n.convictions_total, param.points, 40)", "number of convictions times 5, but no more than 40"),
            ("inside(n) and 0 or 1", "0 where (either custody status is “custody”, or custody status is “remand”), otherwise 1"),
            ("roles[n.risk_of_harm]", "by risk of harm: low 0, high 5 points"),
            ("multiplier(n)", "1, plus 1 if OGRS2 is 75 or more, plus 2 if (either custody status is “custody”, or custody status is “remand”)"),
            ("n.arrests_total * param.share / 100", "number of arrests times 75 divided by 100"),
            ("(n.needs.drugs + n.needs.alcohol) * 2", "(drugs need plus alcohol need) times 2"),
        ])
    func points(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test("a total says how the rows go together, by their titles")
    func total() throws {
        let words = RuleWords(try program(""))
        #expect(words.total(of: "matrix.product")?.text == "(“First part” plus “Second part”) times “Third part”")
    }

    @Test("every condition of the packs that come with Waymark is put into words, save those with loops", arguments: [
        ("gripping-the-offender", 7), ("staffordshire", 2), ("stoke-on-trent", 2), ("wakefield", 13), ("west-midlands", 3), ("birmingham", 4),
    ])
    func shipped(pack: String, most: Int) throws {
        let source = try PackSource.load("\(projectFolder)/rules/\(pack)").pack
        let program = try RuleProgram(source, layout: RowLayout(source.catalogue), asOf: testDay)
        let words = RuleWords(program)
        let rules = program.rules
        var paths: [String] = []
        for rule in rules.selection where rule.when != nil { paths.append("selection.\(rule.id)") }
        for rule in rules.deselection where rule.when != nil { paths.append("deselection.\(rule.id)") }
        for rule in rules.taskings where rule.when != nil { paths.append("tasking.\(rule.id)") }
        let all = paths.map { words.condition(of: $0, "when", "3") }
        #expect(all.allSatisfy { $0 != nil })
        var parts: [String] = []
        for (path, wording) in zip(paths, all) { if let wording, !wording.isWhole { parts.append("\(path): \(wording.text)") } }
        #expect(parts.count <= most, "\(parts.joined(separator: "\n"))")
    }
}
