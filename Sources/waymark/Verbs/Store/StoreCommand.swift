import ArgumentParser

struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Back a store up, and put a backup in its place.",
        subcommands: [BackUpStoreCommand.self, RestoreStoreCommand.self])
}
