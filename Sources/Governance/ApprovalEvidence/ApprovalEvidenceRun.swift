package import Cohorts
import DecisionStore
package import Evidence
package import Notation
package import RulePacks

/// Works out what a board is shown of a pack: against the pack in force, over a cohort, as of the pack's first day.
///
/// The same packs, cohort, outcomes and assurance give the same evidence, whoever asks and whenever.
package struct ApprovalEvidenceRun {
    package let pack: PackSource
    /// The pack that it would come after; nil where there is none.
    package let previous: PackSource?
    package let asOf: Day
    package var outcomes: OutcomeTable?

    /// - Parameter asOf: nil for the pack's first day.
    package init(_ pack: PackSource, previous: PackSource?, asOf: Day? = nil) {
        self.pack = pack
        self.previous = previous
        self.asOf = asOf ?? pack.manifest.valid.from
    }

    /// - Parameters:
    ///   - assurance: what tests, coverage and checks came to; the missing fields are worked out here.
    ///   - open: opens the cohort anew, so that it can be read more than once.
    /// - Throws: `PackError`, `GovernanceError`, `CohortError`, `RunStopped`.
    package func evidence(_ assurance: Assurance, _ open: (RowLayout) throws -> any CohortSource) throws -> ApprovalEvidence {
        let impactRun = try ImpactRun(old: try previous ?? NobodySelected.pack(), new: pack, asOf: asOf)
        let source = try open(impactRun.layout)
        let impact = try impactRun.report(source)
        let digest = try digest(source)
        var assurance = assurance
        (assurance.missing, assurance.missingPeople) = try missing(impactRun.layout, source, people: impact.cohort.people)
        let equality = try equality(of: pack, try open(RowLayout(pack.catalogue)), findsProxies: true)
        let before = try outcomes == nil ? nil : previous.map { try self.equality(of: $0, try open(RowLayout($0.catalogue)), findsProxies: false) }
        let program = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: asOf)
        let words = PackInWords(program)
        let evidence = ApprovalEvidence(
            pack: PackLabel(pack), about: PackAbout(pack), previous: previous.map { PackLabel($0) }, cohort: impact.cohort, cohortDigest: digest, impact: impact,
            equality: equality, before: before, assurance: assurance, fields: fields(words), record: [],
            equalityAssessment: Assessment(title: "", lead: "", items: []), dataAssessment: Assessment(title: "", lead: "", items: []),
            formerLines: try formerLines(impact.rules), words: words,
            markdown: PackDescription(program, baseline: baseline.flatMap { try? RuleProgram($0, layout: RowLayout($0.catalogue), asOf: asOf) }).markdown)
        return ApprovalDocuments(evidence).completed
    }

    private func formerLines(_ changes: [RuleChange]) throws(PackError) -> [String: String] {
        guard let previous else { return [:] }
        let paths = Set(changes.map(\.rule))
        return PackInWords(try RuleProgram(previous, layout: RowLayout(previous.catalogue), asOf: asOf)).lines.filter { paths.contains($0.key) }
    }

    /// The pack that this one extends, from the files that came with it.
    private var baseline: PackSource? {
        pack.manifest.extends.flatMap { try? PackSource.load(PackFiles(id: $0, files: pack.files.files)) }
    }

    private func fields(_ words: PackInWords) -> [FieldUse] {
        let readBy = Dictionary(words.fields.map { ($0.path, $0.readBy) }) { first, _ in first }
        return FieldUses(pack, before: previous, readBy: readBy).all
    }

    private func digest(_ source: any CohortSource) throws -> String {
        let digested = DigestedSource(source)
        while try digested.next({ _, _ in }) { digested.pendingRejects = [] }
        return digested.digest
    }

    private func missing(_ layout: RowLayout, _ source: any CohortSource, people: Int) throws -> ([Assurance.Missing], Int) {
        try source.rewind()
        let side = SideBySide(layout: layout, asOf: asOf)
        let number = try side.add(.init(pack, ignoresPlaces: true))
        try side.survey(source)
        return try DroppedFields(pack, layout).counts(source, side, number, people: people)
    }

    private func equality(of pack: PackSource, _ source: any CohortSource, findsProxies: Bool) throws -> EqualityReport {
        var run = EqualityRun(pack, asOf: asOf)
        run.outcomes = outcomes
        run.findsProxies = findsProxies
        return try run.report(source)
    }
}
