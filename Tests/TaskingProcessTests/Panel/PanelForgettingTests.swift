import DecisionStore
import Decisions
import Foundation
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("what panels said of somebody who is forgotten")
struct PanelForgettingTests {
    private func decided() throws -> PanelPlace {
        let place = try PanelPlace()
        try place.take("a", "b")
        let id = try place.recommend(.select, "a", category: "ppo")
        let task = try place.task("a")
        _ = try place.panel.review("a", outcome: "seen", words: "Reviewed secretly.", by: "p.grey")
        _ = try place.panel.record(id, PanelAct(.depart(.riskLower), words: "Mother is ill."), by: "p.grey")
        _ = try place.tasks.finish(task, words: "Called on Sunday.", by: "worker")
        return place
    }

    @Test("is gone from the file, and the log still verifies")
    func gone() throws {
        let place = try decided()
        let words = ["Mother is ill.", "Reviewed secretly.", "Called on Sunday."]
        let before = try Data(contentsOf: URL(fileURLWithPath: place.file)) + (try Data(contentsOf: URL(fileURLWithPath: place.file + "-wal")))
        for word in words { #expect(before.range(of: Data(word.utf8)) != nil) }
        try place.store.forget("a", who: "j.ofori", why: "asked")
        let after = try Data(contentsOf: URL(fileURLWithPath: place.file)) + (try Data(contentsOf: URL(fileURLWithPath: place.file + "-wal")))
        for word in words { #expect(after.range(of: Data(word.utf8)) == nil) }
        #expect(try place.value("SELECT (SELECT count(*) FROM panel_decision) || (SELECT count(*) FROM review) || (SELECT count(*) FROM tasking) || (SELECT count(*) FROM recommendation)") == "0000")
        #expect(try place.faults == [])
    }

    @Test("is not in the log: not even its bare digest")
    func noBareDigest() throws {
        let place = try decided()
        let log = try place.rows.map { $0.what + $0.why }.joined()
        for word in ["Mother is ill.", "Reviewed secretly.", "Called on Sunday."] {
            #expect(!log.contains(word))
            #expect(!log.contains(String(sha256(word.utf8).dropFirst(7))))
        }
    }

    @Test("and somebody who is imported again begins anew")
    func again() throws {
        let place = try decided()
        try place.store.forget("a", who: "j.ofori", why: "asked")
        try place.take("a")
        let picture = try place.panel.picture("a", by: "p.grey", why: "a look")
        #expect(picture.decisions == [])
        #expect(picture.reviews == [])
        #expect(try place.faults == [])
    }

    @Test("a decision or a review that is changed or taken out behind the log's back is found", arguments: [
        "UPDATE panel_decision SET words = 'Father is ill.'", "UPDATE panel_decision SET reason = 'capacity'", "UPDATE panel_decision SET again = '2030-01-01'",
        "UPDATE panel_decision SET who = 'j.ofori'", "DELETE FROM panel_decision", "UPDATE review SET outcome = 'bad'", "UPDATE review SET day = '2026-01-01'",
        "DELETE FROM review", "UPDATE panel_decision SET outcome = 'confirmed', reason = NULL",
    ])
    func tampered(sql: String) throws {
        let place = try decided()
        #expect(try place.faults == [])
        try place.tamper(sql)
        #expect(try place.faults.count == 1)
    }

    @Test("a move that is added to a decision is found")
    func addedMove() throws {
        let place = try decided()
        try place.tamper(
            "INSERT INTO standing_change (audit, nominal, borough, day, was, now, now_category) SELECT audit, nominal, 'Camford', day, 'none', 'member', 'ppo' FROM panel_decision")
        #expect(try place.faults.count == 1)
    }
}
