import DecisionStore
import Decisions
import Governance
import Notation
import Statistics
import TaskingProcess
import Testing

@Suite("the figures of a panel")
struct PanelFiguresTests {
    /// Decides one recommendation each: so many days after it was made, departing or not.
    private func decide(_ place: PanelPlace, _ days: [Int], departing: Set<Int> = [], rule: String = "join", borough: String = "Camford") throws {
        for (index, days) in days.enumerated() {
            let id = "\(borough)-\(rule)-\(index)"
            place.today = day("2026-11-01").adding(days: days).description
            try place.take(id, borough: borough)
            let number = try place.recommend(.select, id, category: "ppo", rule: rule, title: "Rule \(rule)", made: "2026-11-01", decideBy: "2026-11-15", borough: borough)
            let act = departing.contains(index) ? PanelAct(.depart(index.isMultiple(of: 2) ? .capacity : .riskLower), words: "So.") : PanelAct(.confirm)
            _ = try place.panel.record(number, act, by: "p.grey")
        }
    }

    @Test("have the share of departures by rule, with Wilson's interval, most decisions first")
    func rules() throws {
        let place = try PanelPlace(today: "2026-11-01")
        try decide(place, [0, 0, 1, 1], departing: [0, 1, 3], rule: "join")
        try decide(place, [2, 2, 2, 2, 2], departing: [], rule: "watch")
        let figures = try place.panel.figures()
        #expect(figures.departed == Proportion(3, of: 9))
        #expect(figures.rules.map(\.rule) == ["watch", "join"])
        #expect(figures.rules.map(\.departed) == [Proportion(0, of: 5), Proportion(3, of: 4)])
        #expect(figures.rules.last?.title == "Rule join")
        #expect(figures.reasons.map { "\($0.reason.rawValue) \($0.count)" } == ["risk_lower 2", "capacity 1"])
        #expect(figures.warnings == [])
    }

    @Test("have the median and the ninetieth percentile of days to decision", arguments: [
        ([3], 3.0, 3), ([1, 2], 1.5, 2), ([9, 1, 2], 2, 9), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 20], 5.5, 9), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20], 6, 10),
    ] as [([Int], Double, Int)])
    func days(days: [Int], median: Double, ninety: Int) throws {
        let place = try PanelPlace(today: "2026-11-01")
        try decide(place, days.sorted())
        let figures = try place.panel.figures()
        #expect((figures.days?.median, figures.days?.ninety) == (median, ninety))
        #expect(figures.late == days.count { $0 > 14 })
    }

    @Test("warn where a panel has confirmed twenty or more and never departed", arguments: [(19, 0, []), (20, 0, ["Camford"]), (20, 1, [])] as [(Int, Int, [String])])
    func never(confirmed: Int, departed: Int, warned: [String]) throws {
        let place = try PanelPlace(today: "2026-11-01")
        try decide(place, [Int](repeating: 0, count: confirmed + departed), departing: Set(confirmed..<(confirmed + departed)))
        try decide(place, [0], departing: [0], borough: "Oxbridge")
        #expect(try place.panel.figures().warnings == warned.map { "the panel of \($0) has confirmed all 20 recommendations: look whether each was weighed" })
    }

    @Test("leave out the rate what the rules put to people, and count it apart")
    func questions() throws {
        let place = try PanelPlace()
        try place.take("a")
        _ = try place.panel.record(try place.recommend(.refer, "a", rule: nil, title: nil), PanelAct(.confirm), by: "p.grey")
        let figures = try place.panel.figures()
        #expect((figures.questions, figures.departed, figures.rules.count) == (1, Proportion(0, of: 0), 0))
        #expect(figures.days?.median == 10)
    }

    @Test("are of a borough and of a time, and say what waits")
    func cut() throws {
        let place = try PanelPlace(today: "2026-11-01")
        try decide(place, [1, 5, 9])
        try decide(place, [9], borough: "Oxbridge")
        place.today = "2026-12-31"
        try place.take("waits", "late")
        try place.recommend(.select, "waits", made: "2026-12-30", decideBy: "2027-01-12")
        try place.recommend(.select, "late", decideBy: "2026-12-30")
        let figures = try place.panel.figures(borough: "Camford", from: day("2026-11-06"), to: day("2026-11-10"))
        #expect(figures.departed.of == 2)
        #expect((figures.waiting, figures.overdue) == (2, 1))
        #expect(try place.panel.figures(borough: "Oxbridge").waiting == 0)
    }

    @Test("are nothing where nothing was decided, and log nothing: they name nobody")
    func none() throws {
        let place = try PanelPlace()
        var figures: PanelFigures?
        let rows = try place.logged { figures = try place.panel.figures() }
        #expect(rows == [])
        #expect(figures?.departed == Proportion(0, of: 0))
        #expect(figures?.days == nil)
    }
}
