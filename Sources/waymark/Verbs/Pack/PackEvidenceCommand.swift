import ArgumentParser
import Evidence
import Governance
import Notation
import Reports
import RulePacks

/// What the evidence for a board is made from, beside the pack and the cohort.
struct EvidenceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What became of people: CSV with the columns id and outcome, which is 0 or 1.", valueName: "file"))
    var outcomes: String?
    @Flag(help: "Do not try which mistakes the tests notice. The evidence tells the board that this was left out.")
    var skipMutation = false
}

struct PackEvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Make what a board would be shown of a pack, without putting it before the board.",
        usage: "waymark pack evidence <pack> --cohort <file> [options]",
        discussion: """
            Example: waymark pack evidence rules/stoke-on-trent --cohort cohort.ndjson --skip-mutation --format json -o \
            evidence.json --html evidence.html

            The six parts of an approval pack, with the transparency record and the two assessments begun. It names nobody. The \
            same packs, cohort and date give the same bytes. Exit codes: 0 done; 1 the pack has errors or its tests fail; 2 a \
            file cannot be read or written; 3 some lines were rejected or some rules failed.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @Option(help: ArgumentHelp("The folder of the pack in force. Default: none is, and the pack is compared with nobody being selected.", valueName: "pack"))
    var against: String?
    @Option(help: ArgumentHelp("The cohort that it is about: .ndjson or .csv.", valueName: "file"))
    var cohort: String
    @OptionGroup var options: EvidenceOptions
    @Option(name: .customLong("as-of"), help: ArgumentHelp("The date for which the rules are asked. Default: the pack's first day.", valueName: "date"))
    var asOf: DayArgument?
    @Option(help: ArgumentHelp("Write a page of HTML here, too.", valueName: "file"))
    var html: String?
    @OptionGroup var format: FormatOption
    @OptionGroup var output: OutputOption

    func validate() throws {
        if cohort == "-" { throw ValidationError("--cohort wants a file: the cohort is read more than once") }
    }

    func run() async throws {
        let source = try Packs.load(pack)
        let maker = ApprovalEvidenceMaker(
            path: pack, pack: source, previous: try against.map { try Packs.load($0) }, cohort: cohort, outcomes: options.outcomes,
            mutates: !options.skipMutation, asOf: asOf?.day)
        let evidence = try await maker.evidence()
        try EvidenceSupport.write(evidence.page, format.format, to: output.output, html: html, evidence.write)
        try EvidenceSupport.end(rejected: evidence.cohort.rejected, errors: evidence.impact.errors.now)
    }
}
