import Governance
import Testing

@Suite("a sealed key")
struct KeyTests {
    static let cheap = ScryptCost(n: 16, r: 8, p: 1)
    static let passphrase = Array("four words and more".utf8)

    static func sealed() throws -> SealedKey { try SealedKey(Signer(newKeyFor: "a.khan"), passphrase: passphrase, cost: cheap) }

    @Test("opens with its passphrase, and is written and read as it is")
    func opens() throws {
        let sealed = try KeyTests.sealed()
        let read = try SealedKey(reading: Array(sealed.text.utf8), name: "a.key", least: 16)
        #expect(read == sealed)
        let signer = try read.opened(passphrase: KeyTests.passphrase)
        #expect(signer.id == "a.khan")
        #expect(signer.publicKey == sealed.publicKey)
    }

    @Test("does not open with another passphrase", arguments: ["", "four words and mor", "four words and more ", "Four words and more"])
    func wrongPassphrase(text: String) throws {
        let sealed = try KeyTests.sealed()
        #expect(throws: Refusal(.wrongPassphrase, "the key of `a.khan` does not open: the passphrase is not the one, or the file was changed")) {
            try sealed.opened(passphrase: Array(text.utf8))
        }
    }

    @Test("does not open once any byte of its file was changed")
    func changed() throws {
        let text = Array(try KeyTests.sealed().text.utf8)
        for place in text.indices.dropLast() {
            var changed = text
            changed[place] ^= 1
            guard let sealed = try? SealedKey(reading: changed, name: "a.key", least: 16) else { continue }
            #expect(throws: Refusal.self, "byte \(place)") { try sealed.opened(passphrase: KeyTests.passphrase) }
        }
    }

    @Test("never has the private key or the passphrase in its file, and never twice the same bytes")
    func secret() throws {
        let signer = Signer(newKeyFor: "a.khan")
        let (one, two) = (try SealedKey(signer, passphrase: KeyTests.passphrase, cost: KeyTests.cheap), try SealedKey(signer, passphrase: KeyTests.passphrase, cost: KeyTests.cheap))
        #expect(one.text != two.text)
        #expect(!one.text.contains("four words"))
    }

    @Test("that is cheap to guess is not accepted, nor one that would stop the machine")
    func cost() throws {
        let text = try KeyTests.sealed().text
        for wrong in [text, text.replacing("\"n\":16", with: "\"n\":1073741824"), text.replacing("\"n\":16", with: "\"n\":32769"), text.replacing("\"p\":1", with: "\"p\":400")] {
            #expect(throws: GovernanceError.self) { try SealedKey(reading: Array(wrong.utf8), name: "a.key") }
        }
        #expect(ScryptCost.standard.n >= 1 << 15)
    }

    @Test("is not made with a short passphrase")
    func short() {
        #expect(throws: GovernanceError.self) { try SealedKey(Signer(newKeyFor: "a"), passphrase: Array("elevenchars".utf8), cost: KeyTests.cheap) }
    }

    @Test(
        "has a public key that is read only in the form in which it is written",
        arguments: ["ed25519:", "ed25519:00", "ED25519:" + String(repeating: "0", count: 64), "ed25519:" + String(repeating: "g", count: 64), "ed25519:" + String(repeating: "A", count: 64), String(repeating: "0", count: 64)])
    func publicKey(text: String) { #expect(PublicKey(text) == nil) }
}
