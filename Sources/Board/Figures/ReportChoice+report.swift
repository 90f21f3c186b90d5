import CohortAnalysis
import Cohorts
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
        case .equality: try EqualityOverTime(reader, scope: scope, length: every, by: field.map { [$0] }, layout: layout)
        case .trends: try TrendsReport(reader, source, layout: layout, asOf: asOf, matrix: matrix, months: months)
        case .outcomes:
            try OutcomesAnalysis(layout: layout, asOf: asOf, months: months, startedFrom: from, startedTo: to, store: source).report(reader, source, layout: layout)
        }
    }

    /// Logs that somebody reads it, and gives its figures.
    func figures(_ site: Site, by who: String, why: String) throws -> FigureDesk.Figures {
        try site.store.logReport(kind.rawValue, borough: borough, days: days, who: who, why: why)
        let row = try site.store.read { try $0.lastRow(of: AuditKind.changingFigures) }
        // The days are in it, as today's are others than yesterday's.
        return try site.figures.figures("\(kind) \(days) \(query)", after: row, now: site.now, later: site.later) {
            let begin = site.now
            return try site.store.read { reader in
                let report = try report(reader, try reader.source(borough: borough))
                return FigureDesk.Figures(report: report, countedAt: begin, took: site.now - begin, row: try reader.lastRow(of: AuditKind.changingFigures))
            }
        }
    }
}
