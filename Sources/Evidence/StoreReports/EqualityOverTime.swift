/// Who is in the cohort, comes into it and leaves it, group by group and over time.
package struct EqualityOverTime: Sendable {
    /// What is counted, and among whom.
    package enum Measure: String, Sendable, CaseIterable {
        case standing, recommended, joined, left, departed
    }

    package var scope: ReportScope
    package var length: ReportPeriod.Length
    package var periods: [ReportPeriod]
    package var by: [Field]
    package var showsSmall: Bool

    package init(_ scope: ReportScope, length: ReportPeriod.Length, by: [Field], showsSmall: Bool) {
        self.scope = scope
        self.length = length
        periods = ReportPeriod.all(length, in: scope.period)
        self.by = by
        self.showsSmall = showsSmall
    }

    /// People by one field.
    package struct Field: Sendable, Equatable {
        /// `sex`
        package var field: String
        package var title: String
        package var measures: [MeasureGroups]

        package init(field: String, title: String, measures: [MeasureGroups]) {
            self.field = field
            self.title = title
            self.measures = measures
        }
    }

    /// One measure by the groups of one field. Ages may be put together differently in each, where groups are small.
    package struct MeasureGroups: Sendable, Equatable {
        package var measure: Measure
        /// Over the whole period.
        package var groups: [Group]
        /// Over time.
        package var series: [Series]

        package init(measure: Measure, groups: [Group], series: [Series]) {
            self.measure = measure
            self.groups = groups
            self.series = series
        }
    }

    package struct Group: Sendable, Equatable {
        package var value: String
        package var title: String
        /// nil where the group is shown.
        package var suppression: EqualityGroup.Suppression?
        /// nil where the group is not shown, or nobody could be counted among.
        package var rate: Rate?

        package init(value: String, title: String, suppression: EqualityGroup.Suppression?, rate: Rate?) {
            self.value = value
            self.title = title
            self.suppression = suppression
            self.rate = rate
        }
    }

    /// One group, a rate for each of the report's periods.
    package struct Series: Sendable, Equatable {
        package var value: String
        package var title: String
        /// nil where the group is shown. One that is too small in one period is left out of all.
        package var suppression: EqualityGroup.Suppression?
        /// nil where nobody could be counted among; empty where the group is not shown.
        package var rates: [Rate?]

        package init(value: String, title: String, suppression: EqualityGroup.Suppression?, rates: [Rate?]) {
            self.value = value
            self.title = title
            self.suppression = suppression
            self.rates = rates
        }
    }

    /// So many of so many, with Wilson's 95 % interval.
    package struct Rate: Sendable, Equatable {
        package var count: Int
        package var of: Int
        package var rate: Double
        package var low: Double
        package var high: Double

        package init(count: Int, of: Int, rate: Double, low: Double, high: Double) {
            self.count = count
            self.of = of
            self.rate = rate
            self.low = low
            self.high = high
        }
    }
}
