import GRDB
package import Notation

/// What a matrix came to for somebody on a day.
package struct KeptScore: Sendable, Equatable {
    package var matrix: String
    package var day: Day
    package var score: Double
    /// nil where the matrix has no bands, or nobody said.
    package var band: String?

    /// nil where the row is no score.
    init?(_ row: Row) {
        guard let day = row.day("day"), let score = Double.fromDatabaseValue(row["score"] as DatabaseValue) else { return nil }
        matrix = row.text("matrix")
        self.day = day
        self.score = score
        band = row.optional("band")
    }
}

/// A decision record as it was written, without its newline.
package struct KeptRecord: Sendable, Equatable {
    package var line: [UInt8]
    package var run: Int
    package var place: Int
    /// The digest of the approval pack under which the run was made.
    package var approval: String
    /// The digest of the pack.
    package var pack: String
    package var packID: String

    init(_ row: Row) {
        line = row.bytes("line")
        run = row.int("run")
        place = row.int("place")
        approval = row.text("approval")
        pack = row.text("pack")
        packID = row.text("pack_id")
    }
}
