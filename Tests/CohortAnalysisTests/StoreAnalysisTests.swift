import CohortAnalysis
import Cohorts
import DecisionStore
import Evidence
import Notation
import StoreTestKit
import Testing

@Suite("referrals, scores and outcomes counted from a store")
struct StoreAnalysisTests {
    private func referral(_ service: String, _ date: String, _ outcome: String) -> String { #"{"service":"\#(service)","date":"\#(date)","outcome":"\#(outcome)"}"# }

    private func referred(_ id: String, _ referrals: String...) -> String { FilledStore.line(id, #""referrals":[\#(referrals.joined(separator: ","))]"#) }

    private func record(_ id: String, _ met: String) -> String {
        #"{"nominal":"\#(id)","as_of":"2026-02-01","pack":"camford","version":"1.0.0","digest":"sha256:0","recommendation":{"action":"none"},"criteria":{"tiger":{"met":"\#(met)","rows":[]}}}"#
    }

    @Test("those in the cohort count once for a service, by the last referral, and in each pair of services")
    func referrals() throws {
        let store = try FilledStore()
        try store.take([
            referred("A", referral("tiger", "2025-05-01", "withdrawn"), referral("tiger", "2026-01-05", "started"), referral("gp", "2026-02-05", "pending")),
            referred("B", referral("tiger", "2026-02-06", "completed"), referral("gp", "2026-04-01", "pending")), referred("C", referral("gp", "2026-01-05", "refused")), referred("D"),
        ])
        try store.moves("A", on: "2025-01-01", from: "none", to: "ppo")
        try store.moves("B", on: "2026-02-20", from: "none", to: "ppo")
        try store.moves("C", on: "2025-01-01", from: "none", to: "ppo")
        // Left on the first day of the period: in it on none of its days.
        try store.moves("C", on: "2026-01-01", from: "ppo", to: "none")
        try store.moves("D", on: "2026-01-15", from: "none", to: "ppo")
        try store.keeps(record("A", "unknown"), of: "A")
        try store.keeps(record("A", "yes"), of: "A")
        try store.keeps(record("B", "yes"), of: "B")
        try store.keeps(record("D", "unknown"), of: "D")
        let report = try store.store.read { reader in
            try ReferralsReport(reader, scope: ReportScope(try People.day("2026-01-01")...People.day("2026-03-31"), source: try reader.source(borough: nil)), layout: People.layout)
        }
        #expect(report.members == 3)
        #expect(report.services.map(\.service) == ["gp", "tiger"])
        let tiger = report.services[1]
        #expect([tiger.referred, tiger.referredInPeriod, tiger.started, tiger.completed, tiger.withdrawn] == [2, 2, 1, 1, 0])
        #expect(tiger.eligible == 2)
        #expect(tiger.eligibleUnknown == 1)
        #expect(report.services[0].referred == 1)
        #expect(report.services[0].eligible == nil)
        #expect(report.overlaps == [ServiceOverlap(first: "gp", second: "tiger", people: 1)])
        #expect([report.people("tiger", "gp"), report.people("tiger", "tiger"), report.people("gp", "gp")] == [1, 2, 1])
        #expect(report.byServices == [1, 1, 1])
        #expect(report.months == [[0, 1], [1, 1], [0, 0]])
    }

    @Test("scores of runs go on from those of records; a fall in prison is no improvement, and who has left is in no later month")
    func trends() throws {
        let store = try FilledStore()
        let scores = #""scores":[{"date":"2026-01-05","matrix":"risk","score":40,"band":"red"}]"#
        try store.take([FilledStore.line("A", scores), FilledStore.line("B", scores), FilledStore.line("C", scores), FilledStore.line("D", scores)])
        for id in ["A", "B", "C", "D"] { try store.moves(id, on: "2025-01-01", from: "none", to: "ppo") }
        try store.scores("A", on: "2026-02-02", 20, "amber")
        try store.scores("A", on: "2026-03-02", 30, "amber")
        try store.scores("B", on: "2026-02-02", 0, "green", custody: "custody")
        // The record's own score of that day stays.
        try store.scores("C", on: "2026-01-05", 1, "green")
        try store.scores("C", on: "2026-02-02", 9, "green", matrix: "harm")
        try store.moves("D", on: "2026-02-10", from: "ppo", to: "none")
        let report = try store.store.read { reader in
            var analysis = TrendsAnalysis(layout: People.layout, asOf: try People.day("2026-03-31"), matrix: "risk", months: 2, store: try reader.source(borough: nil))
            let rows = StoreRows(layout: People.layout)
            try rows.each(reader, borough: nil) { analysis.add(rows.row, kept: try $0.scores(), steps: try $0.steps()) }
            return analysis.finish(read: rows.read, rejected: rows.rejected)
        }
        #expect(report.bands == ["red", "amber"])
        #expect(report.points.map(\.day.description) == ["2026-01-31", "2026-02-28", "2026-03-31"])
        #expect(report.points.map(\.people) == [[4, 0], [1, 1], [1, 1]])
        #expect(report.points.map(\.inPrison) == [0, 1, 1])
        func row(_ moves: TrendDirections?) -> [Int]? { moves.map { [$0.down, $0.up, $0.same, $0.notComparable] } }
        #expect(report.points.map { row($0.moves) } == [nil, [1, 0, 1, 1], [0, 1, 1, 1]])
        #expect(row(report.asRecorded) == [2, 0, 0, 2])
        #expect(row(report.outsidePrison) == [1, 0, 0, 3])
        #expect(report.zerosInPrison == 1)
        #expect(report.otherMatrices == ["harm"])
    }

    @Test("outcomes count who left, where they were in the cohort for the whole window, and the last time of who came back")
    func outcomes() throws {
        let store = try FilledStore()
        let offences = #""offences":[{"type":"theft_shop","date":"2024-12-01","outcome":"convicted","convicted_on":"2024-12-20"},{"type":"theft_shop","date":"2025-03-01","outcome":"cautioned"}],"orders":[]"#
        try store.take(["A", "B", "C", "D", "E"].map { FilledStore.line($0, offences) })
        try store.moves("A", on: "2025-01-01", from: "none", to: "ppo")
        try store.moves("A", on: "2025-08-01", from: "ppo", to: "none")
        try store.moves("B", on: "2025-01-01", from: "none", to: "ppo")
        try store.moves("B", on: "2025-03-01", from: "ppo", to: "none")
        try store.moves("C", on: "2023-01-01", from: "none", to: "ppo")
        try store.moves("C", on: "2023-02-01", from: "ppo", to: "none")
        try store.moves("C", on: "2025-02-01", from: "none", to: "target")
        try store.moves("D", on: "2026-05-01", from: "none", to: "ppo")
        let report = try store.store.read { reader in
            var analysis = OutcomesAnalysis(layout: People.layout, asOf: try People.day("2026-06-01"), months: 6, store: try reader.source(borough: nil))
            let rows = StoreRows(layout: People.layout)
            try rows.each(reader, borough: nil) { analysis.add(rows.row, steps: try $0.steps()) }
            return analysis.finish(read: rows.read, rejected: rows.rejected)
        }
        #expect([report.people.read, report.people.included, report.people.tooShort, report.people.notManaged] == [5, 2, 2, 1])
        #expect(report.before.offences == 2)
        #expect(report.during.offences == 2)
    }

    @Test("fields that only one borough has keep nobody out, and a record that cannot be read is counted as such")
    func local() throws {
        let store = try FilledStore()
        try store.take([FilledStore.line("A"), FilledStore.line("B")])
        try store.run(#"UPDATE nominal SET line = CAST(json_set(CAST(line AS TEXT), '$.local', json('{"ward":"x"}')) AS BLOB) WHERE id = 'A'"#)
        try store.run(#"UPDATE nominal SET line = CAST(json_remove(CAST(line AS TEXT), '$.borough') AS BLOB) WHERE id = 'B'"#)
        let rows = StoreRows(layout: People.layout)
        try store.store.read { try rows.each($0, borough: nil) { _ in } }
        #expect([rows.read, rows.rejected] == [1, 1])
    }
}
