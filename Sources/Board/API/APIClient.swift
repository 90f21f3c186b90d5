import Crypto
package import Notation
import TaskingProcess

/// A program of somebody else's that may use the API.
package struct APIClient: Sendable, Hashable {
    package var name: String
    package var scopes: Set<Scope>
    /// Only on people of these.
    package var boroughs: [String]
    /// The last day on which its token counts.
    package var until: Day
    /// SHA-256 of its token: nothing else of that is kept.
    var digest: [UInt8]

    /// With a token of its own.
    /// - Returns: the token, which can be had only now.
    package static func new(_ name: String, scopes: Set<Scope>, boroughs: [String], until: Day) -> (client: APIClient, token: String) {
        let token = prefix + SecurityHeaders.base64(randomBytes(32)).filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : String($0) }.joined()
        return (APIClient(name: name, scopes: scopes, boroughs: boroughs, until: until, digest: digest(of: token)), token)
    }

    /// How every token begins, so that one that got lost can be told from other text.
    static let prefix = "wmk_"

    static func digest(of token: some StringProtocol) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }

    /// Who acts, for the store.
    var client: Client { Client(name, boroughs: boroughs) }

    /// Why it cannot be called so; nil where it can.
    package static func refusal(ofName name: String) -> String? {
        let isGood = (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x5F }
        return isGood ? nil : "the name `\(name)` may hold only small letters, digits, `.`, `-` and `_`, 64 at most"
    }
}
