package import Evidence
import Notation

extension ImpactReport {
    /// How many it would move, and nothing of anybody: what stands beside a pack while somebody writes it.
    package var counts: ReportPage {
        var people = peopleSection
        people.parts = []
        if let ways { people.blocks.insert(.table(ways), at: min(2, people.blocks.count)) }
        let parts = [people, rulesSection, taskingSection, placeSection(isNaming: false), unknownSection, thresholdSection]
        return ReportPage(title: "", lead: [], sections: [ReportSection(lead, parts: parts.compactMap(\.self))])
    }

    /// The sum of it.
    package var inOneSentence: String { lead }

    /// nil where nobody moves.
    private var ways: ReportTable? {
        let moves = (joiners + leavers + moved).map { [ImpactReport.shown($0.from), ImpactReport.shown($0.to), $0.title ?? ""] }
        if moves.isEmpty { return nil }
        let counted = Dictionary(moves.map { ($0, 1) }, uniquingKeysWith: +).sorted { ($1.value, $0.key.joined(separator: "\n")) < ($0.value, $1.key.joined(separator: "\n")) }
        return ReportTable(
            "Who moves where", columns: [.text("Before"), .text("Now"), .text("By the rule"), .number("People")],
            rows: counted.prefix(ImpactReport.mostWays).map { .init($0.key + [Numbers.grouped($0.value)]) })
    }
}
