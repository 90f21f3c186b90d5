import Evidence
import Notation

/// Fills in the record and the two assessments as far as the pack and the evidence go. What only people can say stays open.
struct ApprovalDocuments {
    let evidence: ApprovalEvidence

    init(_ evidence: ApprovalEvidence) { self.evidence = evidence }

    var completed: ApprovalEvidence {
        var complete = evidence
        complete.record = record
        complete.equalityAssessment = equalityAssessment
        complete.dataAssessment = dataAssessment
        return complete
    }

    // MARK: What several of them say

    var careful: [FieldUse] { evidence.fields.filter { $0.care != nil && $0.change != .removed } }

    func named(_ field: FieldUse) -> String { "\(capital(field.title)) (`\(field.path)`, \(field.care ?? "ordinary"))" }

    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    func list(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    }

    /// Fields without which nothing in this cohort would be recommended otherwise.
    var withoutEffect: [Assurance.Missing] { evidence.assurance.missing.filter { $0.known > 0 && $0.changed == 0 && $0.failed == 0 } }

    /// Fields without which somebody gets another recommendation and is not told that something is missing.
    var silent: [Assurance.Missing] { evidence.assurance.missing.filter { $0.silent > 0 } }

    /// How many are in the cohort before and after, in a sentence.
    var outcome: String {
        let (before, now) = (evidence.impact.equality.before.selected, evidence.impact.equality.now.selected)
        let people = Numbers.count(evidence.cohort.people, "person", "people")
        let was = evidence.isFirst ? "" : ", against \(Numbers.grouped(before)) under the pack in force"
        return "In the cohort that was tried, of \(people), \(Numbers.grouped(now)) are selected or retained\(was)."
    }
}
