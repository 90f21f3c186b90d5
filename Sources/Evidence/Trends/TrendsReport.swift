package import Notation

/// How the scores of one matrix moved over time.
package struct TrendsReport: Sendable {
    /// Scores of later days do not count.
    package var asOf: Day
    /// The name of the matrix in records.
    package var matrix: String
    /// Nominals that could be read, and lines that could not.
    package var read = 0
    package var rejected = 0
    /// People with a score of this matrix.
    package var scored = 0
    /// Scores of nought that were given in prison.
    package var zerosInPrison = 0
    /// Bands, worst first where they are red, amber and green.
    package var bands: [String] = []
    /// A month apart, oldest first.
    package var points: [TrendPoint] = []
    /// From the first score to the last, as recorded.
    package var asRecorded = TrendDirections()
    /// The same of scores that were not given in prison.
    package var outsidePrison = TrendDirections()
    /// Other matrices that the file has scores of, by name.
    package var otherMatrices: [String] = []
    /// Whom of a store it counts; nil where it is made from a file.
    package var store: StoreSource?

    package init(asOf: Day, matrix: String) {
        self.asOf = asOf
        self.matrix = matrix
    }
}

/// Where people stood on one day, by their last score up to it.
package struct TrendPoint: Sendable, Equatable {
    package var day: Day
    /// For each of the report's bands, of people whose last score was not given in prison.
    package var people: [Int]
    /// Their last score was given in prison: in no band.
    package var inPrison: Int
    /// Their last score has no band.
    package var withoutBand: Int
    /// From the point before to this one; those who were in prison at either, or had no score at the one before, cannot be compared. nil for the first point.
    package var moves: TrendDirections?

    package init(day: Day, people: [Int], inPrison: Int, withoutBand: Int, moves: TrendDirections? = nil) {
        self.day = day
        self.people = people
        self.inPrison = inPrison
        self.withoutBand = withoutBand
        self.moves = moves
    }
}

/// How many people's last score is under, over or as high as their first.
package struct TrendDirections: Sendable, Equatable {
    package var down = 0
    package var up = 0
    package var same = 0
    /// With fewer than two scores: nothing to compare.
    package var notComparable = 0

    package init() {}

    /// - Parameter change: the last score less the first; nil where there are fewer than two.
    package mutating func add(_ change: Double?) {
        guard let change else { return notComparable += 1 }
        if change < 0 { down += 1 } else if change > 0 { up += 1 } else { same += 1 }
    }

    package var all: Int { down + up + same + notComparable }
}
