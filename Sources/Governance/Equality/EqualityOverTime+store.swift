package import Cohorts
import CohortAnalysis
package import DecisionStore
package import Evidence

extension EqualityOverTime {
    /// Where the nominals of a store stood, and what panels decided of them, by protected groups.
    /// - Parameters:
    ///   - names: single fields to group people by; nil for every protected one of which something is known.
    ///   - showsSmall: leaves no group out, for somebody who may see it.
    /// - Throws: `GovernanceError` where a name is no such field; `StoreError`.
    package init(
        _ reader: StoreReader, scope: ReportScope, length: ReportPeriod.Length, by names: [String]? = nil, layout: RowLayout, showsSmall: Bool = false
    ) throws {
        var tally = try StandingTally(scope, length: length, by: names, layout: layout)
        let rows = StoreRows(layout: layout)
        try rows.each(reader, borough: scope.source.borough) { nominal in
            tally.add(rows.row, steps: try nominal.steps(), recommendations: try nominal.recommendations())
        }
        self = tally.report(rejected: rows.rejected, showsSmall: showsSmall)
    }
}
