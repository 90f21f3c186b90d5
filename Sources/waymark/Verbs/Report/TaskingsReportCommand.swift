import ArgumentParser
import CohortAnalysis
import Evidence
import Reports

struct TaskingsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taskings",
        abstract: "What was asked for and done, by borough and kind.",
        usage: "waymark report taskings --by <id> --why <words> [options]",
        discussion: """
            Example: waymark report taskings --by j.ofori --why "for the programme board" --store store --format csv

            As CSV it has a line for each borough and one for the total. Reading it is logged. Exit codes: 0 done; 2 there is \
            no store, or a file cannot be written; 4 not permitted.
            """)

    @OptionGroup var people: StorePeriodOptions
    @OptionGroup var report: ReportOptions

    func run() throws {
        let output = try report.open()
        try output.write(try people.count("taskings") { reader, scope in try TaskingsReport(reader, scope: scope) })
    }
}
