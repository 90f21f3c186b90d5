import Evidence
import Notation

extension ApprovalDocuments {
    var dataAssessment: Assessment {
        let about = evidence.about
        return Assessment(
            title: "Data protection impact assessment",
            lead: "Needed before personal data are used in a way that is likely to be a high risk to people's rights: Data Protection Act 2018, section 64, for law enforcement. The controller writes it, with its data protection officer.",
            items: [
                .init(
                    "What is done with people's data?",
                    [
                        about.purpose,
                        "\(Numbers.count(evidence.fields.count { $0.change != .removed }, "field")) of each person's record may be read; the rules can reach no other.",
                        "The rules recommend, and a person decides each case.",
                    ], toWrite: "who the controllers are, and how data come from each agency"),
                .init("What makes it lawful?", [about.lawfulBasis], toWrite: "whether that is right, and the law that each agency relies on"),
                .init("Which data need special care, and why are they read?", sensitive, toWrite: careful.isEmpty ? nil : "the condition of Schedule 8 for each kind of sensitive data, and the policy document that goes with it"),
                .init("Is each field needed?", needed, toWrite: "for each field without effect: why it is read all the same, or that it will be left out"),
                .init("Are the data right and fresh enough?", fresh, toWrite: "how errors are found and put right, at the source too"),
                .init("What happens where data are missing?", missing, toWrite: silent.isEmpty ? nil : "whether the rules should ask for these first"),
                .init("Who sees the data, and how long are they kept?", [], toWrite: "roles, agencies, sharing agreements and periods"),
                .init(
                    "What can people do about it?",
                    ["A person can be given their decision, the reasons and their way out in words.", "A person can be restricted, so that no rule touches them, or erased; the log keeps only that it happened."],
                    toWrite: "how people learn of it, and how they object or ask for a review"),
                .init("What can go wrong, and what is done against it?", risks.map { "\($0.name) \($0.found)" }, toWrite: "how likely and how grave each is, further risks, and what remains"),
                .init("What does the data protection officer advise?", [], toWrite: "the advice, and whether it was taken"),
                .init("What is concluded?", [], toWrite: "the conclusion, with name, role and date"),
            ])
    }

    private var sensitive: [String] {
        if careful.isEmpty { return ["None is marked as protected or sensitive."] }
        return careful.map { "\(named($0)): \($0.reason ?? "no reason is given")" }
    }

    private var needed: [String] {
        guard evidence.assurance.missingPeople > 0 else { return ["There is nobody in the cohort, so this is not known."] }
        let idle = withoutEffect
        if idle.isEmpty { return ["Without any one of the fields that have values, something would be recommended otherwise for somebody in this cohort."] }
        return [
            "Without these, nothing would be recommended otherwise for anybody in this cohort, though scores, reasons and taskings may still use them: \(list(idle.map { "\($0.title) (`\($0.path)`)" }))."
        ]
    }

    private var fresh: [String] {
        let aged = evidence.fields.filter { $0.oldest != nil && $0.change != .removed }
        let ages = aged.map { "\(capital($0.title)) counts only if it is not older than \($0.oldest ?? ""); an older value is treated as not known." }
        let unknown = evidence.impact.unknown.filter { $0.count > 0 }.map {
            "For want of \($0.title) the pack cannot decide about \(Numbers.count($0.count, "person", "people"))."
        }
        return (ages.isEmpty ? ["The pack sets no limit to the age of any field."] : ages) + unknown
    }

    private var missing: [String] {
        let unknown = evidence.assurance.missing.filter { $0.unknown > 0 }
        let first = "A rule that needs what is not known says neither yes nor no, and a person is asked."
        let words = silent.map {
            "Without \($0.title), \(Numbers.count($0.silent, "person", "people")) of \(Numbers.grouped(evidence.assurance.missingPeople)) would be recommended otherwise without that being said."
        }
        return [first] + (unknown.isEmpty ? [] : ["Part 4 says for each field how many recommendations hang on it."]) + words
    }
}
