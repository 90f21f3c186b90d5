package import Evidence
import Notation

extension EqualityReport {
    static let hiddenNote = "–: fewer than 10 people, or a group whose count would give such a one away."

    static func nothingShown(_ breakdown: EqualityBreakdown) -> String { "By \(breakdown.title): too few groups are large enough to be shown." }

    /// The report for people, as text or HTML.
    package var page: ReportPage {
        let facts = [EvidenceWords.fact("Pack", pack)] + EvidenceWords.facts(cohort)
        var sections = [ReportSection("What the figures say", [.list(findings)])]
        sections += by.map(section)
        if !proxies.isEmpty { sections.append(proxySection) }
        sections.append(method)
        return ReportPage(title: "Who is selected by \(pack.name), group by group", lead: [EvidenceWords.draft], facts: facts, sections: sections)
    }

    private func section(_ breakdown: EqualityBreakdown) -> ReportSection {
        guard breakdown.groups.contains(where: { $0.figures != nil }) else {
            return ReportSection("By \(breakdown.title)", [.text(EqualityReport.nothingShown(breakdown))])
        }
        var blocks: [ReportBlock] = []
        let shown = breakdown.groups.compactMap { group in group.figures.map { (group.title, $0) } }
        if shown.count > 1, shown.count <= 12 {
            blocks.append(
                .bars(BarChart("Share selected or retained, by \(breakdown.title)", shown.map { .init($0.0, $0.1.rate, percentText($0.1.rate)) }, full: 1)))
        }
        blocks.append(.table(rates(breakdown)))
        if breakdown.groups.contains(where: { $0.figures?.outcomes != nil }) { blocks.append(.table(outcomes(breakdown))) }
        return ReportSection("By \(breakdown.title)", blocks)
    }

    private func rates(_ breakdown: EqualityBreakdown) -> ReportTable {
        let rows = breakdown.groups.map { group -> ReportTable.Row in
            guard let figures = group.figures else { return .init([group.title] + Array(repeating: FigureWords.none, count: 6)) }
            return .init([
                group.title, Numbers.grouped(figures.n), Numbers.grouped(figures.selected), percentText(figures.rate),
                "\(fixedText(figures.low * 100, places: 1))–\(fixedText(figures.high * 100, places: 1))",
                figures.ratio.map { fixedText($0, places: 2) } ?? FigureWords.none, EvidenceWords.chance(figures.adjusted),
            ])
        }
        return ReportTable(
            "Selected or retained, by \(breakdown.title)",
            columns: [
                .text(EvidenceWords.capital(breakdown.title)), .number("People"), .number("Chosen"), .number("Rate"), .number("95% interval"), .number("Ratio"), .number("p"),
            ], rows: rows, notes: breakdown.groups.contains { $0.suppression != nil } ? [EqualityReport.hiddenNote] : [])
    }

    func outcomes(_ breakdown: EqualityBreakdown) -> ReportTable {
        func share(_ value: Double?) -> String { value.map(percentText) ?? FigureWords.none }
        let rows = breakdown.groups.map { group -> ReportTable.Row in
            guard let outcomes = group.figures?.outcomes else { return .init([group.title] + Array(repeating: FigureWords.none, count: 5)) }
            let known = outcomes.truePositives + outcomes.falsePositives + outcomes.trueNegatives + outcomes.falseNegatives
            return .init([
                group.title, Numbers.grouped(known), share(outcomes.falsePositiveRate), share(outcomes.falseNegativeRate), share(outcomes.positivePredictive),
                share(outcomes.negativePredictive),
            ])
        }
        return ReportTable(
            "Against what became of people, by \(breakdown.title)",
            columns: [
                .text(EvidenceWords.capital(breakdown.title)), .number("Known"), .number("False positive"), .number("False negative"), .number("Precision"),
                .number("Right to leave out"),
            ], rows: rows,
            notes: [
                "False positive: of those to whom it did not happen, the share chosen. False negative: of those to whom it did, the share not chosen. Precision: of those chosen, the share to whom it happened."
            ])
    }

    var proxySection: ReportSection {
        let strongest = proxies.filter { $0.shift.magnitude >= 0.001 }.sorted { ($1.shift.magnitude, $0.field, $0.by) < ($0.shift.magnitude, $1.field, $1.by) }.prefix(10)
        let rows = strongest.map { proxy in
            ReportTable.Row([
                EvidenceWords.capital(proxy.title), proxy.byTitle, fixedText(proxy.gap * 100, places: 1), fixedText(proxy.without * 100, places: 1),
                percentText(proxy.rate),
            ])
        }
        return ReportSection(
            "Fields that may stand in for a protected one",
            [
                .text(
                    "For each field that the pack reads, everybody was given the same value, and the gap between the highest and the lowest rate was worked out again. A field that narrows a gap carries it, whatever the reason; that alone makes it neither right nor wrong to read."
                ),
                .table(
                    ReportTable(
                        "The largest shifts, ten at most", columns: [.text("Field made the same"), .text("Gap by"), .number("Gap"), .number("Without"), .number("Chosen then")],
                        rows: Array(rows),
                        notes: ["Gaps in points of a hundred, among \(Numbers.grouped(proxySample)) people, places left out of account."])),
            ])
    }

    var method: ReportSection {
        ReportSection(
            "How it is worked out",
            [
                .list([
                    "Chosen means selected or retained. Rates are plain shares of a group.",
                    "The interval is Wilson's, for 95%. The ratio is to the shown group with the highest rate.",
                    "p is Fisher's exact test of a group against everybody else, two-sided, and raised by Holm's method for \(Numbers.count(comparisons, "difference")) tested.",
                    "People of whom a field is not known are a group of their own.",
                    showsSmall ? "Small groups are shown: do not pass this on." : "Groups of fewer than 10 are left out, and others with which they could be worked out; neighbouring ages are put together first.",
                ])
            ])
    }
}
