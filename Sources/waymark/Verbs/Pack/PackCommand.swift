import ArgumentParser
import RulePacks

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Make the evidence for a pack, and carry packs from store to store, signed.",
        subcommands: [DigestCommand.self, PackEvidenceCommand.self, SignPackCommand.self, VerifyPackCommand.self, ExportPackCommand.self, ImportPackCommand.self])
}

struct DigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Print the digest of a pack: of all that it loads.",
        usage: "waymark pack digest <pack>",
        discussion: """
            Example: waymark pack digest rules/staffordshire

            Exit codes: 0 done; 1 the pack does not load.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String

    func run() throws {
        let out = try ResultFile(nil)
        try out.write(try Packs.load(pack).digest + "\n")
        try out.finish()
    }
}
