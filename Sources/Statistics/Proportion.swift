/// So many of so many.
package struct Proportion: Sendable, Equatable {
    package let count: Int
    package let of: Int

    package init(_ count: Int, of: Int) {
        self.count = count
        self.of = of
    }

    /// nil where there is nobody to count among.
    package var value: Double? { of > 0 ? Double(count) / Double(of) : nil }

    /// The 95 % point of the normal distribution, two-sided.
    private static let z = 1.959963984540054

    /// Wilson's 95 % score interval, without a correction for continuity; nil where there is nobody to count among.
    ///
    /// E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
    package var interval: (low: Double, high: Double)? {
        guard of > 0 else { return nil }
        let (n, p, z) = (Double(of), Double(count) / Double(of), Proportion.z)
        let centre = p + z * z / (2 * n)
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        // At either end the formula gives 0 or 1, save for the last bits.
        let low = count == 0 ? 0 : (centre - half) / scale
        let high = count == of ? 1 : (centre + half) / scale
        return (Swift.max(0, low), Swift.min(1, high))
    }
}
