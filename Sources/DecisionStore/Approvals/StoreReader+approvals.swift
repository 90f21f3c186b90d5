import GRDB

extension StoreReader {
    /// Digests of the approval packs, in the order in which they were submitted or imported.
    /// - Parameter id: only those of this pack; nil for all.
    package func approvals(ofPack id: String? = nil) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT digest FROM approval WHERE ?1 IS NULL OR id = ?1 ORDER BY audit", arguments: [id])
    }

    /// The row of the log of the last statement on any approval pack; nil where there is none.
    package func lastStatement() throws -> Int? { try Int.fetchOne(db, sql: "SELECT max(audit) FROM statement") }

    /// nil where there is none of that digest.
    package func approval(_ digest: String) throws -> StoredApproval? {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM approval WHERE digest = ?", arguments: [digest]) else { return nil }
        let page = String.fromDatabaseValue(row["page"] as DatabaseValue)
        var files: [String: [UInt8]] = [:]
        for file in try Row.fetchAll(
            db, sql: "SELECT path, bytes FROM pack_file JOIN blob ON blob.digest = pack_file.blob WHERE pack = ?", arguments: [row.text("pack")])
        {
            files[file.text("path")] = file.bytes("bytes")
        }
        return StoredApproval(
            digest: digest, document: row.bytes("document"), evidence: try blob(row.text("evidence")), page: try page.map(blob), files: files,
            statements: try Row.fetchAll(db, sql: "SELECT * FROM statement WHERE approval = ? ORDER BY audit", arguments: [digest]).map {
                StoredStatement(text: $0.bytes("text"), signature: $0.bytes("signature"), key: $0.bytes("key"), seq: $0.int("audit"))
            })
    }

    private func blob(_ digest: String) throws -> [UInt8] {
        try db.bytes("SELECT bytes FROM blob WHERE digest = ?", [digest]) ?? []
    }

    /// What the log says of statements and the table of statements does not, and the other way round.
    func statementFaults() throws -> [String] {
        var faults: [String] = []
        let kinds = StatementAct.allCases.map(\.kind.rawValue)
        var expected: [Int: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT statement.*, approval.digest FROM statement LEFT JOIN approval ON approval.digest = statement.approval ORDER BY statement.audit") {
            let statement = StoredStatement(text: row.bytes("text"), signature: row.bytes("signature"), key: row.bytes("key"))
            expected[row.int("audit")] = statement.digest(on: row.text("digest"))
        }
        let places = databaseQuestionMarks(count: kinds.count)
        for row in try Row.fetchAll(db, sql: "SELECT seq, kind, what FROM audit WHERE kind IN (\(places)) ORDER BY seq", arguments: StatementArguments(kinds)) {
            let seq = row.int("seq")
            guard let digest = expected.removeValue(forKey: seq) else {
                faults.append("the \(row.text("kind")) in row \(seq) of the log has lost its statement: that was taken out of the store")
                continue
            }
            if !row.text("what").hasSuffix(digest) { faults.append("the statement of row \(seq) of the log was changed") }
        }
        for seq in expected.keys.sorted() { faults.append("there is a statement for row \(seq) of the log, and that row says nothing of it") }
        return faults
    }

    /// The version of `waymark.lua` that was last seen; nil where none was.
    package func lastPeople() throws -> (digest: String, text: [UInt8])? {
        try Row.fetchOne(db, sql: "SELECT digest, text FROM people ORDER BY audit DESC LIMIT 1").map { ($0.text("digest"), $0.bytes("text")) }
    }
}
