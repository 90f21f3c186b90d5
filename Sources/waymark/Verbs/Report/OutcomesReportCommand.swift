import ArgumentParser
import CohortAnalysis
import Cohorts
import DecisionStore
import Evidence
import Notation
import Reports

struct OutcomesReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes",
        abstract: "Offending before management and during it, a month at liberty, with what the figures cannot say.",
        usage: """
            waymark report outcomes <cohort> [options]
            waymark report outcomes --store <folder> --by <id> --why <words>
            """,
        discussion: """
            Example: waymark report outcomes cohort.ndjson --as-of 2026-11-01 --costs rules/common/cost_of_crime_2003_04.csv

            --as-of is the date on which the file was made. With --store it counts the store's people, those who left among \
            them, and reading it is logged. Exit codes: 0 done; 2 a file cannot be read or written; 3 done, but some lines \
            could not be read; 4 not permitted.
            """)

    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input. Not with --store.")
    var cohort: String?
    @Option(help: "How many months before management began, and during it, are compared.")
    var months = 12
    @Option(help: ArgumentHelp("Only people whose management began on this day or later.", valueName: "date"))
    var from: DayArgument?
    @Option(help: ArgumentHelp("Only people whose management began on this day or earlier.", valueName: "date"))
    var to: DayArgument?
    @Option(help: ArgumentHelp("Cost the offences by this table, as CSV.", valueName: "file"))
    var costs: String?
    @OptionGroup var people: CohortOrStore
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
        let reading = try people.reading(cohort: cohort)
        func begun(_ store: StoreSource? = nil) -> OutcomesAnalysis {
            OutcomesAnalysis(layout: layout, asOf: date.day, months: months, startedFrom: from?.day, startedTo: to?.day, costs: table, store: store)
        }
        let counted: OutcomesReport
        if let reading {
            counted = try reading.count("outcomes", "as of \(date.day)") { reader, source in
                try begun(source).report(reader, source, layout: layout)
            }
        } else {
            var analysis = begun()
            let counts = try input.read(cohort ?? "-", layout) { analysis.add($0) }
            counted = analysis.finish(read: counts.read, rejected: counts.rejected)
        }
        try output.write(counted)
        if counted.people.rejected > 0 { throw Stop(.partly) }
    }
}
