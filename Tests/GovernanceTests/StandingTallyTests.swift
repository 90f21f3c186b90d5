import CohortAnalysis
import Cohorts
import DecisionStore
import Evidence
import FieldDefinitions
import Governance
import Notation
import Statistics
import StoreTestKit
import Testing

@Suite("equality over time, counted from a store")
struct StandingTallyTests {
    private static let layout = RowLayout(.standard)

    /// Twenty men and twelve women and, where asked for, some others, aged about 36. The first men and women are in the cohort from 2025 on.
    private func filled(members: (men: Int, women: Int), others: Int = 0, born: String = "1990-05-01") throws -> FilledStore {
        let store = try FilledStore()
        func people(_ letter: String, _ sex: String, _ count: Int) -> [String] {
            (0..<count).map { FilledStore.line("\(letter)\($0)", born: born, #""sex":"\#(sex)""#) }
        }
        try store.take(people("M", "male", 20) + people("W", "female", 12) + people("O", "other", others))
        for number in 0..<members.men { try store.moves("M\(number)", on: "2025-05-01", from: "none", to: "ppo") }
        for number in 0..<members.women { try store.moves("W\(number)", on: "2025-05-01", from: "none", to: "ppo") }
        return store
    }

    private func report(_ store: FilledStore, by fields: [String] = ["sex"], _ length: ReportPeriod.Length = .quarters, showsSmall: Bool = false) throws -> EqualityOverTime {
        let days = try #require(Day(iso: "2026-01-01"))...(try #require(Day(iso: "2026-06-30")))
        return try store.store.read { reader in
            var tally = try StandingTally(ReportScope(days, source: try reader.source(borough: nil)), length: length, by: fields, layout: Self.layout)
            let rows = StoreRows(layout: Self.layout)
            try rows.each(reader, borough: nil) { tally.add(rows.row, steps: try $0.steps(), recommendations: try $0.recommendations()) }
            return tally.report(showsSmall: showsSmall)
        }
    }

    private func measure(_ report: EqualityOverTime, _ measure: EqualityOverTime.Measure) throws -> EqualityOverTime.MeasureGroups {
        try #require(report.by.first?.measures.first { $0.measure == measure })
    }

    /// `male 12/20`, `– female` where it is not shown.
    private func words(_ groups: [EqualityOverTime.Group]) -> [String] {
        groups.map { group in group.suppression.map { "\(group.value) \($0.rawValue)" } ?? "\(group.value) \(group.rate?.count ?? -1)/\(group.rate?.of ?? -1)" }
    }

    private func words(_ series: [EqualityOverTime.Series]) -> [String] {
        series.map { one in
            one.suppression.map { "\(one.value) \($0.rawValue)" } ?? "\(one.value) " + one.rates.map { "\($0?.count ?? -1)/\($0?.of ?? -1)" }.joined(separator: " ")
        }
    }

    @Test("each measure has its own people to count among")
    func measures() throws {
        let store = try filled(members: (10, 0))
        try store.moves("M0", on: "2026-02-01", from: "ppo", to: "none", rule: "settled")
        try store.moves("M15", on: "2026-05-01", from: "none", to: "ppo", rule: "ppo")
        try store.moves("W0", on: "2026-03-31", from: "none", to: "ppo", rule: "ppo")
        try store.moves("W1", on: "2026-04-01", from: "none", to: "ppo", rule: "ppo")
        try store.recommends("W0", on: "2026-03-01", by: "2026-03-15", "select", rule: "ppo", state: "confirmed", closed: "2026-03-31")
        try store.recommends("W2", on: "2026-03-01", by: "2026-03-15", "monitor", rule: "watch")
        for number in 0..<10 { try store.recommends("M\(number)", on: "2026-01-02", by: "2026-01-16", "deselect", rule: "settled", state: number < 4 ? "departed" : "confirmed", closed: "2026-02-01", reason: number < 4 ? "progress" : nil) }
        let report = try report(store)
        #expect(report.scope.people == 32)
        #expect(words(try measure(report, .standing).groups) == ["female 2/12", "male 10/20"])
        #expect(words(try measure(report, .standing).series) == ["female 1/12 2/12", "male 9/20 10/20"])
        #expect(words(try measure(report, .recommended).groups) == ["female 1/12", "male 0/10"])
        #expect(words(try measure(report, .joined).groups) == ["female 2/12", "male 1/10"])
        #expect(words(try measure(report, .joined).series) == ["female 1/12 1/11", "male 0/10 1/11"])
        #expect(words(try measure(report, .left).groups) == ["male 1/10"])
        // In the second quarter nine men and one woman began in the cohort.
        #expect(words(try measure(report, .left).series) == ["female small", "male small"])
        // The one decision about a woman would be known from all of them.
        #expect(words(try measure(report, .departed).groups) == ["female small", "male beside"])
    }

    @Test("rates have Wilson's interval")
    func intervals() throws {
        let report = try report(filled(members: (5, 3)))
        let male = try #require(try measure(report, .standing).groups.last?.rate)
        let interval = try #require(Proportion(5, of: 20).interval)
        #expect([male.rate, male.low, male.high] == [0.25, interval.low, interval.high])
    }

    @Test("a group that is small in one period is shown in none, and neither is the next smallest")
    func smallOnce() throws {
        // Of twelve women outside the cohort three join in the first quarter: nine are left to count among.
        let store = try filled(members: (0, 0))
        for number in 0..<3 { try store.moves("W\(number)", on: "2026-02-01", from: "none", to: "ppo") }
        let joined = try measure(try report(store), .joined)
        #expect(words(joined.groups) == ["female 3/12", "male 0/20"])
        #expect(words(joined.series) == ["female small", "male beside"])
        #expect(words(try measure(try report(store, showsSmall: true), .joined).series) == ["female 3/12 0/9", "male 0/20 0/20"])
    }

    @Test("nothing of a group that is left out is in the report")
    func suppressed() throws {
        let report = try report(filled(members: (5, 3), others: 9))
        let standing = try measure(report, .standing)
        #expect(words(standing.groups) == ["female beside", "male 5/20", "other small"])
        for group in standing.groups where group.suppression != nil { #expect(group.rate == nil) }
        for series in standing.series where series.suppression != nil { #expect(series.rates.isEmpty) }
    }

    @Test("small ages are put together with their neighbours, and nobody is left out for them")
    func ages() throws {
        let store = try filled(members: (5, 3))
        try store.take((0..<6).map { FilledStore.line("Y\($0)", born: "2005-01-01") })
        let report = try report(store, by: ["age"])
        #expect(words(try measure(report, .standing).groups) == ["18–49 8/38"])
        try store.take((0..<40).map { FilledStore.line("E\($0)", born: "1995-01-01") })
        #expect(words(try measure(try self.report(store, by: ["age"]), .standing).groups) == ["18–34 0/46", "35–49 8/32"])
    }

    @Test("two fields crossed are refused, with what to do")
    func crossed() throws {
        #expect(throws: GovernanceError("`age+sex` crosses two fields, and over time such groups are too small to show: name single fields")) {
            try StandingTally(ReportScope(Day(number: 0)...Day(number: 1)), length: .months, by: ["age+sex"], layout: Self.layout)
        }
    }
}
