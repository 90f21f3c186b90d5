package import Evidence
import Notation

extension OutcomesReport: PrintedReport {
    package var page: ReportPage {
        var facts = [
            ReportFact(store == nil ? "Date of the file" : "Date", asOf.inWords),
            ReportFact("Windows", "\(Numbers.count(months, "calendar month")) before each person's management began, and the first \(Numbers.count(months, "month")) of it"),
        ]
        if let store { facts += StoreWords.facts(store) }
        if startedFrom != nil || startedTo != nil {
            let days = [startedFrom.map { "from \($0.inWords)" }, startedTo.map { "to \($0.inWords)" }].compactMap(\.self)
            facts.append(ReportFact("Management began", days.joined(separator: " ")))
        }
        if let costs { facts.append(ReportFact("Costs", "prices of \(costs.priceYear): \(costs.source)")) }
        var sections = [figures]
        if let costs { sections.append(costSection(costs)) }
        sections += [typeSection, peopleSection, method]
        return ReportPage(title: "Offending before and during management", lead: [lead], facts: facts, sections: sections)
    }

    private var lead: String {
        guard people.included > 0 else { return "Nobody can be counted: see who is left out, and why." }
        let who = Numbers.count(people.included, "person is", "people are") + " counted, each against their own record."
        guard let then = before.rateThousandths, let now = during.rateThousandths else { return who + " No rate can be given: nobody's time at liberty is known." }
        return who + " Offences a month at liberty: \(Share.decimals(then, places: 3)) before, \(Share.decimals(now, places: 3)) during."
    }

    private static let columns: [ReportTable.Column] = [.text("Measure"), .number("Before"), .number("During"), .number("Change")]

    private var figures: ReportSection {
        let rate = offenceMeasures[0]
        let bars = [("Before", rate.before, 0), ("During", rate.during, 1)].compactMap { name, value, series in
            value.map { BarChart.Bar(name, Double($0), Share.decimals($0, places: 3), series: series) }
        }
        var blocks: [ReportBlock] = [
            .table(
                ReportTable(
                    "Offences by the day they were done: convicted or cautioned, without breaches", columns: OutcomesReport.columns,
                    rows: offenceMeasures.map(\.row), notes: [FigureWords.rounding])),
            .table(ReportTable("Convictions by the day of conviction", columns: OutcomesReport.columns, rows: convictionMeasures.map(\.row))),
            .table(directions), .note(ReportNote(.caution, "Read with the figures", caveats)),
        ]
        if bars.count == 2 { blocks.insert(.bars(BarChart("Offences a month at liberty", bars, source: ChartSource([1, 2], rows: 1))), at: 0) }
        return ReportSection("Figures", blocks)
    }

    private var directions: ReportTable {
        let rows = [
            ("Fewer a month than before", direction.less), ("As many", direction.same), ("More", direction.more),
            ("Not comparable: in prison for a whole window", direction.notAtLiberty),
        ]
        return ReportTable(
            "People by their own offences a month at liberty", columns: [.text("During, against before"), .number("People"), .number("Share")],
            rows: rows.map { ReportTable.Row([$0, Numbers.grouped($1), FigureWords.share($1, of: people.rated)]) }
                + [ReportTable.Row(["All with a rate", Numbers.grouped(people.rated), FigureWords.share(people.rated, of: people.rated)], isTotal: true)])
    }

    private func costSection(_ costs: CostTable) -> ReportSection {
        let caption = "Average cost to society, prices of \(costs.priceYear), in whole pounds"
        return ReportSection("Cost", [.table(ReportTable(caption, columns: OutcomesReport.columns, rows: costMeasures.map(\.row), notes: costCaveat.map { [$0] } ?? []))])
    }

    private var typeSection: ReportSection {
        let rows = types.map { count in
            ReportTable.Row([
                count.type.replacing("_", with: " "), Numbers.grouped(count.before), Numbers.grouped(count.during), FigureWords.change(count.during - count.before),
            ])
        }
        return ReportSection(
            "Types of offence",
            [.table(ReportTable("Offences convicted or cautioned, by the day they were done", columns: OutcomesReport.columns, rows: rows, notes: [graverCaveat]))])
    }

    private var peopleSection: ReportSection {
        var rows = peopleCounts.map { ReportTable.Row([$0.title, Numbers.grouped($0.count)]) }
        rows.append(ReportTable.Row(["Read", Numbers.grouped(people.read)], isTotal: true))
        var notes = people.custodyUnknown > 0 ? ["Of those counted, \(Numbers.grouped(people.custodyUnknown)) are in no rate: their time in custody is not known."] : []
        if people.rejected > 0 { notes.append("\(Numbers.count(people.rejected, "line")) of the file could not be read.") }
        return ReportSection("Who is counted", [.table(ReportTable("Everybody in the file, each once", columns: [.text("Who"), .number("People")], rows: rows, notes: notes))])
    }

    private var method: ReportSection {
        ReportSection(
            "How it is worked out",
            [
                .list([
                    "Management begins on `cohort.since`. The window before ends on the day before it; the window during begins on that day. Nobody is counted whose second window is not over on the date of the file.",
                    "Days in prison are those of orders of kind `custody` and `remand`. The first day of such a period counts as one at liberty and its last as one in prison. Where an order has no end and the person is not in prison now, or orders and `custody_status` disagree, the person's time in custody is not known.",
                    "The rate is all offences done at liberty by all days at liberty, of everybody with a rate together, in months of 365.25 ÷ 12 = 30.4375 days. It is rounded to three decimals, a half up.",
                    "Percentages of change are worked out from the figures as they are shown, money from whole pence.",
                ])
            ])
    }
}
