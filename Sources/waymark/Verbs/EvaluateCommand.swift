import ArgumentParser
import Cohorts
import Decisions
import Glibc
import Notation
import RulePacks

struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", _superCommandName: Waymark.name,
        abstract: "Evaluate a cohort with a pack: one decision record a line.",
        usage: "waymark evaluate <pack> <cohort> [options]",
        discussion: """
            Example: waymark evaluate rules/staffordshire cohort.ndjson -o decisions.ndjson

            Lines that cannot be read go to the rejects file, and the others are evaluated. The summary goes to standard error. \
            Exit codes: 0 done; 1 the pack does not load; 2 a file cannot be read or written; 3 some lines were rejected or \
            some rules failed.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @OptionGroup var date: DateOption
    @OptionGroup var output: OutputOption
    @Option(help: "How many nominals to evaluate at a time. The records are the same for any number.")
    var jobs: Int?
    @Option(help: ArgumentHelp("Where rejected lines go. Default: the cohort's name with .rejects.ndjson.", valueName: "file"))
    var rejects: String?
    @Option(help: ArgumentHelp("Write the summary as JSON here, too.", valueName: "file"))
    var summary: String?
    @Flag(help: ArgumentHelp("Write no records, but what this part of a cohort says to the next step of a survey of the whole.", visibility: .hidden))
    var survey = false
    @Option(help: ArgumentHelp("What all parts of the cohort said to the steps before.", valueName: "file", visibility: .hidden))
    var surveyed: String?
    @OptionGroup var format: FormatOption

    mutating func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs wants a number from 1 to 256") }
    }

    func run() async throws {
        let start = Clock.now
        let pack = try Packs.load(pack)
        let run = CohortRun(pack: pack, asOf: date.day, jobs: survey ? 1 : jobs ?? Int(max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 8))))
        // A pack that does not load is said before any file is touched.
        let crew = try await run.crew()
        let known = try surveyed.map { try openCohort(path: $0, layout: run.layout, rewindable: false) }
        let rewindable = CohortRun.readsTwice(crew.rules) && !survey && known == nil
        let source = try openCohort(path: cohort, layout: run.layout, rewindable: rewindable)
        let files = try EvaluationFiles(output: output.output, rejects: rejects, cohort: cohort)
        if survey {
            try run.survey(source, known: known, by: crew, into: files)
            return try files.finish()
        }
        var result = try await run.evaluate(source, into: files, by: crew, surveyed: known)
        try files.finish()
        result.seconds = Clock.seconds(since: start)
        try report(result, pack, files)
        if result.rejected > 0 || result.errors > 0 { throw Stop(.partly) }
    }

    private func report(_ result: EvaluationSummary, _ pack: PackSource, _ files: EvaluationFiles) throws {
        var json = JSONWriter()
        result.write(to: &json)
        if let summary {
            let file = try ResultFile(summary)
            try file.write(json.text + "\n")
            try file.finish()
        }
        if format.format == .json { return Terminal.error(json.text) }
        var lines = [
            "\(Numbers.count(result.evaluated, "nominal")) evaluated as of \(date.day) with \(pack.manifest.id) \(pack.manifest.version), "
                + "a draft as far as this command knows: nothing here is in force."
        ]
        if result.read == 0 { lines.append("  `\(cohort)` has no nominals: nothing was evaluated") }
        for action in Recommendation.Action.allCases {
            if let count = result.actions[action] { lines.append("  \(action.rawValue.padded(to: 9)) \(Numbers.grouped(count))") }
        }
        for (field, count) in result.unknown.sorted(by: { $0.key < $1.key }) {
            lines.append("  not known: `\(field)`, needed for \(Numbers.count(count, "recommendation"))")
        }
        if result.errors > 0 {
            lines.append("  a rule failed for \(Numbers.count(result.errors, "nominal")): see `error` in their records")
        }
        if result.rejected > 0 {
            lines.append("  \(Numbers.count(result.rejected, "line")) rejected: see \(files.rejectsPath)")
        }
        Terminal.error(lines.map { Terminal.wrapped($0, indent: $0.hasPrefix("  ") ? 4 : 0) }.joined(separator: "\n"))
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
