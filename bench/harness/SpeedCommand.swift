import ArgumentParser
import Glibc

/// The whole table: Waymark beside the same rules written by hand, in one run on one machine.
struct SpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed",
        abstract: "Compare Waymark with the floors, process by process, and print the table of docs/performance.md.",
        discussion: """
            Example: bench speed --counts 10000,100000

            Run it from the root of the repository, with the optimised `waymark` beside this program. Every figure is the median \
            of --rounds rounds in which each program runs once; a ratio is that of two medians of the same run.
            """)

    @Option(help: "How many nominals, with commas between.", transform: SpeedCommand.numbers)
    var counts = [10_000, 100_000]
    @Option(help: "How often each program runs.")
    var rounds = 7
    @Option(help: "The folder for cohorts and records.")
    var folder = ".build/bench"
    @Option(help: "The folder of the common rules.")
    var pack = "bench/common-rules"
    @Flag(help: "Also time check, test and mutation of the packs that ship.")
    var packs = false

    private static func numbers(_ text: String) throws -> [Int] {
        try text.split(separator: ",").map {
            guard let number = Int($0), number > 0 else { throw ValidationError("`\($0)` is not a number of nominals") }
            return number
        }
    }

    mutating func validate() throws {
        guard (1...101).contains(rounds) else { throw ValidationError("--rounds wants a number from 1 to 101") }
    }

    func run() throws {
        let programs = try TimedProcess.folder()
        let (bench, waymark) = (programs + "/bench", programs + "/waymark")
        guard access(waymark, X_OK) == 0 else { throw BenchFailure(description: "there is no `waymark` beside this program: build it with -c release") }
        mkdir(folder, 0o755)
        let evaluate = [waymark, "evaluate", pack, "COHORT", "--as-of", "\(CommonCohort.asOf)", "--rejects", "\(folder)/rejects.ndjson"]
        // Without cores it runs twice at once.
        let programsToTime: [(name: String, cores: String?, words: [String])] = [
            ("floor: Swift, these rules only", "0", [bench, "floor", "COHORT"]),
            ("floor: Swift counts, Lua decides", "0", [bench, "floor", "--lua", "--deciding", "\(folder)/deciding", "COHORT"]),
            ("waymark evaluate --jobs 1", "0", evaluate + ["--jobs", "1"]),
            ("waymark evaluate --jobs 1, both cores", "0,1", evaluate + ["--jobs", "1"]),
            ("waymark evaluate --jobs 2, both cores", "0,1", evaluate + ["--jobs", "2"]),
            ("--jobs 1 twice at once, a core each", nil, evaluate + ["--jobs", "1"]),
        ]
        print("nominals  program                                 wall s  of floor  processor s  peak MB  µs each")
        for count in counts {
            let cohort = "\(folder)/\(count).ndjson"
            if access(cohort, R_OK) != 0 { _ = try TimedProcess.run([bench, "cohort", "--count", "\(count)"], cores: "0", output: cohort) }
            var costs: [[TimedProcess.Cost]] = programsToTime.map { _ in [] }
            for _ in 0..<rounds {
                for (place, program) in programsToTime.enumerated() {
                    let words = program.words.map { $0 == "COHORT" ? cohort : $0 }
                    let output = "\(folder)/out.\(place)"
                    if let cores = program.cores {
                        costs[place].append(try TimedProcess.run(words, cores: cores, output: output))
                    } else {
                        costs[place].append(try TimedProcess.runTwice(words, output: output))
                    }
                }
            }
            let floor = median(costs[0].map(\.wall))
            for (place, program) in programsToTime.enumerated() {
                let wall = median(costs[place].map(\.wall))
                print(
                    right(count, 8) + "  " + left(program.name, 38) + right(decimal(wall, 3), 8) + right(decimal(wall / floor, 2), 10)
                        + right(decimal(median(costs[place].map(\.processor)), 3), 13)
                        + right(decimal(Double(costs[place].map(\.peak).max() ?? 0) / 1e6, 1), 9)
                        + right(decimal(wall / Double(program.cores == nil ? 2 * count : count) * 1e6, 2), 9))
            }
        }
        try printParts(bench, cohort: "\(folder)/\(counts[0]).ndjson", floor: Int(try WholeFile.read("\(folder)/deciding").dropLast()) ?? 0, count: counts[counts.count - 1])
        if packs { try printPacks(waymark) }
    }

    /// Figures that the program prints itself: the least of several processes.
    private func printParts(_ bench: String, cohort: String, floor: Int, count: Int) throws {
        print("\nwithin one process, nanoseconds, least of \(rounds)")
        for words in [["parts", cohort], ["probes", cohort]] {
            var names: [String] = []
            var least: [String: Double] = [:]
            for _ in 0..<rounds {
                _ = try TimedProcess.run([bench] + words, cores: "0", output: "\(folder)/parts")
                for line in try WholeFile.read("\(folder)/parts").split(separator: "\n") {
                    let parts = line.split(separator: " ").map(String.init)
                    guard parts.count == 2, let value = Double(parts[1]) else { continue }
                    if least[parts[0]] == nil { names.append(parts[0]) }
                    least[parts[0]] = min(least[parts[0]] ?? .infinity, value)
                }
            }
            for name in names { print("  " + left(name, 20) + right(decimal(least[name] ?? 0, 1), 10)) }
            if words[0] == "parts" { print("  " + left("deciding, Lua floor", 20) + right(decimal(Double(floor) / Double(count), 1), 10)) }
        }
    }

    private func printPacks(_ waymark: String) throws {
        let one = "\(folder)/1.ndjson"
        _ = try TimedProcess.run([try TimedProcess.folder() + "/bench", "cohort", "--count", "1"], cores: "0", output: one)
        let runs: [(name: String, cores: String, words: [String], rounds: Int)] = [
            ("load, check and decide on one", "0", ["evaluate", pack, one, "--as-of", "\(CommonCohort.asOf)", "--jobs", "1"], rounds),
            ("check staffordshire", "0", ["check", "rules/staffordshire"], rounds),
            ("test staffordshire", "0,1", ["test", "rules/staffordshire"], min(rounds, 3)),
            ("test --mutate staffordshire", "0,1", ["test", "rules/staffordshire", "--mutate"], 1),
        ]
        print("\nwhole processes, seconds")
        for run in runs {
            var walls: [Double] = []
            for _ in 0..<run.rounds { walls.append(try TimedProcess.run([waymark] + run.words, cores: run.cores, output: "\(folder)/out").wall) }
            print("  " + left(run.name, 36) + right(decimal(median(walls), 3), 8))
        }
    }

    private func median(_ values: [Double]) -> Double {
        let ordered = values.sorted()
        return (ordered[(ordered.count - 1) / 2] + ordered[ordered.count / 2]) / 2
    }

    private func decimal(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int((value * scale).rounded())
        let digits = String(whole.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return (whole < 0 ? "-" : "") + padded.dropLast(places) + (places > 0 ? "." : "") + padded.suffix(places)
    }

    private func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
    private func right(_ text: some CustomStringConvertible, _ width: Int) -> String {
        let text = text.description
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
