import ArgumentParser
import Cohorts
import Decisions
import Notation
import RulePacks

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", _superCommandName: Waymark.name,
        abstract: "Explain one person's decision in words, or write to the person about it.",
        usage: "waymark explain <pack> <cohort> <id> [options]",
        discussion: """
            Example: waymark explain rules/staffordshire examples/nominals.ndjson N-0001 --letter

            --letter is for the person concerned: why, what would have to change, and when they would leave if nothing new \
            were recorded. It shows nothing of anybody else, no intelligence and no protected characteristic.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @Argument(help: "The nominal's id.")
    var id: String
    @Flag(help: "Write the letter to the person.")
    var letter = false
    @Flag(help: "Write a page of HTML.")
    var html = false
    @OptionGroup var date: DateOption
    @OptionGroup var format: FormatOption
    @OptionGroup var output: OutputOption

    func run() throws {
        let run = CohortRun(pack: try Packs.load(pack), asOf: date.day)
        let explanation = try explain(run)
        let file = try ResultFile(output.output)
        let page = ExplanationPage(explanation, isLetter: letter)
        if html {
            try file.write(page.html)
        } else if format.format == .json {
            var json = JSONWriter()
            if letter { explanation.writeLetter(to: &json) } else { explanation.write(to: &json) }
            try file.write(json.text + "\n")
        } else {
            try file.write(page.text)
        }
        try file.finish()
        if explanation.decision.error != nil { throw Stop(.partly) }
    }

    private func explain(_ run: CohortRun) throws -> Explanation {
        let program = try RuleProgram(run.pack, layout: run.layout, asOf: run.asOf)
        do {
            let source = try openCohort(path: cohort, layout: run.layout, rewindable: CohortRun.readsTwice(program.rules))
            guard let explanation = try Explainer(run).explain(id, in: source) else {
                throw Stop(.usage, "there is no nominal `\(id)` in `\(cohort)`")
            }
            return explanation
        } catch let error as RejectedPerson {
            throw Stop(.partly, "line \(error.reject.line) of `\(cohort)`, with the nominal `\(id)`, is rejected: \(error.reject.message)")
        }
    }
}
