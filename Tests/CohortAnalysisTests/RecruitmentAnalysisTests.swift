import CohortAnalysis
import DecisionStore
import Decisions
import Evidence
import Notation
import StoreTestKit
import Testing

@Suite("recruitment counted from a store")
struct RecruitmentAnalysisTests {
    /// Of seven people, from January to March:
    /// A joins as ppo in January by `ppo` and leaves in March by `settled`. B joins as target in January and moves to ppo in February. C is watched
    /// from February on. D was in the cohort before and leaves in January, without a rule. E has a recommendation that waits and is overdue. F has
    /// one that was departed from, and one that fell away. G is restricted.
    private func filled() throws -> FilledStore {
        let store = try FilledStore()
        try store.take("ABCDEFG".map { FilledStore.line(String($0), borough: $0 == "F" ? "Hackney" : "Camden") })
        try store.moves("A", on: "2026-01-10", from: "none", to: "ppo", rule: "ppo")
        try store.moves("A", on: "2026-03-11", from: "ppo", to: "none", rule: "settled")
        try store.moves("B", on: "2026-01-20", from: "none", to: "target", rule: "target")
        try store.moves("B", on: "2026-02-28", from: "target", to: "ppo", rule: "ppo")
        try store.moves("C", on: "2026-02-01", from: "none", to: "watched", rule: "watch")
        try store.moves("D", on: "2025-12-01", from: "none", to: "ppo", rule: "ppo")
        try store.moves("D", on: "2026-01-31", from: "ppo", to: "none")
        try store.recommends("A", on: "2026-01-06", by: "2026-01-20", "select", rule: "ppo", state: "confirmed", closed: "2026-01-10")
        try store.recommends("B", on: "2026-01-06", by: "2026-01-20", "select", rule: "target", state: "confirmed", closed: "2026-01-20")
        try store.recommends("A", on: "2026-02-28", by: "2026-03-14", "deselect", rule: "settled", state: "confirmed", closed: "2026-03-11")
        try store.recommends("E", on: "2026-03-02", by: "2026-03-16", "select", rule: "ppo")
        try store.recommends("F", on: "2026-02-01", by: "2026-02-15", "select", rule: "ppo", state: "departed", closed: "2026-02-05", reason: "risk_lower")
        try store.recommends("F", on: "2026-02-10", by: "2026-02-24", "select", rule: "ppo", state: "lapsed", closed: "2026-02-20")
        try store.recommends("G", on: "2026-02-10", by: "2026-02-24", "select", rule: "ppo")
        try store.restrict("G")
        return store
    }

    private func report(_ store: FilledStore, to: String = "2026-03-31", borough: String? = nil) throws -> RecruitmentReport {
        try store.store.read { reader in
            try RecruitmentReport(reader, scope: ReportScope(try People.day("2026-01-01")...People.day(to), source: try reader.source(borough: borough)))
        }
    }

    @Test("each thing is counted in its own month")
    func months() throws {
        let report = try report(filled())
        #expect(report.scope.people == 6)
        #expect(report.scope.source.restricted == 1)
        let months = report.months
        #expect(months.map(\.period.name) == ["2026-01", "2026-02", "2026-03"])
        #expect(months.map(\.recommended) == [2, 3, 1])
        #expect(months.map(\.confirmed) == [2, 0, 1])
        #expect(months.map(\.departed) == [0, 1, 0])
        #expect(months.map(\.joined) == [2, 0, 0])
        #expect(months.map(\.moved) == [0, 1, 0])
        #expect(months.map(\.left) == [1, 0, 1])
        #expect(months.map(\.members) == [2, 2, 1])
        #expect(months.map(\.watched) == [0, 1, 1])
    }

    @Test("categories begin with who was there, and add up")
    func categories() throws {
        let report = try report(filled())
        #expect(report.categories.map(\.category) == ["ppo", "target"])
        #expect(report.categories.map { [$0.atStart, $0.joined, $0.movedIn, $0.movedOut, $0.left, $0.atEnd] } == [[1, 1, 1, 0, 2, 1], [0, 1, 0, 1, 0, 0]])
    }

    @Test("rules have what was made of what they recommended, and how long that took")
    func rules() throws {
        let report = try report(filled())
        let rules = report.rules.map { "\($0.rule ?? "") \($0.action.rawValue): \([$0.counts.made, $0.counts.confirmed, $0.counts.departed, $0.counts.fellAway, $0.counts.waiting])" }
        #expect(rules == ["ppo select: [4, 1, 1, 1, 1]", "settled deselect: [1, 1, 0, 0, 0]", "target select: [1, 1, 0, 0, 0]"])
        #expect(report.rules.map(\.toDecision) == [DayCounts([4, 4]), DayCounts([11]), DayCounts([14])])
        #expect(report.actions.map { "\($0.action.rawValue) \($0.counts.made)" } == ["select 5", "deselect 1"])
        #expect(report.toDecision == DayCounts([4, 4, 11, 14]))
        #expect(report.reasons == [.init(reason: "risk_lower", count: 1)])
        #expect(report.waiting == DayCounts([29]))
        #expect(report.overdue == 1)
    }

    @Test("those who left have the rule on which people decided, and the days that they were in")
    func leavers() throws {
        let report = try report(filled())
        #expect(report.leavers == [.init(rule: nil, stayed: DayCounts([61])), .init(rule: "settled", stayed: DayCounts([60]))])
        #expect(report.stayedLeft == DayCounts([60, 61]))
        #expect(report.stayedSoFar == DayCounts([70]))
    }

    @Test("what comes after the period is not known in it, and only the borough asked for is counted")
    func parts() throws {
        let store = try filled()
        let january = try report(store, to: "2026-01-15")
        #expect(january.months.map { [$0.joined, $0.left, $0.members, $0.confirmed] } == [[1, 0, 2, 1]])
        #expect(january.waiting == DayCounts([9]))
        #expect(january.overdue == 0)
        let hackney = try report(store, borough: "Hackney")
        #expect(hackney.scope.people == 1)
        #expect(hackney.months.map(\.recommended) == [0, 2, 0])
    }

    @Test("who was in the cohort when first imported joined on the day that their record gives")
    func takenOver() throws {
        let store = try FilledStore()
        try store.take([FilledStore.line("A", #""cohort":{"category":"ppo","since":"2026-02-03"}"#), FilledStore.line("B")])
        let report = try report(store)
        #expect(report.months.map(\.joined) == [0, 1, 0])
        #expect(report.months.map(\.members) == [0, 1, 1])
        #expect(report.takenOver == 1)
        #expect(report.stayedSoFar == DayCounts([56]))
    }

    private static let days: [(days: [Int], twice: Int?, nine: Int?)] = [([], nil, nil), ([3], 6, 3), ([5, 1], 6, 5), ([9, 1, 2], 4, 9), (Array(1...10), 11, 9), (Array(1...11), 12, 10)]

    @Test("the middle of an even number is half-way, and nine of ten are rounded up", arguments: days)
    func lengths(days: [Int], twice: Int?, nine: Int?) {
        #expect(DayCounts(days).twiceMedian == twice)
        #expect(DayCounts(days).nineOfTen == nine)
    }

    @Test("periods are months and quarters, cut to the report")
    func periods() throws {
        let days = try People.day("2025-11-15")...People.day("2026-02-10")
        #expect(ReportPeriod.all(.months, in: days).map { "\($0.name) \($0.days.lowerBound) \($0.days.upperBound)" } == [
            "2025-11 2025-11-15 2025-11-30", "2025-12 2025-12-01 2025-12-31", "2026-01 2026-01-01 2026-01-31", "2026-02 2026-02-01 2026-02-10",
        ])
        #expect(ReportPeriod.all(.quarters, in: days).map { "\($0.name) \($0.days.lowerBound) \($0.days.upperBound)" } == ["2025-Q4 2025-11-15 2025-12-31", "2026-Q1 2026-01-01 2026-02-10"])
    }
}
