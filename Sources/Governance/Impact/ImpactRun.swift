package import Cohorts
package import Evidence
package import Notation
package import RulePacks

/// Evaluates a cohort with two packs side by side, and says what putting the new one in the old one's place would do.
///
/// The cohort is read once, and beforehand for groups and places. Of the people on whom the packs agree nothing is kept.
package struct ImpactRun {
    /// More differences than this are not tried one by one: such packs have little to do with each other.
    static let mostAttempts = 40
    private static let mostBriefAttempts = 6

    package let old: PackSource
    package let new: PackSource
    package let asOf: Day
    package let layout: RowLayout
    /// For somebody who waits: leaves out what is said of each person, how many stand close to a parameter, and which difference
    /// moved whom where there are more than a few.
    package var isBrief = false

    /// - Throws: `GovernanceError` where one cohort cannot serve both.
    package init(old: PackSource, new: PackSource, asOf: Day) throws(GovernanceError) {
        self.old = old
        self.new = new
        self.asOf = asOf
        layout = try SharedFields.layout([new, old])
    }

    /// - Parameters:
    ///   - source: one that can be read more than once.
    ///   - showsSmall: leaves small groups in what is said on equality.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`.
    package func report(_ source: any CohortSource, showsSmall: Bool = false) throws -> ImpactReport {
        let side = SideBySide(layout: layout, asOf: asOf)
        let (before, now) = (try side.add(.init(old)), try side.add(.init(new)))
        let difference = RuleDifference(side.program(before), side.program(now))
        let causes = CauseFinder(difference, side, most: isBrief ? ImpactRun.mostBriefAttempts : ImpactRun.mostAttempts)
        let look = isBrief ? nil : CloserLook(before, now, side)
        let near = isBrief ? nil : NearParameters(side.program(now), side)
        var tally = ImpactTally(side.program(before), side.program(now), EqualityFields(layout: layout), asOf: asOf)
        try side.survey(source)
        let reading = try side.each(source) { row in
            let was = try side.decision(of: before, on: row)
            let unlimited = try side.decisionBeforePlaces(of: now, on: row)
            let decision = side.placed(now)
            try near?.count(row, unlimited, side)
            if let move = tally.count(was, decision, row) {
                let cause = try causes.cause(of: was, decision, row, side)
                tally.add(move, cause, was, decision, differs: try look?.differences(was, decision, row, side) ?? [])
            }
        }
        let cohort = CohortLabel(asOf: asOf, people: reading.people, rejected: reading.rejected)
        var report = tally.report(difference, cohort, near?.found ?? [], showsSmall: showsSmall)
        if isBrief, causes.isUntried { report.causes = [] }
        return report
    }
}
