/// Several tests at once: the more there are, the likelier it is that one stands out by chance alone.
package enum HolmCorrection {
    /// Each p, raised so that the chance of any false alarm among all of them stays what it would be for one test.
    ///
    /// S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70. The order is that of the input.
    package static func adjusted(_ values: [Double]) -> [Double] {
        var result = values
        var largest = 0.0
        for (rank, place) in values.indices.sorted(by: { (values[$0], $0) < (values[$1], $1) }).enumerated() {
            largest = max(largest, min(1, values[place] * Double(values.count - rank)))
            result[place] = largest
        }
        return result
    }
}
