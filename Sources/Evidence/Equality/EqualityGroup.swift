/// A group of people, and how many of them are selected or retained.
package struct EqualityGroup: Sendable, Equatable {
    package struct Outcomes: Sendable, Equatable {
        package var truePositives: Int
        package var falsePositives: Int
        package var trueNegatives: Int
        package var falseNegatives: Int
        /// nil where there is nobody to count among. So with the others.
        package var falsePositiveRate: Double?
        package var falseNegativeRate: Double?
        package var positivePredictive: Double?
        package var negativePredictive: Double?

        package init(
            truePositives: Int, falsePositives: Int, trueNegatives: Int, falseNegatives: Int, falsePositiveRate: Double?, falseNegativeRate: Double?,
            positivePredictive: Double?, negativePredictive: Double?
        ) {
            self.truePositives = truePositives
            self.falsePositives = falsePositives
            self.trueNegatives = trueNegatives
            self.falseNegatives = falseNegatives
            self.falsePositiveRate = falsePositiveRate
            self.falseNegativeRate = falseNegativeRate
            self.positivePredictive = positivePredictive
            self.negativePredictive = negativePredictive
        }
    }

    /// What may be said of a group that is not too small.
    package struct Figures: Sendable, Equatable {
        package var n: Int
        package var selected: Int
        package var rate: Double
        /// Wilson's 95 % interval.
        package var low: Double
        package var high: Double
        /// To the shown group with the highest rate; nil where that rate is 0.
        package var ratio: Double?
        /// To the largest group.
        package var ratioToLargest: Double?
        /// Fisher's exact test against everybody else, two-sided.
        package var p: Double
        /// The same, allowing for how many differences were tested.
        package var adjusted: Double
        package var outcomes: Outcomes?

        package init(n: Int, selected: Int, rate: Double, low: Double, high: Double, p: Double) {
            self.n = n
            self.selected = selected
            self.rate = rate
            self.low = low
            self.high = high
            self.p = p
            adjusted = p
        }
    }

    package enum Suppression: String, Sendable {
        /// Fewer people than may be shown.
        case small
        /// Large enough, but with its count that of a small group could be worked out.
        case beside
    }

    /// As the cohort has it, `unknown` where it does not say; of two fields `18–25, female`.
    package var value: String
    /// In words.
    package var title: String
    /// nil where the group is shown.
    package var suppression: Suppression?
    /// nil where the group is not shown.
    package var figures: Figures?

    package init(value: String, title: String, suppression: Suppression? = nil, figures: Figures? = nil) {
        self.value = value
        self.title = title
        self.suppression = suppression
        self.figures = figures
    }
}
