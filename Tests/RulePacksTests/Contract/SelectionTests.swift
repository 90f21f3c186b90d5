import Decisions
import PackTestKit
import Testing

@Suite struct SelectionTests {
    private static let rules = """
        selection {
          { "first", "First", when = function(n) return n.convictions_total > 10 end },
          { "needs_ogrs", "Needs OGRS2", when = function(n) return n.ogrs2 > 50 end, category = "high" },
          { "last", "Last", when = function(n) return n.arrests_total > 5 end, action = "monitor" },
        }
        deselection {
          { "gone", "Gone", when = function(n) return n.convictions_total > 10 end, to = "monitor" },
          { "needs_ogrs3", "Needs OGRS3", when = function(n) return n.ogrs3 < 50 end },
          { "late", "Late", when = function(n) return n.arrests_total > 5 end },
        }
        """

    @Test("the first rule that holds decides, and an unknown before it refers with the data that is needed", arguments: [
        ("11", nil, "select", "first", [String]()),
        ("3", nil, "refer", "needs_ogrs", ["ogrs2"]),
        ("3", "80", "select", "needs_ogrs", []),
        ("3", "20", "monitor", "last", []),
    ] as [(String, String?, String, String, [String])])
    func selection(convictions: String, ogrs: String?, action: String, rule: String, unknown: [String]) throws {
        let got = try decide(Self.rules, ["convictions_total": convictions, "ogrs2": ogrs]).recommendation
        #expect(got.action.rawValue == action && got.rule == rule && got.unknown == unknown)
    }

    @Test("de-selection is asked of members with the same three values", arguments: [
        ("11", nil, "deselect", "gone", [String]()), ("3", nil, "refer", "needs_ogrs3", ["ogrs3"]),
        ("3", "20", "deselect", "needs_ogrs3", []), ("3", "70", "deselect", "late", []),
    ] as [(String, String?, String, String, [String])])
    func deselection(convictions: String, ogrs: String?, action: String, rule: String, unknown: [String]) throws {
        let got = try decide(Self.rules, TestNominal.member.with("convictions_total", convictions).with("ogrs3", ogrs)).recommendation
        #expect(got.action.rawValue == action && got.rule == rule && got.unknown == unknown)
    }

    @Test("where no rule fires, members are retained in their category and others get nothing")
    func noRule() throws {
        let member = try decide("", TestNominal.member).recommendation
        #expect(member.action == .retain && member.category == "ppo" && member.rule == nil)
        let other = try decide("").recommendation
        #expect(other.action == .none && other.rule == nil && other.category == nil)
    }

    @Test("a list that `cohort` leaves out makes the person a non-member")
    func noCohort() throws {
        #expect(try decide(Self.rules, ["convictions_total": "11", "cohort": nil]).recommendation.action == .select)
    }

    @Test("a rule without `when` always holds")
    func always() throws {
        #expect(try decide(#"selection { { "all", "Everybody", category = "x" } }"#).recommendation.category == "x")
    }

    @Test("`because` of a rule gives its reason in place of the host's sentences")
    func because() throws {
        let own = try decide(#"selection { { "a", "A", when = function(n) return n.convictions_total > 1 end, because = function(n, d) return n.convictions_total .. " convictions" end } }"#)
        #expect(own.recommendation.because == ["3 convictions"])
        let hosts = try decide(#"selection { { "a", "A", when = function(n) return n.convictions_total > 1 end } }"#)
        #expect(hosts.recommendation.because == ["Number of convictions: 3."])
    }

    @Test("refer says which rule could not be decided and for want of what")
    func referSays() throws {
        let got = try decide(#"selection { { "a", "Rule A", when = function(n) return n.needs.drugs == 2 end } }"#, ["needs": "{}"]).recommendation
        #expect(got.title == "Rule A" && got.unknown == ["needs.drugs"])
        #expect(got.because == ["“Rule A” cannot be decided: drugs need is not known."])
    }

    @Test("a record left out is what is missing, not its parts")
    func missingRecord() throws {
        let got = try decide(#"selection { { "a", "Rule A", when = function(n) return n.needs.drugs == 2 end } }"#).recommendation
        #expect(got.unknown == ["needs"])
    }
}
