import ArgumentParser
import Governance

struct NewKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a member's key, sealed under a passphrase.",
        usage: "waymark board key new <id> --output <file> [options]",
        discussion: """
            Example: waymark board key new m.lee -o m.lee.key --passphrase-file passphrase.txt

            The file holds the private key and is for its owner alone. What is printed is the public key, a line for the store's \
            waymark.lua. Exit codes: 0 done; 2 there is such a file already, or the passphrase is too short.
            """)

    @Argument(help: "The member's id in the store's waymark.lua.")
    var id: String
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write the key here.", valueName: "file"))
    var output: String
    @Option(help: ArgumentHelp("Take the passphrase from the first line of this file. Default: ask on the terminal.", valueName: "file"))
    var passphraseFile: String?

    func run() throws {
        let passphrase = try Passphrase.read("Passphrase for the new key of \(id): ", file: passphraseFile, repeated: true)
        let sealed = try SealedKey(Signer(newKeyFor: id), passphrase: passphrase)
        try WholeFile.writePrivate(sealed.text, to: output)
        Terminal.output("key = \"\(sealed.publicKey)\",")
    }
}
