package import Notation

/// Of whom and of which days a report on a store speaks.
package struct ReportScope: Sendable, Equatable {
    package var period: ClosedRange<Day>
    package var source: StoreSource
    /// Nominals that were counted, and those whose record could not be read.
    package var people = 0
    package var rejected = 0

    package init(_ period: ClosedRange<Day>, source: StoreSource = StoreSource()) {
        self.period = period
        self.source = source
    }

    package var from: Day { period.lowerBound }
    package var to: Day { period.upperBound }
    package var months: [ReportPeriod] { ReportPeriod.all(.months, in: period) }
}
