import Decisions
import GRDB
import Notation

extension StoreWriter {
    /// Keeps what a panel decided, closes the recommendation, and moves the nominal where the decision does: one row of the log.
    /// - Parameter what: for the log; what the row is bound to is put behind it.
    package func decide(_ decision: PanelDecision, why: String, what: String) throws {
        let seq = try logBound(decision.bound, to: decision.nominal, as: StoreReader.panelDecision, who: decision.who, why: why, what: what)
        try db.execute(
            sql: """
                INSERT INTO panel_decision (audit, recommendation, nominal, day, who, outcome, action, category, reason, words, again)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                seq, decision.recommendation, decision.nominal, decision.day.description, decision.who, decision.outcome.rawValue, decision.action.rawValue,
                decision.category, decision.reason, decision.words, decision.again.description,
            ])
        try db.execute(
            sql: "UPDATE recommendation SET state = ?, closed = ? WHERE id = ?",
            arguments: [decision.outcome.rawValue, decision.day.description, decision.recommendation])
        guard let move = decision.move else { return }
        try db.execute(
            sql: """
                INSERT INTO standing_change (audit, nominal, borough, day, was, was_category, now, now_category, rule)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT rule FROM recommendation WHERE id = ?))
                """,
            arguments: [
                seq, decision.nominal, decision.borough, decision.day.description, move.was.kind.rawValue, move.was.category, move.now.kind.rawValue, move.now.category,
                decision.recommendation,
            ])
        // Who moves within the cohort has been in it since they joined.
        let joins = move.was.category == nil && move.now.category != nil
        try db.execute(
            sql: """
                UPDATE nominal SET standing = ?1, category = ?2,
                since = CASE WHEN ?2 IS NULL THEN NULL WHEN ?3 THEN ?4 ELSE since END, lead_agency = CASE WHEN ?2 IS NULL THEN NULL ELSE lead_agency END
                WHERE id = ?5
                """,
            arguments: [move.now.kind.rawValue, move.now.category, joins, decision.day.description, decision.nominal])
    }

    /// Keeps a review: one row of the log.
    package func add(_ review: KeptReview, who: String, why: String, what: String) throws {
        let seq = try logBound(review.bound, to: review.nominal, as: StoreReader.panelReview, who: who, why: why, what: what)
        try db.execute(
            sql: "INSERT INTO review (audit, nominal, day, who, outcome, words) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [seq, review.nominal, review.day.description, who, review.outcome, review.words])
    }

    /// Writes a row of the log that says what was done, and ends with a digest of what is kept beside it.
    /// - Returns: its number.
    func logBound(_ parts: [String], to nominal: String, as prefix: String, who: String, why: String, what: String) throws -> Int {
        _ = try subject(nominal)
        guard let bond = try bond(parts, of: nominal) else { throw StoreError(.tampered, "the store has lost what stands for a nominal in its log: restore it from a backup") }
        return try log(AuditEvent(.alteration, who: who, nominal: nominal, why: why, what: "\(prefix): \(what); \(bond)"))
    }
}
