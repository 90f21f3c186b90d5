import GRDB
package import Notation

extension StoreReader {
    /// Rows of the log, oldest first.
    /// - Parameters:
    ///   - kind: only rows of this kind; nil for all.
    ///   - who: only rows of this person; nil for all.
    ///   - nominal: only rows about this nominal; nil for all.
    ///   - last: at most so many, the newest; nil for all.
    ///   - seq: only rows from this one on.
    ///   - end: only rows before this one.
    package func auditRows(
        kind: AuditKind? = nil, who: String? = nil, nominal: String? = nil, last: Int? = nil, from seq: Int? = nil, before end: Int? = nil,
        _ body: (AuditRow) throws -> Void
    ) throws {
        var conditions = Conditions()
        conditions.add("kind = ?", kind?.rawValue)
        conditions.add("who = ?", who)
        conditions.add("subject = (SELECT hash FROM subject WHERE nominal = ?)", nominal)
        conditions.add("seq >= ?", seq)
        conditions.add("seq < ?", end)
        var sql = "SELECT * FROM audit WHERE \(conditions.sql)"
        if let last {
            sql = "SELECT * FROM (\(sql) ORDER BY seq DESC LIMIT \(last)) ORDER BY seq"
        } else {
            sql += " ORDER BY seq"
        }
        let rows = try Row.fetchCursor(db, sql: sql, arguments: conditions.arguments)
        while let row = try rows.next() { try body(AuditRow(row)) }
    }

    /// The number of the last row of these kinds; 0 where there is none.
    package func lastRow(of kinds: [AuditKind]) throws -> Int {
        // One step down an index for each kind.
        let statement = try db.cachedStatement(sql: "SELECT max(seq) FROM audit WHERE kind = ?")
        return try kinds.reduce(0) { try max($0, Int.fetchOne(statement, arguments: [$1.rawValue]) ?? 0) }
    }

    /// Follows the whole log, and compares the approvals with what it says of them.
    /// - Parameters:
    ///   - heads: last rows written down elsewhere, each with its name for messages.
    ///   - verified: a row up to which the log was verified already; nil to follow all of it.
    package func verifyAudit(heads: [(head: AuditHead, name: String)] = [], after verified: AuditHead? = nil) throws -> AuditChain {
        var heads = heads
        var own: AuditHead?
        var missing: String?
        do { own = try auditHead() } catch let error as StoreError { missing = error.message }
        if let own { heads.append((own, "the store's own record")) }
        if let verified { heads.append((verified, "what was verified before")) }
        var chain = AuditChain(store: facts.name, genesis: facts.genesis, heads: heads)
        if let missing { chain.add(missing) }
        if let verified, verified.seq > 0 {
            try auditRows(from: verified.seq) { row in
                if row.seq == verified.seq, chain.count == 0 { chain.begin(at: row) } else { chain.follow(row) }
            }
        } else {
            try auditRows { chain.follow($0) }
        }
        chain.finish()
        if let own, chain.head.seq > own.seq { chain.add("the log goes on to row \(chain.head.seq), and the store's own record ends with row \(own.seq): rows were added") }
        for fault in try statementFaults() { chain.add(fault) }
        return chain
    }

    /// Writes the log as NDJSON: the store, each row, and the last row once more.
    package func exportAudit(_ body: (JSONWriter) throws -> Void) throws {
        var json = JSONWriter()
        AuditExport.writeBeginning(facts, to: &json)
        try body(json)
        try auditRows { row in
            json.reset()
            row.write(to: &json)
            json.newline()
            try body(json)
        }
        json.reset()
        AuditExport.writeEnd(try auditHead(), to: &json)
        try body(json)
    }
}

extension AuditRow {
    init(_ row: Row) {
        self.init(
            seq: row.int("seq"), at: row.text("at"), who: row.text("who"), kind: row.text("kind"),
            subject: String.fromDatabaseValue(row["subject"] as DatabaseValue), why: row.text("why"), what: row.text("what"),
            previous: row.bytes("previous"), hash: row.bytes("hash"))
    }
}
