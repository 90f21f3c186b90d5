import DecisionStore
import Decisions
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("reviews")
struct PanelReviewTests {
    @Test("are of today, and one row of the log that says nothing of what was found")
    func recorded() throws {
        let place = try PanelPlace()
        try place.take("a")
        let rows = try place.logged { _ = try place.panel.review("a", outcome: "progress", words: "In work since May.", by: "p.grey") }
        #expect(rows.count == 1)
        #expect(rows.first?.kind == "alteration")
        #expect(rows.first?.what.hasPrefix("panel review: recorded of 2026-11-20; sha256:") == true)
        #expect(rows.first?.what.contains("progress") == false)
        #expect(try place.value("SELECT day || ' ' || who || ' ' || outcome || ' ' || words FROM review") == "2026-11-20 p.grey progress In work since May.")
    }

    @Test("need an outcome and words", arguments: [("", "Well."), ("keep", " ")])
    func empty(outcome: String, words: String) throws {
        let place = try PanelPlace()
        try place.take("a")
        #expect(throws: GovernanceError("a review has an outcome in a word, and words that say what was found")) {
            _ = try place.panel.review("a", outcome: outcome, words: words, by: "p.grey")
        }
        #expect(try place.value("SELECT count(*) || '' FROM review") == "0")
    }

    @Test("are due so long after the last one, or after joining, and overdue on the day after", arguments: [
        ("2026-08-19", nil, nil, true), ("2026-08-20", nil, nil, false), ("2026-01-01", "2026-08-19", nil, true), ("2026-01-01", "2026-08-20", nil, false),
        ("2026-01-01", "2026-01-05", "2026-08-20", false), ("2026-01-01", "2026-08-20", "2026-01-05", false), (nil, nil, nil, true),
    ] as [(String?, String?, String?, Bool)])
    func due(since: String?, reviewed: String?, imported: String?, isOverdue: Bool) throws {
        let place = try PanelPlace(today: reviewed ?? "2026-01-01")
        try place.take("a", more: imported.map { #","reviews":[{"date":"\#($0)","outcome":"keep"}]"# } ?? "")
        try place.stand("a", "member", category: "ppo", since: since)
        if reviewed != nil { _ = try place.panel.review("a", outcome: "keep", words: "Looked at.", by: "p.grey") }
        place.today = "2026-11-20"
        #expect(try place.panel.overdueReviews(by: "p.grey", why: "a panel").map(\.member.nominal) == (isOverdue ? ["a"] : []))
    }

    @Test("are for those in the cohort who are not restricted; the longest overdue come first, and each who is shown is logged")
    func list() throws {
        let place = try PanelPlace()
        try place.take("a", "b", "c", "d", "e")
        try place.take("f", borough: "Oxbridge")
        for (id, since) in [("a", "2026-03-01"), ("b", "2026-01-01"), ("c", "2026-11-01"), ("e", "2026-01-01"), ("f", "2026-01-01")] {
            try place.stand(id, "member", category: "ppo", since: since)
        }
        try place.stand("d", "watched")
        try place.restrict("e")
        var overdue: [OverdueReview] = []
        let rows = try place.logged { overdue = try place.panel.overdueReviews(by: "p.grey", why: "a panel", borough: "Camford") }
        #expect(overdue.map(\.member.nominal) == ["b", "a"])
        #expect(overdue.map(\.due) == [day("2026-04-01"), day("2026-06-01")])
        #expect(rows.map(\.kind) == ["consultation", "consultation"])
    }

    @Test("come as often as `waymark.lua` says")
    func often() throws {
        let place = try PanelPlace(people: PanelPlace.people.replacing("3 months", with: "1 year"))
        try place.take("a")
        try place.stand("a", "member", category: "ppo", since: "2026-01-01")
        #expect(try place.panel.overdueReviews(by: "p.grey", why: "a panel").isEmpty)
    }
}
