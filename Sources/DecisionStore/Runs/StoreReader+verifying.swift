import Crypto
import GRDB
import Notation

extension StoreReader {
    /// Follows the whole log, and compares with it all that it tells of: statements, runs, decisions with what they were given,
    /// and what panels decided.
    /// - Parameter heads: last rows written down elsewhere, each with its name for messages.
    package func verifyStore(heads: [(head: AuditHead, name: String)] = []) throws -> AuditChain {
        var chain = try verifyAudit(heads: heads)
        for fault in try runFaults() + panelFaults() { chain.add(fault) }
        return chain
    }

    private func runFaults() throws -> [String] {
        var faults: [String] = []
        var logged = try Row.fetchAll(
            db, sql: "SELECT seq, what FROM audit WHERE who = ? AND kind IN ('consultation', 'combination') ORDER BY seq", arguments: [RunWriter.who]
        ).reduce(into: [Int: String]()) { $0[$1.int("seq")] = $1.text("what") }
        let lastErasure = try Int.fetchOne(db, sql: "SELECT max(audit) FROM tombstone") ?? 0
        for row in try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY id") {
            let (run, seq) = (StoredRun(row), row.int("audit"))
            guard let what = logged.removeValue(forKey: seq) else {
                faults.append("run \(run.id) is in no row of the log")
                continue
            }
            if what != run.words { faults.append("run \(run.id) is not as row \(seq) of the log has it") }
            try follow(run, isErasedSince: lastErasure > seq, &faults)
            if faults.count > AuditChain.mostFaults { return faults }
        }
        for seq in logged.keys.sorted() { faults.append("the run of row \(seq) of the log was taken out of the store") }
        return try faults + contentFaults()
    }

    private func follow(_ run: StoredRun, isErasedSince: Bool, _ faults: inout [String]) throws {
        var (all, place) = (SHA256(), 0)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT place, decision.nominal, input, digest, leaf, salt FROM decision LEFT JOIN subject ON subject.nominal = decision.nominal
                WHERE run = ? ORDER BY place
                """, arguments: [run.id])
        while let row = try rows.next() {
            place += 1
            let leaf = row.bytes("leaf")
            all.update(data: leaf)
            let name = "\(run.id).\(place)"
            if row.int("place") != place {
                faults.append("decision \(name) was taken out of the store")
                return
            }
            if row.optional("nominal") == nil {
                if !isErasedSince { faults.append("decision \(name) has lost its nominal, and nobody was erased since") }
            } else if Leaf.of(row.bytes("digest"), salt: row.bytes("salt")) != leaf {
                faults.append("decision \(name) was changed: its nominal and its digest are not those that the run wrote")
            } else if (row["input"] as DatabaseValue).isNull {
                faults.append("decision \(name) has lost what it was made from")
            }
        }
        if place != run.evaluated { faults.append("run \(run.id) has \(place) decisions, and made \(run.evaluated)") }
        if Array(all.finalize()) != run.digest { faults.append("the decisions of run \(run.id) are not those that the log tells of") }
    }

    /// Inputs and records that are not what their digests say.
    private func contentFaults() throws -> [String] {
        var faults: [String] = []
        let inputs = try Row.fetchCursor(db, sql: "SELECT id, digest, line FROM input ORDER BY id")
        while let row = try inputs.next() {
            if Array(SHA256.hash(data: row.bytes("line"))) != row.bytes("digest") { faults.append("input \(row.int("id")) was changed: its line does not give its digest") }
        }
        let records = try Row.fetchCursor(
            db, sql: "SELECT record.run, record.place, line, digest FROM record JOIN decision USING (run, place) ORDER BY record.run, record.place")
        while let row = try records.next() {
            if Array(SHA256.hash(data: row.bytes("line"))) != row.bytes("digest") {
                faults.append("the record of decision \(row.int("run")).\(row.int("place")) was changed: it does not give the decision's digest")
            }
        }
        return faults
    }
}
