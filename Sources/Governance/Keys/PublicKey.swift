import Crypto
import Notation

/// An Ed25519 public key.
package struct PublicKey: Sendable, Hashable, CustomStringConvertible {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// - Parameter bytes: nil comes of anything but 32 of them.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads `ed25519:` and 64 hexadecimal digits.
    package init?(_ text: String) {
        guard text.hasPrefix("ed25519:"), let bytes = Notation.bytes(hexadecimal: text.dropFirst(8)) else { return nil }
        self.init(bytes)
    }

    package var description: String { "ed25519:" + hexadecimal(bytes) }

    package func verifies(_ signature: [UInt8], of text: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: text)
    }
}
