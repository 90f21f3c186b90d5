import GRDB
import Notation

extension StoreReader {
    /// How rows of the log begin that tell of what people did, and are bound to what is kept of it.
    static let panelDecision = "panel decision"
    static let panelReview = "panel review"

    /// What the log says of people's decisions and the tables do not, and the other way round. Of somebody who was
    /// forgotten the log alone says something.
    func panelFaults() throws -> [String] {
        var faults: [String] = []
        var expected: [Int: String] = [:]
        for row in try Row.fetchAll(db, sql: StoreReader.decisions) {
            let decision = PanelDecision(row)
            expected[row.int("audit")] = try bond(decision.bound, of: decision.nominal) ?? ""
        }
        for row in try Row.fetchAll(db, sql: "SELECT * FROM review") {
            let review = KeptReview(
                nominal: row.text("nominal"), day: row.day("day") ?? .earliest, who: row.text("who"), outcome: row.text("outcome"), words: row.text("words"))
            expected[row.int("audit")] = try bond(review.bound, of: review.nominal) ?? ""
        }
        let told = try Row.fetchAll(
            db,
            sql: """
                SELECT seq, what FROM audit JOIN subject ON subject.hash = audit.subject
                WHERE kind = 'alteration' AND (what LIKE '\(StoreReader.panelDecision): %' OR what LIKE '\(StoreReader.panelReview): %') ORDER BY seq
                """)
        for row in told {
            let seq = row.int("seq")
            guard let bond = expected.removeValue(forKey: seq) else {
                faults.append("what row \(seq) of the log tells of was taken out of the store")
                continue
            }
            if !row.text("what").hasSuffix("; \(bond)") { faults.append("what row \(seq) of the log tells of was changed") }
        }
        for seq in expected.keys.sorted() { faults.append("something was decided or reviewed that row \(seq) of the log says nothing of") }
        return faults
    }
}
