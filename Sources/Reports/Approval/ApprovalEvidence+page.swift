import Decisions
package import Evidence
import Notation

extension ApprovalEvidence {
    /// The approval pack for people, as text or HTML: six parts in their order, the assessments, and the whole pack in words.
    package var page: ReportPage {
        ReportPage(
            title: "For approval: \(pack.title), version \(pack.identity.version)", lead: lead, facts: facts,
            sections: [
                inShort, changesPart, peoplePart, fairnessPart, assurancePart, fieldsPart, recordPart, assessmentPart(equalityAssessment), assessmentPart(dataAssessment),
                wholePack,
            ],
            footer: [
                "This page, the same figures as data, and the pack itself are bound together: what members sign is a short document that holds the fingerprint of each, a number worked out from every letter of it (SHA-256). If a letter of any of them changes, its fingerprint is another one, the signatures no longer fit, and the pack is not in force.",
                "It names nobody. It was made from the pack and the cohort alone, and the same pack and cohort give the same page to the last letter.",
            ])
    }

    private var lead: [String] {
        let place = previous.map { " in place of version \($0.identity.version)" } ?? ". No pack is in force for it now"
        return [
            "The board is asked to approve version \(pack.identity.version) of the rules for \(about.borough)\(place). If it does, they are in force from \(about.from.inWords) to \(about.until.inWords).",
            "Nothing here is in force until enough members have signed. \(PackInWords.peopleDecide)",
        ]
    }

    private var facts: [ReportFact] {
        [
            ReportFact("Rule pack", "`\(pack.identity.id)`, version \(pack.identity.version)"), ReportFact("Fingerprint of the pack", "`\(pack.identity.digest)`"),
            ReportFact("In force now", previous.map { "version \($0.identity.version), `\($0.identity.digest)`" } ?? "nothing"),
            ReportFact("Tried on", "\(Numbers.count(cohort.people, "person", "people")), as of \(cohort.asOf.inWords)"),
            ReportFact("Fingerprint of their data", "`\(cohortDigest)`"),
        ]
            + (cohort.rejected > 0 ? [ReportFact("Left out", "\(Numbers.count(cohort.rejected, "line")) of the cohort that cannot be used; nothing is said of those people")] : [])
            + [ReportFact("To be reviewed by", about.reviewBy.inWords), ReportFact("Contact", about.contact)]
    }

    // MARK: In short

    private var inShort: ReportSection {
        var figures = [
            ReportFigure("Join", Numbers.grouped(impact.joiners.count)), ReportFigure("Leave", Numbers.grouped(impact.leavers.count)),
            ReportFigure("Another recommendation", Numbers.grouped(impact.moved.count)), ReportFigure("Nothing changes", Numbers.grouped(impact.unchanged)),
            ReportFigure("Tests passed", Numbers.grouped(assurance.tests.passed), note: assurance.tests.skipped > 0 ? "\(Numbers.grouped(assurance.tests.skipped)) skipped" : nil),
        ]
        if let mutation = assurance.mutation, mutation.of > 0 {
            figures.append(ReportFigure("Mistakes that tests notice", "\(mutation.killed * 100 / mutation.of)%", note: "\(Numbers.grouped(mutation.killed)) of \(Numbers.grouped(mutation.of)) tried"))
        }
        return ReportSection("In short", [.text(against), .figures(figures), .note(ReportNote(.caution, "What to ask about before signing", questions))])
    }

    var against: String {
        previous.map { "Compared with version \($0.identity.version), which is in force, for the same people." } ?? "Compared with nobody being selected, as no pack is in force."
    }

    /// What the figures leave open, a sentence each.
    private var questions: [String] {
        var found: [String] = []
        let unknown = impact.actions.now[.refer, default: 0]
        if unknown > 0 { found.append("About \(Numbers.count(unknown, "person", "people")) the rules cannot decide for want of data, and a person must look (part 2).") }
        if impact.errors.now > 0 { found.append("A rule fails for \(Numbers.count(impact.errors.now, "person", "people")) (part 2).") }
        if !impact.capacity.now.displaced.isEmpty { found.append("\(Numbers.count(impact.capacity.now.displaced.count, "person has", "people have")) no place (part 2).") }
        let uneven = equality.by.flatMap { by in by.groups.filter { $0.figures.map { $0.adjusted < 0.05 } ?? false }.map { "“\($0.title)” (\(by.title))" } }
        if !uneven.isEmpty { found.append("Some groups are selected more or less often than chance alone would often give: \(EvidenceWords.list(uneven)) (part 3).") }
        if equality.withOutcome == nil { found.append("It is not known how often the rules are wrong, as no outcomes were given (part 3).") }
        if let mutation = assurance.mutation {
            if mutation.of > mutation.killed { found.append("\(Numbers.count(mutation.of - mutation.killed, "small mistake")) that was tried would go unnoticed by the tests (part 4).".replacing("mistakes that was", with: "mistakes that were")) }
        } else {
            found.append("It was not tried which mistakes the tests would notice (part 4).")
        }
        let silent = assurance.missing.filter { $0.silent > 0 }
        if !silent.isEmpty { found.append("Where \(EvidenceWords.list(silent.map(\.title))) \(silent.count == 1 ? "is" : "are") missing, some people are recommended otherwise without that being said (part 4).") }
        let illustrative = words.thresholds.count(where: \.origin.isIllustrative)
        if illustrative > 0 { found.append("\(Numbers.count(illustrative, "threshold is", "thresholds are")) illustrative: no source gives them (see the whole pack).") }
        let new = fields.filter { $0.change == .added && $0.care != nil }
        if !isFirst, !new.isEmpty { found.append("The rules would newly read \(EvidenceWords.list(new.map { "\($0.title) (\($0.care ?? ""))" })) (part 5).") }
        let blanks = record.count { $0.text == nil && $0.field.isRequired }
        found.append("\(Numbers.count(blanks, "required field")) of the transparency record \(blanks == 1 ? "is" : "are") blank, and the two assessments wait for people to finish them (part 6 and after).")
        return found
    }

    // MARK: 1

    private var changesPart: ReportSection {
        let heading = "1. What changes"
        guard let previous else {
            return ReportSection(
                heading,
                [.text("No pack is in force, so all of it is new. The whole pack in words stands at the end of this page."), .text("Everything below is compared with nobody being selected.")])
        }
        let own = impact.rules.filter { !$0.follows }
        if impact.rules.isEmpty {
            return ReportSection(heading, [.text("No rule, number or word differs from version \(previous.identity.version).")])
        }
        var kinds: [String] = []
        for change in own where !kinds.contains(change.what) { kinds.append(change.what) }
        let parts = kinds.map { kind in ReportSection(kind == "parameter" ? "Thresholds" : RuleChange.plural(kind), own.filter { $0.what == kind }.flatMap(changeBlocks)) }
        var blocks: [ReportBlock] = [.text("Rule by rule, against version \(previous.identity.version).")]
        let added = fields.filter { $0.change == .added }
        if !added.isEmpty { blocks.append(.text("It would newly read: \(EvidenceWords.list(added.map(\.title))).")) }
        let following = impact.rules.filter(\.follows)
        let last = following.isEmpty ? [] : [ReportSection("What follows from these", [.text("Written as before, and different because of a number or word above:"), .list(following.map(\.sentence))])]
        return ReportSection(heading, blocks, parts: parts + last)
    }

    /// A sentence, and for a condition what it asked and what it asks, in words where there are any.
    private func changeBlocks(_ change: RuleChange) -> [ReportBlock] {
        let (was, now) = (formerLines[change.rule], words.lines[change.rule])
        guard change.change != .removed || was != nil, was != nil || now != nil, change.isCode || change.change != .changed else { return RuleChange.blocks([change]) }
        switch change.change {
        case .added: return [.text("New: \(change.title) (`\(change.rule)`).")] + (now.map { [.list([$0])] } ?? [])
        case .removed: return [.text("Gone: \(change.title) (`\(change.rule)`).")] + (was.map { [.list(["Before: \($0)"])] } ?? [])
        case .changed:
            if was == now { return RuleChange.blocks([change]) }
            return [.text("\(change.title) (`\(change.rule)`), \(change.part ?? "") changed:"), .list(["Before: \(was ?? "nothing")", "Now: \(now ?? "nothing")"])]
        }
    }

    // MARK: 5, 6 and the rest

    private var fieldsPart: ReportSection {
        let now = fields.filter { $0.change != .removed }
        var blocks: [ReportBlock] = []
        if !isFirst {
            func say(_ change: FieldUse.Change, _ words: String) {
                let some = fields.filter { $0.change == change }
                if !some.isEmpty { blocks += [.text(words), .list(some.map { "\(EvidenceWords.capital($0.title)) (`\($0.path)`)" + ($0.reason.map { ": \($0)" } ?? "") })] }
            }
            say(.added, "Newly read:")
            say(.removed, "No longer read:")
            say(.changed, "Read as before, with another reason or another oldest age:")
            if blocks.isEmpty { blocks.append(.text("The same fields are read as now, for the same reasons.")) }
        }
        blocks += [.text(FieldList.lead), .facts(FieldList.facts(now))]
        return ReportSection("5. Which fields are read, and why", blocks, startsPage: true)
    }

    private var recordPart: ReportSection {
        let blank = record.count { $0.text == nil }
        var categories: [String] = []
        for entry in record where !categories.contains(entry.field.category) { categories.append(entry.field.category) }
        let parts = categories.map { category in
            ReportSection(category, [.facts(record.filter { $0.field.category == category }.map(fact))])
        }
        return ReportSection(
            "6. The Algorithmic Transparency Record",
            [
                .text(
                    "The public record that government bodies publish of the algorithms that help them decide, by the fields of its standard of 2022. \(Numbers.grouped(record.count - blank)) of \(Numbers.count(record.count, "field")) are filled in as far as the pack and the evidence say; \(Numbers.grouped(blank)) are blank and are for people to write."
                )
            ], parts: parts, startsPage: true)
    }

    private func fact(_ entry: RecordEntry) -> ReportFact {
        let number = entry.field.number.isEmpty ? "" : entry.field.number + " "
        let need = entry.field.isRequired ? "Blank: to be written. The standard requires it." : "Blank: to be written."
        return ReportFact(number + entry.field.title, entry.text.map { $0 + (entry.toWrite.map { " (To be written: \($0).)" } ?? "") } ?? need)
    }

    private func assessmentPart(_ assessment: Assessment) -> ReportSection {
        ReportSection(
            assessment.title,
            [
                .text(assessment.lead),
                .note(ReportNote(.caution, "Not finished", ["\(Numbers.count(assessment.blanks, "question")) of \(Numbers.grouped(assessment.items.count)) wait for people. What the evidence says stands under each; what people must write is marked “To be written”."])),
            ],
            parts: assessment.items.enumerated().map { place, item in
                var blocks: [ReportBlock] = item.found.isEmpty ? [] : item.found.count == 1 ? [.text(item.found[0])] : [.list(item.found)]
                if let toWrite = item.toWrite { blocks.append(.note(ReportNote(.caution, "To be written", [EvidenceWords.capital(toWrite) + "."]))) }
                return ReportSection("\(place + 1). \(item.question)", blocks)
            }, startsPage: true)
    }

    private var wholePack: ReportSection {
        ReportSection("The whole pack in words", [.text("For those who want to read every rule. The numbers above come from these rules and no others.")], parts: words.sections, startsPage: true)
    }
}
