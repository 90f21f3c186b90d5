/// What becomes of the gap between groups when everybody has the same value in a field that the rules read.
package struct ProxyShift: Sendable, Equatable {
    /// The field that was made the same for everybody.
    package var field: String
    package var title: String
    /// What everybody had in it: `62`, `none`.
    package var held: String
    /// The field by which the groups are made: `sex`.
    package var by: String
    package var byTitle: String
    /// The highest rate less the lowest, among the groups that are shown.
    package var gap: Double
    package var without: Double
    /// The share of all people who are selected or retained then.
    package var rate: Double

    package var shift: Double { without - gap }

    package init(field: String, title: String, held: String, by: String, byTitle: String, gap: Double, without: Double, rate: Double) {
        self.field = field
        self.title = title
        self.held = held
        self.by = by
        self.byTitle = byTitle
        self.gap = gap
        self.without = without
        self.rate = rate
    }
}
