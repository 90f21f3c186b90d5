import Decisions
import PackTestKit
import Testing

/// Three values, and what `all` and `any` make of them.
@Suite struct CriteriaTests {
    /// yes, no, or unknown for want of `ogrs2` or `ogrs3`.
    static let tests = [
        "yes": "function() return true end", "no": "function() return false end", "u2": "function(n) return n.ogrs2 > 0 end",
        "u3": "function(n) return n.ogrs3 > 0 end",
    ]

    static func rows(_ words: String) -> String {
        words.split(separator: " ").enumerated().map { place, word in
            #"{ "r\#(place)", "Row", \#(tests[String(word)] ?? "nil") }"#
        }.joined(separator: ", ")
    }

    private func met(_ body: String) throws -> String {
        let decision = try decide("""
            criteria "c" { title = "C", \(body) }
            selection { { "s", "S", when = function(n, d) return d.met.c end } }
            """)
        let unknown = decision.recommendation.unknown
        return "\(decision.criterion("c")?.met.rawValue ?? "?")" + (unknown.isEmpty ? "" : " " + unknown.joined(separator: " "))
    }

    @Test("`all`: one not met decides, else one unknown leaves it unknown", arguments: [
        ("yes yes", "yes"), ("yes no", "no"), ("u2 no", "no"), ("no u2", "no"), ("yes u2", "unknown ogrs2"), ("u2 u3", "unknown ogrs2 ogrs3"),
    ])
    func all(rows: String, expected: String) throws { #expect(try met("all = { \(Self.rows(rows)) }") == expected) }

    @Test("`any`: one met decides, else one unknown leaves it unknown", arguments: [
        ("no no", "no"), ("yes no", "yes"), ("u2 yes", "yes"), ("yes u2", "yes"), ("no u2", "unknown ogrs2"), ("u3 u2", "unknown ogrs2 ogrs3"),
    ])
    func any(rows: String, expected: String) throws { #expect(try met("any = { \(Self.rows(rows)) }") == expected) }

    @Test("`any` inside `all` and `all` inside `any` keep the three values", arguments: [
        (#"all = { { "a", "A", function() return true end }, any = { \#(CriteriaTests.rows("no u2")) } }"#, "unknown ogrs2"),
        (#"all = { { "a", "A", function() return false end }, any = { \#(CriteriaTests.rows("no u2")) } }"#, "no"),
        (#"all = { { "a", "A", function() return true end }, any = { \#(CriteriaTests.rows("yes u2")) } }"#, "yes"),
        (#"any = { { "a", "A", function() return false end }, all = { \#(CriteriaTests.rows("yes u2")) } }"#, "unknown ogrs2"),
        (#"any = { { "a", "A", function() return true end }, all = { \#(CriteriaTests.rows("yes u2")) } }"#, "yes"),
        (#"any = { { "a", "A", function() return false end }, all = { \#(CriteriaTests.rows("no u2")) } }"#, "no"),
    ])
    func nested(body: String, expected: String) throws { #expect(try met(body) == expected) }

    @Test("only the data on which the answer still depends is named")
    func onlyWhatIsNeeded() throws {
        // The inner `any` is met, so its unknown row does not matter.
        let body = #"all = { any = { { "a", "A", function() return true end }, { "b", "B", function(n) return n.ogrs3 > 0 end } }, { "c", "C", function(n) return n.ogrs2 > 0 end } }"#
        #expect(try met(body) == "unknown ogrs2")
    }

    @Test("rows that could not be told appear as such, with the field's name")
    func unknownRow() throws {
        let decision = try decide(#"criteria "c" { title = "C", any = { { "a", "A", function() return true end }, { "b", "B", function(n) return n.ogrs2 > 0 end } } }"#)
        let rows = try #require(decision.criterion("c")).rows
        #expect(decision.criterion("c")?.met == .yes)
        #expect(rows.map(\.met) == [.yes, .unknown] && rows.map(\.unknown) == [[], ["ogrs2"]])
    }

    @Test("nothing and false are no; a number, text or a list is an error")
    func truth() throws {
        #expect(try met(#"all = { { "a", "A", function() return nil end } }"#) == "no")
        for answer in ["0", "1", #""text""#, "n.offences", "{}"] {
            let decision = try decide(#"criteria "c" { title = "C", all = { { "a", "A", function(n) return \#(answer) end } } }"#)
            #expect(decision.error?.code == "not_a_condition" && decision.error?.rule == "criteria.c.a")
            #expect(decision.recommendation.action == .refer)
        }
    }
}
