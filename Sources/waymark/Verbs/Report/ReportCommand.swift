import ArgumentParser
import CohortAnalysis
import Evidence
import Reports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Statistics for boards and analysts, as text, JSON, CSV and HTML.",
        subcommands: [
            CohortReportCommand.self, RecruitmentReportCommand.self, TrendsReportCommand.self, ReferralsReportCommand.self, TaskingsReportCommand.self,
            OutcomesReportCommand.self, EqualityReportCommand.self, CostsReportCommand.self, TrackerReportCommand.self,
        ])
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
