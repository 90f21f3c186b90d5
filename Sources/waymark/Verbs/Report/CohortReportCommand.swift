import ArgumentParser
import CohortAnalysis
import Cohorts
import Evidence
import Notation
import Reports

struct CohortReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort",
        abstract: "Who is managed, what they need, and which services they may have, were referred to and took up.",
        usage: "waymark report cohort <cohort> [options]",
        discussion: """
            Example: waymark report cohort cohort.ndjson --as-of 2026-11-01 --from 2026-10-01

            --records adds who is eligible and what is recommended, from the records that `waymark evaluate` wrote of this very \
            cohort; their date is then the date of the report. Exit codes: 0 done; 2 a file cannot be read or written, or the \
            records are of another cohort; 3 done, but some lines could not be read.
            """)

    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @Option(help: ArgumentHelp("The decision records of this cohort.", valueName: "file"))
    var records: String?
    @Option(help: ArgumentHelp("The first day of the period. Default: the month up to the date of the report.", valueName: "date"))
    var from: DayArgument?
    @Option(help: ArgumentHelp("A service to show, by its name in referrals and criteria; may be given again. Default: those with a referral.", valueName: "name"))
    var service: [String] = []
    @Flag(help: "Show groups of fewer than 10 by protected and sensitive fields. For those entitled to see them.")
    var showSmall = false
    @OptionGroup var input: CohortInputOption
    @OptionGroup var date: DateOption
    @OptionGroup var report: ReportOptions

    mutating func validate() throws { try ServiceNames.check(service) }

    func run() throws {
        let output = try report.open()
        let layout = try input.layout()
        let reading: RecordReading?
        do throws(CohortError) {
            reading = try records.map { path throws(CohortError) in
                try RecordReading(try openCohort(path: path, layout: layout, rewindable: false), name: path)
            }
        } catch {
            throw Stop(error)
        }
        let asOf = try day(of: reading)
        let start = from?.day ?? asOf.adding(months: -1).adding(days: 1)
        guard start <= asOf else { throw Stop(.usage, "--from `\(start)` is later than the date of the report, `\(asOf)`") }
        var analysis = CohortReportAnalysis(layout: layout, asOf: asOf, from: start, services: service)
        let counts = try input.read(cohort, layout) { row in
            analysis.add(row, record: try reading?.record(of: row.id))
        }
        try reading?.finish()
        try output.write(analysis.finish(read: counts.read, rejected: counts.rejected, pack: reading?.first?.pack, showsSmall: showSmall))
        if counts.rejected > 0 { throw Stop(.partly) }
    }

    /// The date of the records, where there are any.
    private func day(of reading: RecordReading?) throws -> Day {
        guard let first = reading?.first else { return date.day }
        if let given = date.asOf?.day, given != first.asOf {
            throw Stop(.usage, "--as-of is `\(given)`, and the records are as of `\(first.asOf)`: leave --as-of out, or evaluate again")
        }
        return first.asOf
    }
}
