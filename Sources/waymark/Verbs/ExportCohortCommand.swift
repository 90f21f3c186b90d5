import ArgumentParser
import DecisionStore
import Notation

struct ExportCohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the store's nominals as NDJSON, in the order of their ids.",
        usage: "waymark cohort export --by <id> --why <words> [options]",
        discussion: """
            Example: waymark cohort export --by j.ofori --why "for the board's evidence" --store store -o cohort.ndjson

            Every nominal is logged as disclosed; whoever is restricted is left out. Exit codes: 0 done; 2 there is no store, or the file cannot be written; 4 \
            not permitted.
            """)

    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @Option(help: "Only nominals of this borough.")
    var borough: String?
    @OptionGroup var output: OutputOption

    func run() throws {
        let (opened, people) = try store.open()
        try why.check(people)
        let file = try ResultFile(output.output)
        let (count, restricted) = try opened.disclose(borough: borough, who: why.by, why: why.why) { try file.write($0) }
        try file.finish()
        let leftOut = restricted > 0 ? "; \(Numbers.grouped(restricted)) restricted and left out" : ""
        Terminal.error("\(Numbers.count(count, "nominal")) written\(leftOut).")
    }
}
