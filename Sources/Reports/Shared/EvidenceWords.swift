import Decisions
import Evidence
import Notation

/// Words and tables that pages of evidence share.
enum EvidenceWords {
    static let draft = "This is evidence for people who decide. Nothing here is in force, and nobody's place is changed by it."

    static func facts(_ cohort: CohortLabel) -> [ReportFact] {
        var facts = [ReportFact("As of", cohort.asOf.inWords), ReportFact("People", Numbers.grouped(cohort.people))]
        if cohort.rejected > 0 {
            facts.append(ReportFact("Left out", "\(Numbers.count(cohort.rejected, "line")) of the cohort that cannot be used; nothing is said of those people"))
        }
        return facts
    }

    static func fact(_ name: String, _ pack: PackLabel) -> ReportFact {
        ReportFact(name, "`\(pack.name)`: \(pack.title)")
    }

    static func action(_ action: Recommendation.Action) -> String {
        switch action {
        case .select: "Select"
        case .monitor: "Monitor"
        case .none: "Nothing"
        case .retain: "Retain"
        case .deselect: "De-select"
        case .refer: "Refer to people"
        }
    }

    /// `<0.001`, `0.032`
    static func chance(_ p: Double) -> String { p < 0.001 ? "<0.001" : fixedText(p, places: 3) }

    static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// `OGRS2 (ogrs2)`; a field whose title is its name, once.
    static func field(_ title: String, _ path: String) -> String { title == path ? title : "\(title) (\(path))" }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    }
}
