import Decisions
import Evidence
import Notation
import Reports
import Testing

@Suite("an approval pack as a board sees it")
struct ApprovalPageTests {
    private static let day = Day(iso: "2026-12-01") ?? .earliest

    private func label(_ version: String) -> PackLabel {
        PackLabel(PackIdentity(id: "camford", version: version, digest: "sha256:" + String(repeating: "a", count: 64)), title: "Camford scheme")
    }

    /// Of 40 people 4 join, by one rule and for one cause.
    private func evidence(first: Bool = false, _ change: (inout ApprovalEvidence) -> Void = { _ in }) -> ApprovalEvidence {
        let (old, new) = (label("1.0.0"), label("1.1.0"))
        let cohort = CohortLabel(asOf: ApprovalPageTests.day, people: 40, rejected: 0)
        func equality(_ pack: PackLabel, _ selected: Int) -> EqualityReport {
            var figures = EqualityGroup.Figures(n: 30, selected: selected, rate: Double(selected) / 30, low: 0.1, high: 0.4, p: 0.5)
            figures.ratioToLargest = 1
            let groups = [EqualityGroup(value: "male", title: "male", figures: figures), EqualityGroup(value: "female", title: "female", suppression: .small)]
            var report = EqualityReport(pack: pack, cohort: cohort, selected: selected, by: [EqualityBreakdown(field: "sex", title: "sex", groups: groups)], showsSmall: false)
            report.findings = ["A finding in words."]
            return report
        }
        var impact = ImpactReport(old: old, new: new, cohort: cohort, equality: (equality(old, 6), equality(new, 10)))
        let cause = ImpactCause(.alone, changes: ["parameter.least"], words: ["Convictions that are enough: 3 → 2"])
        impact.joiners = (1...4).map { ImpactPerson(id: "N-000\($0)", rule: "join", title: "Join it", because: ["two burglaries"], from: "none", to: "core_group", differs: ["secret detail"], cause: cause) }
        impact.unchanged = 36
        impact.rules = [RuleChange(rule: "parameter.least", what: "parameter", title: "Convictions that are enough", change: .changed, part: "value", was: "3", now: "2")]
        let about = PackAbout(
            purpose: "Offer help.", lawfulBasis: "For the board to confirm.", borough: "Camford", contact: "board@camford.example", from: ApprovalPageTests.day,
            reviewBy: ApprovalPageTests.day, until: ApprovalPageTests.day, baselines: [])
        let assurance = Assurance(
            tests: .init(passed: 12, failed: 0, skipped: 0, remarks: []), coverage: [.init(kind: "rows", hit: 2, of: 3), .init(kind: "total", hit: 2, of: 3)], gaps: ["rules.lua:3: never met"],
            mutation: .init(
                killed: 9, of: 10, rules: [.init(rule: "selection.join", title: "Join it", killed: 9, of: 10)],
                survivors: [.init(file: "rules.lua", line: 3, rule: "selection.join", was: ">= 3", now: "> 3", edited: "when = n.convictions_total > 3", words: "no test comes here")], untouched: []),
            findings: [Finding(.tableGap, "nothing is said of scores from 50 to 60", severity: .warning, file: "rules.lua", line: 9, witness: "nominal { ogrs2 = 55 }")],
            missing: [.init(path: "ogrs2", title: "OGRS2", known: 38, changed: 5, unknown: 3)], missingPeople: 40)
        var evidence = ApprovalEvidence(
            pack: new, about: about, previous: first ? nil : old, cohort: cohort, cohortDigest: "sha256:" + String(repeating: "b", count: 64), impact: impact,
            equality: impact.equality.now, before: nil, assurance: assurance,
            fields: [FieldUse(path: "gang", title: "gang", care: "sensitive", reason: "To protect people.", oldest: "12 months", readBy: ["Join it"], change: first ? nil : .added)],
            record: RecordField.allCases.map { RecordEntry($0, $0 == .name ? "Camford scheme" : nil) },
            equalityAssessment: Assessment(title: "Equality impact assessment", lead: "Why.", items: [.init("Who was asked?", [], toWrite: "what they said")]),
            dataAssessment: Assessment(title: "Data protection impact assessment", lead: "Why.", items: [.init("What makes it lawful?", ["The board confirms."], toWrite: nil)]),
            formerLines: [:], words: PackInWords(pack: new, about: about), markdown: "# Camford scheme")
        change(&evidence)
        return evidence
    }

    @Test("has the six parts in the order of the contract, then the assessments and the whole pack")
    func order() {
        let headings = evidence().page.sections.map(\.heading)
        #expect(
            headings == [
                "In short", "1. What changes", "2. For whom", "3. Is it fair?", "4. How sure are we?", "5. Which fields are read, and why", "6. The Algorithmic Transparency Record",
                "Equality impact assessment", "Data protection impact assessment", "The whole pack in words",
            ])
    }

    @Test("says the changed number, how many go which way, by which rule, and what causes it")
    func people() {
        let text = evidence().page.text
        #expect(text.contains("3 → 2"))
        #expect(text.contains("not chosen → core group"))
        #expect(text.contains("Join it"))
        #expect(text.split(separator: "\n").map { $0.drop { $0 == " " } }.contains { $0.hasPrefix("Join") && $0.hasSuffix(" 4") })
    }

    @Test("names nobody and tells nothing of anybody, in either form")
    func nobody() {
        var json = JSONWriter()
        evidence().write(to: &json)
        for text in [evidence().page.html, evidence().page.text, json.text] {
            for word in ["N-000", "secret detail", "two burglaries"] { #expect(!text.contains(word)) }
        }
    }

    @Test("a small group is left out, and the reader is told what the dash means")
    func small() {
        let text = evidence().page.text
        #expect(text.split(separator: "\n").map { $0.drop { $0 == " " } }.contains { $0.hasPrefix("female") && $0.contains("–") && !$0.contains("%") })
        #expect(text.contains("fewer than 10 people"))
    }

    @Test("shows each mistake that tests would miss as the edited line, and each gap with a person who shows it")
    func sure() {
        let html = evidence().page.html
        #expect(html.contains("when = n.convictions_total &gt; 3"))
        #expect(html.contains("nominal { ogrs2 = 55 }"))
        #expect(html.contains("rules.lua:3: never met"))
    }

    @Test("a field that goes missing tells how many change, and how many of them unsaid")
    func missing() {
        let row = evidence().page.text.split(separator: "\n").first { $0.contains("OGRS2 (ogrs2)") }
        #expect(row?.split(separator: " ").suffix(4) == ["38", "5", "3", "2"])
    }

    @Test("blanks of the record are marked, and counted where the board reads first")
    func blanks() {
        let text = evidence().page.text
        #expect(text.contains("1 of 37 fields"))
        #expect(text.contains("36 are blank"))
        let required = RecordField.allCases.count { $0.isRequired && $0 != .name }
        #expect(text.split(separator: "\n").joined(separator: " ").contains("\(required) required fields of the transparency record are blank"))
    }

    @Test("the first pack of all says that nothing is in force and what it is compared with")
    func first() {
        let text = evidence(first: true).page.text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        #expect(text.contains("No pack is in force for it now"))
        #expect(text.contains("compared with nobody being selected"))
        #expect(!text.contains("Newly read:"))
    }

    @Test("tells the board what to ask about, and that mistakes were not tried where they were not")
    func questions() {
        func questions(_ evidence: ApprovalEvidence) -> [String] {
            evidence.page.sections[0].blocks.flatMap { (block: ReportBlock) -> [String] in
                if case .note(let note) = block { return note.lines }
                return []
            }
        }
        #expect(questions(evidence()).contains("1 small mistake that was tried would go unnoticed by the tests (part 4)."))
        #expect(questions(evidence()).contains("The rules would newly read gang (sensitive) (part 5)."))
        #expect(questions(evidence { $0.assurance.mutation = nil }).contains("It was not tried which mistakes the tests would notice (part 4)."))
    }

    @Test("the same evidence has the same bytes")
    func same() {
        #expect(evidence().page.html == evidence().page.html)
    }

    @Test("what an author wrote has no meaning in HTML")
    func escaping() {
        let html = evidence { $0.about.purpose = "<script>alert(1)</script>"; $0.fields[0].reason = "<b>because</b>" }.page.html
        #expect(!html.contains("<script") && !html.contains("<b>"))
    }
}
