import DecisionStore
import Foundation
import TaskingProcess
import Testing

@Suite("a year of nightly runs")
struct YearTests {
    /// `make year` runs it with 2,000 people.
    private static let people = ProcessInfo.processInfo.environment["WAYMARK_YEAR"].flatMap { Int($0) } ?? 200

    @Test("with joins, reviews, de-selections and a gang: every event is in the log once, and every decision can be made again")
    func year() throws {
        let year = try Year(people: YearTests.people, nights: 365)
        try year.live { night in
            if YearTests.people >= 1000, night % 30 == 0 { print("night \(night)") }
        }
        try inTheLog(year)
        try happened(year)
        let place = year.place
        #expect(year.runs == 365)
        #expect(try place.value("SELECT count(*) FROM decision") == String(year.decisions))
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
        #expect(try place.rows("PRAGMA foreign_key_check") == [])
        #expect(year.differences == [])
        #expect(year.madeAgain == year.decisions)
        // At the end, what somebody who was erased had a part in is hidden, and nothing else.
        let replay = try Replay(place.store).runs()
        #expect(replay.differences == [])
        #expect(replay.same + replay.hiddenCount == year.decisions && replay.same > year.decisions / 3)
        // Where somebody stands is what the last change of it says.
        #expect(
            try place.rows(
                """
                SELECT nominal.id FROM nominal LEFT JOIN standing_change AS last ON last.nominal = nominal.id
                    AND last.audit = (SELECT max(audit) FROM standing_change WHERE standing_change.nominal = nominal.id)
                WHERE nominal.standing <> coalesce(last.now, 'none') OR nominal.category IS NOT last.now_category
                """) == [])
    }

    /// Each event of s. 62 that was counted while it was done stands in the log as often, and no other does.
    private func inTheLog(_ year: Year) throws {
        let kinds = "('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure', 'failure')"
        var logged: [String: Int] = [:]
        for row in try year.place.rows(
            "SELECT kind || ' ' || coalesce(nominal, '-') || ' ' || count(*) FROM audit LEFT JOIN subject ON subject.hash = audit.subject WHERE kind IN \(kinds) AND (audit.subject IS NULL OR nominal IS NOT NULL) GROUP BY kind, nominal")
        {
            let parts = row.split(separator: " ")
            logged["\(parts[0]) \(parts[1])"] = Int(parts[2])
        }
        let counted = Dictionary(uniqueKeysWithValues: year.ledger.counts.map { ("\($0.key.kind.rawValue) \($0.key.nominal ?? "-")", $0.value) })
        for (event, count) in counted where logged[event] != count { Issue.record("\(event): \(count) done, \(logged[event] ?? 0) in the log") }
        for event in logged.keys where counted[event] == nil { Issue.record("\(event): in the log, and not done") }
        #expect(
            try year.place.value("SELECT count(*) FROM audit LEFT JOIN subject ON subject.hash = audit.subject WHERE audit.subject IS NOT NULL AND nominal IS NULL")
                == String(year.rowsOfForgotten))
    }

    /// There was something of everything that a year is to have.
    private func happened(_ year: Year) throws {
        func count(_ what: String) throws -> Int { Int(try year.place.value("SELECT count(*) FROM \(what)")) ?? 0 }
        #expect(try count("standing_change WHERE rule = 'join' AND now = 'member'") > 0)
        #expect(try count("standing_change WHERE rule = 'watch' AND now = 'watched'") > 0)
        #expect(try count("standing_change WHERE rule = 'settled' AND now = 'none'") > 0)
        #expect(try count("panel_decision WHERE outcome = 'departed'") > 0)
        #expect(try count("recommendation WHERE state = 'replaced'") > 0)
        #expect(try count("recommendation WHERE state = 'lapsed'") > 0)
        #expect(try count("tasking WHERE status = 'done'") > 0)
        #expect(try count("nominal WHERE CAST(line AS TEXT) LIKE '%\"Elms\"%'") > 0)
        #expect(try count("recommendation JOIN nominal ON nominal.id = recommendation.nominal WHERE action = 'select' AND CAST(line AS TEXT) LIKE '%\"Elms\"%'") > 0)
        #expect(try count("score WHERE band = 'red'") > 0)
        #expect(try count("tombstone") == 2)
    }
}
