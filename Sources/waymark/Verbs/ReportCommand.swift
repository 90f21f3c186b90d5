import ArgumentParser
import Cohorts
import CohortAnalysis
import Decisions
import Evidence
import Notation
import Reports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Statistics for boards and analysts, as text, JSON, CSV and HTML.",
        subcommands: [CohortReportCommand.self, TrendsReportCommand.self, OutcomesReportCommand.self, CostsReportCommand.self, TrackerReportCommand.self])
}

struct OutcomesReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes",
        abstract: "Offending before management and during it, a month at liberty, with what the figures cannot say.",
        usage: "waymark report outcomes <cohort> [options]",
        discussion: """
            Example: waymark report outcomes cohort.ndjson --as-of 2026-11-01 --costs rules/common/cost_of_crime_2003_04.csv

            --as-of is the date on which the file was made. Exit codes: 0 done; 2 a file cannot be read or written; 3 done, \
            but some lines could not be read.
            """)

    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @Option(help: "How many months before management began, and during it, are compared.")
    var months = 12
    @Option(help: ArgumentHelp("Only people whose management began on this day or later.", valueName: "date"))
    var from: DayArgument?
    @Option(help: ArgumentHelp("Only people whose management began on this day or earlier.", valueName: "date"))
    var to: DayArgument?
    @Option(help: ArgumentHelp("Cost the offences by this table, as CSV.", valueName: "file"))
    var costs: String?
    @OptionGroup var input: CohortInputOption
    @OptionGroup var date: DateOption
    @OptionGroup var report: ReportOptions

    mutating func validate() throws {
        guard (1...120).contains(months) else { throw ValidationError("--months wants a number from 1 to 120") }
        if let from, let to, from.day > to.day { throw ValidationError("--from `\(from.day)` is later than --to `\(to.day)`: nobody could be counted") }
    }

    func run() throws {
        let table = try costs.map { path in try FigureFiles.read(path) { try CostTable(csv: $0, name: path) } }
        let output = try report.open()
        let layout = try input.layout()
        var analysis = OutcomesAnalysis(layout: layout, asOf: date.day, months: months, startedFrom: from?.day, startedTo: to?.day, costs: table)
        let counts = try input.read(cohort, layout) { analysis.add($0) }
        try output.write(analysis.finish(read: counts.read, rejected: counts.rejected))
        if counts.rejected > 0 { throw Stop(.partly) }
    }
}

struct CostsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "costs",
        abstract: "Cost cases computed line by line from their unit prices, beside what was printed.",
        usage: "waymark report costs <cases> [options]",
        discussion: """
            Example: waymark report costs examples/costs/staffordshire-cases.csv

            The file is CSV: case,side,item,quantity,unit,price,per,printed and, where wanted, source and note. Exit codes: 0 done; \
            2 a file cannot be read or written.
            """)

    @Argument(help: "The cases, as CSV.")
    var cases: String
    @OptionGroup var report: ReportOptions

    func run() throws {
        let read = try FigureFiles.read(cases) { try CostCase.read(csv: $0, name: cases) }
        try report.open().write(CostCasesReport(read))
    }
}

struct TrackerReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tracker",
        abstract: "Published totals before management and during it: the change, with the arithmetic.",
        usage: "waymark report tracker <totals> [options]",
        discussion: """
            Example: waymark report tracker examples/costs/west-midlands-tracker.csv

            The file is CSV: measure,unit,before,during,printed_change,printed_percent,source. Exit codes: 0 done; 2 a file \
            cannot be read or written.
            """)

    @Argument(help: "The totals, as CSV.")
    var totals: String
    @OptionGroup var report: ReportOptions

    func run() throws {
        let read = try FigureFiles.read(totals) { try PublishedTotals(csv: $0, name: totals) }
        try report.open().write(read)
    }
}
