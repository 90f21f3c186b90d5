import ArgumentParser

@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure what parts of an evaluation cost.", subcommands: [CohortCommand.self, FloorCommand.self, LimitsCommand.self, PartsCommand.self, ProbesCommand.self, SpeedCommand.self, WebCommand.self])
}
