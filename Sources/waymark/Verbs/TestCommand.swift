import ArgumentParser
import Decisions
import Glibc
import Notation
import RulePackTesting
import RulePacks

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", _superCommandName: Waymark.name,
        abstract: "Run the tests of packs, and the checks that every pack gets without writing a line.",
        usage: "waymark test <pack> ... [options]",
        discussion: """
            Example: waymark test rules/staffordshire

            Tests are the specs, properties and case tables of a pack's folder `tests`. Exit codes: 0 all passed, and every \
            threshold asked for is reached; 1 a test failed, there was none to run, a threshold is not reached, or a pack does \
            not load; 2 wrong usage.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, tap
    }

    @Argument(help: ArgumentHelp("The packs' folders.", valueName: "pack"))
    var packs: [String]
    @Option(help: ArgumentHelp("Run only tests with this in their name.", valueName: "text"))
    var filter: String?
    @Option(help: "How many files of tests, and checks, to run at a time. The results are the same for any number.")
    var jobs: Int?
    @Option(help: "text for people, json for programs, tap for the Test Anything Protocol.")
    var format: Format = .text
    @Option(help: ArgumentHelp("Write the results as JUnit XML here, too.", valueName: "file"))
    var junit: String?
    @Flag(help: "Say what the specs and case tables did not touch.")
    var coverage = false
    @Option(help: ArgumentHelp("Fail below this coverage of the pack's own rules, from 0 to 100.", valueName: "percent"))
    var minCoverage: Int?
    @Option(help: ArgumentHelp("Write the rules with what touched them as a web page.", valueName: "file"))
    var coverageHtml: String?
    @Flag(help: "Try small changes to the pack, and say which of them no test notices.")
    var mutate = false
    @Option(help: ArgumentHelp("Fail below this share of changes noticed, from 0 to 100.", valueName: "percent"))
    var minMutation: Int?
    @Option(help: "Where the made-up nominals of the checks begin; the same seed makes the same nominals.")
    var seed: UInt64 = 1
    @Option(help: "How many nominals the checks make up; 0 leaves them out.")
    var nominals = 200
    @Flag(help: "Run again whenever a file changes, until Ctrl-C.")
    var watch = false

    mutating func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs wants a number from 1 to 256") }
        for (name, percent) in [("--min-coverage", minCoverage), ("--min-mutation", minMutation)] {
            if let percent, !(0...100).contains(percent) { throw ValidationError("\(name) wants a number from 0 to 100") }
        }
        guard (0...100_000).contains(nominals) else { throw ValidationError("--nominals wants a number from 0 to 100000") }
        if coverageHtml != nil, packs.count > 1 { throw ValidationError("--coverage-html is for one pack at a time") }
        if watch, format != .text { throw ValidationError("--watch is for people: it goes with --format text") }
    }

    func run() async throws {
        if watch { return try await watchAndRun() }
        if try await !hasPassed() { throw Stop(.failedCheck) }
    }

    private var tests: PackTests {
        PackTests(
            filter: filter, jobs: jobs ?? PackTests.usualJobs, seed: seed, nominals: nominals,
            measuresCoverage: coverage || minCoverage != nil || coverageHtml != nil, mutates: mutate || minMutation != nil)
    }

    /// Runs all packs once and writes what came of them.
    private func hasPassed() async throws -> Bool {
        var reports: [PackTestReport] = []
        for path in packs { reports.append(try await tests.report(path)) }
        let out = try ResultFile(nil)
        switch format {
        case .text: for report in reports { try out.write(text(report)) }
        case .tap: try out.write(PackTestReport.tap(reports))
        case .json:
            for report in reports {
                var json = JSONWriter()
                report.write(to: &json)
                try out.write(json.text + "\n")
            }
        }
        try out.finish()
        if let junit { try write(PackTestReport.junit(reports), to: junit) }
        if let coverageHtml, let report = reports.first, let coverage = report.coverage {
            try write(CoveragePage(coverage, of: try Packs.load(packs[0])).html, to: coverageHtml)
        }
        let untried = reports.compactMap { report in report.untried.map { "\(report.pack.id): \($0.words)" } }
        let shortfalls = untried + reports.flatMap(self.shortfalls)
        for shortfall in shortfalls { Terminal.error(Terminal.wrapped("waymark: \(shortfall)", indent: 2)) }
        return shortfalls.isEmpty && reports.allSatisfy(\.hasPassed)
    }

    private func text(_ report: PackTestReport) -> String {
        var lines = report.lines
        if coverage, let coverage = report.coverage {
            lines += [.words("")] + coverage.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { .words(String($0)) }
        }
        if let mutation = report.mutation { lines += [.words("")] + mutation.lines }
        return lines.map { line in
            switch line {
            case .words(let text): Terminal.wrappedLines(text, hanging: true) + "\n"
            case .spec(let text): text + "\n"
            }
        }.joined()
    }

    /// Thresholds that a pack does not reach, each in a sentence.
    private func shortfalls(_ report: PackTestReport) -> [String] {
        var found: [String] = []
        if let minCoverage { found.append(contentsOf: [report.coverage?.shortfall(of: minCoverage)].compactMap(\.self)) }
        if let minMutation, report.hasPassed { found.append(contentsOf: [report.mutation?.shortfall(of: minMutation)].compactMap(\.self)) }
        return found.map { "\(report.pack.id): \($0)" }
    }

    private func write(_ text: String, to path: String) throws {
        let file = try ResultFile(path)
        try file.write(text)
        try file.finish()
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
