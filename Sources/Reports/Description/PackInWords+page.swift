import Decisions
package import Evidence
import Notation

extension PackInWords {
    /// The whole pack for people who decide about it, as text or HTML.
    package var page: ReportPage {
        ReportPage(
            title: pack.title, lead: [about.purpose, PackInWords.peopleDecide], facts: facts, sections: [reading] + sections)
    }

    static let peopleDecide = "The rules recommend, with reasons. People decide, and may decide otherwise with a reason of their own."

    private var facts: [ReportFact] {
        [
            ReportFact("Rule pack", "`\(pack.identity.id)`, version \(pack.identity.version)"), ReportFact("For", about.borough), ReportFact("Contact", about.contact),
            ReportFact("Lawful basis", about.lawfulBasis),
            ReportFact("Dates", "from \(about.from.inWords) to \(about.until.inWords); to be reviewed by \(about.reviewBy.inWords)"),
        ] + (about.baselines.isEmpty ? [] : [ReportFact("Builds on", about.baselines.map { "`\($0)`" }.joined(separator: ", which builds on "))])
            + [ReportFact("Fingerprint", "`\(pack.identity.digest)`")]
    }

    private var reading: ReportSection {
        var blocks: [ReportBlock] = [
            .list([
                "Each person's record is read, and each rule asks something of it. The first rule of a list that holds decides.",
                "Where a rule needs something that is not known, it answers neither yes nor no: a person is asked to look, and is told what is missing.",
                "A score adds up points; a band is a stretch of a score with a name, such as “Target”.",
                "A threshold is a number that the board decides. “Illustrative” marks a number that stands there as an example until the board puts its own.",
                "“The date of the run” is the day for which the rules are asked.",
            ])
        ]
        if !isWhole {
            blocks.append(
                .note(
                    ReportNote(
                        .remark, "Some conditions are shown as they are written",
                        ["Most conditions are put into English from the rules themselves. A few are not of a form that can be, and stand here `in this type`, as the computer reads them."])))
        }
        let illustrative = thresholds.count(where: \.origin.isIllustrative)
        if illustrative > 0 {
            blocks.append(
                .note(
                    ReportNote(
                        .caution, "Illustrative numbers",
                        ["\(Numbers.count(illustrative, "threshold")) of \(Numbers.grouped(thresholds.count)) \(illustrative == 1 ? "is" : "are") marked as illustrative. No source gives them: they are for the board to set."])))
        }
        return ReportSection("How to read this", blocks)
    }

    private var isWhole: Bool {
        (selection + deselection + taskings).allSatisfy(\.condition.isWhole) && matrices.flatMap(\.rows).allSatisfy { $0.points.isWhole && $0.condition.isWhole }
            && (criteria + classifications).flatMap(\.parts).allSatisfy(\.condition.isWhole)
    }

    /// Rules first, then what they are made of, then the numbers and the fields.
    var sections: [ReportSection] {
        [
            ReportSection(
                "Who joins", [.text("Asked of people who are not in the cohort, in this order; the first rule that holds decides. Where none holds, nothing is recommended.")],
                parts: numbered(selection)),
            ReportSection(
                "Who leaves, and how",
                [
                    .text(
                        deselection.isEmpty
                            ? "The pack has no rule for leaving: nobody who is in the cohort is recommended to leave it."
                            : "Asked of people who are in the cohort, in this order; the first rule that holds decides. Where none holds, the person stays.")
                ], parts: numbered(deselection)),
            placesSection,
            ReportSection("Scores", parts: matrices.map(section)),
            ReportSection("What else is found out about a person", parts: criteria.map { section($0) } + tables.map(section) + classifications.map { section($0) } + groups.map { section($0) }),
            ReportSection(
                "Work that is given", [.text("Asked of people in the cohort and of those who are to be selected. Where something is not known, no work is given and a warning is left.")],
                parts: taskings.map { rule($0, heading: $0.title) }),
            thresholdSection, fieldSection,
        ].compactMap(\.self).filter { !$0.blocks.isEmpty || !$0.parts.isEmpty }
    }

    // MARK: Rules

    private func numbered(_ rules: [Rule]) -> [ReportSection] {
        rules.enumerated().map { rule($1, heading: "\($0 + 1). \($1.title)") }
    }

    private func rule(_ rule: Rule, heading: String) -> ReportSection {
        ReportSection(heading, [.text(EvidenceWords.capital(rule.outcome) + ".")] + condition(rule.condition) + origin(rule.origin))
    }

    private func condition(_ wording: Wording) -> [ReportBlock] {
        switch wording.lines.count {
        case 0: [.text("For everybody who comes to this rule.")]
        case 1: [.text("When \(wording.lines[0]).")]
        default: [.text("When all of these hold:"), .list(wording.lines)]
        }
    }

    private func origin(_ origin: Origin) -> [ReportBlock] {
        let words = PackInWords.words(origin)
        return words.isEmpty ? [] : [.text(words)]
    }

    /// `Source: Keele 2014, chapter 3. Note: …`
    static func words(_ origin: Origin) -> String {
        [origin.source.map { "Source: \($0)" }, origin.note.map { "Note: \($0)" }].compactMap(\.self).map(PackInWords.sentence).joined(separator: " ")
    }

    static func sentence(_ text: String) -> String { text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "." }

    private var placesSection: ReportSection? {
        guard let places else { return nil }
        var blocks: [ReportBlock] = [
            .text("There are \(Numbers.count(places.places, "place")). If more people are to stay or join, they are ranked together, the highest first, by:"),
            .list(places.ranks.map { EvidenceWords.capital($0.text) }),
            .text("Where two are equal, the order of their references decides. What is not known ranks last, and the record says so."),
        ]
        if let kept = places.kept {
            blocks += [.text("Some people never lose their place, and are counted first. A person is one of them when this holds, or when it is not known whether it does:"), .list(kept.lines)]
        }
        return ReportSection("Places", blocks + origin(places.origin))
    }

    // MARK: What rules are made of

    private func section(_ matrix: Matrix) -> ReportSection {
        let table = ReportTable(
            "Points for each row", columns: [.text("Row"), .text("Points"), .text("When"), .number("Most"), .text("Source and notes")],
            rows: matrix.rows.map { .init([$0.title, $0.points.text, $0.condition.text, $0.most, PackInWords.words($0.origin)]) })
        var blocks = origin(matrix.origin) + [.table(table), .text(matrix.total)]
        if !matrix.bands.isEmpty {
            blocks.append(.table(ReportTable("Bands of this score", columns: [.text("Band"), .text("Score")], rows: matrix.bands.map { .init([$0.title, $0.range]) })))
        }
        return ReportSection(matrix.title, blocks)
    }

    private func section(_ answer: Answer) -> ReportSection {
        var blocks: [ReportBlock] = [.text(answer.rule)]
        if !answer.parts.isEmpty {
            blocks.append(
                .table(
                    ReportTable(
                        answer.title, columns: [.text("Name"), .text("When"), .text("Source and notes")],
                        rows: answer.parts.map { .init([$0.title, $0.condition.text, PackInWords.words($0.origin)]) })))
        }
        return ReportSection(answer.title, blocks + origin(answer.origin))
    }

    private func section(_ table: Table) -> ReportSection {
        var blocks: [ReportBlock] = [
            .text(table.rule),
            .table(
                ReportTable(
                    table.title, columns: [.text("Row")] + table.inputs.map { .text($0.title) } + table.outputs.map { .text("Gives: \($0)") },
                    rows: table.rows.enumerated().map { .init([String($0 + 1)] + $1) })),
        ]
        let inputs = table.inputs.compactMap { input in input.of.map { "\(input.title) is \($0.text)." } }
        if !inputs.isEmpty { blocks.append(.list(inputs)) }
        return ReportSection(table.title, blocks + origin(table.origin))
    }

    // MARK: Numbers and fields

    private var thresholdSection: ReportSection? {
        if thresholds.isEmpty { return nil }
        let hasBaseline = thresholds.contains { $0.baseline != nil }
        let rows = thresholds.map { threshold -> ReportTable.Row in
            let baseline = hasBaseline ? [threshold.baseline.map { $0 == threshold.value ? "the same" : $0 } ?? "not there"] : []
            return .init([threshold.title, threshold.value] + baseline + [threshold.allowed, PackInWords.words(threshold.origin)])
        }
        let base = about.baselines.first.map { "`\($0)`" } ?? ""
        return ReportSection(
            "Thresholds",
            [
                .text("Numbers and lists that the board decides." + (hasBaseline ? " This pack builds on \(base), which says how far each may be moved here." : "")),
                .table(
                    ReportTable(
                        "Thresholds, with what is allowed", columns: [.text("Threshold"), .text("Value")] + (hasBaseline ? [.text("In the baseline")] : []) + [.text("Allowed"), .text("Source and notes")],
                        rows: rows)),
            ])
    }

    private var fieldSection: ReportSection {
        ReportSection(
            "What is read of a person's record, and why",
            [
                .text(FieldList.lead), .facts(FieldList.facts(fields)),
            ])
    }
}

/// Fields that a pack may read, one below the other.
enum FieldList {
    private static let mostRules = 4

    static let lead =
        "The rules can read these fields and no others. “Protected” marks a characteristic protected by the Equality Act 2010, “sensitive” data of a special kind or intelligence; for each of them the pack must say why it is read."

    static func facts(_ fields: [FieldUse]) -> [ReportFact] {
        fields.map { field in
            let parts = [
                field.reason.map { PackInWords.sentence("Why it is read: \($0)") }, field.oldest.map { "An older value than \($0) counts as not known." },
                field.readBy.isEmpty ? nil : "Named by \(rules(field.readBy)).",
            ].compactMap(\.self)
            return ReportFact(EvidenceWords.capital(field.title) + (field.care.map { " – \($0)" } ?? ""), parts.isEmpty ? "Read by shared rules." : parts.joined(separator: " "))
        }
    }

    private static func rules(_ titles: [String]) -> String {
        let left = titles.count - mostRules
        return titles.prefix(mostRules).map { "“\($0)”" }.joined(separator: ", ") + (left > 0 ? " and \(left) more" : "")
    }
}
