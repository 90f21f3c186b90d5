import ArgumentParser
import Cohorts
import Evidence
import Governance
import Reports
import RulePacks

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", _superCommandName: Waymark.name,
        abstract: "Try other values of a pack's parameters, or another number of places, on a cohort.",
        usage: "waymark simulate <pack> <cohort> --vary <name=low..high/step> [options]",
        discussion: """
            Example: waymark simulate rules/staffordshire examples/nominals.ndjson --vary ppo_threshold=65..100/5

            Each value is one run, compared with the pack as it stands; with several --vary, each combination. A value that the \
            pack does not allow is an error. --vary capacity=… varies the number of places. Exit codes: 0 done; 1 the pack does \
            not load; 2 a file or range cannot be used; 3 some lines were rejected or some rules failed.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @Option(help: ArgumentHelp("What to vary: from low to high in steps; may be given several times.", valueName: "name=low..high/step"))
    var vary: [String] = []
    @OptionGroup var date: DateOption
    @Option(help: ArgumentHelp("Write a page of HTML here, too.", valueName: "file"))
    var html: String?
    @OptionGroup var format: FormatOption
    @OptionGroup var output: OutputOption

    mutating func validate() throws {
        if vary.isEmpty { throw ValidationError("nothing is varied: add, for example, `--vary ppo_threshold=65..100/5`") }
    }

    func run() throws {
        let pack = try Packs.load(pack)
        let run = try SimulationRun(pack, try vary.map { try Variation($0) }, asOf: date.day)
        let report = try run.report(try openCohort(path: cohort, layout: run.layout, rewindable: true))
        try EvidenceSupport.write(report.page, format.format, to: output.output, html: html, report.write)
        try EvidenceSupport.end(rejected: report.cohort.rejected, errors: (report.runs + [report.usual]).map(\.errors).max() ?? 0)
    }
}
