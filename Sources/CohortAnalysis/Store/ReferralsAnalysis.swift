package import Cohorts
package import DecisionStore
package import Evidence
import Notation

extension ReferralsReport {
    /// Counts the referrals in the records of a store's nominals.
    /// - Parameter services: services to show, in order, whether or not anybody was referred to them; empty for those that were.
    /// - Throws: ``StoreError``
    package init(_ reader: StoreReader, scope: ReportScope, layout: RowLayout, services: [String] = []) throws {
        self.init(scope)
        var tally = ServiceTally(layout, services: services, period: scope.period)
        let rows = StoreRows(layout: layout)
        try rows.each(reader, borough: scope.source.borough) { nominal in
            guard try nominal.steps().isMember(in: scope.period) else { return }
            members += 1
            let record = try nominal.lastRecord().flatMap { $0.withUnsafeBytes { RecordSummary($0) } }
            tally.add(rows.row, criteria: record?.criteria)
        }
        self.scope.people = rows.read
        self.scope.rejected = rows.rejected
        self.services = tally.counts
        overlaps = tally.overlaps
        byServices = tally.byServices
        let periods = scope.months
        months = periods.map { _ in self.services.map { _ in 0 } }
        for (column, service) in self.services.enumerated() {
            for (day, count) in tally.daysReferred[service.service] ?? [:] {
                if let place = periods.place(of: day) { months[place][column] += count }
            }
        }
    }
}
