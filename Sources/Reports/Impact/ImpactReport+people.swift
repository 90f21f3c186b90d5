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
        let parts = [("Who joins", joiners), ("Who leaves", leavers), ("Who gets another recommendation", moved)].filter { !$0.1.isEmpty }.map { heading, people in
            ReportSection(heading, [.list(people.prefix(ImpactReport.most).map(words))] + rest(people.count))
        }
        return ReportSection("For whom", blocks, parts: parts)
    }

    private func rest(_ count: Int) -> [ReportBlock] {
        count <= ImpactReport.most ? [] : [.text("And \(Numbers.grouped(count - ImpactReport.most)) more: the JSON has them all.")]
    }

    private var actionTable: ReportTable {
        ReportTable(
            "Recommendations", columns: [.text("Recommendation"), .number("Old"), .number("New"), .number("Change")],
            rows: Recommendation.Action.allCases.compactMap { action in
                let (before, now) = (actions.before[action, default: 0], actions.now[action, default: 0])
                if before == 0, now == 0 { return nil }
                return .init([EvidenceWords.action(action), Numbers.grouped(before), Numbers.grouped(now), EvidenceWords.change(now - before)])
            })
    }

    private var causeTable: ReportTable {
        let shown = causes.prefix(ImpactReport.most)
        let left = causes.count - shown.count
        return ReportTable(
            "What causes it", columns: [.text("Difference"), .number("Join"), .number("Leave"), .number("Other")],
            rows: shown.map { .init([$0.cause.sentence, Numbers.grouped($0.joiners), Numbers.grouped($0.leavers), Numbers.grouped($0.moved)]) },
            notes: [
                "Each difference was taken back alone in the new pack. It is named as the cause for those for whom that undoes the change.",
            ] + (left > 0 ? ["\(Numbers.count(left, "further cause")) of fewer people: the JSON has them."] : []))
    }

    private var bandTable: ReportTable {
        ReportTable(
            "People whose band changes", columns: [.text("Score, and the bands before and now"), .number("People")],
            rows: bands.prefix(ImpactReport.most).map { .init(["\($0.title): \($0.from ?? "not known") → \($0.to ?? "not known")", Numbers.grouped($0.count)]) })
    }

    private func words(_ person: ImpactPerson) -> String {
        let rule = person.title.map { ", by “\($0)”" } ?? ""
        let differs = person.differs.isEmpty ? "" : " \(person.differs.joined(separator: ". "))."
        return "\(person.id): \(person.from) → \(person.to)\(rule).\(differs) \(person.cause.certainty == .several ? "" : "Cause: \(person.cause.sentence).")"
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
