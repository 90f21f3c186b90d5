import Crypto
import CryptoExtras
import Notation

/// A member's private key under a passphrase, as the member's own file holds it: one line of JSON.
///
/// The passphrase goes through scrypt, with a salt and a cost that the file names, and gives the key of ChaCha20-Poly1305,
/// under which the 32 bytes of the private key are sealed. All else in the file is authenticated with them.
package struct SealedKey: Sendable, Hashable {
    package let id: String
    package let publicKey: PublicKey
    package let cost: ScryptCost
    let salt: [UInt8]
    let nonce: [UInt8]
    /// 32 bytes and the tag of 16.
    let sealed: [UInt8]

    /// Shorter passphrases are refused.
    package static let shortestPassphrase = 12

    /// Seals a member's key.
    /// - Parameters:
    ///   - cost: lower than the standard only in tests.
    /// - Throws: `GovernanceError` where the passphrase is too short.
    package init(_ signer: Signer, passphrase: [UInt8], cost: ScryptCost = .standard) throws {
        guard String(decoding: passphrase, as: UTF8.self).count >= SealedKey.shortestPassphrase, let publicKey = signer.publicKey else {
            throw GovernanceError("the passphrase is too short: take at least \(SealedKey.shortestPassphrase) characters, such as four words")
        }
        var random = SystemRandomNumberGenerator()
        id = signer.id
        self.publicKey = publicKey
        self.cost = cost
        salt = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let made = ChaChaPoly.Nonce()
        nonce = Array(made)
        let header = SealedKey.header(id: id, publicKey, cost, salt: salt, nonce: nonce)
        let box = try ChaChaPoly.seal(signer.privateKey, using: try SealedKey.key(passphrase, salt, cost), nonce: made, authenticating: header)
        sealed = Array(box.ciphertext) + Array(box.tag)
    }

    /// Reads a key file.
    /// - Parameters:
    ///   - least: the least cost that is accepted; lower than the usual only in tests.
    /// - Throws: `GovernanceError` where it is none.
    package init(reading bytes: [UInt8], name: String, least: Int = 1 << 15) throws(GovernanceError) {
        do throws(JSONFault) {
            var reader = JSONReader(bytes.last == 0x0A ? bytes.dropLast() : bytes[...])
            try reader.beginObject()
            try reader.key("waymark_key")
            guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
            try reader.key("id"); id = try reader.string()
            try reader.key("public")
            guard let key = PublicKey(try reader.string()) else { throw JSONFault(offset: 0, expected: "a public key") }
            publicKey = key
            try reader.key("kdf")
            guard try reader.string() == "scrypt" else { throw JSONFault(offset: 0, expected: "`scrypt`") }
            try reader.key("n")
            let n = try reader.int()
            try reader.key("r")
            let r = try reader.int()
            try reader.key("p")
            cost = ScryptCost(n: n, r: r, p: try reader.int())
            try reader.key("salt"); salt = try reader.bytes(count: 32)
            try reader.key("cipher")
            guard try reader.string() == "chacha20-poly1305" else { throw JSONFault(offset: 0, expected: "`chacha20-poly1305`") }
            try reader.key("nonce"); nonce = try reader.bytes(count: 12)
            try reader.key("sealed"); sealed = try reader.bytes(count: 48)
            try reader.endObject()
            try reader.end()
        } catch {
            throw GovernanceError("`\(name)` is not a key file: make one with `waymark board key new`")
        }
        guard cost.isAcceptable(least: least) else {
            throw GovernanceError("`\(name)` asks for a cost of scrypt that is not accepted (n \(cost.n), r \(cost.r), p \(cost.p)): make a new key with `waymark board key new`")
        }
    }

    /// One line with its newline.
    package var text: String {
        var json = JSONWriter()
        json.beginObject()
        json.raw(SealedKey.header(id: id, publicKey, cost, salt: salt, nonce: nonce))
        json.key("sealed"); json.string(hexadecimal(sealed))
        json.endObject()
        return json.text + "\n"
    }

    /// - Throws: `Refusal` where the passphrase is not the one, or the file was changed.
    package func opened(passphrase: [UInt8]) throws -> Signer {
        let wrong = Refusal(.wrongPassphrase, "the key of `\(id)` does not open: the passphrase is not the one, or the file was changed")
        guard !passphrase.isEmpty else { throw wrong }
        let header = SealedKey.header(id: id, publicKey, cost, salt: salt, nonce: nonce)
        let key = try SealedKey.key(passphrase, salt, cost)
        guard
            let box = try? ChaChaPoly.SealedBox(nonce: ChaChaPoly.Nonce(data: nonce), ciphertext: sealed.prefix(32), tag: sealed.suffix(16)),
            let opened = try? ChaChaPoly.open(box, using: key, authenticating: header),
            let signer = Signer(id: id, privateKey: Array(opened)), signer.publicKey == publicKey
        else { throw wrong }
        return signer
    }

    private static func key(_ passphrase: [UInt8], _ salt: [UInt8], _ cost: ScryptCost) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(from: passphrase, salt: salt, outputByteCount: 32, rounds: cost.n, blockSize: cost.r, parallelism: cost.p)
    }

    /// The members of the file's object before the sealed key.
    private static func header(id: String, _ publicKey: PublicKey, _ cost: ScryptCost, salt: [UInt8], nonce: [UInt8]) -> [UInt8] {
        var json = JSONWriter()
        json.key("waymark_key"); json.int(1)
        json.key("id"); json.string(id)
        json.key("public"); json.string(publicKey.description)
        json.key("kdf"); json.string("scrypt")
        json.key("n"); json.int(cost.n)
        json.key("r"); json.int(cost.r)
        json.key("p"); json.int(cost.p)
        json.key("salt"); json.string(hexadecimal(salt))
        json.key("cipher"); json.string("chacha20-poly1305")
        json.key("nonce"); json.string(hexadecimal(nonce))
        return json.bytes
    }
}

extension JSONReader {
    /// So many bytes in hexadecimal.
    mutating func bytes(count: Int) throws(JSONFault) -> [UInt8] {
        guard let value = Notation.bytes(hexadecimal: try string()), value.count == count else {
            throw JSONFault(offset: 0, expected: "\(count) bytes in hexadecimal")
        }
        return value
    }
}
