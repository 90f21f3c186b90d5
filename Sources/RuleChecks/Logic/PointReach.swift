/// Which numbers of points a row or a matrix can come to; it may hold some that it cannot.
struct PointReach {
    /// All of them, lowest first; nil where there are too many to list.
    var values: [Double]?
    var low: Double
    var high: Double

    static let most = 1_500

    static let anything = PointReach(low: -.infinity, high: .infinity)
    static let none = PointReach(values: [])

    init(low: Double, high: Double) {
        self.low = low.isNaN ? -.infinity : low
        self.high = high.isNaN ? .infinity : high
    }

    init(values: [Double]) {
        guard values.allSatisfy(\.isFinite) else {
            self = .anything
            return
        }
        let all = Set(values).sorted()
        self.values = all.count <= PointReach.most ? all : nil
        low = all.first ?? .infinity
        high = all.last ?? -.infinity
    }

    var isEmpty: Bool { low > high }

    func union(_ other: PointReach) -> PointReach {
        if isEmpty { return other }
        if other.isEmpty { return self }
        if let values, let others = other.values { return PointReach(values: values + others) }
        return PointReach(low: min(low, other.low), high: max(high, other.high))
    }

    func clamped(_ least: Double, _ most: Double) -> PointReach {
        func clamp(_ value: Double) -> Double { max(least, min(most, value)) }
        if let values { return PointReach(values: values.map(clamp)) }
        return PointReach(low: clamp(low), high: clamp(high))
    }

    static func + (a: PointReach, b: PointReach) -> PointReach {
        if let x = a.values, let y = b.values, x.count * y.count <= 100_000 {
            return PointReach(values: x.flatMap { one in y.map { one + $0 } })
        }
        return PointReach(low: a.low + b.low, high: a.high + b.high)
    }

    /// Something in it is at least `from` and below `below`.
    func meets(from: Double, below: Double) -> Bool {
        if let values { return values.contains { $0 >= from && $0 < below } }
        return high >= from && low < below
    }

    /// What of it lies within these ends.
    func within(_ range: ClosedRange<Double>) -> PointReach {
        if let values { return PointReach(values: values.filter(range.contains)) }
        return PointReach(low: max(low, range.lowerBound), high: min(high, range.upperBound))
    }
}
