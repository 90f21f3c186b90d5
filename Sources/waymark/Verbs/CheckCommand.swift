import ArgumentParser
import Decisions
import RuleChecks

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: Waymark.name,
        abstract: "Load packs and say everything that is wrong with them.",
        usage: "waymark check <pack> ... [options]",
        discussion: """
            Example: waymark check rules/staffordshire rules/stoke-on-trent

            Exit codes: 0 no errors; 1 a pack has errors, or with --strict warnings; 2 wrong usage.
            """)

    @Argument(help: ArgumentHelp("The packs' folders.", valueName: "pack"))
    var packs: [String] = []
    @Flag(help: "Mend what can be mended safely, in the packs' own files, and say what was changed.")
    var fix = false
    @Flag(help: "Warnings fail, too.")
    var strict = false
    @Option(help: "text for people; json, sarif (SARIF 2.1.0) or github (workflow commands) for programs.")
    var format: CheckFormat = .text
    @Flag(help: "Print the list of codes as Markdown instead.")
    var codes = false
    @OptionGroup var date: DateOption
    @OptionGroup var output: OutputOption

    func validate() throws {
        if packs.isEmpty, !codes { throw ValidationError("Missing expected argument '<pack> ...'") }
        if codes, !packs.isEmpty || fix { throw ValidationError("`--codes` checks nothing: leave the packs and `--fix` out") }
    }

    func run() throws {
        let file = try ResultFile(output.output)
        if codes {
            try file.write(CodeIndex.markdown)
            return try file.finish()
        }
        let reports = try packs.map(report)
        switch format {
        case .text: for report in reports { try file.write(report.text) }
        case .json: for report in reports { try file.write(report.json) }
        case .github: for report in reports { try file.write(GitHubCommands.text(report)) }
        case .sarif: try file.write(SarifLog.text(reports, version: Waymark.configuration.version))
        }
        try file.finish()
        if format == .sarif || format == .github {
            for line in reports.flatMap(\.fixLines) { Terminal.error(Terminal.wrapped(line, indent: 4)) }
        }
        if reports.contains(where: { $0.pack.count(.error) > 0 || strict && $0.pack.count(.warning) > 0 }) { throw Stop(.failedCheck) }
    }

    private func report(_ path: String) throws -> CheckReport {
        guard fix else { return CheckReport(pack: CheckedPack(path, asOf: date.day), fixer: nil) }
        let fixer = PackFixer(path, asOf: date.day)
        try FixedFiles.write(fixer, into: path)
        return CheckReport(pack: fixer.checked, fixer: fixer)
    }
}
