package import Evidence
import Notation

extension TaskingsReport: PrintedReport {
    /// What must be read beside the figures, in every form of the report.
    package var caveats: [String] {
        [
            "Each thing is counted on the day on which it was done: in a month more can be done than was asked for.",
            "Only taskings that the tasking process gave are counted, in the borough for which it gave them; while they are open they go along with somebody who moves. Those that came with imported records are in `report cohort`.",
            "Done is what an owner says is done. The figures say nothing of how well, nor of what came of it.", StoreWords.forgotten,
        ]
    }

    package var page: ReportPage {
        let all = figures(nil, nil)
        return ReportPage(
            title: "Taskings by borough",
            lead: [
                "\(Numbers.count(all.askedFor, "tasking was", "taskings were")) asked for, and \(Numbers.grouped(all.done)) done; on the last day \(Numbers.count(all.open, "is", "are")) open, \(Numbers.grouped(all.overdue)) of them overdue."
            ],
            facts: StoreWords.facts(scope).filter { $0.name != "People in the store" },
            sections: [
                ReportSection("Every kind together", chart + [.table(table("Taskings of every kind", nil)), StoreWords.caution(caveats)]),
                ReportSection("Kind by kind", kinds.isEmpty ? [.text("There are none.")] : kinds.map { .table(table(EvidenceWords.capital(StoreWords.plain($0)), $0)) }),
                ReportSection("Month by month", [.table(byMonth)]),
            ])
    }

    private var chart: [ReportBlock] {
        let bars = boroughs.flatMap { borough in
            let figures = figures(borough, nil)
            return [
                BarChart.Bar("\(borough): asked for", Double(figures.askedFor), Numbers.grouped(figures.askedFor)),
                BarChart.Bar("\(borough): done", Double(figures.done), Numbers.grouped(figures.done), series: 1),
            ]
        }
        return kinds.isEmpty ? [] : [.bars(BarChart("Asked for and done, by borough", bars, source: ChartSource([1, 2])))]
    }

    private func table(_ caption: String, _ kind: String?) -> ReportTable {
        func row(_ name: String, _ borough: String?, isTotal: Bool = false) -> ReportTable.Row {
            let figures = figures(borough, kind)
            return .init([name] + figures.counts.map { Numbers.grouped($0.1) } + [StoreWords.median(figures.toDone)], isTotal: isTotal)
        }
        return ReportTable(
            caption,
            columns: [
                .text("Borough"), .number("Asked for"), .number("Done"), .number("Cancelled"), .number("Late"), .number("Open"), .number("Overdue"), .number("Median days"),
            ], rows: boroughs.map { row($0, $0) } + [row("Total", nil, isTotal: true)],
            notes: kind == nil ? ["Late: done after they were due. Open and overdue: on the last day. Median days: from asked for to done."] : [])
    }

    private var byMonth: ReportTable {
        let rows = scope.months.flatMap { month in
            kinds.map { kind in
                let figures = figures(month, kind)
                return ReportTable.Row([month.name, StoreWords.plain(kind)] + figures.counts.map { Numbers.grouped($0.1) })
            }
        }
        return ReportTable(
            "Taskings of all boroughs shown, by month and kind",
            columns: [
                .text("Month"), .text("Kind"), .number("Asked for"), .number("Done"), .number("Cancelled"), .number("Late"), .number("Open"), .number("Overdue"),
            ], rows: rows, notes: ["Open and overdue: at the end of the month."])
    }
}

extension TaskingFigures {
    /// By their names in JSON and CSV.
    var counts: [(String, Int)] {
        [("asked_for", askedFor), ("done", done), ("cancelled", cancelled), ("late", late), ("open", open), ("overdue", overdue)]
    }
}
