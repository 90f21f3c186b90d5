import ArgumentParser
import Cohorts
import DecisionStore
import Evidence
import FieldDefinitions
import Governance
import Reports

struct EqualityReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equality",
        abstract: "Who is in the cohort, is recommended, joins and leaves, by protected group and over time.",
        usage: "waymark report equality --by <id> --why <words> [options]",
        discussion: """
            Example: waymark report equality --by j.ofori --why "yearly review" --store store --every quarter --html equality.html

            Of what a pack would do to a cohort, `waymark equality` says more. Groups of fewer than 10 are left out. Reading \
            it is logged. Exit codes: 0 done; 2 there is no store, or a file or field cannot be used; 3 done, but some records \
            could not be read; 4 not permitted.
            """)

    enum Every: String, ExpressibleByArgument, CaseIterable {
        case month, quarter
    }

    @Option(help: ArgumentHelp("Fields to group people by, with commas. Default: every protected field that has data.", valueName: "fields"))
    var fields: String?
    @Option(help: "How the time is divided: month or quarter.")
    var every: Every = .quarter
    @Flag(help: "Show groups of fewer than 10 people, too. Only for somebody entitled to see them.")
    var showSmall = false
    @OptionGroup var people: StorePeriodOptions
    @OptionGroup var report: ReportOptions

    func run() throws {
        let output = try report.open()
        let layout = RowLayout(.standard)
        let names = fields.map { $0.split(separator: ",").map { $0.split(separator: " ").joined() } }
        // A field that cannot be used is said before anything is read and logged.
        let length: ReportPeriod.Length = every == .month ? .months : .quarters
        _ = try StandingTally(ReportScope(try people.period()), length: length, by: names, layout: layout)
        let counted = try people.count("equality") { reader, scope in
            try EqualityOverTime(reader, scope: scope, length: length, by: names, layout: layout, showsSmall: showSmall)
        }
        try output.write(counted)
        if counted.scope.rejected > 0 { throw Stop(.partly) }
    }
}
