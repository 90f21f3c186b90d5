package import Evidence
import Decisions
import Notation

extension SimulationReport {
    /// The report for people, as text or HTML.
    package var page: ReportPage {
        let facts = [EvidenceWords.fact("Pack", pack)] + EvidenceWords.facts(cohort) + axes.map { axis in
            ReportFact("Varied", "\(axis.title) (`\(axis.name)`), now \(shortestText(axis.usual))\(axis.unit.map { " \($0)" } ?? "")")
        }
        return ReportPage(
            title: "What other values would do in \(pack.name)", lead: [EvidenceWords.draft], facts: facts,
            sections: [
                ReportSection("Runs", charts + [.table(table)])
            ])
    }

    private var charts: [ReportBlock] {
        guard axes.count == 1, runs.count > 1 else { return [] }
        return [
            .lines(
                LineChart(
                    "People in the cohort, by \(axes[0].title)", axis: runs.map { shortestText($0.values[0]) },
                    [.init("Selected or retained", runs.map { Double($0.selected) })]))
        ]
    }

    private var table: ReportTable {
        let shown: [Recommendation.Action] = Recommendation.Action.allCases.filter { action in ([usual] + runs).contains { $0.actions[action, default: 0] > 0 } }
        func row(_ run: Run, _ name: [String]) -> ReportTable.Row {
            var cells = name + shown.map { Numbers.grouped(run.actions[$0, default: 0]) }
            cells += [EvidenceWords.change(run.joiners), EvidenceWords.change(-run.leavers)]
            if usual.displaced != nil { cells.append(Numbers.grouped(run.displaced ?? 0)) }
            return .init(cells + [Numbers.grouped(run.taskings)])
        }
        var columns: [ReportTable.Column] = axes.isEmpty ? [.text("Run")] : axes.map { .number($0.name) }
        columns += shown.map { .number(SimulationReport.short($0)) } + [.number("Join"), .number("Leave")]
        if usual.displaced != nil { columns.append(.number("No place")) }
        columns.append(.number("Tasks"))
        let now = axes.isEmpty ? ["as it is"] : axes.map { shortestText($0.usual) }
        return ReportTable(
            "What each run recommends", columns: columns, rows: runs.map { row($0, $0.values.map(shortestText)) } + [row(usual, now)].map { .init($0.cells, isTotal: true) },
            notes: ["The last row is the pack as it stands. Join and leave are against it."])
    }

    private static func short(_ action: Recommendation.Action) -> String {
        action == .refer ? "Refer" : EvidenceWords.action(action)
    }
}
