import Evidence
import Notation

extension ApprovalDocuments {
    var record: [RecordEntry] { RecordField.allCases.map(entry) }

    private func entry(_ field: RecordField) -> RecordEntry {
        let about = evidence.about
        func blank() -> RecordEntry { RecordEntry(field, nil) }
        func filled(_ text: String, _ toWrite: String? = nil) -> RecordEntry { RecordEntry(field, text, toWrite: toWrite) }
        switch field {
        case .name: return filled(evidence.pack.title)
        case .description: return filled("\(sentence(about.purpose)) It recommends, with reasons; people decide.")
        case .contactEmail: return filled(about.contact)
        case .organisation: return filled(about.borough, "the name of the body that answers for it in law")
        case .scope: return filled("\(sentence(about.purpose)) It is for the borough \(about.borough), from \(about.from.inWords) to \(about.until.inWords).", "what it is not meant for")
        case .modelType:
            return filled("Rules that people wrote and can read: conditions, points and thresholds. Nothing in it is learnt from data, and nothing changes unless the board approves a new version.")
        case .phase:
            return filled("Put to the board. If it is approved it is in use from \(about.from.inWords).", "the phase after the decision")
        case .maintenance:
            return filled("To be reviewed by \(about.reviewBy.inWords); it ends on \(about.until.inWords). Every change is a new version with evidence and signatures of its own.")
        case .processIntegration:
            return filled("Each recommendation goes to the panel with its reasons and with what is not known. Taskings go to the role that the pack names.", "how the panel works")
        case .providedInformation:
            return filled("The recommendation, the rule that made it, its reasons in words, the points of each row, the data that was missing, and what would have to change for the person to leave.")
        case .humanDecisions:
            return filled("A person confirms each recommendation or departs from it with a reason. Nobody joins, leaves or is tasked by the rules alone.", "who decides, and how they are held to account")
        case .appealsAndReview:
            return filled("Each person can be given their decision and their way out in words.", "how a person asks for a review, and who hears it")
        case .sourceDataName: return filled("The cohort file of the partners: \(list(evidence.fields.filter { $0.change != .removed }.map(\.title))).")
        case .sourceDataDescription:
            let care = careful.map { "\($0.title) (\($0.care ?? ""))" }
            return filled(
                "\(Numbers.count(evidence.fields.count { $0.change != .removed }, "field")) of each person's record. "
                    + (care.isEmpty ? "None is protected or sensitive." : "With special care: \(list(care))."), "which agency each comes from")
        case .impactAssessmentName:
            return filled("Equality impact assessment; data protection impact assessment. Both are begun in this document.", "their references once they are finished")
        case .impactAssessmentDescription:
            return filled("They begin from the figures in parts 2 to 5, for \(Numbers.count(evidence.cohort.people, "person", "people")) as of \(evidence.cohort.asOf.inWords).", "their conclusions")
        case .riskName: return filled(risks.map(\.name).joined(separator: " "), "risks that figures do not show")
        case .riskDescription: return filled(risks.map(\.found).joined(separator: " "), "how grave each is")
        case .riskMitigation:
            return filled("Missing data gives “not known” and a person looks. Every rule is tested, and each change is signed by the quorum. Selection is reported group by group.", "what else is done")
        case .website, .team, .seniorResponsibleOwner, .externalSupplier, .externalSupplierIdentifier, .externalSupplierRole, .dataAccessTerms, .benefit,
            .alternativesConsidered, .frequencyUsage, .systemArchitecture, .requiredTraining, .sourceDataUrl, .dataCollection, .dataSharingAgreements,
            .dataAccessAndStorage, .impactAssessmentDate, .impactAssessmentLink:
            return blank()
        }
    }

    private func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

    /// What the figures point to.
    var risks: [(name: String, found: String)] {
        let near = evidence.impact.near.filter { $0.at.hasPrefix("matrix.") }.map(\.count).reduce(0, +)
        var risks = [
            ("Small errors in data near a threshold.", "\(Numbers.count(near, "score")) of people in this cohort lie within one step of where a band begins."),
        ]
        let silent = silent
        risks.append((
            "Data that is missing.",
            silent.isEmpty
                ? "Where a field is missing nobody in this cohort would silently be recommended otherwise: the pack says that it does not know."
                : "Where \(list(silent.map(\.title))) \(silent.count == 1 ? "is" : "are") missing, some people would be recommended otherwise without being told so."
        ))
        if let mutation = evidence.assurance.mutation {
            let missed = mutation.of - mutation.killed
            risks.append(("Mistakes in rules that no test notices.", "\(Numbers.count(missed, "small change")) of \(Numbers.grouped(mutation.of)) tried would go unnoticed."))
        } else {
            risks.append(("Mistakes in rules that no test notices.", "It was not tried how many small changes would go unnoticed."))
        }
        let large = evidence.equality.by.flatMap { by in by.groups.filter { $0.figures.map { $0.adjusted < 0.05 } ?? false }.map { "\($0.title) (\(by.title))" } }
        risks.append((
            "Unequal effect on groups.",
            large.isEmpty ? "No difference between groups is larger than chance would often give; small groups can hide one."
                : "Differences larger than chance would often give: \(list(large))."
        ))
        return risks
    }
}
