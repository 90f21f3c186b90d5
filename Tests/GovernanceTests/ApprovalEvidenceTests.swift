import Cohorts
import Evidence
import Governance
import Notation
import RulePacks
import Testing

@Suite("the evidence of an approval pack")
struct ApprovalEvidenceTests {
    private static let assurance = Assurance(
        tests: .init(passed: 3, failed: 0, skipped: 0, remarks: []), coverage: [], gaps: [], mutation: nil, findings: [])

    /// One by convictions alone, one and one who hang on OGRS2, one far below.
    private var cohort: Crowd {
        var people = Crowd()
        people.add("N-A", convictions: 6, ogrs2: 75)
        people.add("N-B", convictions: 4, ogrs2: 75)
        people.add("N-C", convictions: 3, ogrs2: 50)
        people.add("N-D", convictions: 1)
        people.add("N-E", convictions: 1, ogrs2: nil)
        return people
    }

    private func evidence(_ scheme: Scheme, after previous: Scheme? = nil, _ people: Crowd? = nil) throws -> ApprovalEvidence {
        let run = ApprovalEvidenceRun(try scheme.load(), previous: try previous?.load(), asOf: Scheme.asOf)
        var places: [Any] = []
        defer { withExtendedLifetime(places) {} }
        return try run.evidence(ApprovalEvidenceTests.assurance) { layout in
            let (source, place) = try (people ?? cohort).source(layout)
            places.append(place)
            return source
        }
    }

    private func missing(_ evidence: ApprovalEvidence, _ path: String) throws -> Assurance.Missing {
        try #require(evidence.assurance.missing.first { $0.path == path })
    }

    @Test("of each field it is known how many recommendations hang on it, and that people are told so")
    func missingField() throws {
        let ogrs = try missing(try evidence(Scheme()), "ogrs2")
        #expect(ogrs == Assurance.Missing(path: "ogrs2", title: "OGRS2", known: 4, changed: 2, unknown: 2, failed: 0))
        #expect(ogrs.silent == 0)
    }

    @Test("a rule that does without a missing field and says nothing is counted as such")
    func silent() throws {
        let quiet = Scheme().replacing("n.convictions_total >= 1 end", with: "n:get(\"ogrs2\", 0) >= 75 end")
        var people = Crowd()
        people.add("N-A", convictions: 0, ogrs2: 80)
        people.add("N-B", convictions: 0, ogrs2: 30)
        let ogrs = try missing(try evidence(quiet, people), "ogrs2")
        #expect((ogrs.changed, ogrs.unknown, ogrs.silent) == (1, 0, 1))
        let found = try #require(try evidence(quiet, people).dataAssessment.items.first { $0.question.hasPrefix("What happens where data") }).found
        #expect(found.contains { $0.contains("Without OGRS2, 1 person of 2 would be recommended otherwise without that being said") })
    }

    @Test("fields that every line must have cannot go missing, and are left out")
    func required() throws {
        #expect(try evidence(Scheme()).assurance.missing.map(\.path).contains("age") == false)
    }

    @Test("a field without effect is pointed out to whoever asks whether it is needed")
    func withoutEffect() throws {
        let item = try #require(try evidence(Scheme()).dataAssessment.items.first { $0.question == "Is each field needed?" })
        #expect(item.found.joined().contains("(`offences`)"))
        #expect(!item.found.joined().contains("(`ogrs2`)"))
        #expect(item.toWrite != nil)
    }

    @Test("the first pack of all is compared with nobody being selected")
    func first() throws {
        let first = try evidence(Scheme())
        #expect(first.isFirst)
        #expect(first.impact.equality.before.selected == 0)
        #expect(first.impact.joiners.count == 2)
        #expect(first.impact.leavers.isEmpty)
        #expect(first.fields.allSatisfy { $0.change == nil })
    }

    @Test("against the pack in force it says what is read newly, no longer, and for another reason")
    func fields() throws {
        var old = Scheme()
        old.reads = #""age", "convictions_total", "arrests_total", "ogrs2", "offences", "orders""#
        old.protected = #"age = "another reason""#
        var new = Scheme(version: "1.1.0")
        new.reads += #", "gang""#
        new.protected += #", gang = "to protect people""#
        let fields = try evidence(new, after: old).fields
        func change(_ path: String) -> FieldUse.Change? { fields.first { $0.path == path }?.change }
        #expect(change("gang") == .added)
        #expect(change("orders") == .removed)
        #expect(change("age") == .changed)
        #expect(change("ogrs2") == .same)
        #expect(fields.first { $0.path == "gang" }?.care == "sensitive")
        #expect(fields.first { $0.path == "gang" }?.reason == "to protect people")
        #expect(fields.first { $0.path == "ogrs2" }?.readBy == ["OGRS2"])
    }

    @Test("a rule that changed is told in words as it was and as it is")
    func words() throws {
        let old = Scheme()
        var new = Scheme(version: "1.1.0")
        new.rules = Scheme.rules.replacing("n.convictions_total >= 1", with: "n.convictions_total >= 2 and n.ogrs2 >= 25")
        let evidence = try evidence(new, after: old)
        #expect(evidence.formerLines == ["selection.watch": "number of convictions is 1 or more"])
        #expect(evidence.words.lines["selection.watch"] == "number of convictions is 2 or more, and OGRS2 is 25 or more")
    }

    @Test("the record is filled in from the manifest, and what only people can say is blank")
    func record() throws {
        let record = try evidence(Scheme()).record
        #expect(record.map(\.field) == RecordField.allCases)
        func text(_ field: RecordField) -> String? { record.first { $0.field == field }?.text }
        #expect(text(.name) == "The scheme")
        #expect(text(.contactEmail) == "board@camford.example")
        #expect(text(.maintenance)?.contains("1 December 2026") == true)
        #expect(text(.seniorResponsibleOwner) == nil)
        #expect(text(.sourceDataDescription)?.contains("age (protected)") == true)
    }

    @Test("the assessments never conclude by themselves")
    func assessments() throws {
        let evidence = try evidence(Scheme())
        for assessment in [evidence.equalityAssessment, evidence.dataAssessment] {
            let last = try #require(assessment.items.last)
            #expect(last.found.isEmpty)
            #expect(last.toWrite?.hasPrefix("the conclusion") == true)
            #expect(assessment.blanks >= 8)
        }
    }
}
