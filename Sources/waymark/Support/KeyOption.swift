import ArgumentParser
import Governance

/// Who signs, and with what.
struct KeyOption: ParsableArguments {
    @Option(help: ArgumentHelp("Who you are: your id in the store's waymark.lua.", valueName: "id"))
    var by: String
    @Option(help: ArgumentHelp("Your key file, which `waymark board key new` made.", valueName: "file"))
    var key: String
    @Option(help: ArgumentHelp("Take the passphrase from the first line of this file. Default: ask on the terminal.", valueName: "file"))
    var passphraseFile: String?

    /// Unseals the key. It is in memory only.
    func signer() throws -> Signer { try KeyOption.signer(by, key, passphraseFile) }

    static func signer(_ by: String, _ key: String, _ passphraseFile: String?) throws -> Signer {
        let sealed = try SealedKey(reading: try WholeFile.read(key, most: 4 << 10, isPrivate: true), name: key)
        guard sealed.id == by else { throw Stop(.notPermitted, "`\(key)` is the key of `\(sealed.id)`, and you are `\(by)`: give your own") }
        return try sealed.opened(passphrase: try Passphrase.read("Passphrase for the key of \(by): ", file: passphraseFile))
    }
}
