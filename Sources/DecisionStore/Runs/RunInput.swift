import GRDB

/// Somebody of whom a run decides.
package struct RunInput: Sendable {
    package let nominal: String
    package let standing: NominalStanding
    /// The row of the line.
    package let input: Int
    package let line: [UInt8]
    /// The digest of the answers in the record that was kept last; none where none was kept.
    package let answers: [UInt8]
    /// Whether a recommendation about them waits for a decision.
    package let hasOpenRecommendation: Bool
    /// What the nominal's leaves are salted with.
    let salt: [UInt8]

    init(_ row: Row) {
        nominal = row.text("id")
        standing = NominalStanding(row)
        input = row.int("input")
        line = row.bytes("line")
        answers = row.bytes("answers")
        hasOpenRecommendation = row.int("waits") == 1
        salt = row.bytes("salt")
    }
}

extension StoreReader {
    /// The inputs of a borough in the order of the ids, after `prepareInputs`, some at a time.
    /// - Parameter id: those behind this one; empty for the first.
    package func inputs(borough: String, after id: String, most: Int = 256) throws -> [RunInput] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT nominal.id, standing, category, since, lead_agency, nominal.input, answers, input.line, salt,
                        EXISTS (SELECT 1 FROM recommendation WHERE recommendation.nominal = nominal.id AND state = 'open') AS waits
                    FROM nominal JOIN input ON input.id = nominal.input LEFT JOIN subject ON subject.nominal = nominal.id
                    WHERE nominal.borough = ? AND restricted = 0 AND nominal.id > ? ORDER BY nominal.id LIMIT ?
                    """), arguments: [borough, id, most]
        ).map(RunInput.init)
    }
}
