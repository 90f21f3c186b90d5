import ArgumentParser
import CohortAnalysis
import Evidence
import Reports

struct RecruitmentReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recruitment",
        abstract: "Who was recommended, joined, moved and left, month by month and rule by rule, how long people stay and how long decisions take.",
        usage: "waymark report recruitment --by <id> --why <words> [options]",
        discussion: """
            Example: waymark report recruitment --by j.ofori --why "for the programme board" --store store --html recruitment.html

            Reading it is logged. Exit codes: 0 done; 2 there is no store, or a file cannot be written; 4 not permitted.
            """)

    @OptionGroup var people: StorePeriodOptions
    @OptionGroup var report: ReportOptions

    func run() throws {
        let output = try report.open()
        try output.write(try people.count("recruitment") { reader, scope in try RecruitmentReport(reader, scope: scope) })
    }
}
