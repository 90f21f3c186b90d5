import Evidence
import Notation

/// What stands close to a threshold, what is not known, and what is newly read.
extension ImpactReport {
    var thresholdSection: ReportSection? {
        if near.isEmpty { return nil }
        let bands = near.filter { $0.at.hasPrefix("matrix.") }
        let parameters = near.filter { $0.at.hasPrefix("parameter.") && $0.count > 0 }
        var blocks: [ReportBlock] = []
        if !bands.isEmpty {
            blocks.append(
                .table(
                    ReportTable(
                        "People close to where a band begins", columns: [.text("Band"), .number("From"), .number("Step"), .number("Just below"), .number("Just above"), .number("Either side")],
                        rows: bands.map {
                            .init([$0.title, shortestText($0.threshold), shortestText($0.within), Numbers.grouped($0.below), Numbers.grouped($0.above), Numbers.grouped($0.undecided)])
                        },
                        notes: ["A step is the smallest award that a row of the matrix gives. Just above: on it, or less than a step above. Either side: something is not known, and the score could be below or not."])))
        }
        let tried = near.count - bands.count
        if tried > 0 {
            blocks.append(
                .table(
                    ReportTable(
                        "People whose recommendation one step of a parameter would change", columns: [.text("Parameter"), .number("Now"), .number("Step"), .number("If more"), .number("If less")],
                        rows: parameters.map {
                            .init([$0.title, shortestText($0.threshold), shortestText($0.within), Numbers.grouped($0.below), Numbers.grouped($0.above)])
                        }, notes: ["\(Numbers.count(tried, "parameter")) of the rules of selection \(tried == 1 ? "was" : "were") tried, as far as the pack allows; places are left out of account."])))
        }
        return ReportSection("Close to a threshold", blocks)
    }

    var unknownSection: ReportSection {
        let rows = unknown.filter { $0.count > 0 || $0.before > 0 }
        return ReportSection(
            "What is not known",
            [
                .table(
                    ReportTable(
                        "People who are referred because a field is not known", columns: [.text("Field"), .number("Old"), .number("New"), .number("It alone would settle")],
                        rows: rows.map { .init([EvidenceWords.field($0.title, $0.field), Numbers.grouped($0.before), Numbers.grouped($0.count), Numbers.grouped($0.alone)]) },
                        emptyText: "Nobody is."))
            ])
    }

    var fieldSection: ReportSection {
        if fields.added.isEmpty, fields.removed.isEmpty { return ReportSection("Fields read", [.text("Both packs may read the same fields.")]) }
        var blocks: [ReportBlock] = []
        if !fields.added.isEmpty { blocks += [.text("Newly read:"), .list(fields.added.map(words))] }
        if !fields.removed.isEmpty { blocks += [.text("No longer read:"), .list(fields.removed.map { "\(EvidenceWords.capital($0.title)) (`\($0.field)`)" })] }
        return ReportSection("Fields read", blocks)
    }

    private func words(_ change: FieldChange) -> String {
        let care = change.care.map { ", \($0)" } ?? ""
        return "\(EvidenceWords.capital(change.title)) (`\(change.field)`\(care))" + (change.reason.map { ": \($0)" } ?? "")
    }
}
