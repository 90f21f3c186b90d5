import ArgumentParser
import TaskingProcess

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", _superCommandName: Waymark.name,
        abstract: "Run the tasking process: the packs in force over the store's cohort.",
        usage: "waymark run [options]",
        discussion: """
            Example: waymark run --store store

            For each borough, recommendations to the panel and taskings are written into the store, each with its decision: all \
            of a borough's, or nothing. To run it once more is safe. Exit codes: 0 done; 1 a pack could not be run to its end; 2 \
            the store cannot be used; 3 done, but rules failed or lines were rejected; 4 no pack is in force, or the log was \
            tampered with.
            """)

    @Option(help: "Only this borough. Default: all in which somebody of the store lives.")
    var borough: String?
    @Option(name: .customLong("as-of"), help: ArgumentHelp("The date of the run, such as 2026-11-01. Default: today.", valueName: "date"))
    var asOf: DayArgument?
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let (opened, people) = try store.open()
        let results = try TaskingRun(opened, people: people, program: Waymark.version).run(borough: borough, asOf: asOf?.day)
        let out = try ResultFile(nil)
        try out.write(format.format == .json ? RunSummary.json(results) : RunSummary.text(results))
        try out.finish()
        if let code = RunSummary.exit(results) { throw Stop(code) }
    }
}
