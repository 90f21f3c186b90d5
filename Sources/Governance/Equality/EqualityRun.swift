package import Cohorts
import Decisions
package import Evidence
package import Notation
package import RulePacks

/// Evaluates a cohort with a pack, and says how its recommendations fall on groups of people.
package struct EqualityRun {
    package let pack: PackSource
    package let asOf: Day
    package let layout: RowLayout
    /// nil for every protected field of which something is known.
    package var fields: EqualityFields?
    package var outcomes: OutcomeTable?
    /// Leaves small groups in.
    package var showsSmall = false
    /// Also say which fields that the pack reads make the gaps between groups wider or narrower.
    package var findsProxies = true

    package init(_ pack: PackSource, asOf: Day) {
        self.pack = pack
        self.asOf = asOf
        layout = RowLayout(pack.catalogue)
    }

    /// - Parameter source: one that can be read more than once.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`.
    package func report(_ source: any CohortSource) throws -> EqualityReport {
        let side = SideBySide(layout: layout, asOf: asOf)
        let number = try side.add(.init(pack))
        var tally = EqualityTally(fields ?? EqualityFields(layout: layout), asOf: asOf)
        var usual = UsualValues(pack, layout)
        var matched = 0
        try side.survey(source)
        let reading = try side.each(source) { row in
            let decision = try side.decision(of: number, on: row)
            let outcome = outcomes?.outcomes[row.id]
            if outcome != nil { matched += 1 }
            tally.count(tally.values(row), selected: decision.recommendation.action.isPositive, outcome: outcome)
            usual.count(row)
        }
        let cohort = CohortLabel(asOf: asOf, people: reading.people, rejected: reading.rejected)
        var report = tally.report(PackLabel(pack), cohort, showsSmall: showsSmall, hasOutcomes: outcomes != nil)
        report.strangers = (outcomes?.outcomes.count ?? 0) - matched
        if findsProxies {
            let check = ProxyCheck(usual: usual, fields: tally.fields, asOf: asOf, showsSmall: showsSmall)
            (report.proxies, report.proxySample) = try check.shifts(source, side, number, people: reading.people)
        }
        report.findings = EqualityFindings(report).sentences
        return report
    }
}
