import Decisions
import Evidence
import Notation

extension ApprovalEvidence {
    /// More ways than this are in the data only.
    private static let mostWays = 15

    // MARK: 2

    var peoplePart: ReportSection {
        var blocks: [ReportBlock] = [
            .text("\(against) To join is to be recommended for the cohort by the new pack and not by what is in force; to leave is the reverse. “Old” is what is in force, “new” is this pack."),
            .table(impact.actionTable),
        ]
        let ways = ApprovalWay.all(impact)
        if !ways.isEmpty { blocks.append(.table(wayTable(ways))) }
        if !isFirst, !impact.causes.isEmpty { blocks.append(.table(impact.causeTable)) }
        if !isFirst, !impact.bands.isEmpty { blocks.append(.table(impact.bandTable)) }
        if impact.errors.before > 0 || impact.errors.now > 0 {
            blocks.append(.note(ReportNote(.caution, "Rules fail", ["For \(Numbers.count(impact.errors.now, "person", "people")) a rule of this pack fails, and they are referred to a person. Under what is in force: \(Numbers.grouped(impact.errors.before))."])))
        }
        let parts = [impact.thresholdSection, impact.unknownSection, impact.taskingSection, placeSection].compactMap(\.self)
        return ReportSection("2. For whom", blocks, parts: parts, startsPage: true)
    }

    private func wayTable(_ ways: [ApprovalWay]) -> ReportTable {
        let rows = ways.prefix(ApprovalEvidence.mostWays).map { way -> ReportTable.Row in
            let kind = way.kind == "join" ? "Join" : way.kind == "leave" ? "Leave" : "Other"
            return .init([kind, "\(plain(way.from)) → \(plain(way.to))", way.title ?? "no rule", isFirst ? "–" : way.cause.sentence, Numbers.grouped(way.people)])
        }
        let left = ways.dropFirst(ApprovalEvidence.mostWays)
        var table = ReportTable(
            "Who goes which way, by which rule", columns: [.text("Change"), .text("From and to"), .text("Rule"), .text("Caused by"), .number("People")], rows: Array(rows),
            notes: left.isEmpty ? [] : ["And \(Numbers.count(left.map(\.people).reduce(0, +), "person", "people")) more, in \(Numbers.count(left.count, "further way")), whom the data beside this page count."])
        if isFirst { table = ReportTable(table.caption, columns: [table.columns[0], table.columns[1], table.columns[2], table.columns[4]], rows: table.rows.map { .init([$0.cells[0], $0.cells[1], $0.cells[2], $0.cells[4]]) }, notes: table.notes) }
        return table
    }

    /// A recommendation in a word that needs no explaining.
    private func plain(_ label: String) -> String {
        switch label {
        case "none": "not chosen"
        case "refer": "referred to a person"
        case "monitor": "monitored"
        case "retain": "stays"
        case "deselect": "leaves"
        default: label.split(separator: "_").joined(separator: " ")
        }
    }

    private var placeSection: ReportSection? {
        let (before, now) = (impact.capacity.before, impact.capacity.now)
        if before.places == nil, now.places == nil { return nil }
        func row(_ name: String, _ capacity: ImpactReport.Capacity) -> ReportTable.Row {
            .init([name, capacity.places.map(Numbers.grouped) ?? "no limit", capacity.places == nil ? FigureWords.none : Numbers.grouped(capacity.wanted), Numbers.grouped(capacity.displaced.count)])
        }
        return ReportSection(
            "Places",
            [
                .table(
                    ReportTable(
                        "Places, and how many go without", columns: [.text("Rules"), .number("Places"), .number("Wanted"), .number("Without one")],
                        rows: (previous.map { [row("In force: \($0.identity.version)", before)] } ?? []) + [row("This pack: \(pack.identity.version)", now)],
                        notes: words.places?.kept == nil ? [] : ["The rules let some people keep their place whatever the number, so more may be placed than there are places. The whole pack says who."]))
            ])
    }

    // MARK: 3

    var fairnessPart: ReportSection {
        var parts = [ReportSection("What the figures say", [.list(equality.findings)])]
        parts += equality.by.map(section)
        if !equality.proxies.isEmpty { parts.append(equality.proxySection) }
        return ReportSection(
            "3. Is it fair?",
            [
                .text("For each protected characteristic that the cohort records: what share of each group is chosen, which means selected or retained, before and after. No figure here proves that anybody is treated unfairly, or that nobody is."),
                .list([
                    "The interval says how far the true share may lie from the one found, as the group is of limited size (95%, Wilson’s method).",
                    "The ratio compares the share with that of the largest group: 1 is the same, 0.5 is half.",
                    "“By chance” is how often chance alone would give so large a difference from everybody else (Fisher’s exact test, two-sided), raised for the \(Numbers.count(equality.comparisons, "difference")) that \(equality.comparisons == 1 ? "was" : "were") tested. Below 0.05 is rare.",
                    "Groups of fewer than 10 people are left out, and others with which they could be worked out.",
                ] + (isFirst || tellsBefore ? [] : ["Fewer than 10 people join or leave, so the shares before are left out: the difference would tell to which groups these few belong."])),
            ], parts: parts, startsPage: true)
    }

    private func section(_ by: EqualityBreakdown) -> ReportSection {
        let heading = "By \(by.title)"
        guard by.groups.contains(where: { $0.figures != nil }) else { return ReportSection(heading, [.text(EqualityReport.nothingShown(by))]) }
        var blocks: [ReportBlock] = []
        let shown = by.groups.compactMap { group in group.figures.map { (group.title, $0) } }
        if shown.count > 1, shown.count <= 12 {
            blocks.append(.bars(BarChart("Share chosen by this pack, by \(by.title)", shown.map { .init($0.0, $0.1.rate, percentText($0.1.rate)) }, full: 1)))
        }
        blocks.append(.table(rates(by)))
        if by.groups.contains(where: { $0.figures?.outcomes != nil }) {
            blocks.append(.table(equality.outcomes(by)))
            if tellsBefore, let old = before?.by.first(where: { $0.field == by.field }), old.groups.contains(where: { $0.figures?.outcomes != nil }) {
                var table = equality.outcomes(old)
                table.caption = "The same under what is in force"
                blocks.append(.table(table))
            }
        }
        return ReportSection(heading, blocks)
    }

    private func rates(_ by: EqualityBreakdown) -> ReportTable {
        let old = tellsBefore ? impact.equality.before.by.first { $0.field == by.field } : nil
        let rows = by.groups.map { group -> ReportTable.Row in
            let dashes = old == nil ? 6 : 7
            guard let figures = group.figures else { return .init([group.title] + Array(repeating: FigureWords.none, count: dashes)) }
            let was = old?.groups.first { $0.value == group.value }?.figures.map { percentText($0.rate) } ?? FigureWords.none
            return .init(
                [group.title, Numbers.grouped(figures.n), Numbers.grouped(figures.selected)] + (old == nil ? [] : [was]) + [
                    percentText(figures.rate), "\(fixedText(figures.low * 100, places: 1))–\(fixedText(figures.high * 100, places: 1))%",
                    figures.ratioToLargest.map { fixedText($0, places: 2) } ?? FigureWords.none, EvidenceWords.chance(figures.adjusted),
                ])
        }
        return ReportTable(
            "Chosen, by \(by.title)",
            columns: [.text(EvidenceWords.capital(by.title)), .number("People"), .number("Chosen")] + (old == nil ? [] : [.number("Before")]) + [
                .number(old == nil ? "Share" : "Now"), .number("Interval"), .number("Ratio"), .number("By chance"),
            ], rows: rows, notes: by.groups.contains { $0.suppression != nil } ? [EqualityReport.hiddenNote] : [])
    }
}
