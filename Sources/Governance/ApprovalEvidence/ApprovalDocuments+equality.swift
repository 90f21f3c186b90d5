import Evidence
import Notation

extension ApprovalDocuments {
    var equalityAssessment: Assessment {
        Assessment(
            title: "Equality impact assessment",
            lead: "Public bodies must have due regard to the need to end discrimination, to advance equality of opportunity and to foster good relations: Equality Act 2010, section 149. Figures help with that; they do not do it.",
            items: [
                .init("What is decided, and about whom?", [evidence.about.purpose, outcome], toWrite: "who gains and who loses by being selected: what it means for a person's life"),
                .init("Which protected characteristics do the rules read, and why?", readProtected, toWrite: "whether each reason is good enough, and who has checked it"),
                .init("How do the recommendations fall on groups?", evidence.equality.findings.filter { !$0.hasPrefix("If ") }, toWrite: "why the groups differ, as far as that is known"),
                .init("What does the change do to each group?", shifts, toWrite: evidence.isFirst ? nil : "whether each shift is wanted"),
                .init("Which fields may stand in for a protected one?", proxies, toWrite: "for each of these: why it is needed all the same, or what could take its place"),
                .init("How often is it wrong, and for whom?", errors, toWrite: evidence.equality.withOutcome == nil ? "outcomes, once they are known, so that errors can be compared between groups" : "what is done about groups for whom it errs more often"),
                .init("Of which protected characteristics is nothing known?", unknowns, toWrite: "how these groups were thought of all the same, for example by asking them"),
                .init("Could the aim be reached with less effect on these groups?", [], toWrite: "what else was tried or considered, and why it was not taken"),
                .init("Who was asked?", [], toWrite: "which communities, staff and people with experience of the scheme, and what they said"),
                .init("How will it be watched?", ["The pack must be reviewed by \(evidence.about.reviewBy.inWords).", "`waymark equality` gives the same figures again at any time."], toWrite: "who looks at them, how often, and at what figure they act"),
                .init("What is concluded?", [], toWrite: "the conclusion, with name, role and date"),
            ])
    }

    private var readProtected: [String] {
        let protected = careful.filter { $0.care == "protected" }
        if protected.isEmpty { return ["None."] }
        return protected.map { "\(named($0)): \($0.reason ?? "no reason is given")" }
    }

    private var shifts: [String] {
        if evidence.isFirst { return ["No pack is in force: under the present arrangements the rules select nobody."] }
        if !evidence.tellsBefore { return ["Fewer than 10 people join or leave. To which groups they belong is not told."] }
        return evidence.impact.equality.now.by.filter { !$0.isCrossed }.compactMap { now -> String? in
            guard let before = evidence.impact.equality.before.by.first(where: { $0.field == now.field }) else { return nil }
            let words = now.groups.compactMap { group -> String? in
                guard let figures = group.figures, let was = before.groups.first(where: { $0.value == group.value })?.figures, was.selected != figures.selected else { return nil }
                return "\(group.title) \(percentText(was.rate)) → \(percentText(figures.rate))"
            }
            return "\(capital(now.title)): " + (words.isEmpty ? "no group that can be shown changes." : words.joined(separator: ", ") + ".")
        }
    }

    private var proxies: [String] {
        let strong = evidence.equality.proxies.filter { $0.shift <= -0.01 }.sorted { ($0.shift, $0.field, $0.by) < ($1.shift, $1.field, $1.by) }.prefix(5)
        if strong.isEmpty { return ["No field that is read narrows a gap between groups by one point of a hundred or more when everybody has the same in it."] }
        return strong.map {
            "\(capital($0.title)): with the same for everybody the gap by \($0.byTitle) would go from \(fixedText($0.gap * 100, places: 1)) to \(fixedText($0.without * 100, places: 1)) points of a hundred."
        }
    }

    private var errors: [String] {
        guard let known = evidence.equality.withOutcome else { return ["No outcomes were given, so this is not known."] }
        return ["Outcomes are known of \(Numbers.count(known, "person", "people")). Part 3 has the error rates of each group side by side."]
    }

    /// Characteristics of the Equality Act 2010, section 4, with the fields that tell of them.
    private static let characteristics = [
        ("age", ["age"]), ("disability", ["disability"]), ("gender reassignment", []), ("marriage and civil partnership", []), ("pregnancy and maternity", []),
        ("race", ["ethnicity", "ethnic_group"]), ("religion or belief", ["religion"]), ("sex", ["sex"]), ("sexual orientation", ["sexual_orientation"]),
    ]

    private var unknowns: [String] {
        let known = Set(evidence.equality.by.map(\.field))
        let missing = ApprovalDocuments.characteristics.filter { $0.1.allSatisfy { !known.contains($0) } }.map(\.0)
        let part = evidence.equality.by.filter { !$0.isCrossed }.compactMap { by -> String? in
            guard let figures = by.groups.first(where: { $0.value == "unknown" })?.figures else { return nil }
            return "\(capital(by.title)) is not known of \(Numbers.count(figures.n, "person", "people"))."
        }
        return (missing.isEmpty ? [] : ["The cohort says nothing of: \(list(missing))."]) + part
    }
}
