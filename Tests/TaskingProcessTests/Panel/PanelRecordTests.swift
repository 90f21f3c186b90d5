import DecisionStore
import Decisions
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("what a panel decides")
struct PanelRecordTests {
    struct Case: Sendable {
        var from: (String, String?)
        var recommended: Recommendation.Action
        var category: String?
        var act: PanelAct
        var stands: String
    }

    static let cases: [Case] = [
        Case(from: ("none", nil), recommended: .select, category: "ppo", act: PanelAct(.confirm), stands: "member ppo"),
        Case(from: ("none", nil), recommended: .select, act: PanelAct(.confirm, category: "ppo"), stands: "member ppo"),
        Case(from: ("watched", nil), recommended: .select, category: "ppo", act: PanelAct(.confirm), stands: "member ppo"),
        Case(from: ("none", nil), recommended: .monitor, act: PanelAct(.confirm), stands: "watched"),
        Case(from: ("watched", nil), recommended: .none, act: PanelAct(.confirm), stands: "none"),
        Case(from: ("member", "ppo"), recommended: .deselect, act: PanelAct(.confirm), stands: "none"),
        Case(from: ("member", "ppo"), recommended: .deselect, category: "monitor", act: PanelAct(.confirm), stands: "member monitor"),
        Case(from: ("member", "ppo"), recommended: .refer, act: PanelAct(.confirm), stands: "member ppo"),
        Case(from: ("none", nil), recommended: .refer, act: PanelAct(.confirm, action: .select, category: "ppo"), stands: "member ppo"),
        Case(from: ("none", nil), recommended: .select, category: "ppo", act: PanelAct(.depart(.riskLower), words: "Settled."), stands: "none"),
        Case(from: ("watched", nil), recommended: .select, category: "ppo", act: PanelAct(.depart(.capacity), words: "Full."), stands: "watched"),
        Case(from: ("member", "ppo"), recommended: .deselect, act: PanelAct(.depart(.riskHigher), words: "Seen armed."), stands: "member ppo"),
        Case(from: ("none", nil), recommended: .select, category: "ppo", act: PanelAct(.depart(.riskLower), words: "Watch.", action: .monitor), stands: "watched"),
        Case(from: ("none", nil), recommended: .monitor, act: PanelAct(.depart(.riskHigher), words: "Now.", action: .select, category: "ppo"), stands: "member ppo"),
        Case(
            from: ("member", "ppo"), recommended: .deselect, category: "monitor", act: PanelAct(.depart(.progress), words: "Out.", action: .deselect), stands: "none"),
    ]

    @Test("is done, or leaves things as they are", arguments: cases)
    func outcomes(given: Case) throws {
        let place = try PanelPlace()
        try place.take("a")
        try place.stand("a", given.from.0, category: given.from.1)
        let id = try place.recommend(given.recommended, "a", category: given.category)
        _ = try place.panel.review("a", outcome: "seen", words: "Looked at.", by: "p.grey")
        let decision = try place.panel.record(id, given.act, by: "p.grey")
        #expect(try place.standing("a") == given.stands)
        #expect((decision.move != nil) == (given.stands != given.from.0 + (given.from.1.map { " \($0)" } ?? "")))
        let state = given.act.outcome == .confirm ? "confirmed" : "departed"
        #expect(try place.value("SELECT state || ' ' || closed FROM recommendation") == "\(state) 2026-11-20")
        #expect(try place.faults == [])
    }

    @Test("is one row of the log, which names nobody and gives no words")
    func oneRow() throws {
        let place = try PanelPlace()
        try place.take("N-0001")
        let id = try place.recommend(.select, "N-0001", category: "ppo")
        let rows = try place.logged { _ = try place.panel.record(id, PanelAct(.depart(.riskLower), words: "Mother is ill.", action: .monitor), by: "p.grey") }
        #expect(rows.count == 1)
        #expect(rows.first?.kind == "alteration")
        #expect(rows.first?.subject != nil)
        let what = rows.first?.what ?? ""
        #expect(what.hasPrefix("panel decision: R1 departed from, select ppo by rule `join`, reason risk_lower, decided monitor; stood none, stands watched; sha256:"))
        for secret in ["N-0001", "Mother"] { #expect(!what.contains(secret)) }
    }

    @Test("says since when somebody is in the cohort, which a move within it does not change")
    func since() throws {
        let place = try PanelPlace()
        try place.take("a")
        _ = try place.panel.record(try place.recommend(.select, "a", category: "ppo"), PanelAct(.confirm), by: "p.grey")
        #expect(try place.value("SELECT since FROM nominal") == "2026-11-20")
        place.today = "2026-12-15"
        let move = try place.recommend(.deselect, "a", category: "monitor", made: "2026-12-10", decideBy: "2026-12-24")
        _ = try place.panel.review("a", outcome: "progress", words: "In work.", by: "p.grey")
        _ = try place.panel.record(move, PanelAct(.confirm), by: "p.grey")
        #expect(try place.standing("a") == "member monitor")
        #expect(try place.value("SELECT since FROM nominal") == "2026-11-20")
        #expect(try place.value("SELECT group_concat(was || ' ' || ifnull(was_category, '-') || ' > ' || now || ' ' || ifnull(now_category, '-'), '; ') FROM standing_change") == "none - > member ppo; member ppo > member monitor")
    }

    @Test("keeps the same recommendation from coming back for three months, or until the day that the panel names", arguments: [(nil, "2027-02-20"), ("2026-12-01", "2026-12-01")] as [(String?, String)])
    func again(named: String?, kept: String) throws {
        let place = try PanelPlace()
        try place.take("a")
        let id = try place.recommend(.select, "a", category: "ppo")
        let decision = try place.panel.record(id, PanelAct(.depart(.capacity), words: "Full.", again: named.map(day)), by: "p.grey")
        #expect(decision.again == day(kept))
        #expect(try place.value("SELECT again FROM panel_decision") == kept)
    }

    @Test("stands only where a panel has decided: nothing else that panels do changes it")
    func onlyDecisions() throws {
        let place = try PanelPlace()
        try place.take("a")
        try place.recommend(.select, "a", category: "ppo")
        let task = try place.task("a")
        _ = try place.panel.review("a", outcome: "keep", words: "Looked at.", by: "p.grey")
        _ = try place.panel.queue(by: "p.grey", why: "a panel")
        _ = try place.panel.picture("a", by: "p.grey", why: "a panel")
        _ = try place.tasks.finish(task, by: "worker")
        _ = try place.panel.overdueReviews(by: "p.grey", why: "a panel")
        #expect(try place.standing("a") == "none")
        #expect(try place.value("SELECT count(*) || '' FROM standing_change") == "0")
    }

    @Test("notes another `waymark.lua` in the log, and how often panels review by it")
    func people() throws {
        let place = try PanelPlace()
        let changed = PanelPlace.people.replacing("3 months", with: "6 weeks")
        let people = try People(reading: Array(changed.utf8))
        try place.take("a")
        let rows = try place.logged { _ = try Panel(place.store, people: people).review("a", outcome: "keep", words: "Looked at.", by: "p.grey") }
        #expect(rows.map(\.kind) == ["people", "alteration"])
        #expect(rows.first?.what == "\(people.digest): panels now review every 42 days")
    }
}
