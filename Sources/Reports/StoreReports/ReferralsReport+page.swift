package import Evidence
import Notation

extension ReferralsReport: PrintedReport {
    /// So many services have a column in the table of overlaps; more would fit no page.
    static let mostColumns = 6

    /// What must be read beside the figures, in every form of the report.
    package var caveats: [String] {
        [
            "Counted are people who were in the cohort on any day of the period, with their referrals up to its last day, as the imported records have them.",
            "A person counts once for a service, by the last referral to it. Whether somebody who withdrew had started is not recorded.",
            services.contains { $0.eligible != nil }
                ? "Who is eligible is what the pack's criteria of the service's name said when the store last kept a record of the person; a dash where it has none of that name."
                : "Who is eligible is not known: no record that the store keeps has criteria of a service's name.",
            StoreWords.forgotten,
        ]
    }

    package var page: ReportPage {
        let some = byServices.dropFirst().reduce(0, +)
        return ReportPage(
            title: "Referrals to services",
            lead: ["\(Numbers.count(members, "person was", "people were")) in the cohort; \(Numbers.count(some, "has been", "have been")) referred to a service."],
            facts: StoreWords.facts(scope), sections: [serviceSection, monthSection, overlapSection])
    }

    private var serviceSection: ReportSection {
        let bars = services.map { BarChart.Bar($0.name, Double($0.referred), Numbers.grouped($0.referred)) }
        let table = ReportTable(
            "People by service",
            columns: [.text("Service"), .number("Eligible"), .number("Referred"), .number("In the period"), .number("Accessed"), .number("Completed")],
            rows: services.map { .init([$0.name, $0.eligibleWords] + [$0.referred, $0.referredInPeriod, $0.accessed, $0.completed].map(Numbers.grouped)) },
            notes: ["Accessed: started or completed."], emptyText: "Nobody was referred to a service.")
        let outcomes = ReportTable(
            "People by the outcome of their last referral",
            columns: [.text("Service"), .number("Pending"), .number("Refused"), .number("Accepted"), .number("Started"), .number("Completed"), .number("Withdrawn")],
            rows: services.map { service in
                .init(
                    [service.name]
                        + [service.pending, service.refused, service.accepted, service.started, service.completed, service.withdrawn].map(Numbers.grouped))
            }, emptyText: "Nobody was referred to a service.")
        let chart: [ReportBlock] = services.isEmpty ? [] : [.bars(BarChart("People referred", bars, source: ChartSource([2])))]
        return ReportSection("Each service", chart + [.table(table), .table(outcomes), StoreWords.caution(caveats)])
    }

    private var monthSection: ReportSection {
        let periods = scope.months
        let shown = services.prefix(ReferralsReport.mostColumns)
        let more = services.count > shown.count
        let table = ReportTable(
            "Referrals made, by month",
            columns: [.text("Month")] + shown.map { .number($0.name) } + (more ? [.number("others")] : []) + [.number("All")],
            rows: zip(periods, months).map { period, counts in
                let others = counts.dropFirst(shown.count).reduce(0, +)
                return .init([period.name] + (counts.prefix(shown.count) + (more ? [others] : []) + [counts.reduce(0, +)]).map(Numbers.grouped))
            })
        return ReportSection("Month by month", [.table(table)])
    }

    private var overlapSection: ReportSection {
        let shown = services.sorted { ($1.referred, $0.service) < ($0.referred, $1.service) }.prefix(ReferralsReport.mostColumns)
        let left = services.count - shown.count
        let matrix = ReportTable(
            "People referred to both of two services", columns: [.text("Service")] + shown.indices.map { .number(String($0 + 1)) },
            rows: shown.enumerated().map { place, row in
                .init(["\(place + 1) \(row.name)"] + shown.map { Numbers.grouped(people(row.service, $0.service)) })
            },
            notes: ["Where a service meets itself: everybody referred to it."]
                + (left > 0 ? ["The \(Numbers.grouped(shown.count)) services with most people; \(Numbers.count(left, "more is", "more are")) in the JSON and the CSV."] : []),
            emptyText: "Nobody was referred to a service.")
        let spread = ReportTable(
            "People by how many services they were referred to", columns: [.text("Services"), .number("People"), .number("Share")],
            rows: byServices.enumerated().map { .init([String($0), Numbers.grouped($1), FigureWords.share($1, of: members)]) }, emptyText: "Nobody was in the cohort.")
        return ReportSection("Services that people share", [.table(matrix), .table(spread)])
    }
}
