/// How a pack's recommendations fall on groups of people, and what can and cannot be said of it.
package struct EqualityReport: Sendable {
    package var pack: PackLabel
    package var cohort: CohortLabel
    /// Select or retain.
    package var selected: Int
    package var by: [EqualityBreakdown]
    /// People of whom an outcome is known; nil where no outcomes were given.
    package var withOutcome: Int?
    /// Outcomes of people who are not in the cohort.
    package var strangers: Int
    package var proxies: [ProxyShift]
    /// Of how many people proxies were worked out; 0 where they were not.
    package var proxySample: Int
    /// How many differences were tested.
    package var comparisons: Int
    /// A sentence each.
    package var findings: [String]
    package var showsSmall: Bool

    package init(pack: PackLabel, cohort: CohortLabel, selected: Int, by: [EqualityBreakdown], showsSmall: Bool) {
        self.pack = pack
        self.cohort = cohort
        self.selected = selected
        self.by = by
        self.showsSmall = showsSmall
        withOutcome = nil
        strangers = 0
        proxies = []
        proxySample = 0
        comparisons = 0
        findings = []
    }
}
