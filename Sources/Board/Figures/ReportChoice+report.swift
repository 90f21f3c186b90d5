import Cohorts
import CohortAnalysis
import DecisionStore
import Evidence
import FieldDefinitions
import Governance
import Reports

extension ReportChoice {
    /// The report, as the command line makes it. Small groups are left out of it, whoever reads it.
    func report(_ reader: StoreReader, _ source: StoreSource) throws -> any PrintedReport {
        let layout = RowLayout(.standard), scope = ReportScope(period, source: source)
        return switch kind {
        case .recruitment: try RecruitmentReport(reader, scope: scope)
        case .referrals: try ReferralsReport(reader, scope: scope, layout: layout)
        case .taskings: try TaskingsReport(reader, scope: scope)
        case .equality: try EqualityOverTime(reader, scope: scope, length: every, layout: layout)
        case .trends: try TrendsReport(reader, source, layout: layout, asOf: asOf, matrix: matrix, months: months)
        case .outcomes:
            try OutcomesAnalysis(layout: layout, asOf: asOf, months: months, startedFrom: from, startedTo: to, store: source).report(reader, source, layout: layout)
        }
    }

    /// Logs that somebody reads it, and makes it.
    func report(_ site: Site, by who: String, why: String) throws -> any PrintedReport {
        try site.store.countReport(kind.rawValue, borough: borough, days: days, who: who, why: why) { try report($0, $1) }
    }
}
