import CohortAnalysis
import Decisions
import Evidence
import Notation
import Testing

@Suite("the cohort's report")
struct CohortReportTests {
    private func report(_ lines: [String], services: [String] = [], records: [RecordSummary?] = [], showsSmall: Bool = true) throws -> CohortReport {
        var analysis = CohortReportAnalysis(layout: People.layout, asOf: try People.day("2026-11-01"), from: try People.day("2026-10-01"), services: services)
        var records = records[...]
        let counts = try People.read(lines) { analysis.add($0, record: records.popFirst() ?? nil) }
        return analysis.finish(read: counts.read, rejected: counts.rejected.count, pack: nil, showsSmall: showsSmall)
    }

    private func managed(_ id: String, born: String = "1990-05-01", borough: String = "Camden", since: String = "2026-01-01", _ more: String = "") -> String {
        People.line(id, born: born, borough: borough, #""cohort":{"category":"gto","since":"\#(since)"}"#, more)
    }

    private func referrals(_ items: (String, String, String)...) -> String {
        #""referrals":[\#(items.map { #"{"service":"\#($0.0)","date":"\#($0.1)","outcome":"\#($0.2)"}"# }.joined(separator: ","))]"#
    }

    @Test("counts those managed, those who joined from the period's first day to its last, and the others apart")
    func size() throws {
        let dates = ["2026-09-30", "2026-10-01", "2026-11-01"]
        let lines = dates.enumerated().map { managed("M\($0)", since: $1) } + [People.line("N", #""cohort":null"#), People.line("U"), "no JSON"]
        let report = try report(lines)
        #expect([report.read, report.rejected, report.managed, report.joined, report.notManaged, report.managementUnknown] == [5, 1, 3, 2, 1, 1])
    }

    @Test(
        "ages fall into the bands of the contract on the day of the report",
        arguments: [
            ("2008-11-02", "under 18"), ("2008-11-01", "18–25"), ("2000-11-02", "18–25"), ("2000-11-01", "26–34"), ("1991-11-02", "26–34"), ("1991-11-01", "35–49"),
            ("1976-11-02", "35–49"), ("1976-11-01", "50 and over"),
        ])
    func ages(born: String, band: String) throws {
        let ages = try #require(try report([managed("A", born: born)]).breakdowns.first { $0.field == "age" })
        #expect(ages.groups == [Breakdown.Group(value: band, title: band, count: 1)])
    }

    @Test("the average age is to a tenth of a year, and left out for a few")
    func meanAge() throws {
        let lines = [managed("A", born: "1990-11-01"), managed("B", born: "1989-11-01"), managed("C", born: "1989-11-01")]
        // (36 + 37 + 37) ÷ 3 = 36.67
        #expect(try report(lines).meanAgeTenths == 367)
        #expect(try report(lines, showsSmall: false).meanAgeTenths == nil)
    }

    @Test("ethnicity is shown by broad group, and what is not recorded as not known")
    func ethnicity() throws {
        let lines = ["A1", "A4", "O1", "M1", "NS"].map { managed("E\($0)", #""ethnicity":"\#($0)""#) } + [managed("U")]
        let groups = try #require(try report(lines).breakdowns.first { $0.field == "ethnicity" }).groups
        #expect(groups.map(\.title) == ["Asian or Asian British", "Mixed", "not stated", "not known"])
        #expect(groups.map(\.count) == [3, 1, 1, 1])
    }

    @Test(
        "groups of one to nine are hidden, and one more where they could be found from the total",
        arguments: [
            ([10, 20], [10, 20]), ([9, 20, 30], [nil, nil, 30]), ([9, 5, 30], [nil, nil, 30]), ([0, 5, 30], [0, nil, nil]), ([3], [nil]), ([0, 0], [0, 0]),
            ([9, 12, 12], [nil, nil, 12]),
        ] as [([Int], [Int?])])
    func hiding(counts: [Int], shown: [Int?]) {
        #expect(Breakdown.hidingSmall(counts) == shown)
    }

    @Test("small groups are hidden for protected fields and sensitive needs, and not for others")
    func suppression() throws {
        let needs = #""needs":{"drugs":2,"mental_health":1},"sex":"male""#
        let report = try report((0..<12).map { managed("P\($0)", $0 == 0 ? #""needs":{"drugs":0,"mental_health":2},"sex":"female""# : needs) }, showsSmall: false)
        #expect(report.breakdowns.first { $0.field == "sex" }?.groups.map(\.count) == [nil, nil])
        #expect(report.breakdowns.first { $0.field == "borough" }?.groups.map(\.count) == [12])
        let drugs = try #require(report.needs.first { $0.name == "drugs" })
        #expect([drugs.none, drugs.some, drugs.marked, drugs.unknown] == [1, 0, 11, 0])
        let health = try #require(report.needs.first { $0.name == "mental_health" })
        #expect([health.none, health.some, health.marked, health.unknown] == [0, nil, nil, 0])
    }

    @Test("a need that is not recorded is not known, in a record without needs too")
    func needs() throws {
        let report = try report([managed("A", #""needs":{"drugs":2}"#), managed("B", #""needs":{"drugs":1,"ete":0}"#), managed("C")])
        let drugs = try #require(report.needs.first { $0.name == "drugs" })
        #expect([drugs.none, drugs.some, drugs.marked, drugs.unknown] == [0, 1, 1, 1])
        let ete = try #require(report.needs.first { $0.name == "ete" })
        #expect([ete.none, ete.some, ete.marked, ete.unknown] == [1, 0, 0, 2])
    }

    @Test("a person counts once for a service, by the last referral up to the day of the report")
    func services() throws {
        let lines = [
            managed("A", referrals(("mentoring", "2026-09-01", "refused"), ("mentoring", "2026-10-05", "started"), ("housing", "2026-10-06", "pending"))),
            managed("B", referrals(("mentoring", "2026-09-30", "completed"), ("housing", "2026-03-01", "withdrawn"))),
            managed("C", referrals(("mentoring", "2026-11-01", "accepted"))),
            People.line("N", #""cohort":null"#, referrals(("mentoring", "2026-10-05", "started"))),
        ]
        let report = try report(lines)
        #expect(report.services.map(\.service) == ["housing", "mentoring"])
        let mentoring = report.services[1]
        #expect([mentoring.referred, mentoring.referredInPeriod, mentoring.accepted, mentoring.started, mentoring.completed, mentoring.refused] == [3, 2, 1, 1, 1, 0])
        #expect(mentoring.accessed == 2)
        #expect(mentoring.eligible == nil)
        #expect([report.services[0].pending, report.services[0].withdrawn, report.services[0].accessed] == [1, 1, 0])
        #expect(report.overlaps == [ServiceOverlap(first: "housing", second: "mentoring", people: 2)])
    }

    @Test("who is eligible comes from the records' criteria of the service's name, and an unknown is no no")
    func eligibility() throws {
        func record(_ id: String, _ met: Met, _ action: Recommendation.Action) -> RecordSummary {
            var record = RecordSummary()
            record.nominal = id
            record.action = action
            record.criteria = ["mentoring": met, "scope": .yes]
            return record
        }
        let lines = ["A", "B", "C", "D"].map { managed($0) } + [People.line("N", #""cohort":null"#)]
        let records = [record("A", .yes, .retain), record("B", .unknown, .refer), record("C", .no, .retain), record("D", .yes, .deselect), record("N", .yes, .select)]
        let report = try report(lines, services: ["mentoring", "housing"], records: records)
        #expect(report.services.map(\.eligible) == [2, nil])
        #expect(report.services.map(\.eligibleUnknown) == [1, nil])
        #expect(
            report.recommendations == [
                CohortReport.RecommendationCount(action: .select, managed: 0, others: 1), CohortReport.RecommendationCount(action: .retain, managed: 2, others: 0),
                CohortReport.RecommendationCount(action: .deselect, managed: 1, others: 0), CohortReport.RecommendationCount(action: .refer, managed: 1, others: 0),
            ])
    }

    @Test("taskings of the period are counted by borough and kind")
    func taskings() throws {
        func tasking(_ kind: String, _ opened: String, _ status: String) -> String { #"{"kind":"\#(kind)","opened":"\#(opened)","status":"\#(status)"}"# }
        let lines = [
            managed("A", #""taskings":[\#(tasking("intel_plan", "2026-10-01", "done")),\#(tasking("intel_plan", "2026-10-20", "open")),\#(tasking("intel_plan", "2026-09-30", "done"))]"#),
            managed("B", borough: "Barnet", #""taskings":[\#(tasking("review", "2026-10-02", "cancelled"))]"#),
        ]
        #expect(
            try report(lines).taskings == [
                TaskingCount(borough: "Barnet", kind: "review", opened: 1, done: 0, cancelled: 1), TaskingCount(borough: "Camden", kind: "intel_plan", opened: 2, done: 1, cancelled: 0),
            ])
    }

    @Test("a file that makes up services without end fills no memory: the rest go under one name")
    func manyServices() throws {
        let report = try report((0..<300).map { managed("P\($0)", referrals(("service \($0)", "2026-10-01", "pending"))) })
        #expect(report.services.count == 201)
        #expect(report.services.first { $0.service == "(further names)" }?.referred == 100)
    }
}
