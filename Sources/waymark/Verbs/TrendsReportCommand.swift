import ArgumentParser
import CohortAnalysis
import Evidence
import Notation
import Reports

struct TrendsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "How the scores of a matrix moved: down, up or the same, and bands by date, prison set apart.",
        usage: "waymark report trends <cohort> [options]",
        discussion: """
            Example: waymark report trends examples/ecins/cohort/cohort.csv --as-of 2014-08-18 --months 6

            Reads the earlier scores of each record. Exit codes: 0 done; 2 a file cannot be read or written; 3 done, but some \
            lines could not be read.
            """)

    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @Option(help: ArgumentHelp("The matrix, by its name in the records.", valueName: "name"))
    var matrix = "risk"
    @Option(help: "How many months back the bands are shown.")
    var months = 12
    @OptionGroup var input: CohortInputOption
    @OptionGroup var date: DateOption
    @OptionGroup var report: ReportOptions

    mutating func validate() throws {
        guard (1...120).contains(months) else { throw ValidationError("--months wants a number from 1 to 120") }
    }

    func run() throws {
        let output = try report.open()
        let layout = try input.layout()
        var analysis = TrendsAnalysis(layout: layout, asOf: date.day, matrix: matrix, months: months)
        let counts = try input.read(cohort, layout) { analysis.add($0) }
        try output.write(analysis.finish(read: counts.read, rejected: counts.rejected))
        if counts.rejected > 0 { throw Stop(.partly) }
    }
}
