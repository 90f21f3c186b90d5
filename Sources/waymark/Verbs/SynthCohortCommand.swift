import ArgumentParser
import Cohorts

struct SynthCohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth",
        abstract: "Make a synthetic cohort: invented people with the proportions of the London pilot.",
        usage: "waymark cohort synth [options]",
        discussion: """
            Example: waymark cohort synth --count 1000 --seed 7 --as-of 2026-11-01 -o pilot.ndjson

            The same count, seed and date give the same bytes. No real person is described.
            """)

    @Option(help: "How many nominals.")
    var count = 1363
    @Option(help: "Another seed makes other people.")
    var seed: UInt64 = 1
    @OptionGroup var date: DateOption
    @OptionGroup var output: OutputOption

    mutating func validate() throws {
        guard (0...10_000_000).contains(count) else { throw ValidationError("--count wants a number from 0 to 10000000") }
        let days = SyntheticCohort.supportedDays
        // People a century old, and releases in years to come, must have dates that a cohort file can hold.
        guard days.contains(date.day) else {
            throw ValidationError("--as-of wants a date from \(days.lowerBound) to \(days.upperBound) for a synthetic cohort, not `\(date.day)`")
        }
    }

    func run() throws {
        let cohort = SyntheticCohort(seed: seed, asOf: date.day)
        let file = try ResultFile(output.output)
        for index in 0..<count { try file.write(cohort.line(index)[...] + [0x0A]) }
        try file.finish()
    }
}
