import ArgumentParser
import Decisions
import Glibc
import Notation
import RulePackTesting
import RulePacks

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests of packs: specs and case tables.",
        usage: "waymark test <pack> ... [options]",
        discussion: """
            Example: waymark test rules/staffordshire

            Tests are the files of a pack's folder `tests`. Exit codes: 0 all passed; 1 one failed, or there was none to run, or \
            a pack does not load; 2 wrong usage.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, tap
    }

    @Argument(help: ArgumentHelp("The packs' folders.", valueName: "pack"))
    var packs: [String]
    @Option(help: ArgumentHelp("Run only tests with this in their name.", valueName: "text"))
    var filter: String?
    @Option(help: "How many files of tests to run at a time. The results are the same for any number.")
    var jobs: Int?
    @Option(help: "text for people, json for programs, tap for the Test Anything Protocol.")
    var format: Format = .text
    @Option(help: ArgumentHelp("Write the results as JUnit XML here, too.", valueName: "file"))
    var junit: String?
    @Flag(help: "Run again whenever a file changes, until Ctrl-C.")
    var watch = false

    mutating func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs wants a number from 1 to 256") }
        if watch, format != .text { throw ValidationError("--watch is for people: it goes with --format text") }
    }

    func run() async throws {
        if watch { return try await watchAndRun() }
        if try await !hasPassed() { throw Stop(.failedCheck) }
    }

    /// Runs all packs once and writes what came of them.
    private func hasPassed() async throws -> Bool {
        var reports: [PackTestReport] = []
        for path in packs { reports.append(try await report(path)) }
        let out = try ResultFile(nil)
        switch format {
        case .text: for report in reports { try out.write(Terminal.wrappedLines(report.text, hanging: true)) }
        case .tap: try out.write(PackTestReport.tap(reports))
        case .json:
            for report in reports {
                var json = JSONWriter()
                report.write(to: &json)
                try out.write(json.text + "\n")
            }
        }
        try out.finish()
        if let junit {
            let file = try ResultFile(junit)
            try file.write(PackTestReport.junit(reports))
            try file.finish()
        }
        return reports.allSatisfy(\.hasPassed)
    }

    private func report(_ path: String) async throws -> PackTestReport {
        let pack = try Packs.load(path)
        do {
            var run = PackTestRun(pack, makers: try PackTestFiles(pack: path).makers())
            run.jobs = jobs ?? Int(max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 8)))
            run.filter = filter
            return try await run.run()
        } catch let error as PackError {
            throw Stop(error)
        } catch let error as Finding {
            throw Stop(.usage, error.text)
        }
    }

    // MARK: Watching

    private func watchAndRun() async throws {
        var before: WatchedFiles?
        while true {
            let now = WatchedFiles(packs)
            if now == before {
                usleep(300_000)
                continue
            }
            before = now
            do {
                _ = try await hasPassed()
            } catch let stop as Stop where stop.code == .failedCheck {
                Terminal.error(stop.text)
            }
            Terminal.output("Watching for changes; Ctrl-C ends.\n")
        }
    }
}
