import DecisionStore
import Decisions
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("a panel's decision is refused")
struct PanelRefusalTests {
    private func refusal(_ place: PanelPlace, _ id: Int, _ act: PanelAct = PanelAct(.confirm), by who: String = "p.grey") throws -> (kind: Refusal.Kind?, rows: [String]) {
        var kind: Refusal.Kind?
        let rows = try place.logged {
            do { _ = try place.panel.record(id, act, by: who) } catch let refusal as Refusal { kind = refusal.kind }
        }
        return (kind, rows.map { "\($0.kind): \($0.what)" })
    }

    private func ready() throws -> (PanelPlace, Int) {
        let place = try PanelPlace()
        try place.take("a")
        return (place, try place.recommend(.select, "a", category: "ppo"))
    }

    @Test("a second time, with what was decided the first time")
    func second() throws {
        let (place, id) = try ready()
        _ = try place.panel.record(id, PanelAct(.depart(.capacity), words: "Full."), by: "p.grey")
        let (kind, rows) = try refusal(place, id)
        #expect(kind == .recommendationClosed)
        #expect(rows == ["failure: refused: R1 was departed from on 2026-11-20: a recommendation is decided on once"])
        #expect(try place.standing("a") == "none")
    }

    @Test("where the recommendation was closed by a run", arguments: [
        ("replaced", "R1 was replaced by a later recommendation on 2026-11-15: decide on that one"),
        ("lapsed", "R1 lapsed on 2026-11-15: nothing is recommended any more that differs from what stands"),
        ("restricted", "R1 was closed on 2026-11-15, because the nominal was restricted"),
    ])
    func closed(state: String, message: String) throws {
        let (place, id) = try ready()
        try place.close(id, as: state)
        #expect(throws: Refusal(.recommendationClosed, message)) { _ = try place.panel.record(id, PanelAct(.confirm), by: "p.grey") }
        #expect(try place.standing("a") == "none")
    }

    @Test("about somebody who is restricted, without naming them in the log")
    func restricted() throws {
        let (place, id) = try ready()
        try place.restrict("a")
        let (kind, rows) = try refusal(place, id)
        #expect(kind == .restricted)
        #expect(rows == ["failure: refused: this nominal is restricted: nothing about them is shown or decided until that is lifted"])
        #expect(throws: Refusal.self) { _ = try place.panel.picture("a", by: "p.grey", why: "a look") }
        #expect(throws: Refusal.self) { _ = try place.panel.picture("R1", by: "p.grey", why: "a look") }
        #expect(throws: Refusal.self) { _ = try place.panel.review("a", outcome: "keep", words: "Looked at.", by: "p.grey") }
    }

    @Test("from somebody without the role, or out of their days", arguments: [("worker", Refusal.Kind.wrongRole), ("nobody", .unknownPerson), ("gone", .notInOffice)])
    func role(who: String, expected: Refusal.Kind) throws {
        let (place, id) = try ready()
        #expect(try refusal(place, id, by: who).kind == expected)
        #expect(try place.value("SELECT state FROM recommendation") == "open")
    }

    @Test("where it takes a place or a category and there is no review since the recommendation", arguments: [
        (nil, PanelAct(.confirm), true), ("2026-11-09", PanelAct(.confirm), true), ("2026-11-10", PanelAct(.confirm), false), ("2026-11-20", PanelAct(.confirm), false),
        (nil, PanelAct(.depart(.progress), words: "Out.", action: Recommendation.Action.none), true), (nil, PanelAct(.depart(.progress), words: "Out.", action: .monitor), true),
        (nil, PanelAct(.depart(.progress), words: "Other.", action: .select, category: "ppo"), false), (nil, PanelAct(.depart(.riskHigher), words: "Stays."), false),
    ] as [(String?, PanelAct, Bool)])
    func review(on reviewed: String?, act: PanelAct, isRefused: Bool) throws {
        let place = try PanelPlace(today: "2026-11-09")
        try place.take("a")
        try place.stand("a", "member", category: "ppo")
        if let reviewed {
            place.today = reviewed
            _ = try place.panel.review("a", outcome: "seen", words: "Looked at.", by: "p.grey")
        }
        let id = try place.recommend(.deselect, "a", category: "monitor")
        place.today = "2026-11-20"
        #expect(try refusal(place, id, act).kind == (isRefused ? .reviewMissing : nil))
        if isRefused { #expect(try place.standing("a") == "member ppo") }
    }

    @Test("and a review that came with an import counts")
    func importedReview() throws {
        let place = try PanelPlace()
        try place.take("a", more: #","reviews":[{"date":"2026-11-12","outcome":"progress","by":"L. Chair"}]"#)
        try place.stand("a", "member", category: "ppo")
        _ = try place.panel.record(try place.recommend(.deselect, "a"), PanelAct(.confirm), by: "p.grey")
        #expect(try place.standing("a") == "none")
    }

    static let wrong: [(PanelAct, String)] = [
        (PanelAct(.depart(.riskLower)), "a departure needs words beside its reason code: say in a sentence why the panel decides otherwise"),
        (PanelAct(.depart(.riskLower), words: " \n"), "a departure needs words beside its reason code: say in a sentence why the panel decides otherwise"),
        (PanelAct(.confirm, action: .monitor), "to confirm is to do what R1 recommends: leave the action out, or depart from it with a reason"),
        (PanelAct(.confirm, category: "monitor"), "R1 recommends `ppo` and not `monitor`: leave the category out, or depart from it with a reason"),
        (PanelAct(.depart(.other), words: "So.", action: .select, category: "ppo"), "that is what R1 recommends: confirm it, or say what is done instead"),
        (PanelAct(.depart(.other), words: "So.", action: .select, category: "monitr"), "the pack has no category `monitr`: did you mean `monitor`?"),
        (PanelAct(.depart(.other), words: "So.", action: .select, category: "gold"), "the pack has no category `gold`: it has `monitor`, `ppo`"),
        (PanelAct(.depart(.other), words: "So.", action: .select), "somebody who is selected gets a category: name it, as in `--category ppo`"),
        (PanelAct(.depart(.other), words: "So.", action: .monitor, category: "ppo"), "the category `ppo` belongs to `select`, or to `deselect` for a move: `monitor` has none"),
        (PanelAct(.depart(.other), words: "So.", action: .deselect, category: "monitor"), "only somebody who is in the cohort moves to another category: `select` takes them in"),
        (PanelAct(.confirm, again: day("2026-11-20")), "2026-11-20 is not after today: name a later day for the recommendation to come again"),
    ]

    @Test("where the act makes no sense, with what to do, and nothing is kept", arguments: wrong)
    func nonsense(act: PanelAct, message: String) throws {
        let (place, id) = try ready()
        let rows = try place.logged {
            #expect(throws: GovernanceError(message)) { _ = try place.panel.record(id, act, by: "p.grey") }
        }
        #expect(rows == [])
        #expect(try place.value("SELECT state FROM recommendation") == "open")
    }

    @Test("where there is no such recommendation or nominal")
    func unknown() throws {
        let (place, _) = try ready()
        #expect(throws: StoreError(.unknown, "there is no recommendation R7: the panel's queue has those that wait")) {
            _ = try place.panel.record(7, PanelAct(.confirm), by: "p.grey")
        }
        #expect(throws: StoreError(.unknown, "the store has no nominal `z`")) { _ = try place.panel.review("z", outcome: "keep", words: "Well.", by: "p.grey") }
        #expect(throws: StoreError(.unknown, "the store has no recommendation and no nominal `R7`: the panel's queue has what waits")) {
            _ = try place.panel.picture("R7", by: "p.grey", why: "a look")
        }
    }

    @Test("a reason code that is misspelt is answered with the nearest, any other with all of them")
    func codes() throws {
        #expect(throws: GovernanceError("`risk_low` is no reason code: did you mean `risk_lower`?")) { _ = try DepartureReason(code: "risk_low") }
        #expect(
            throws: GovernanceError(
                "`x` is no reason code: they are `data_wrong`, `data_missing`, `risk_higher`, `risk_lower`, `managed_elsewhere`, `capacity`, `safeguarding`, `statutory_duty`, `progress`, `proportionality`, `other`")
        ) { _ = try DepartureReason(code: "x") }
    }
}
