import ArgumentParser
import DecisionStore
import Evidence
import Notation

/// Whom of a store a report counts, of which days, and who reads it and why.
struct StorePeriodOptions: ParsableArguments {
    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @Option(help: "Only this borough. Default: all.")
    var borough: String?
    @Option(help: ArgumentHelp("The first day of the period. Default: the first of the month 11 months before its end.", valueName: "date"))
    var from: DayArgument?
    @Option(help: ArgumentHelp("The last day of the period. Default: today.", valueName: "date"))
    var to: DayArgument?

    func period() throws -> ClosedRange<Day> {
        let today = DateOption.today
        let last = to?.day ?? today
        guard last <= today else { throw Stop(.usage, "--to `\(last)` is later than today: nothing is known of it yet") }
        let first = from?.day ?? ReportPeriod.firstDay(ofYearEnding: last)
        guard first <= last else { throw Stop(.usage, "--from `\(first)` is later than the last day, `\(last)`") }
        let period = first...last
        guard ReportPeriod.all(.months, in: period).count <= ReportPeriod.mostMonths else {
            throw Stop(.usage, "the period from `\(first)` to `\(last)` is longer than \(ReportPeriod.mostMonths) months: choose a shorter one")
        }
        return period
    }

    /// Logs that the report is read, and counts it.
    func count<Report>(_ name: String, _ body: (StoreReader, ReportScope) throws -> Report) throws -> Report {
        let period = try period()
        let reading = try StoreReading(store, by: why.by, why: why.why, borough: borough)
        return try reading.count(name, "\(period.lowerBound) to \(period.upperBound)") { reader, source in try body(reader, ReportScope(period, source: source)) }
    }
}
