import ArgumentParser
import Governance

/// What every act on a submitted pack is told.
struct BoardActOptions: ParsableArguments {
    @Argument(help: "What was submitted: the pack's id, id@version, or the beginning of the approval pack's digest.")
    var pack: String
    @OptionGroup var store: StoreOption
    @OptionGroup var key: KeyOption
    @OptionGroup var format: FormatOption

    /// Has the board act on the pack as the signer, and says where the pack stands then.
    func perform(_ act: (Board, String, Signer) throws -> PackStanding) throws {
        let board = try store.board()
        try StandingText(standing: try act(board, pack, try key.signer())).print(format.format)
    }
}

struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Sign the approval of a pack.",
        usage: "waymark board approve <pack> --by <id> --key <file> [options]",
        discussion: """
            Example: waymark board approve camford --store store --by a.khan --key a.khan.key --passphrase-file \
            passphrase.txt

            Read what you sign first: waymark board show. Exit codes: 0 done, also where further signatures are needed; 2 a \
            file cannot be read; 4 not permitted.
            """)

    @OptionGroup var act: BoardActOptions

    func run() throws {
        try act.perform { try $0.approve($1, by: $2) }
    }
}

struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Turn a submitted pack down.",
        usage: "waymark board reject <pack> --reason <words> [options]",
        discussion: """
            Example: waymark board reject camford --reason "Too few tests." --store store --by a.khan --key a.khan.key \
            --passphrase-file passphrase.txt

            One member of the board is enough. Exit codes: 0 done; 2 a file cannot be read; 4 not permitted.
            """)

    @OptionGroup var act: BoardActOptions
    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String

    func run() throws {
        try act.perform { try $0.reject($1, reason: reason, by: $2) }
    }
}

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a pack out of force, or a submission back.",
        usage: "waymark board withdraw <pack> --reason <words> [options]",
        discussion: """
            Example: waymark board withdraw camford --reason "A wrong threshold." --store store --by a.khan --key \
            a.khan.key --passphrase-file passphrase.txt

            One member of the board is enough; the author may take back what is not approved yet. The pack approved before it \
            is in force again, unless its own dates have ended. Exit codes: 0 done; 2 a file cannot be read; 4 not permitted.
            """)

    @OptionGroup var act: BoardActOptions
    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String

    func run() throws {
        try act.perform { try $0.withdraw($1, reason: reason, by: $2) }
    }
}
