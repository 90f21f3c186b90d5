import Crypto

/// A member with an unsealed key: who can sign. The private key is in memory only, and only as long as this lives.
package struct Signer: Sendable {
    package let id: String
    private let key: Curve25519.Signing.PrivateKey

    /// With a new key.
    package init(newKeyFor id: String) {
        self.id = id
        key = Curve25519.Signing.PrivateKey()
    }

    init?(id: String, privateKey: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey) else { return nil }
        self.id = id
        self.key = key
    }

    var privateKey: [UInt8] { Array(key.rawRepresentation) }

    package var publicKey: PublicKey? { PublicKey(Array(key.publicKey.rawRepresentation)) }

    /// 64 bytes.
    func signature(of text: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: text)) }
}
