import ArgumentParser
import Cohorts
import Evidence
import Governance
import Reports
import RulePacks

struct EqualityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equality", _superCommandName: Waymark.name,
        abstract: "Say how a pack's recommendations fall on groups of people.",
        usage: "waymark equality <pack> <cohort> [options]",
        discussion: """
            Example: waymark equality rules/staffordshire examples/nominals.ndjson --by sex,age

            The rate of being selected or retained by each protected field, with intervals, ratios and tests; error rates where \
            outcomes are given; and which fields that the pack reads may stand in for a protected one. Groups of fewer than 10 \
            are left out. Exit codes: 0 done; 1 the pack does not load; 2 a file or field cannot be used; 3 some lines were \
            rejected.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @OptionGroup var date: DateOption
    @Option(help: ArgumentHelp("Fields to group people by, with commas; two crossed as in age+sex. Default: every protected field that has data.", valueName: "fields"))
    var by: String?
    @Option(help: ArgumentHelp("What became of people: CSV with the columns id and outcome, which is 0 or 1.", valueName: "file"))
    var outcomes: String?
    @Option(help: ArgumentHelp("Write a page of HTML here, too.", valueName: "file"))
    var html: String?
    @Flag(help: "Show groups of fewer than 10 people, too. Only for somebody entitled to see them.")
    var showSmall = false
    @OptionGroup var format: FormatOption
    @OptionGroup var output: OutputOption

    func run() throws {
        var run = EqualityRun(try Packs.load(pack), asOf: date.day)
        run.showsSmall = showSmall
        if let by { run.fields = try EqualityFields(by.split(separator: ",").map { $0.split(separator: " ").joined() }, layout: run.layout) }
        if let outcomes { run.outcomes = try EvidenceSupport.outcomes(outcomes) }
        let report = try run.report(try openCohort(path: cohort, layout: run.layout, rewindable: true))
        try EvidenceSupport.write(report.page, format.format, to: output.output, html: html, report.write)
        try EvidenceSupport.end(rejected: report.cohort.rejected, errors: 0)
    }
}
