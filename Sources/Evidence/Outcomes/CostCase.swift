/// One person's costs before and after joining a scheme, line by line, with what a document printed.
package struct CostCase: Sendable, Equatable {
    package enum Side: String, Sendable, CaseIterable {
        case before, after
    }

    /// A number of units at a price: `250 days at £37,648 for 365`.
    package struct Line: Sendable, Equatable {
        package var side: Side
        package var item: String
        package var quantity: Int
        package var unit: String
        package var price: Pence
        /// How many units the price is for: 365 for days where it is a year's.
        package var per: Int
        /// What the document prints; nil where it prints nothing.
        package var printed: Pence?
        package var source: String
        package var note: String

        package init(side: Side, item: String, quantity: Int, unit: String, price: Pence, per: Int, printed: Pence?, source: String, note: String) {
            self.side = side
            self.item = item
            self.quantity = quantity
            self.unit = unit
            self.price = price
            self.per = per
            self.printed = printed
            self.source = source
            self.note = note
        }

        /// In whole pounds, as documents print it, half a pound counting as one.
        package var amount: Pence { Pence(Share.rounded(quantity * price.value, over: per * 100) * 100) }

        /// The price at which the printed amount would be right; nil where none of whole pence would.
        package var impliedPrice: Pence? {
            guard let printed, printed != amount, quantity > 0, (printed.value * per).isMultiple(of: quantity) else { return nil }
            return Pence(printed.value * per / quantity)
        }
    }

    package var name: String
    package var lines: [Line]
    /// Totals as the document prints them.
    package var printedTotals: [Side: Pence]
    /// Before less after, as the document prints it; nil where it prints none.
    package var printedDifference: Pence?

    package init(name: String, lines: [Line] = [], printedTotals: [Side: Pence] = [:], printedDifference: Pence? = nil) {
        self.name = name
        self.lines = lines
        self.printedTotals = printedTotals
        self.printedDifference = printedDifference
    }

    package func total(_ side: Side) -> Pence { lines.reduce(.zero) { $1.side == side ? $0 + $1.amount : $0 } }

    /// What was spent before, less what was spent after.
    package var difference: Pence { total(.before) - total(.after) }
}
