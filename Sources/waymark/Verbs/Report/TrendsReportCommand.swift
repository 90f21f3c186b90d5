import ArgumentParser
import CohortAnalysis
import Cohorts
import DecisionStore
import Evidence
import Notation
import Reports

struct TrendsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "How the scores of a matrix moved: down, up or the same, and bands by date, prison set apart.",
        usage: """
            waymark report trends <cohort> [options]
            waymark report trends --store <folder> --by <id> --why <words>
            """,
        discussion: """
            Example: waymark report trends examples/ecins/cohort/cohort.csv --as-of 2014-08-18 --months 6

            Reads the earlier scores of each record, and with --store those that runs kept, too; then reading it is logged. \
            Exit codes: 0 done; 2 a file cannot be read or written; 3 done, but some lines could not be read; 4 not permitted.
            """)

    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input. Not with --store.")
    var cohort: String?
    @Option(help: ArgumentHelp("The matrix, by its name in the records.", valueName: "name"))
    var matrix = "risk"
    @Option(help: "How many months back the bands are shown.")
    var months = 12
    @OptionGroup var people: CohortOrStore
    @OptionGroup var input: CohortInputOption
    @OptionGroup var date: DateOption
    @OptionGroup var report: ReportOptions

    mutating func validate() throws {
        guard (1...120).contains(months) else { throw ValidationError("--months wants a number from 1 to 120") }
    }

    func run() throws {
        let output = try report.open()
        let layout = try input.layout()
        let counted: TrendsReport
        if let reading = try people.reading(cohort: cohort) {
            counted = try reading.count("trends", "as of \(date.day)") { reader, source in
                try TrendsReport(reader, source, layout: layout, asOf: date.day, matrix: matrix, months: months)
            }
        } else {
            var analysis = TrendsAnalysis(layout: layout, asOf: date.day, matrix: matrix, months: months)
            let counts = try input.read(cohort ?? "-", layout) { analysis.add($0) }
            counted = analysis.finish(read: counts.read, rejected: counts.rejected)
        }
        try output.write(counted)
        if counted.rejected > 0 { throw Stop(.partly) }
    }
}
