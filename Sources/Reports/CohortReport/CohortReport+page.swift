import Decisions
package import Evidence
import Notation

extension CohortReport: PrintedReport {
    /// What must be read beside the figures, in every form of the report.
    package var caveats: [String] {
        var caveats = [
            "The file shows the cohort on its date. Who left before it is not in it as managed, so the report cannot say who left.",
            "A person counts once for a service, by the last referral to it. “Accessed” is started or completed; whether somebody who withdrew had started is not recorded.",
            "What is not recorded is shown as not known, never as none.",
        ]
        if hidesSmall {
            caveats.append("Groups of fewer than 10 by protected or sensitive fields are not shown, and where that is one group, the next smallest with it.")
        }
        if pack != nil {
            caveats.append("Eligibility and recommendations are what the pack's rules give. People decide.")
        }
        return caveats
    }

    private var hidesSmall: Bool {
        breakdowns.contains { $0.groups.contains { $0.count == nil } } || needs.contains { $0.none == nil || $0.some == nil || $0.marked == nil || $0.unknown == nil }
    }

    package var page: ReportPage {
        var facts = [ReportFact("Date of the file", asOf.inWords), ReportFact("Period", "\(from.inWords) to \(asOf.inWords)")]
        if let pack { facts.append(ReportFact("Recommendations by", "\(pack.id) \(pack.version)")) }
        facts.append(ReportFact("Read", Numbers.count(read, "nominal") + (rejected > 0 ? "; \(Numbers.count(rejected, "line")) could not be read" : "")))
        var sections = [cohortSection, peopleSection, needSection, serviceSection]
        if !taskings.isEmpty { sections.append(taskingSection) }
        if !recommendations.isEmpty { sections.append(recommendationSection) }
        return ReportPage(title: "The cohort on \(asOf.inWords)", lead: [lead], facts: facts, sections: sections)
    }

    private var lead: String {
        "\(Numbers.count(managed, "person is", "people are")) managed; \(Numbers.grouped(joined)) joined in the period."
    }

    private func shown(_ count: Int?) -> String { count.map(Numbers.grouped) ?? "not shown" }

    private func shown(_ count: Int?, share all: Int) -> [String] { [shown(count), count.map { FigureWords.share($0, of: all) } ?? FigureWords.none] }

    private var cohortSection: ReportSection {
        var figures = [
            ReportFigure("Managed", Numbers.grouped(managed)), ReportFigure("Joined in the period", Numbers.grouped(joined)),
            ReportFigure("In the file and not managed", Numbers.grouped(notManaged)),
        ]
        if managementUnknown > 0 { figures.append(ReportFigure("Not known whether managed", Numbers.grouped(managementUnknown))) }
        if let meanAgeTenths { figures.append(ReportFigure("Average age", Share.decimals(meanAgeTenths, places: 1))) }
        return ReportSection("Size", [.figures(figures), .note(ReportNote(.caution, "Read with the figures", caveats))])
    }

    private var peopleSection: ReportSection {
        let tables = breakdowns.map { breakdown in
            ReportBlock.table(
                ReportTable(
                    "People by \(breakdown.title.lowercased())", columns: [.text(breakdown.title), .number("People"), .number("Share")],
                    rows: breakdown.groups.map { ReportTable.Row([$0.title] + shown($0.count, share: managed)) }))
        }
        return ReportSection("Who they are", tables)
    }

    private var needSection: ReportSection {
        let bars = needs.compactMap { need -> BarChart.Bar? in
            guard let some = need.some, let marked = need.marked else { return nil }
            let name = need.title.prefix(1).uppercased() + need.title.dropFirst()
            return BarChart.Bar(name, Double(some + marked), "\(Numbers.grouped(some + marked)) (\(FigureWords.share(some + marked, of: managed)))")
        }
        let rows = needs.map { need in
            ReportTable.Row([need.title.prefix(1).uppercased() + need.title.dropFirst(), shown(need.marked), shown(need.some), shown(need.none), shown(need.unknown)])
        }
        let table = ReportTable(
            "People by how marked each need is", columns: [.text("Need"), .number("Marked"), .number("Some"), .number("None"), .number("Not known")], rows: rows)
        return ReportSection(
            "Needs", [.bars(BarChart("People with some or a marked need", bars, full: managed > 0 ? Double(managed) : nil)), .table(table)])
    }

    private var serviceSection: ReportSection {
        let rows = services.map { service in
            ReportTable.Row(
                [service.name, service.eligibleWords] + [service.referred, service.referredInPeriod, service.accessed, service.completed].map(Numbers.grouped))
        }
        let outcomes = services.map { service in
            ReportTable.Row(
                [service.name]
                    + [service.pending, service.refused, service.accepted, service.started, service.completed, service.withdrawn].map(Numbers.grouped))
        }
        let notes = pack == nil
            ? ["Who is eligible is not known without decision records."]
            : ["Eligible: those for whom the pack's criteria of the service's name are met; a dash where it has none of that name."]
        let table = ReportTable(
            "People by service",
            columns: [.text("Service"), .number("Eligible"), .number("Referred"), .number("In the period"), .number("Accessed"), .number("Completed")], rows: rows,
            notes: notes, emptyText: "Nobody was referred to a service.")
        let last = ReportTable(
            "People by the outcome of their last referral",
            columns: [
                .text("Service"), .number("Pending"), .number("Refused"), .number("Accepted"), .number("Started"), .number("Completed"), .number("Withdrawn"),
            ], rows: outcomes, emptyText: "Nobody was referred to a service.")
        let pairs = ReportTable(
            "People referred to both of two services", columns: [.text("Services"), .number("People")],
            rows: overlaps.map { ReportTable.Row(["\($0.first.replacing("_", with: " ")) and \($0.second.replacing("_", with: " "))", Numbers.grouped($0.people)]) })
        return ReportSection("Services", [.table(table), .table(last), .table(pairs)], startsPage: true)
    }

    private var taskingSection: ReportSection {
        let rows = taskings.map { ReportTable.Row([$0.borough, $0.kind.replacing("_", with: " ")] + [$0.opened, $0.done, $0.open, $0.cancelled].map(Numbers.grouped)) }
        return ReportSection(
            "Taskings",
            [
                .table(
                    ReportTable(
                        "Opened in the period, by their state on the date of the file",
                        columns: [.text("Borough"), .text("Kind"), .number("Opened"), .number("Done"), .number("Open"), .number("Cancelled")], rows: rows))
            ])
    }

    private var recommendationSection: ReportSection {
        let rows = recommendations.map { ReportTable.Row([$0.action.rawValue, Numbers.grouped($0.managed), Numbers.grouped($0.others)]) }
        return ReportSection(
            "Recommendations",
            [.table(ReportTable("What the pack recommends", columns: [.text("Recommendation"), .number("Managed"), .number("Not managed")], rows: rows))])
    }
}
