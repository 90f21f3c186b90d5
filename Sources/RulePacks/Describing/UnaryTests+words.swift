import Notation

extension UnaryTests {
    /// The cell as people say it: `75 or more`, `high or very high`, `50 or more and below 75`, `not low`, `any`.
    package var inWords: String {
        switch form {
        case .any: "any"
        case .positive(let tests): tests.map(\.inWords).joined(separator: " or ")
        case .negated(let tests): "not " + tests.map(\.inWords).joined(separator: " and not ")
        }
    }
}

extension UnaryTest {
    var inWords: String {
        switch self {
        case .equal(let value): value.inWords
        case .below(let limit, let orEqual): orEqual ? "\(limit.inWords) or less" : "below \(limit.inWords)"
        case .above(let limit, let orEqual): orEqual ? "\(limit.inWords) or more" : "above \(limit.inWords)"
        case .between(let low, let high, let includesLow, let includesHigh):
            UnaryTest.above(low, orEqual: includesLow).inWords + " and " + UnaryTest.below(high, orEqual: includesHigh).inWords
        }
    }
}

extension TableValue {
    package var inWords: String {
        switch self {
        case .string(let text): DecisionWords.value(text)
        case .number(let number): DecisionWords.number(number)
        case .bool(let value): value ? "yes" : "no"
        case .date(let day): day.inWords
        }
    }
}
