import Decisions
package import Evidence
import Notation

extension RecruitmentReport: PrintedReport {
    /// What must be read beside the figures, in every form of the report.
    package var caveats: [String] {
        var caveats = [
            StoreWords.recommendations,
            "Each thing is counted in the month in which it was done: what is recommended in one month may be decided in the next.",
            "People are counted in the borough where they live now.", StoreWords.forgotten,
        ]
        if takenOver > 0 {
            caveats.append(
                "\(Numbers.count(takenOver, "of those who joined was", "of those who joined were")) in the cohort when first imported, and joined on the day that their record gives. Who left before that import is not known.")
        }
        if decided >= 20, months.allSatisfy({ $0.departed == 0 }) {
            caveats.append("Not one of \(Numbers.grouped(decided)) recommendations was departed from. Ask whether each was looked into.")
        }
        return caveats
    }

    private var decided: Int { toDecision.count }
    private func sum(_ part: (RecruitmentMonth) -> Int) -> Int { months.reduce(0) { $0 + part($1) } }

    package var page: ReportPage {
        let end = months.last
        let lead =
            "\(Numbers.count(sum(\.joined), "person", "people")) joined the cohort and \(Numbers.grouped(sum(\.left))) left it; on the last day \(Numbers.count(end?.members ?? 0, "person is", "people are")) in it."
        return ReportPage(
            title: "Recruitment, progress and de-selection", lead: [lead], facts: StoreWords.facts(scope),
            sections: [sizes, cohort, decisions, ruleSection, leaving])
    }

    private var sizes: ReportSection {
        let end = months.last
        return ReportSection(
            "On the last day",
            [
                .figures([
                    ReportFigure("In the cohort", Numbers.grouped(end?.members ?? 0)), ReportFigure("Watched", Numbers.grouped(end?.watched ?? 0)),
                    ReportFigure("Recommendations that wait", Numbers.grouped(waiting.count), note: overdue > 0 ? "\(Numbers.grouped(overdue)) overdue" : nil),
                    ReportFigure(
                        "Days to a decision", StoreWords.median(toDecision),
                        note: toDecision.nineOfTen.map { "the middle one of \(Numbers.grouped(decided)); nine of ten within \(Numbers.grouped($0))" }),
                ]), StoreWords.caution(caveats),
            ])
    }

    private var cohort: ReportSection {
        let names = months.map(\.period.name)
        let all = LineChart("People in the cohort at the end of each month", axis: names, [.init("in the cohort", months.map { Double($0.members) })], source: ChartSource([4]))
        let changes = LineChart(
            "People who joined and left in each month", axis: names, [.init("joined", months.map { Double($0.joined) }), .init("left", months.map { Double($0.left) })],
            source: ChartSource([1, 3]))
        let byMonth = ReportTable(
            "The cohort, month by month",
            columns: [.text("Month"), .number("Joined"), .number("Moved"), .number("Left"), .number("In the cohort at its end"), .number("Watched at its end")],
            rows: months.map { .init([$0.period.name] + [$0.joined, $0.moved, $0.left, $0.members, $0.watched].map(Numbers.grouped)) }
                + [.init(["All"] + [sum(\.joined), sum(\.moved), sum(\.left)].map(Numbers.grouped) + [FigureWords.none, FigureWords.none], isTotal: true)],
            notes: ["Moved: from one category to another. Watched people are not in the cohort."])
        let byCategory = ReportTable(
            "The cohort, by category",
            columns: [.text("Category"), .number("At the start"), .number("Joined"), .number("Moved in"), .number("Moved out"), .number("Left"), .number("At the end")],
            rows: categories.map { .init([StoreWords.category($0.category)] + [$0.atStart, $0.joined, $0.movedIn, $0.movedOut, $0.left, $0.atEnd].map(Numbers.grouped)) },
            emptyText: "Nobody was in the cohort.")
        return ReportSection("Who joined, moved and left", [.lines(all), .lines(changes), .table(byMonth), .table(byCategory)])
    }

    private var decisions: ReportSection {
        let byMonth = ReportTable(
            "Recommended and decided, month by month", columns: [.text("Month"), .number("Recommended"), .number("Confirmed"), .number("Departed from")],
            rows: months.map { .init([$0.period.name] + [$0.recommended, $0.confirmed, $0.departed].map(Numbers.grouped)) }
                + [.init(["All"] + [sum(\.recommended), sum(\.confirmed), sum(\.departed)].map(Numbers.grouped), isTotal: true)])
        let byAction = ReportTable(
            "Recommended in the period, by what was recommended", columns: [.text("Recommendation")] + RecruitmentReport.countColumns,
            rows: actions.map { .init([EvidenceWords.action($0.action)] + RecruitmentReport.cells($0.counts)) }, emptyText: "Nothing was recommended.")
        let byReason = ReportTable(
            "Departed from, by the panel's reason", columns: [.text("Reason"), .number("Decisions")],
            rows: reasons.map { .init([EvidenceWords.capital(StoreWords.plain($0.reason)), Numbers.grouped($0.count)]) }, emptyText: "No panel departed from a recommendation.")
        return ReportSection("What was recommended, and what panels decided", [.table(byMonth), .table(byAction), .table(byReason)])
    }

    private static let countColumns: [ReportTable.Column] = [.number("Made"), .number("Confirmed"), .number("Departed from"), .number("Fell away"), .number("Waiting")]

    private static func cells(_ counts: RecommendationCounts) -> [String] {
        [counts.made, counts.confirmed, counts.departed, counts.fellAway, counts.waiting].map(Numbers.grouped)
    }

    private var ruleSection: ReportSection {
        let table = ReportTable(
            "Recommended in the period, by rule", columns: [.text("Rule")] + RecruitmentReport.countColumns + [.number("Median days")],
            rows: rules.map { .init(["\(StoreWords.rule($0.rule)) (\($0.action.rawValue))"] + RecruitmentReport.cells($0.counts) + [StoreWords.median($0.toDecision)]) },
            notes: ["Fell away: replaced by another recommendation, or no longer called for. Median days: from the recommendation to the decision."],
            emptyText: "Nothing was recommended.")
        return ReportSection("Rule by rule", [.table(table)])
    }

    private var leaving: ReportSection {
        let table = ReportTable(
            "Left in the period, by the rule that recommended it", columns: [.text("Rule"), .number("People"), .number("Median days in the cohort")],
            rows: leavers.map { .init([StoreWords.rule($0.rule), Numbers.grouped($0.stayed.count), StoreWords.median($0.stayed)]) }, emptyText: "Nobody left.")
        let stays = ReportTable(
            "Days in the cohort", columns: [.text("Who"), .number("People"), .number("Median"), .number("Nine of ten within")],
            rows: [("Left in the period", stayedLeft), ("In the cohort on the last day, so far", stayedSoFar)].map {
                .init([$0, Numbers.grouped($1.count), StoreWords.median($1), StoreWords.optional($1.nineOfTen)])
            })
        return ReportSection("How long people stay, and why they left", [.table(stays), .table(table)])
    }
}
