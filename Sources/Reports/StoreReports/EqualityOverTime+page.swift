package import Evidence
import Notation

extension EqualityOverTime: PrintedReport {
    /// What must be read beside the figures, in every form of the report.
    package var caveats: [String] {
        var caveats = [
            "The figures neither show that anybody is treated unfairly nor that nobody is. A difference may have a reason that is no unfairness, and equal rates may hide one.",
            "Groups are as the last imported records have them, and ages as on the last day. Who was never imported is in no group.",
            StoreWords.recommendations, StoreWords.forgotten,
        ]
        caveats.append(
            showsSmall
                ? "Small groups are shown: do not pass this on."
                : "Groups of fewer than 10 are left out, and others with which they could be worked out; neighbouring ages are put together first. A group that is small in one \(length.one) is left out of all.")
        return caveats
    }

    package var page: ReportPage {
        var sections = [ReportSection("What is counted", [.facts(Measure.allCases.map { ReportFact($0.title, $0.meaning) }), StoreWords.caution(caveats)])]
        sections += by.map(section)
        return ReportPage(
            title: "Who is in the cohort, joins it and leaves it, group by group",
            lead: by.isEmpty ? ["Nothing is known of anybody's groups."] : [], facts: StoreWords.facts(scope), sections: sections)
    }

    private func section(_ field: Field) -> ReportSection {
        let parts = field.measures.map { ReportSection($0.measure.title, blocks(field, $0)) }
        return ReportSection("By \(field.title)", parts: parts, startsPage: true)
    }

    private func blocks(_ field: Field, _ measure: MeasureGroups) -> [ReportBlock] {
        guard measure.groups.contains(where: { $0.rate != nil }) else {
            return [.text(measure.groups.isEmpty ? "There is nobody to count." : "Too few groups are large enough to be shown.")]
        }
        let rates = ReportTable(
            "\(measure.measure.caption), by \(field.title)",
            columns: [.text(EvidenceWords.capital(field.title)), .number(measure.measure.among), .number("Of these"), .number("Rate"), .number("95% interval")],
            rows: measure.groups.map { .init([$0.title] + EqualityOverTime.cells($0.rate)) },
            notes: measure.groups.contains { $0.suppression != nil } ? [EqualityReport.hiddenNote] : [])
        let shown = measure.series.filter { $0.suppression == nil }
        guard periods.count > 1, !shown.isEmpty else { return [.table(rates)] }
        let chart = LineChart(
            "\(measure.measure.caption), in percent, by \(length.one)", axis: periods.map(\.name),
            shown.prefix(4).map { series in .init(series.title, series.rates.map { $0.map { ($0.rate * 1000).rounded() / 10 } }) },
            source: ChartSource(1...min(4, shown.count)))
        let table = ReportTable(
            "\(measure.measure.caption), by \(length.one)", columns: [.text(EvidenceWords.capital(length.one))] + shown.map { .number($0.title) },
            rows: periods.indices.map { place in .init([periods[place].name] + shown.map { $0.rates[place].map { percentText($0.rate) } ?? FigureWords.none }) },
            notes: measure.series.count > shown.count ? ["Left out: \(EvidenceWords.list(measure.series.filter { $0.suppression != nil }.map(\.title)))."] : [])
        return [.table(rates), .lines(chart), .table(table)]
    }

    private static func cells(_ rate: Rate?) -> [String] {
        guard let rate else { return Array(repeating: FigureWords.none, count: 4) }
        return [
            Numbers.grouped(rate.of), Numbers.grouped(rate.count), percentText(rate.rate), "\(fixedText(rate.low * 100, places: 1))–\(fixedText(rate.high * 100, places: 1))",
        ]
    }
}

extension EqualityOverTime.Measure {
    fileprivate var title: String {
        switch self {
        case .standing: "In the cohort"
        case .recommended: "Recommended to be selected"
        case .joined: "Joined"
        case .left: "Left"
        case .departed: "Departed from"
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .standing: "of the people in the store, those in the cohort on the last day"
        case .recommended: "of those not in the cohort at the start, those recommended to be selected"
        case .joined: "of those not in the cohort at the start, those who joined it"
        case .left: "of those in the cohort at the start, those who left it"
        case .departed: "of the panels' decisions, those that departed from what was recommended"
        }
    }

    fileprivate var caption: String { self == .departed ? "Decisions that departed from the recommendation" : "Share \(verb)" }

    private var verb: String {
        switch self {
        case .standing: "in the cohort"
        case .recommended: "recommended to be selected"
        case .joined: "who joined"
        case .left: "who left"
        case .departed: "departed from"
        }
    }

    fileprivate var among: String {
        switch self {
        case .standing: "People"
        case .recommended, .joined: "Not in the cohort"
        case .left: "In the cohort"
        case .departed: "Decisions"
        }
    }
}
