import ArgumentParser
import DecisionStore

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase a nominal from the store.",
        usage: "waymark cohort forget <id> --by <id> --why <words> [options]",
        discussion: """
            Example: waymark cohort forget N-0001 --by j.ofori --why "request of 3 November" --store store

            Their record goes, and what links the log to them; a tombstone stays that names nobody, and the log still \
            verifies. They come back if a later import has them. Exit codes: 0 done; 2 the store does not have them; 4 not \
            permitted.
            """)

    @OptionGroup var act: NominalActOptions

    func run() throws {
        try act.perform { try $0.forget($1, who: $2, why: $3) }
        Terminal.output("erased; nothing of the nominal is left in the store")
    }
}
