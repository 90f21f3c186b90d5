import CohortAnalysis
import Evidence
import Notation
import Testing

/// One person managed since 1 July 2025, with windows of six months: January to June (181 days), and July to December 2025 (184 days).
@Suite("outcomes")
struct OutcomesAnalysisTests {
    private static let costs = CostTable(
        priceYear: "2003/04", source: "test",
        rows: [
            CostTable.Row(heading: "Robbery", types: ["robbery"], average: Pence(728_200), justice: Pence(260_100)),
            CostTable.Row(heading: "Theft", types: ["theft_other"], average: Pence(63_400), justice: Pence(30_100)),
        ])
    private static let managed = #""cohort":{"category":"ppo","since":"2025-07-01"}"#

    private func report(_ lines: [String], months: Int = 6, from: String? = nil, to: String? = nil, costs: CostTable? = costs) throws -> OutcomesReport {
        var analysis = OutcomesAnalysis(
            layout: People.layout, asOf: try People.day("2026-01-01"), months: months, startedFrom: try from.map(People.day), startedTo: try to.map(People.day), costs: costs)
        let counts = try People.read(lines) { analysis.add($0) }
        return analysis.finish(read: counts.read, rejected: counts.rejected.count)
    }

    private func person(id: String = "A", custody: String = "community", orders: String? = "", _ offences: String) -> String {
        People.line(id, custody: custody, OutcomesAnalysisTests.managed, #""offences":[\#(offences)]"#, orders.map { #""orders":[\#($0)]"# } ?? "")
    }

    private func offence(_ date: String, _ outcome: String = "convicted", type: String = "robbery", on: String? = nil) -> String {
        #"{"type":"\#(type)","date":"\#(date)","outcome":"\#(outcome)"\#(on.map { #","convicted_on":"\#($0)""# } ?? "")}"#
    }

    private func prison(_ start: String, _ end: String?, kind: String = "custody") -> String {
        #"{"kind":"\#(kind)","start":"\#(start)"\#(end.map { #","end":"\#($0)""# } ?? "")}"#
    }

    @Test("the windows are as many months before the start as from it on, by the day of the offence")
    func windows() throws {
        let dates = ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2025-12-31"]
        let report = try report([person(dates.map { offence($0) }.joined(separator: ","))])
        #expect(report.before.offences == 2)
        #expect(report.during.offences == 2)
        #expect(report.before.days == 181)
        #expect(report.during.days == 184)
    }

    @Test(
        "each outcome goes where it belongs",
        arguments: [
            ("convicted", "robbery", [1, 0, 0, 0]), ("cautioned", "robbery", [1, 0, 0, 0]), ("tic", "robbery", [0, 0, 1, 0]), ("charged", "robbery", [0, 0, 0, 1]),
            ("arrested", "robbery", [0, 0, 0, 0]), ("nfa", "robbery", [0, 0, 0, 0]), ("convicted", "breach", [0, 1, 0, 0]), ("tic", "breach", [0, 0, 1, 0]),
        ])
    func outcomes(outcome: String, type: String, expected: [Int]) throws {
        let window = try report([person(offence("2025-03-01", outcome, type: type))]).before
        #expect([window.offences, window.breaches, window.tics, window.charged] == expected)
    }

    @Test("a conviction counts on the day of conviction, the offence on its own day")
    func convictions() throws {
        let offences = [
            offence("2025-03-01", on: "2025-09-01"), offence("2024-11-01", on: "2025-02-01"), offence("2025-08-01"), offence("2025-03-01", type: "breach", on: "2025-08-01"),
        ]
        let report = try report([person(offences.joined(separator: ","))])
        #expect([report.before.offences, report.before.convictions, report.before.undatedConvictions] == [1, 1, 0])
        #expect([report.during.offences, report.during.convictions, report.during.undatedConvictions] == [1, 1, 1])
        #expect([report.before.breaches, report.before.breachConvictions, report.during.breachConvictions] == [1, 0, 1])
    }

    @Test(
        "days in prison are taken out of the window in which they lie",
        arguments: [
            ([("2025-03-01", "2025-03-31", "custody")], 30, 0),
            ([("2025-06-21", "2025-07-10", "remand")], 9, 10),
            ([("2025-03-01", "2025-03-31", "licence")], 0, 0),
            ([("2024-01-01", "2025-12-31", "custody")], 181, 184),
            ([("2025-03-01", "2025-03-31", "remand"), ("2025-04-01", "2025-04-30", "custody")], 60, 0),
        ])
    func custody(orders: [(String, String, String)], before: Int, during: Int) throws {
        let text = orders.map { prison($0.0, $0.1, kind: $0.2) }.joined(separator: ",")
        let report = try report([person(orders: text, "")])
        #expect(report.before.custodyDays == before)
        #expect(report.during.custodyDays == during)
        #expect(report.people.custodyUnknown == 0)
    }

    @Test("somebody in prison now has been since the order's start, and is there to the end of the window")
    func insideNow() throws {
        for end in [nil, "2027-01-01"] {
            let report = try report([person(custody: "custody", orders: prison("2025-12-01", end), "")])
            #expect(report.during.custodyDays == 30)
            #expect(report.people.custodyUnknown == 0)
        }
    }

    @Test(
        "what the record does not say of custody makes the rate unknown, and the person is counted as such",
        arguments: [
            // No list of orders.
            ("community", nil),
            // An order that is in force and has no end, and a person who is not in prison.
            ("community", #"{"kind":"custody","start":"2025-12-01"}"#),
            ("licence", #"{"kind":"custody","start":"2025-12-01","end":"2026-06-01"}"#),
            // In prison, and no order since when.
            ("custody", ""),
            ("remand", #"{"kind":"custody","start":"2025-02-01","end":"2025-03-01"}"#),
        ])
    func unknownCustody(status: String, orders: String?) throws {
        let offences = [offence("2025-03-10"), offence("2025-08-10")].joined(separator: ",")
        let report = try report([person(custody: status, orders: orders, offences), person(id: "B", offence("2025-04-01"))])
        #expect(report.people.included == 2)
        #expect(report.people.custodyUnknown == 1)
        #expect(report.people.rated == 1)
        #expect(report.before.offences == 2)
        #expect(report.before.offencesAtLiberty == 1)
        #expect(report.before.days == 181)
        #expect(report.direction == OutcomesReportDirections.of(less: 1))
    }

    @Test("an order that begins behind both windows matters to neither")
    func laterOrder() throws {
        let person = People.line("A", custody: "licence", #""cohort":{"category":"ppo","since":"2025-03-01"}"#, #""offences":[]"#, #""orders":[\#(prison("2025-10-01", nil))]"#)
        #expect(try report([person]).people.custodyUnknown == 0)
    }

    @Test("an offence of a day in prison is in no rate; one of the first day of custody was done at liberty")
    func inPrison() throws {
        let offences = ["2025-03-01", "2025-03-02", "2025-03-31", "2025-04-01"].map { offence($0) }.joined(separator: ",")
        let window = try report([person(orders: prison("2025-03-01", "2025-03-31"), offences)]).before
        #expect(window.offences == 4)
        #expect(window.offencesInCustody == 2)
        #expect(window.offencesAtLiberty == 2)
        #expect(window.costAtLiberty == Pence(2 * 728_200))
        // 151 days at liberty are 151 × 16 ÷ 487 = 4.96 months; 2 ÷ 4.961 = 0.403.
        #expect(window.daysAtLiberty == 151)
        #expect(window.monthsAtLibertyHundredths == 496)
        #expect(window.rateThousandths == 403)
        // £14,564 × 487 ÷ (16 × 151) = £2,935.71.
        #expect(window.costPerMonth == Pence(293_571))
    }

    @Test("nobody at liberty has no rate")
    func noRate() throws {
        let window = try report([person(orders: prison("2024-01-01", "2025-12-31"), "")]).before
        #expect(window.rateThousandths == nil)
        #expect(window.costPerMonth == nil)
    }

    @Test("offences cost by the table; those without a published cost are left out and counted")
    func costs() throws {
        let offences = [
            offence("2025-03-01"), offence("2025-03-02", type: "theft_other"), offence("2025-03-03", type: "fraud"), offence("2025-03-04", type: "breach"),
            offence("2025-03-05", "tic"), offence("2025-03-06", "tic", type: "fraud"),
        ]
        let window = try report([person(offences.joined(separator: ","))]).before
        #expect(window.cost == Pence(791_600))
        #expect([window.costed, window.uncosted, window.ticsUncosted] == [2, 1, 1])
        #expect(window.ticCost == Pence(728_200))
        #expect(window.costPerOffence == Pence(395_800))
        let without = try report([person(offences.joined(separator: ","))], costs: nil).before
        #expect(without.cost == .zero)
        #expect([without.costed, without.uncosted, without.ticsUncosted] == [0, 0, 0])
        #expect(without.costPerOffence == nil)
    }

    @Test(
        "people are compared by their own rates a day at liberty",
        arguments: [
            // 181 days before, 184 during: as many offences in a longer window are fewer a month.
            (1, 1, "less"), (2, 1, "less"), (1, 2, "more"), (0, 0, "same"), (0, 1, "more"),
        ])
    func directions(before: Int, during: Int, expected: String) throws {
        let offences = Array(repeating: offence("2025-03-01"), count: before) + Array(repeating: offence("2025-09-01"), count: during)
        let direction = try report([person(offences.joined(separator: ","))]).direction
        let found = ["less": direction.less, "same": direction.same, "more": direction.more].filter { $0.value == 1 }.map(\.key)
        #expect(found == [expected])
    }

    @Test("somebody in prison for a whole window is not compared")
    func notComparable() throws {
        #expect(try report([person(orders: prison("2025-06-30", "2025-12-31"), "")]).direction.notAtLiberty == 1)
    }

    @Test("everybody in the file is counted once, with the reason for being left out")
    func people() throws {
        let lines = [
            person(""), People.line("B", #""cohort":null"#), People.line("C"), People.line("D", #""cohort":{"category":"ppo","since":"2025-07-02"}"#, #""offences":[]"#),
            People.line("E", OutcomesAnalysisTests.managed), People.line("F", #""cohort":{"category":"ppo","since":"2020-01-01"}"#, #""offences":[]"#), "no JSON", person(""),
        ]
        let people = try report(lines, from: "2021-01-01").people
        #expect(people.read == 6)
        #expect(people.rejected == 2)
        #expect(people.included == 1)
        #expect(people.notManaged == 1)
        #expect(people.managementUnknown == 1)
        #expect(people.tooShort == 1)
        #expect(people.offencesUnknown == 1)
        #expect(people.outsidePeriod == 1)
        #expect(try report(lines, to: "2025-06-30").people.outsidePeriod == 3)
    }

    @Test("types of offence are counted in the catalogue's order, breaches among them")
    func types() throws {
        let offences = [offence("2025-03-01", type: "breach"), offence("2025-09-01"), offence("2025-03-01", "tic", type: "fraud"), offence("2025-09-02", "cautioned", type: "breach")]
        #expect(
            try report([person(offences.joined(separator: ","))]).types == [
                OutcomesReport.TypeCount(type: "robbery", before: 0, during: 1), OutcomesReport.TypeCount(type: "breach", before: 1, during: 1),
            ])
    }
}

private enum OutcomesReportDirections {
    static func of(less: Int) -> OutcomeDirections {
        var directions = OutcomeDirections()
        directions.less = less
        return directions
    }
}
