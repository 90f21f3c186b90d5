import ArgumentParser
import Cohorts
import Decisions
import Evidence
import Governance
import Notation
import Reports
import RulePacks

struct DescribeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", _superCommandName: Waymark.name,
        abstract: "Print a pack in words: every rule, threshold, source and field read.",
        usage: "waymark describe <pack> [options]",
        discussion: """
            Example: waymark describe rules/stoke-on-trent --html -o stoke-on-trent.html

            HTML is for people who will never read the rules' files: conditions in English, matrices as tables. Markdown shows \
            conditions as they are written. A pack that extends another shows what it changes. Exit codes: 0 done; 1 the pack \
            does not load; 2 the file cannot be written.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @OptionGroup var date: DateOption
    @OptionGroup var output: OutputOption
    @Flag(name: .customLong("markdown"), help: "Write Markdown, which is the default.")
    var asMarkdown = false
    @Flag(name: .customLong("html"), help: "Write a page of HTML, with the conditions in words.")
    var asHTML = false

    func validate() throws {
        if asMarkdown, asHTML { throw ValidationError("--html and --markdown exclude one another") }
    }

    func run() throws {
        let program = try program(pack)
        let baseline = try program.pack.manifest.extends.map { try self.program("\(pack)/../\($0)") }
        let file = try ResultFile(output.output)
        try file.write(asHTML ? PackInWords(program).page.html : PackDescription(program, baseline: baseline).markdown)
        try file.finish()
    }

    private func program(_ path: String) throws -> RuleProgram {
        let source = try Packs.load(path)
        return try RuleProgram(source, layout: RowLayout(source.catalogue), asOf: date.day)
    }
}
