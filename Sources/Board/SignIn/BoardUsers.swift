package import Governance
import Glibc
import Notation

/// The passwords of those who may sign in: the file `board-users` in a store's folder, a line of JSON for each person.
package struct BoardUsers: Sendable, Hashable {
    package static let fileName = "board-users"
    /// Shorter passwords are refused.
    package static let shortestPassword = SealedKey.shortestPassphrase
    private static let longestPassword = 1024

    private var passwords: [String: ScryptPassword] = [:]

    package init() {}

    package var ids: [String] { passwords.keys.sorted() }

    func password(of id: String) -> ScryptPassword? { passwords[id] }

    /// Gives somebody a password, in place of any that they have.
    /// - Parameter cost: lower than the standard only in tests.
    /// - Throws: `GovernanceError` where it is too short.
    package mutating func set(_ password: [UInt8], for id: String, cost: ScryptCost = .standard) throws {
        guard String(decoding: password, as: UTF8.self).count >= BoardUsers.shortestPassword, password.count <= BoardUsers.longestPassword else {
            throw GovernanceError("the password is too short: take at least \(BoardUsers.shortestPassword) characters, such as four words")
        }
        passwords[id] = try ScryptPassword(password, cost: cost)
    }

    /// Takes somebody's password away: they can no longer sign in.
    /// - Returns: whether they had one.
    package mutating func remove(_ id: String) -> Bool { passwords.removeValue(forKey: id) != nil }

    // MARK: The file

    /// - Throws: `GovernanceError` where it is not such a file.
    package init(reading bytes: [UInt8], name: String = BoardUsers.fileName) throws(GovernanceError) {
        for (place, line) in bytes.split(separator: 0x0A).enumerated() {
            do throws(JSONFault) {
                var reader = JSONReader(line)
                try reader.beginObject()
                try reader.key("waymark_user")
                guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
                try reader.key("id")
                let id = try reader.string()
                try reader.key("n")
                let n = try reader.int()
                try reader.key("r")
                let r = try reader.int()
                try reader.key("p")
                let cost = ScryptCost(n: n, r: r, p: try reader.int())
                try reader.key("salt")
                let salt = try reader.string()
                try reader.key("hash")
                let hash = try reader.string()
                try reader.endObject()
                try reader.end()
                guard cost.isAcceptable(least: 2), let salt = Notation.bytes(hexadecimal: salt), salt.count == 32, let hash = Notation.bytes(hexadecimal: hash), hash.count == 32 else {
                    throw JSONFault(offset: 0, expected: "a password's hash")
                }
                passwords[id] = ScryptPassword(cost: cost, salt: salt, hash: hash)
            } catch {
                throw GovernanceError("`\(name)` is damaged in line \(place + 1): restore it from a backup, or take the line out and give its owner a new password")
            }
        }
    }

    /// A line for each person, in the order of their ids.
    package var text: String {
        ids.compactMap { id in passwords[id].map { BoardUsers.line(id, $0) } }.joined()
    }

    private static func line(_ id: String, _ password: ScryptPassword) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.key("waymark_user"); json.int(1)
        json.key("id"); json.string(id)
        json.key("n"); json.int(password.cost.n)
        json.key("r"); json.int(password.cost.r)
        json.key("p"); json.int(password.cost.p)
        json.key("salt"); json.string(hexadecimal(password.salt))
        json.key("hash"); json.string(hexadecimal(password.hash))
        json.endObject()
        return json.text + "\n"
    }

    /// Reads the file in a store's folder; nobody where there is none.
    /// - Throws: `GovernanceError` where it cannot be read, or others than its owner can read it.
    package init(folder: String) throws(GovernanceError) {
        let path = "\(folder)/\(BoardUsers.fileName)"
        guard let bytes = try SmallFile.readPrivate(path) else {
            self.init()
            return
        }
        try self.init(reading: bytes, name: path)
    }
}
