import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verify, list and export the log of all that was done.",
        subcommands: [VerifyAuditCommand.self, ListAuditCommand.self, ExportAuditCommand.self])
}
