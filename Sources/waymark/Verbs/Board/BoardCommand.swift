import ArgumentParser

struct BoardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Submit packs for approval, sign, reject and withdraw them.",
        subcommands: [
            BoardKeyCommand.self, SubmitCommand.self, ShowApprovalCommand.self, ApproveCommand.self, RejectCommand.self, WithdrawCommand.self,
            BoardStatusCommand.self, PasswordCommand.self, ClientCommand.self,
        ])
}

struct BoardKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "key", abstract: "Make a key to sign with.", subcommands: [NewKeyCommand.self])
}
