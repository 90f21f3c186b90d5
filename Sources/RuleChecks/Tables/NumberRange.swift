/// Numbers between two ends, infinite where there is none; `isWhole` where only whole ones are meant.
struct NumberRange: Hashable, Sendable {
    var low: Double
    var high: Double
    var isWhole: Bool

    static let line = NumberRange(low: -.infinity, high: .infinity, isWhole: false)
    static let count = NumberRange(low: 0, high: .infinity, isWhole: true)

    init(low: Double, high: Double, isWhole: Bool) {
        self.low = low
        self.high = high
        self.isWhole = isWhole
    }

    /// Ends that no value is likely to reach stand for none.
    init(_ range: ClosedRange<Int>?) {
        let far = 1_000_000_000_000_000
        low = range.map { $0.lowerBound > -far ? Double($0.lowerBound) : -.infinity } ?? -.infinity
        high = range.map { $0.upperBound < far ? Double($0.upperBound) : .infinity } ?? .infinity
        isWhole = true
    }

    init(_ value: Double) { self.init(low: value, high: value, isWhole: value == value.rounded()) }

    func union(_ other: NumberRange) -> NumberRange {
        NumberRange(low: min(low, other.low), high: max(high, other.high), isWhole: isWhole && other.isWhole)
    }

    static func + (a: NumberRange, b: NumberRange) -> NumberRange { among([a.low + b.low, a.high + b.high], a, b) }
    static func - (a: NumberRange, b: NumberRange) -> NumberRange { among([a.low - b.high, a.high - b.low], a, b) }
    static func * (a: NumberRange, b: NumberRange) -> NumberRange {
        // 0 × ∞ is no number, and no such product is meant.
        among([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map { $0.isNaN ? 0 : $0 }, a, b)
    }

    private static func among(_ ends: [Double], _ a: NumberRange, _ b: NumberRange) -> NumberRange {
        guard !ends.contains(where: \.isNaN), let low = ends.min(), let high = ends.max() else { return .line }
        return NumberRange(low: low, high: high, isWhole: a.isWhole && b.isWhole)
    }
}
