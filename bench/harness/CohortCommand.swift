import ArgumentParser

/// Makes the cohort that every measurement reads.
struct CohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "Write a made-up cohort for the common rules to standard output.")

    @Option(help: "How many nominals.")
    var count = 10_000
    @Option(help: "Another seed makes other people.")
    var seed: UInt64 = 1

    func run() {
        let cohort = CommonCohort(seed: seed)
        var line = ByteText(capacity: 1 << 19)
        for place in 0..<count {
            cohort.write(place, to: &line)
            flush(&line, beyond: 1 << 18)
        }
        flush(&line)
    }
}
