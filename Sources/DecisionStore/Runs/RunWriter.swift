import Crypto
package import Decisions
import GRDB
package import Notation

/// Writes what one run came to, inside a transaction: nothing of it is there before ``finish(_:)``.
package final class RunWriter {
    /// Who the log says a run was.
    package static let who = "tasking_process"
    package static let why = "tasking process"

    /// From 1.
    package let run: Int
    private let writer: StoreWriter
    private var db: Database { writer.db }
    private let borough: String
    private let day: Day
    private var place = 0
    private var digest = SHA256()

    package init(_ writer: StoreWriter, borough: String, day: Day) throws {
        self.writer = writer
        self.borough = borough
        self.day = day
        run = (try Int.fetchOne(writer.db, sql: "SELECT max(id) FROM run") ?? 0) + 1
    }

    /// Writes that somebody was decided on.
    /// - Parameter record: the bytes of the record.
    /// - Returns: the decision's place in the run.
    package func decide(_ input: RunInput, record: UnsafeBufferPointer<UInt8>) throws -> Int {
        place += 1
        let digest = Leaf.digest(record)
        let leaf = Leaf.of(digest, salt: try salt(input))
        self.digest.update(data: leaf)
        try db.cachedStatement(sql: "INSERT INTO decision (run, place, nominal, input, digest, leaf) VALUES (?, ?, ?, ?, ?, ?)")
            .execute(arguments: [run, place, input.nominal, input.input, digest.blob, leaf.blob])
        return place
    }

    private func salt(_ input: RunInput) throws -> [UInt8] {
        guard input.salt.isEmpty else { return input.salt }
        _ = try writer.subject(input.nominal)
        return try db.bytes("SELECT salt FROM subject WHERE nominal = ?", [input.nominal]) ?? []
    }

    /// Keeps the record of the decision that was written last.
    /// - Parameter answers: the digest of its answers.
    package func keep(_ record: UnsafeBufferPointer<UInt8>, answers: [UInt8], of nominal: String) throws {
        try db.cachedStatement(sql: "INSERT INTO record (run, place, nominal, line) VALUES (?, ?, ?, ?)")
            .execute(arguments: [run, place, nominal, Array(record).blob])
        try db.cachedStatement(sql: "UPDATE nominal SET answers = ? WHERE id = ?").execute(arguments: [answers.blob, nominal])
    }

    // MARK: Recommendations

    /// - Returns: its number.
    package func add(_ new: StoredRecommendation) throws -> Int {
        let what = new.recommendation
        try db.cachedStatement(
            sql: """
                INSERT INTO recommendation (nominal, borough, run, place, made, decide_by, action, category, rule, title, because, unknown)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            new.nominal, new.borough, run, place, new.made.description, new.decideBy.description, what.action.rawValue, what.category, what.rule, what.title,
            what.because.json, what.unknown.json,
        ])
        return Int(db.lastInsertedRowID)
    }

    package func close(_ recommendation: StoredRecommendation, as state: StoredRecommendation.State) throws {
        try db.cachedStatement(sql: "UPDATE recommendation SET state = ?, closed = ? WHERE id = ?")
            .execute(arguments: [state.rawValue, day.description, recommendation.id])
    }

    // MARK: Taskings

    /// - Parameter due: as it is to be kept.
    /// - Returns: its number; nil where there was one of its key before.
    package func add(_ tasking: Tasking, due: Day?, for nominal: String) throws -> Int? {
        try db.cachedStatement(
            sql: """
                INSERT INTO tasking (nominal, borough, run, place, kind, title, owner, priority, opened, due, because, key)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
                """
        ).execute(arguments: [
            nominal, borough, run, place, tasking.kind, tasking.title, tasking.owner, tasking.priority, day.description, due?.description, tasking.because,
            tasking.key,
        ])
        return db.changesCount > 0 ? Int(db.lastInsertedRowID) : nil
    }

    // MARK: Scores

    /// Keeps a score, where it is the first of its month or in another band than the one before.
    /// - Returns: whether it was kept.
    package func keep(score: Double, band: String?, of matrix: String, for nominal: String) throws -> Bool {
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT day, band FROM score WHERE nominal = ? AND matrix = ? ORDER BY day DESC LIMIT 1"), arguments: [nominal, matrix])
        if let last, last.text("day").prefix(7) == day.description.prefix(7), last.optional("band") == band { return false }
        try db.cachedStatement(
            sql: """
                INSERT INTO score (nominal, matrix, day, run, score, band) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (nominal, matrix, day) DO UPDATE SET run = excluded.run, score = excluded.score, band = excluded.band
                """
        ).execute(arguments: [nominal, matrix, day.description, run, score, band])
        return true
    }

    // MARK: The log

    /// Logs what the run wrote for somebody.
    package func log(_ what: String, for nominal: String) throws {
        try writer.log(AuditEvent(.alteration, who: RunWriter.who, nominal: nominal, why: RunWriter.why, what: "run \(run): \(what)"))
    }

    /// The digest over the decisions so far.
    package var decisions: [UInt8] { Array(digest.finalize()) }

    /// Writes the run itself, with its row in the log.
    package func finish(_ run: StoredRun) throws -> StoredRun {
        var run = run
        run.id = self.run
        run.digest = decisions
        let seq = try writer.log(
            AuditEvent(run.hasCompany ? .combination : .consultation, who: RunWriter.who, why: RunWriter.why, what: run.words))
        run.at = writer.at
        try db.execute(
            sql: """
                INSERT INTO run (id, audit, borough, as_of, approval, pack, pack_id, version, program, at, evaluated, restricted, rejected, errors, recommended,
                    tasked, refused, has_company, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run.id, seq, run.borough, run.asOf.description, run.approval, run.pack, run.packID, run.version, run.program, run.at, run.evaluated,
                run.restricted, run.rejected, run.errors, run.recommended, run.tasked, run.refused, run.hasCompany, run.digest.blob,
            ])
        return run
    }
}

extension StoredRun {
    /// What the log says of it. Its end is what the decisions are verified against.
    var words: String {
        var counts = "\(evaluated) evaluated, \(recommended) recommendations, \(tasked) taskings"
        if restricted > 0 { counts += ", \(restricted) restricted and left out" }
        if rejected > 0 { counts += ", \(rejected) rejected" }
        if errors > 0 { counts += ", \(errors) for whom a rule failed" }
        if refused > 0 { counts += ", \(refused) taskings for enforcement refused" }
        return "run \(id) for `\(borough)` as of \(asOf) with \(packID) \(version), \(pack), approval pack \(approval): \(counts); \(decisionsInLog)"
    }

    var decisionsInLog: String { "decisions sha256:\(hexadecimal(digest))" }
}

/// What stays of a decision when its nominal is forgotten.
package enum Leaf {
    /// The SHA-256 of a record.
    package static func digest(_ record: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(bufferPointer: UnsafeRawBufferPointer(record))
        return Array(hash.finalize())
    }

    /// - Parameters:
    ///   - digest: of the record.
    ///   - salt: the nominal's.
    static func of(_ digest: [UInt8], salt: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: digest)
        return Array(hash.finalize())
    }
}
