import ArgumentParser
import Cohorts
import Evidence
import Governance
import Reports
import RulePacks

struct ImpactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact", _superCommandName: Waymark.name,
        abstract: "Say what a pack would change in another's place: rules, people, work, equality.",
        usage: "waymark impact <old> <new> <cohort> [options]",
        discussion: """
            Example: waymark impact rules/staffordshire rules/stoke-on-trent examples/nominals.ndjson --html impact.html

            Both packs are evaluated over the cohort. Who joins, leaves or gets another recommendation is listed with the \
            difference that causes it. Nothing is put in force. Exit codes: 0 done; 1 a pack does not load; 2 a file cannot be \
            read or written; 3 some lines were rejected or some rules failed.
            """)

    @Argument(help: "The folder of the pack as it is.")
    var old: String
    @Argument(help: "The folder of the pack that would take its place.")
    var new: String
    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @OptionGroup var date: DateOption
    @Option(help: ArgumentHelp("Write a page of HTML here, too.", valueName: "file"))
    var html: String?
    @Flag(help: "Show groups of fewer than 10 people, too. Only for somebody entitled to see them.")
    var showSmall = false
    @OptionGroup var format: FormatOption
    @OptionGroup var output: OutputOption

    func run() throws {
        let (old, new) = (try Packs.load(old), try Packs.load(new))
        let run = try ImpactRun(old: old, new: new, asOf: date.day)
        let report = try run.report(try openCohort(path: cohort, layout: run.layout, rewindable: true), showsSmall: showSmall)
        try EvidenceSupport.write(report.page, format.format, to: output.output, html: html, report.write)
        try EvidenceSupport.end(rejected: report.cohort.rejected, errors: max(report.errors.before, report.errors.now))
    }
}
