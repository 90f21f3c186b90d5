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
                ReportSection("Runs", charts + [.table(table), .table(recommendations)])
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

    /// A row for each run, and one for the pack as it stands.
    private func table(_ caption: String, _ columns: [ReportTable.Column], _ cells: (Run) -> [String]) -> ReportTable {
        func name(_ values: [Double]) -> String { values.map(shortestText).joined(separator: ", ") }
        return ReportTable(
            caption, columns: [.text(axes.map(\.name).joined(separator: ", "))] + columns,
            rows: runs.map { .init([name($0.values)] + cells($0)) } + [.init([name(usual.values)] + cells(usual), isTotal: true)],
            notes: ["The last row is the pack as it stands."])
    }

    private var table: ReportTable {
        let columns: [ReportTable.Column] = [.number("In the cohort"), .number("Join"), .number("Leave")]
            + (usual.displaced == nil ? [] : [.number("No place")]) + [.number("Taskings")]
        return table("People, against the pack as it stands", columns) { run in
            [Numbers.grouped(run.selected), FigureWords.change(run.joiners), FigureWords.change(-run.leavers)]
                + (usual.displaced == nil ? [] : [Numbers.grouped(run.displaced ?? 0)]) + [Numbers.grouped(run.taskings)]
        }
    }

    private var recommendations: ReportTable {
        let shown = Recommendation.Action.allCases.filter { action in ([usual] + runs).contains { $0.actions[action, default: 0] > 0 } }
        return table("What is recommended", shown.map { .number(SimulationReport.short($0)) }) { run in
            shown.map { Numbers.grouped(run.actions[$0, default: 0]) }
        }
    }

    private static func short(_ action: Recommendation.Action) -> String {
        action == .refer ? "Refer" : EvidenceWords.action(action)
    }
}
