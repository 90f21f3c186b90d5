/// Fisher's exact test of a table of two rows and two columns.
package enum FishersExactTest {
    /// How much more than the observed table's probability still counts as no more: sums of floating point differ in their
    /// last bits. The same as in R's `fisher.test`.
    private static let tolerance = 1 + 1e-7

    /// The two-sided p: the probability, with the margins as they are, of all tables that are no more likely than this one.
    ///
    /// Tables are weighed from the likeliest one outwards, each from its neighbour, so that no factorial is ever needed. All
    /// counts are 0 or more.
    package static func twoSided(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
        let (row, column, all) = (a + b, a + c, a + b + c + d)
        let (least, most) = (max(0, row + column - all), min(row, column))
        guard least < most else { return 1 }
        let mode = min(most, max(least, (row + 1) * (column + 1) / (all + 2)))
        /// The weight of `k + 1` for that of `k`.
        func ratio(_ k: Int) -> Double {
            Double(row - k) * Double(column - k) / (Double(k + 1) * Double(all - row - column + k + 1))
        }
        var observed = 1.0
        for k in stride(from: mode, to: a, by: 1) { observed *= ratio(k) }
        for k in stride(from: mode, to: a, by: -1) { observed /= ratio(k - 1) }
        let limit = observed * tolerance
        var (total, extreme) = (0.0, 0.0)
        func take(_ weight: Double) {
            total += weight
            if weight <= limit { extreme += weight }
        }
        take(1)
        var weight = 1.0
        for k in stride(from: mode, to: most, by: 1) where weight > 0 {
            weight *= ratio(k)
            take(weight)
        }
        weight = 1
        for k in stride(from: mode, to: least, by: -1) where weight > 0 {
            weight /= ratio(k - 1)
            take(weight)
        }
        return min(1, extreme / total)
    }
}
