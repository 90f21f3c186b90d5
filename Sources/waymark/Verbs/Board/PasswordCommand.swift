import ArgumentParser
import Board
import Governance

struct PasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Give somebody a password for the web application.",
        usage: "waymark board password <id> [options]",
        discussion: """
            Example: waymark board password a.khan --store store --passphrase-file passphrase.txt

            The store's file board-users keeps what scrypt makes of it, and nothing else of it. A new password ends the sessions \
            that were begun with the old one. Exit codes: 0 done; 2 the store's people cannot be read, or the password is too \
            short; 4 nobody has that id.
            """)

    @Argument(help: "Their id in the store's waymark.lua.")
    var id: String
    @Flag(help: "Take the password away: they can no longer sign in.")
    var remove = false
    @OptionGroup var store: StoreOption
    @Option(help: ArgumentHelp("Take the password from the first line of this file. Default: ask on the terminal.", valueName: "file"))
    var passphraseFile: String?

    func run() throws {
        let folder = try store.folder()
        let people = try PeopleFile.read("\(folder)/\(People.fileName)", hint: StoreOption.hint)
        var users = try BoardUsers(folder: folder)
        if remove {
            guard users.remove(id) else { throw Stop(.usage, "`\(id)` has no password") }
        } else {
            guard people[id] != nil else { throw people.unknown(id) }
            try users.set(try Passphrase.read("Password for \(id): ", file: passphraseFile, repeated: true), for: id)
        }
        try WholeFile.replacePrivate(users.text, at: "\(folder)/\(BoardUsers.fileName)")
        Terminal.output(remove ? "\(id) can no longer sign in" : "\(id) can sign in")
    }
}
