import Crypto
import GRDB
import Notation

/// What a store knows of itself from its first day on.
struct StoreFacts: Sendable {
    let id: [UInt8]
    /// What the hashes of nominals in the log are keyed with.
    let subjectKey: [UInt8]

    var name: String { hexadecimal(id) }

    /// What can be shown of the key.
    var keyDigest: [UInt8] { Array(SHA256.hash(data: subjectKey)) }

    /// What the first row of the log follows.
    var genesis: [UInt8] { StoreFacts.genesis(id: id, keyDigest: keyDigest) }

    static func genesis(id: [UInt8], keyDigest: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("waymark audit 1".utf8))
        hash.update(data: id)
        hash.update(data: keyDigest)
        return Array(hash.finalize())
    }

    /// 64 hexadecimal digits that lead back to a nominal only with the salt and the key.
    func subject(_ nominal: String, salt: [UInt8]) -> String {
        var code = HMAC<SHA256>(key: SymmetricKey(data: subjectKey))
        code.update(data: salt)
        code.update(data: Array(nominal.utf8))
        return hexadecimal(code.finalize())
    }

    static func put(_ facts: StoreFacts, into db: Database) throws {
        try db.execute(sql: "INSERT INTO meta (name, value) VALUES ('store', ?), ('subject_key', ?)", arguments: [facts.id.blob, facts.subjectKey.blob])
        try AuditHead(store: facts.name, seq: 0, hash: facts.genesis).put(into: db)
    }

    static func read(_ db: Database) throws -> StoreFacts {
        guard let id = try db.bytes("SELECT value FROM meta WHERE name = 'store'"), let key = try db.bytes("SELECT value FROM meta WHERE name = 'subject_key'") else {
            throw StoreError(.tampered, "the store has lost what it knew of itself: restore it from a backup")
        }
        return StoreFacts(id: id, subjectKey: key)
    }
}

extension AuditHead {
    func put(into db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('head', ?)", arguments: [(Array("\(seq) ".utf8) + hash).blob])
    }

    /// - Throws: where the store has none.
    static func read(_ db: Database, store: String) throws -> AuditHead {
        let value = try db.bytes("SELECT value FROM meta WHERE name = 'head'") ?? []
        guard let space = value.firstIndex(of: 0x20), let seq = Int(String(decoding: value[..<space], as: UTF8.self)), value.count == space + 33 else {
            throw StoreError(.tampered, "the store does not know the last row of its log: that was taken away or changed")
        }
        return AuditHead(store: store, seq: seq, hash: Array(value[(space + 1)...]))
    }
}
