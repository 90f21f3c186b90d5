import DecisionStore
import Decisions
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("what a panel sees of one nominal")
struct PanelPictureTests {
    private func place() throws -> (PanelPlace, Int) {
        let place = try PanelPlace()
        try place.take(
            "a", more: #","needs":{"mental_health":2},"reviews":[{"date":"2026-05-01","outcome":"keep"}],"scores":[{"date":"2026-08-01","matrix":"sac","score":30,"band":"low"}]"#)
        try place.stand("a", "member", category: "ppo", since: "2026-02-01")
        let id = try place.recommend(.deselect, "a", category: "monitor", unknown: ["ogrs2"])
        return (place, id)
    }

    @Test("is where they stand, the recommendation and its reasons")
    func standing() throws {
        let (place, id) = try place()
        let picture = try place.panel.picture("R\(id)", by: "p.grey", why: "a panel")
        #expect(picture.nominal.standing == NominalStanding(.member, category: "ppo", since: day("2026-02-01")))
        #expect(picture.recommendation?.id == id)
        #expect(picture.recommendation?.recommendation.because == ["Acquisitive crime: 62: High."])
        let basis = try #require(picture.basis)
        #expect((basis.decision, basis.asOf, basis.pack, basis.version) == ("1.1", day("2026-11-10"), "camford", "1.0.0"))
    }

    @Test("the same by the nominal's id")
    func byNominal() throws {
        let (place, _) = try place()
        #expect(try place.panel.picture("a", by: "p.grey", why: "a panel") == place.panel.picture("R1", by: "p.grey", why: "a panel"))
    }

    @Test("has the rows of scores and criteria with the pack's own titles, and what is withheld in the record stays withheld")
    func rows() throws {
        let (place, _) = try place()
        let picture = try place.panel.picture("a", by: "p.grey", why: "a panel")
        let score = try #require(picture.scores.first)
        #expect((score.title, score.low, score.high, score.band) == ("Acquisitive crime", 42, 62, nil))
        #expect(score.rows.map(\.title) == ["Many convictions", "Likely to reoffend"])
        #expect(score.rows.map(\.because) == ["text withheld", nil])
        #expect(score.rows.map(\.high) == [42, 20])
        #expect(score.rows.last?.unknown.map(\.path) == ["ogrs2"])
        #expect(picture.criteria.map(\.title) == ["In scope"])
        #expect(picture.criteria.first?.rows.map(\.title) == ["Convicted of an offence"])
        #expect(picture.criteria.first?.met == .yes)
    }

    @Test("has earlier scores of the import and of runs, oldest first, with the import's where both have one")
    func history() throws {
        let (place, _) = try place()
        try place.score("a", 52, band: "high", on: "2026-10-01")
        try place.score("a", 99, band: "high", on: "2026-08-01")
        let history = try place.panel.picture("a", by: "p.grey", why: "a panel").history
        #expect(history.map(\.title) == ["Acquisitive crime"])
        #expect(history.first?.points.map { "\($0.day) \($0.score) \($0.band ?? "")" } == ["2026-08-01 30.0 Low", "2026-10-01 52.0 High"])
    }

    @Test("has open work, reviews with those of the import, and what panels decided before")
    func rest() throws {
        let (place, id) = try place()
        let open = try place.task("a")
        let closed = try place.task("a", kind: "visit", opened: "2026-11-11")
        _ = try place.tasks.finish(closed, by: "worker")
        _ = try place.panel.review("a", outcome: "progress", words: "In work.", by: "p.grey")
        _ = try place.panel.record(id, PanelAct(.depart(.safeguarding), words: "Not now."), by: "p.grey")
        let picture = try place.panel.picture("a", by: "p.grey", why: "a panel")
        #expect(picture.recommendation == nil)
        #expect(picture.taskings.map(\.id) == [open])
        #expect(picture.reviews.map { "\($0.day) \($0.outcome) \($0.words)" } == ["2026-05-01 keep ", "2026-11-20 progress In work."])
        #expect(picture.decisions.map(\.words) == ["Not now."])
        #expect(picture.decisions.first?.action == .retain)
        #expect(picture.scores.count == 1)
    }

    @Test("says what is unknown, and what would settle it: a later value where it was too old")
    func unknown() throws {
        let (place, _) = try place()
        let unknown = try place.panel.picture("a", by: "p.grey", why: "a panel").unknown
        #expect(unknown.map(\.title) == ["OGRS2"])
        #expect(unknown.first?.settle == "OGRS2 is of 2024-01-01, older than 12 months; it counts as missing; a later one, with its date in `ogrs2_date`, would settle it")
    }

    @Test("shows nothing of the line that the record does not show")
    func nothingElse() throws {
        let (place, _) = try place()
        let picture = "\(try place.panel.picture("a", by: "p.grey", why: "a panel"))"
        for secret in ["1990", "W1", "ethnicity", "mental_health", "safeguarding"] { #expect(!picture.contains(secret), "\(secret)") }
    }

    @Test("is one consultation in the log")
    func logged() throws {
        let (place, _) = try place()
        let rows = try place.logged { _ = try place.panel.picture("R1", by: "p.grey", why: "panel of 3 December") }
        #expect(rows.map { "\($0.kind) \($0.who) \($0.why) \($0.what)" } == ["consultation p.grey panel of 3 December shown to the panel, R1"])
        #expect(rows.first?.subject != nil)
    }

    @Test("is there for somebody whom no run has evaluated, too")
    func bare() throws {
        let place = try PanelPlace()
        try place.take("a")
        let picture = try place.panel.picture("a", by: "p.grey", why: "a look")
        #expect(picture.basis == nil)
        #expect(picture.recommendation == nil)
        #expect(picture.scores.isEmpty)
    }

    @Test("names rows by their ids where the pack is not as it was")
    func changedPack() throws {
        let (place, _) = try place()
        try place.tamper("UPDATE run SET pack = 'sha256:0'")
        #expect(try place.panel.picture("a", by: "p.grey", why: "a panel").scores.first?.rows.map(\.title) == ["convictions", "ogrs"])
    }

    @Test("says that the rules failed, and why")
    func failed() throws {
        let place = try PanelPlace()
        try place.take("a")
        let record = PanelPlace.record.replacing(#""error":null"#, with: #""error":{"code":"lua_error","message":"a \"rule\" failed","file":"rules.lua","line":3,"rule":null}"#)
        try place.recommend(.refer, "a", rule: nil, title: nil, record: record)
        #expect(try place.panel.picture("a", by: "p.grey", why: "a panel").error == #"a "rule" failed"#)
    }
}
