import Crypto
import CryptoExtras
import Governance
import Notation

/// What is kept of a password: a salt, what it costs to try one, and what scrypt made of it.
struct ScryptPassword: Sendable, Hashable {
    let cost: ScryptCost
    let salt: [UInt8]
    /// 32 bytes.
    let hash: [UInt8]

    init(_ password: [UInt8], cost: ScryptCost) throws {
        self.cost = cost
        salt = randomBytes(32)
        hash = try ScryptPassword.derived(password, salt, cost)
    }

    init(cost: ScryptCost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    func accepts(_ password: [UInt8]) -> Bool {
        guard let derived = try? ScryptPassword.derived(password, salt, cost) else { return false }
        return isSame(derived, hash)
    }

    private static func derived(_ password: [UInt8], _ salt: [UInt8], _ cost: ScryptCost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(from: password, salt: salt, outputByteCount: 32, rounds: cost.n, blockSize: cost.r, parallelism: cost.p)
        return key.withUnsafeBytes { Array($0) }
    }
}

/// Compares without telling by the time it takes how far two secrets agree.
func isSame(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Bool {
    a.count == b.count && zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

func randomBytes(_ count: Int) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
}
