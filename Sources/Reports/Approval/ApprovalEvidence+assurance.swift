import Decisions
import Evidence
import Notation

extension ApprovalEvidence {
    /// Survivors that the page shows; the data beside it have all.
    private static let mostShown = 20

    // MARK: 4

    var assurancePart: ReportSection {
        ReportSection(
            "4. How sure are we?", [.text("Whether the rules do what their author meant, and what the tests would not notice.")],
            parts: [testSection, mutationSection, findingSection, missingSection], startsPage: true)
    }

    private var testSection: ReportSection {
        let tests = assurance.tests
        var blocks: [ReportBlock] = [
            .text(
                "\(Numbers.count(tests.passed, "test")) passed\(tests.failed > 0 ? ", \(Numbers.grouped(tests.failed)) failed" : " and none failed")\(tests.skipped > 0 ? "; \(Numbers.grouped(tests.skipped)) did not apply" : "")."
            )
        ]
        if !tests.remarks.isEmpty { blocks.append(.list(tests.remarks)) }
        if !assurance.coverage.isEmpty {
            let rows = assurance.coverage.map { part -> ReportTable.Row in
                let isTotal = part.kind == "total"
                return .init([isTotal ? "All" : EvidenceWords.capital(part.kind), Numbers.grouped(part.hit), Numbers.grouped(part.of), part.of == 0 ? FigureWords.none : "\(part.hit * 100 / part.of)%"], isTotal: isTotal)
            }
            blocks.append(
                .table(
                    ReportTable(
                        "How much of the pack the tests touch", columns: [.text("Part"), .number("Touched"), .number("Of"), .number("Share")], rows: rows,
                        notes: ["A branch is a condition that came out yes, or no. Shares are rounded down, so that 100% means all."])))
        }
        if !assurance.gaps.isEmpty {
            blocks += [.text("No test touches:"), .list(Array(assurance.gaps.prefix(ApprovalEvidence.mostShown)) + more(assurance.gaps.count))]
        }
        return ReportSection("Tests", blocks)
    }

    private func more(_ count: Int) -> [String] {
        count > ApprovalEvidence.mostShown ? ["and \(Numbers.grouped(count - ApprovalEvidence.mostShown)) more, which the data beside this page list"] : []
    }

    private var mutationSection: ReportSection {
        let heading = "Mistakes that the tests would notice"
        guard let mutation = assurance.mutation else {
            return ReportSection(heading, [.note(ReportNote(.caution, "Not tried", ["The author left this out. The board can ask for it."]))])
        }
        guard mutation.of > 0 else { return ReportSection(heading, [.text("The pack’s own files hold nothing to change.")]) }
        var blocks: [ReportBlock] = [
            .text(
                "The computer made small mistakes in the rules, one at a time: a number one more or less, “or more” turned to “more than”, a rule taken out. For each it asked whether some test fails. \(Numbers.grouped(mutation.killed)) of \(Numbers.grouped(mutation.of)) were noticed."
            ),
            .table(
                ReportTable(
                    "Mistakes noticed, rule by rule", columns: [.text("Rule"), .number("Noticed"), .number("Tried"), .number("Share")],
                    rows: mutation.rules.map { .init([$0.title, Numbers.grouped($0.killed), Numbers.grouped($0.of), "\($0.killed * 100 / max(1, $0.of))%"]) })),
        ]
        if !mutation.survivors.isEmpty {
            blocks.append(.text("Not noticed, each as the line would read with the mistake in it:"))
            for survivor in mutation.survivors.prefix(ApprovalEvidence.mostShown) {
                blocks.append(.text("`\(survivor.file)`, line \(survivor.line): `\(survivor.was)` turned to `\(survivor.now)`. \(EvidenceWords.capital(survivor.words))."))
                if !survivor.edited.isEmpty { blocks.append(.code(wrappedText(survivor.edited, indent: 4, width: 76))) }
            }
            if mutation.survivors.count > ApprovalEvidence.mostShown { blocks.append(.list(more(mutation.survivors.count))) }
        }
        if !mutation.untouched.isEmpty {
            blocks.append(.text("Nothing was changed in files that this pack shares with others: \(mutation.untouched.map { "`\($0)`" }.joined(separator: ", ")). They have tests of their own."))
        }
        return ReportSection(heading, blocks)
    }

    private var findingSection: ReportSection {
        let heading = "Gaps, overlaps and doubtful rules"
        if assurance.findings.isEmpty {
            return ReportSection(heading, [.text("A check of all rules found no gap, no overlap, and no rule that can never be reached.")])
        }
        let rows = assurance.findings.map { finding -> ReportTable.Row in
            let place = finding.file.map { "`\($0)`" + (finding.line.map { ", line \($0)" } ?? "") } ?? "the pack"
            return .init([place, finding.severity.rawValue, finding.message + (finding.hint.map { "; \($0)" } ?? ""), finding.witness.map { "`\($0)`" } ?? ""])
        }
        return ReportSection(
            heading,
            [
                .text("A check of all rules found these. Where it can, it shows a made-up person who falls into the gap or the overlap."),
                .table(ReportTable("What the check found", columns: [.text("Where"), .text("Kind"), .text("What"), .text("A person who shows it")], rows: rows)),
            ])
    }

    private var missingSection: ReportSection {
        let heading = "What if data go missing?"
        guard !assurance.missing.isEmpty, assurance.missingPeople > 0 else { return ReportSection(heading, [.text("The pack reads no field that could go missing, or there is nobody in the cohort.")]) }
        let rows = assurance.missing.sorted { ($1.changed, $0.path) < ($0.changed, $1.path) }.map { missing -> ReportTable.Row in
            .init([EvidenceWords.field(EvidenceWords.capital(missing.title), missing.path), Numbers.grouped(missing.known), Numbers.grouped(missing.changed), Numbers.grouped(missing.unknown), Numbers.grouped(missing.silent)])
        }
        return ReportSection(
            heading,
            [
                .text("Each field was taken away from everybody, one at a time, and all \(Numbers.count(assurance.missingPeople, "person", "people")) were asked again; places were left out of account."),
                .table(
                    ReportTable(
                        "Recommendations that change where a field is missing", columns: [.text("Field"), .number("Have it"), .number("Change"), .number("Said to be unknown"), .number("Change unsaid")], rows: rows,
                        notes: [
                            "Said to be unknown: the rules say that they cannot decide, and a person looks. Change unsaid: something else is recommended, and nothing says that data were missing; that is right only where the absence itself means something.",
                        ])),
            ])
    }
}
