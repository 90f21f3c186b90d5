/// How often a yes or no turned out right: the four counts, and the rates that people make of them.
package struct ErrorRates: Sendable, Equatable {
    package var truePositives: Int
    package var falsePositives: Int
    package var trueNegatives: Int
    package var falseNegatives: Int

    package init(truePositives: Int = 0, falsePositives: Int = 0, trueNegatives: Int = 0, falseNegatives: Int = 0) {
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.trueNegatives = trueNegatives
        self.falseNegatives = falseNegatives
    }

    package mutating func count(positive: Bool, outcome: Bool) {
        switch (positive, outcome) {
        case (true, true): truePositives += 1
        case (true, false): falsePositives += 1
        case (false, false): trueNegatives += 1
        case (false, true): falseNegatives += 1
        }
    }

    package mutating func add(_ other: ErrorRates) {
        truePositives += other.truePositives
        falsePositives += other.falsePositives
        trueNegatives += other.trueNegatives
        falseNegatives += other.falseNegatives
    }

    package var all: Int { truePositives + falsePositives + trueNegatives + falseNegatives }
    /// Of those to whom it did not happen, the share that was positive; nil where there are none. So with the others.
    package var falsePositive: Proportion { Proportion(falsePositives, of: falsePositives + trueNegatives) }
    /// Of those to whom it did happen, the share that was not positive.
    package var falseNegative: Proportion { Proportion(falseNegatives, of: falseNegatives + truePositives) }
    /// Of the positive, the share to whom it did happen: precision.
    package var positivePredictive: Proportion { Proportion(truePositives, of: truePositives + falsePositives) }
    /// Of those not positive, the share to whom it did not happen.
    package var negativePredictive: Proportion { Proportion(trueNegatives, of: trueNegatives + falseNegatives) }
}
