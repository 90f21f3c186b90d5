/// What a board is shown of a pack before it signs: the six parts of an approval pack, in their order, and the two assessments.
///
/// It is about rules and numbers and names nobody: what is signed can never be altered, so nothing of a person may be in it.
package struct ApprovalEvidence: Sendable {
    package var pack: PackLabel
    package var about: PackAbout
    /// The pack that is in force; nil where there is none. Then everything is compared with nobody being selected.
    package var previous: PackLabel?
    package var cohort: CohortLabel
    /// `sha256:…` of the cohort's file.
    package var cohortDigest: String
    /// 1, 2 and the first half of 3. For a first pack, against a pack without rules.
    package var impact: ImpactReport
    /// 3: with outcomes where there are any, and with fields that may stand in for a protected one.
    package var equality: EqualityReport
    /// The same of the pack in force, where outcomes are known of both; nil otherwise.
    package var before: EqualityReport?
    /// 4.
    package var assurance: Assurance
    /// 5: first those that the pack may read, then those that only the pack in force reads.
    package var fields: [FieldUse]
    /// 6.
    package var record: [RecordEntry]
    package var equalityAssessment: Assessment
    package var dataAssessment: Assessment
    /// What rules of the pack in force ask or give, on one line, by their paths; for those that differ only.
    package var formerLines: [String: String]
    /// The whole pack, for those who want to read all of it.
    package var words: PackInWords
    /// The same as Markdown.
    package var markdown: String

    package init(
        pack: PackLabel, about: PackAbout, previous: PackLabel?, cohort: CohortLabel, cohortDigest: String, impact: ImpactReport, equality: EqualityReport,
        before: EqualityReport?, assurance: Assurance, fields: [FieldUse], record: [RecordEntry], equalityAssessment: Assessment,
        dataAssessment: Assessment, formerLines: [String: String], words: PackInWords, markdown: String
    ) {
        self.pack = pack
        self.about = about
        self.previous = previous
        self.cohort = cohort
        self.cohortDigest = cohortDigest
        self.impact = impact
        self.equality = equality
        self.before = before
        self.assurance = assurance
        self.fields = fields
        self.record = record
        self.equalityAssessment = equalityAssessment
        self.dataAssessment = dataAssessment
        self.formerLines = formerLines
        self.words = words
        self.markdown = markdown
    }

    package var isFirst: Bool { previous == nil }

    /// Whether shares of groups before the change may be told. Where fewer than ten people join or leave, the difference of two
    /// shares would tell to which groups these few belong.
    package var tellsBefore: Bool { !isFirst && !(1...9).contains(impact.joiners.count + impact.leavers.count) }
}
