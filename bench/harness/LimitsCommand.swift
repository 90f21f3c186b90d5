import ArgumentParser
import Notation

/// What the limits on packs cost an ordinary run, in processor time.
struct LimitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limits",
        abstract: "Compare runs with the limits on packs to runs without.",
        discussion: """
            Example: bench limits rules/staffordshire cohort.ndjson

            Whole processes, one with and one without at a time and in turns; the ratio is that of the processor time of each pair. \
            Exit codes: 0 the median is at most --most; 1 it is above; 64 wrong usage.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @Argument(help: "The cohort: .ndjson or .csv.")
    var cohort: String
    @Option(help: "The day of the evaluation.", transform: LimitsCommand.day)
    var asOf = Day(iso: "2026-11-01") ?? .earliest
    @Option(help: "How many pairs of processes.")
    var pairs = 15
    @Option(help: "The highest median that is good enough.")
    var most = 1.10
    @Option(help: .hidden)
    var worker: Limits?

    enum Limits: String, CaseIterable, ExpressibleByArgument { case on, off }

    private static func day(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else { throw ValidationError("`\(text)` is not a date") }
        return day
    }

    mutating func validate() throws {
        guard (1...1000).contains(pairs) else { throw ValidationError("--pairs wants a number from 1 to 1000") }
    }

    func run() async throws {
        if let worker { return print(try await Workload(pack: pack, cohort: cohort, asOf: asOf).run(limited: worker == .on)) }
        var ratios: [Double] = []
        var bytes: Set<String> = []
        for pair in 0..<pairs {
            var seconds: [Limits: Double] = [:]
            // Which goes first changes from pair to pair, so that neither gains by what the other leaves behind.
            for limits in pair.isMultiple(of: 2) ? [Limits.on, .off] : [.off, .on] {
                let child = try ChildProcess.run(["limits", pack, cohort, "--as-of", "\(asOf)", "--worker", limits.rawValue])
                seconds[limits] = child.seconds
                bytes.insert(child.out)
            }
            let (on, off) = (seconds[.on] ?? 0, seconds[.off] ?? 0)
            ratios.append(on / off)
            print("pair \(pair + 1): \(milliseconds(on)) ms with the limits, \(milliseconds(off)) ms without, ratio \(rounded(on / off))")
        }
        guard bytes.count == 1 else { throw BenchFailure(description: "the records differ with the limits and without: \(bytes.sorted())") }
        ratios.sort()
        let median = (ratios[(ratios.count - 1) / 2] + ratios[ratios.count / 2]) / 2
        print("\(bytes.first ?? "")\nmedian of \(ratios.count): \(rounded(median)), from \(rounded(ratios[0])) to \(rounded(ratios[ratios.count - 1])); at most \(rounded(most)) wanted")
        if median > most { throw ExitCode(1) }
    }

    private func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

    private func rounded(_ ratio: Double) -> String {
        let thousandths = Int((ratio * 1000).rounded())
        return "\(thousandths / 1000)." + String(String(thousandths % 1000 + 1000).dropFirst())
    }
}
