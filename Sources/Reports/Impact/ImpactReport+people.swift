import Decisions
import Evidence
import Notation

extension ImpactReport {
    var peopleSection: ReportSection {
        let figures: [ReportFigure] = [
            ReportFigure("Join", Numbers.grouped(joiners.count)), ReportFigure("Leave", Numbers.grouped(leavers.count)),
            ReportFigure("Another recommendation", Numbers.grouped(moved.count)), ReportFigure("Unchanged", Numbers.grouped(unchanged)),
        ]
        var blocks: [ReportBlock] = [
            .text("To join is to be selected or retained by the new pack and not by the old one; to leave is the reverse."), .figures(figures), .table(actionTable),
        ]
        if errors.before > 0 || errors.now > 0 {
            blocks.append(.note(ReportNote(.caution, "Rules fail", ["For \(Numbers.count(errors.before, "person", "people")) with the old pack and \(Numbers.grouped(errors.now)) with the new: they are referred."])))
        }
        if !causes.isEmpty { blocks.append(.table(causeTable)) }
        if !bands.isEmpty { blocks.append(.table(bandTable)) }
        let parts = [("Who joins", joiners), ("Who leaves", leavers), ("Who gets another recommendation", moved)].filter { !$0.1.isEmpty }
        return ReportSection("For whom", blocks, parts: parts.map { ReportSection($0, people($1)) })
    }

    /// `gang_strand` as people write it.
    static func shown(_ label: String) -> String { label.split(separator: "_").joined(separator: " ") }

    private struct Way: Hashable {
        var from: String
        var to: String
        var title: String?
        var cause: ImpactCause
    }

    /// People who go the same way for the same cause stand together, the most frequent way first.
    private func people(_ people: [ImpactPerson]) -> [ReportBlock] {
        let ways = Dictionary(grouping: people) { Way(from: $0.from, to: $0.to, title: $0.title, cause: $0.cause) }
        let firsts = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let ordered = ways.sorted { a, b in (b.value.count, firsts[a.value[0].id] ?? 0) < (a.value.count, firsts[b.value[0].id] ?? 0) }
        var blocks: [ReportBlock] = []
        for (way, people) in ordered.prefix(ImpactReport.mostWays) {
            let rule = way.title.map { ", by “\($0)”" } ?? ""
            let cause = way.cause.certainty == .several ? "Cause: no single difference." : "Cause: \(way.cause.sentence)."
            blocks.append(.text("\(ImpactReport.shown(way.from)) → \(ImpactReport.shown(way.to))\(rule): \(Numbers.count(people.count, "person", "people")). \(cause)"))
            var items = people.prefix(ImpactReport.most).map { $0.id + ($0.differs.isEmpty ? "" : ": \($0.differs.joined(separator: ". "))") }
            if people.count > ImpactReport.most { items.append("and \(Numbers.grouped(people.count - ImpactReport.most)) more, whom the JSON lists") }
            blocks.append(.list(items))
        }
        let left = ordered.dropFirst(ImpactReport.mostWays).map(\.value.count).reduce(0, +)
        return left == 0 ? blocks : blocks + [.text("And \(Numbers.count(left, "person", "people")) more, in other ways, whom the JSON lists.")]
    }

    var actionTable: ReportTable {
        ReportTable(
            "Recommendations", columns: [.text("Recommendation"), .number("Old"), .number("New"), .number("Change")],
            rows: Recommendation.Action.allCases.compactMap { action in
                let (before, now) = (actions.before[action, default: 0], actions.now[action, default: 0])
                if before == 0, now == 0 { return nil }
                return .init([EvidenceWords.action(action), Numbers.grouped(before), Numbers.grouped(now), FigureWords.change(now - before)])
            })
    }

    var causeTable: ReportTable {
        let shown = causes.prefix(ImpactReport.most)
        let left = causes.count - shown.count
        return ReportTable(
            "What causes it", columns: [.text("Difference"), .number("Join"), .number("Leave"), .number("Other")],
            rows: shown.map { .init([$0.cause.sentence, Numbers.grouped($0.joiners), Numbers.grouped($0.leavers), Numbers.grouped($0.moved)]) },
            notes: [
                "Each difference was taken back alone in the new pack. It is named as the cause for those for whom that undoes the change.",
            ] + (left > 0 ? ["\(Numbers.count(left, "further cause")) of fewer people: the JSON has them."] : []))
    }

    var bandTable: ReportTable {
        ReportTable(
            "People whose band changes", columns: [.text("Score, and the bands before and now"), .number("People")],
            rows: bands.prefix(ImpactReport.most).map { .init(["\($0.title): \($0.from ?? "not known") → \($0.to ?? "not known")", Numbers.grouped($0.count)]) })
    }
}

extension ImpactCause {
    var sentence: String {
        switch certainty {
        case .alone: words.joined()
        case .together: "only together: " + words.joined(separator: "; ")
        case .several: "no single difference: several would each do it, or it cannot be taken back by itself"
        }
    }
}
