/// Totals before and during management as somebody published them, with the change worked out.
package struct PublishedTotals: Sendable, Equatable {
    package enum Unit: String, Sendable {
        /// Whole numbers.
        case count
        /// Amounts, held in pence.
        case pounds
    }

    package struct Measure: Sendable, Equatable {
        package var name: String
        package var unit: Unit
        /// Whole numbers, or pence.
        package var before: Int
        package var during: Int
        /// What was printed; nil where nothing was. Percentages in tenths.
        package var printedChange: Int?
        package var printedTenths: Int?

        package init(name: String, unit: Unit, before: Int, during: Int, printedChange: Int?, printedTenths: Int?) {
            self.name = name
            self.unit = unit
            self.before = before
            self.during = during
            self.printedChange = printedChange
            self.printedTenths = printedTenths
        }

        package var change: Int { during - before }

        /// The change in tenths of a percent of what was before; nil where there was nothing before.
        package var tenths: Int? { before > 0 ? Share.rounded(change * 1000, over: before) : nil }
    }

    package var source: String
    package var measures: [Measure]

    package init(source: String, measures: [Measure]) {
        self.source = source
        self.measures = measures
    }
}
