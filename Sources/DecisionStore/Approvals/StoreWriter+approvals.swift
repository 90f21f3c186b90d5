import GRDB

extension StoreWriter {
    /// Keeps an approval pack with its files, evidence and first statement.
    /// - Parameters:
    ///   - pack: the pack's digest.
    ///   - id: the pack's id.
    package func add(_ approval: StoredApproval, pack: String, id: String, statement: StoredStatement, who: String, why: String, what: String) throws {
        for (path, bytes) in approval.files.sorted(by: { $0.key < $1.key }) {
            try db.execute(sql: "INSERT OR IGNORE INTO pack_file (pack, path, blob) VALUES (?, ?, ?)", arguments: [pack, path, try keep(bytes)])
        }
        let seq = try log(.submit, statement, approval.digest, who: who, why: why, what: what)
        try db.execute(
            sql: "INSERT INTO approval (digest, id, pack, document, evidence, page, audit) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [approval.digest, id, pack, approval.document.blob, try keep(approval.evidence), try approval.page.map(keep), seq])
        try put(statement, approval.digest, seq)
    }

    /// Keeps a further statement on an approval pack.
    package func add(_ statement: StoredStatement, _ act: StatementAct, to approval: String, who: String, why: String, what: String) throws {
        try put(statement, approval, try log(act, statement, approval, who: who, why: why, what: what))
    }

    private func log(_ act: StatementAct, _ statement: StoredStatement, _ approval: String, who: String, why: String, what: String) throws -> Int {
        try log(AuditEvent(act.kind, who: who, why: why, what: "\(what); statement \(statement.digest(on: approval))"))
    }

    private func put(_ statement: StoredStatement, _ approval: String, _ seq: Int) throws {
        try db.execute(
            sql: "INSERT INTO statement (audit, approval, text, signature, key) VALUES (?, ?, ?, ?, ?)",
            arguments: [seq, approval, statement.text.blob, statement.signature.blob, statement.key.blob])
    }

    /// - Returns: the digest under which the bytes are kept.
    private func keep(_ bytes: [UInt8]) throws -> String {
        let digest = sha256(bytes)
        try db.execute(sql: "INSERT OR IGNORE INTO blob (digest, bytes) VALUES (?, ?)", arguments: [digest, bytes.blob])
        return digest
    }

    /// Keeps a version of `waymark.lua`, unless it is the one that was last seen.
    package func notePeople(digest: String, text: [UInt8], who: String, what: String) throws {
        guard try lastPeople()?.digest != digest else { return }
        let seq = try log(AuditEvent(.people, who: who, why: "`waymark.lua` is not as it was", what: what))
        try db.execute(sql: "INSERT INTO people (audit, digest, text) VALUES (?, ?, ?)", arguments: [seq, digest, text.blob])
    }
}
