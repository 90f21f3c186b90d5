/// Published average costs of crime, in the prices of one year.
package struct CostTable: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        /// As the source names it.
        package var heading: String
        /// Types of offence in records that are costed under it. The pairing is Waymark's own, by the names.
        package var types: [String]
        /// The average cost to society of one such crime.
        package var average: Pence
        /// The part of it that falls on the criminal justice system.
        package var justice: Pence

        package init(heading: String, types: [String], average: Pence, justice: Pence) {
            self.heading = heading
            self.types = types
            self.average = average
            self.justice = justice
        }
    }

    /// The year of the prices: `2003/04`.
    package var priceYear: String
    /// Where the figures come from.
    package var source: String
    package var rows: [Row]

    package init(priceYear: String, source: String, rows: [Row]) {
        self.priceYear = priceYear
        self.source = source
        self.rows = rows
    }

    /// The average cost of each type of offence that has one.
    package var byType: [String: Pence] {
        rows.reduce(into: [:]) { costs, row in for type in row.types { costs[type] = row.average } }
    }
}
