extension UnaryTests: CustomStringConvertible {
    /// The cell in its plainest form, which reads back as the same tests: `>= 75`, `"high", "very_high"`, `not("low")`.
    package var description: String {
        switch form {
        case .any: "-"
        case .positive(let tests): tests.map(\.description).joined(separator: ", ")
        case .negated(let tests): "not(" + tests.map(\.description).joined(separator: ", ") + ")"
        }
    }
}

extension UnaryTest: CustomStringConvertible {
    package var description: String {
        switch self {
        case .equal(let value): value.description
        case .below(let limit, let orEqual): "\(orEqual ? "<=" : "<") \(limit)"
        case .above(let limit, let orEqual): "\(orEqual ? ">=" : ">") \(limit)"
        case .between(let low, let high, let includesLow, let includesHigh):
            "\(includesLow ? "[" : "(")\(low)..\(high)\(includesHigh ? "]" : ")")"
        }
    }
}
