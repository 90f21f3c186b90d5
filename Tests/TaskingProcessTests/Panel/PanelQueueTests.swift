import DecisionStore
import Decisions
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("a panel's queue")
struct PanelQueueTests {
    @Test("begins with what is overdue, then goes by the day to decide by, then leaving, joining, questions, watching, and at last by number")
    func order() throws {
        let place = try PanelPlace()
        try place.take("a", "b", "c", "d", "e", "f", "g")
        let late = try place.recommend(.monitor, "a", decideBy: "2026-11-19")
        let none = try place.recommend(.none, "b", decideBy: "2026-11-24")
        let watch = try place.recommend(.monitor, "c", decideBy: "2026-11-24")
        let ask = try place.recommend(.refer, "d", decideBy: "2026-11-24")
        let join = try place.recommend(.select, "e", decideBy: "2026-11-24")
        let leave = try place.recommend(.deselect, "f", decideBy: "2026-11-24")
        let soon = try place.recommend(.none, "g", decideBy: "2026-11-20")
        let queue = try place.panel.queue(by: "p.grey", why: "a panel")
        #expect(queue.map(\.kept.id) == [late, soon, leave, join, ask, watch, none])
        #expect(queue.map(\.overdue) == [1, 0, 0, 0, 0, 0, 0])
    }

    @Test("says who, what in words, since when, by when, why in one line, and what is unknown")
    func item() throws {
        let place = try PanelPlace()
        try place.take("a")
        try place.stand("a", "member", category: "ppo")
        try place.recommend(.deselect, "a", category: "monitor", because: ["Low since May.", "No order."], unknown: ["ogrs2", "local.housing"])
        let item = try #require(try place.panel.queue(by: "p.grey", why: "a panel").first)
        #expect(item.kept.nominal == "a")
        #expect(item.act == "move to monitor")
        #expect(item.standing.category == "ppo")
        #expect((item.kept.made, item.kept.decideBy) == (day("2026-11-10"), day("2026-11-24")))
        #expect(item.why == "Low since May.")
        #expect(item.unknown.map(\.title) == ["OGRS2", "local.housing"])
        #expect(item.kept.decision == "1.1")
    }

    @Test("gives the rule's title where the rule gives no reason, and nothing where no rule decided")
    func noReason() throws {
        let place = try PanelPlace()
        try place.take("a", "b")
        try place.recommend(.select, "a", because: [])
        try place.recommend(.refer, "b", rule: nil, title: nil, because: [])
        #expect(try place.panel.queue(by: "p.grey", why: "a panel").map(\.why) == ["High score: offer joint management", nil])
    }

    @Test("logs a consultation of each nominal that it shows, and of no other")
    func consultations() throws {
        let place = try PanelPlace()
        try place.take("a", "b", "c")
        try place.take("d", borough: "Oxbridge")
        try place.recommend(.select, "a")
        try place.recommend(.select, "b")
        try place.recommend(.select, "d", borough: "Oxbridge")
        let rows = try place.logged { _ = try place.panel.queue(by: "p.grey", why: "panel of 3 December", borough: "Camford") }
        #expect(rows.map(\.kind) == ["consultation", "consultation"])
        #expect(Set(rows.compactMap(\.subject)).count == 2)
        #expect(rows.map(\.who) == ["p.grey", "p.grey"])
        #expect(rows.map(\.why) == ["panel of 3 December", "panel of 3 December"])
        #expect(rows.map(\.what) == ["shown in the panel's queue, R1", "shown in the panel's queue, R2"])
    }

    @Test("leaves out what is closed, and whoever is restricted")
    func leftOut() throws {
        let place = try PanelPlace()
        try place.take("a", "b", "c")
        try place.close(try place.recommend(.select, "a"), as: "lapsed")
        try place.recommend(.select, "b")
        try place.restrict("b")
        let shown = try place.recommend(.select, "c")
        #expect(try place.panel.queue(by: "p.grey", why: "a panel").map(\.kept.id) == [shown])
    }

    @Test("can be cut to what is overdue")
    func overdueOnly() throws {
        let place = try PanelPlace(today: "2026-11-25")
        try place.take("a", "b")
        let late = try place.recommend(.select, "a")
        try place.recommend(.select, "b", decideBy: "2026-11-25")
        #expect(try place.panel.queue(by: "p.grey", why: "a panel", overdueOnly: true).map(\.kept.id) == [late])
    }

    @Test("can be read a part at a time: what is not in the part is not logged, and the number is of them all")
    func parts() throws {
        let place = try PanelPlace(today: "2026-11-25")
        try place.take("a", "b", "c", "d", "e")
        let late = try place.recommend(.select, "a")
        let others = try ["b", "c", "d"].map { try place.recommend(.select, $0, decideBy: "2026-12-01") }
        try place.recommend(.select, "e")
        try place.restrict("e")
        var part: (items: [QueueItem], total: Int) = ([], 0)
        func read(_ places: Range<Int>, borough: String? = nil, overdueOnly: Bool = false) throws -> [AuditRow] {
            try place.logged { part = try place.panel.queue(by: "p.grey", why: "a panel", borough: borough, overdueOnly: overdueOnly, places: places) }
        }
        let rows = try read(1..<3)
        #expect(part.items.map(\.kept.id) == [others[0], others[1]])
        #expect(part.total == 4)
        #expect(rows.map(\.what) == ["shown in the panel's queue, R\(others[0])", "shown in the panel's queue, R\(others[1])"])
        _ = try read(3..<100)
        #expect(part.items.map(\.kept.id) == [others[2]])
        _ = try read(0..<10, borough: "Camford", overdueOnly: true)
        #expect(part.items.map(\.kept.id) == [late] && part.total == 1)
        let none = try read(4..<6, borough: "Oxbridge")
        #expect(part.items.isEmpty && part.total == 0 && none.isEmpty)
    }

    @Test("is for the role `panel`, on the days that `waymark.lua` gives", arguments: [
        ("worker", Refusal.Kind.wrongRole), ("j.ofori", .wrongRole), ("nobody", .unknownPerson), ("gone", .notInOffice), ("coming", .notInOffice),
    ])
    func roles(who: String, kind: Refusal.Kind) throws {
        let place = try PanelPlace()
        try place.take("a")
        try place.recommend(.select, "a")
        let rows = try place.logged {
            do {
                _ = try place.panel.queue(by: who, why: "a look")
                Issue.record("`\(who)` saw the queue")
            } catch let refusal as Refusal {
                #expect(refusal.kind == kind)
            }
        }
        #expect(rows.map(\.kind) == ["failure"])
    }
}
