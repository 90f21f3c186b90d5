import ArgumentParser
import Cohorts
import CohortAnalysis
import Evidence
import FieldDefinitions
import Reports

struct ReferralsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract: "Each service: who may have it, was referred, accepted it and completed it; and which services people share.",
        usage: "waymark report referrals --by <id> --why <words> [options]",
        discussion: """
            Example: waymark report referrals --by j.ofori --why "for the programme board" --store store

            Reading it is logged. Exit codes: 0 done; 2 there is no store, or a file cannot be written; 3 done, but some \
            records could not be read; 4 not permitted.
            """)

    @Option(help: ArgumentHelp("A service to show, by its name in referrals and criteria; may be given again. Default: those with a referral.", valueName: "name"))
    var service: [String] = []
    @OptionGroup var people: StorePeriodOptions
    @OptionGroup var report: ReportOptions

    mutating func validate() throws { try ServiceNames.check(service) }

    func run() throws {
        let output = try report.open()
        let layout = RowLayout(.standard)
        let counted = try people.count("referrals") { reader, scope in try ReferralsReport(reader, scope: scope, layout: layout, services: service) }
        try output.write(counted)
        if counted.scope.rejected > 0 { throw Stop(.partly) }
    }
}

enum ServiceNames {
    static func check(_ names: [String]) throws {
        for (place, name) in names.enumerated() where names[..<place].contains(name) { throw ValidationError("--service `\(name)` is given twice") }
    }
}
