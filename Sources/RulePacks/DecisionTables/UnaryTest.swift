/// One positive test of a cell: a value, a comparison or an interval.
package enum UnaryTest: Hashable, Sendable {
    case equal(TableValue)
    case below(TableValue, orEqual: Bool)
    case above(TableValue, orEqual: Bool)
    case between(TableValue, TableValue, includesLow: Bool, includesHigh: Bool)

    package func matches(_ value: TableValue) -> Bool {
        switch self {
        case .equal(let wanted):
            value == wanted
        case .below(let limit, let orEqual):
            value.isBefore(limit) || (orEqual && value == limit)
        case .above(let limit, let orEqual):
            limit.isBefore(value) || (orEqual && value == limit)
        case .between(let low, let high, let includesLow, let includesHigh):
            (low.isBefore(value) || (includesLow && value == low))
                && (value.isBefore(high) || (includesHigh && value == high))
        }
    }

    /// The values at which the test can change its mind; all are of one type.
    package var endpoints: [TableValue] {
        switch self {
        case .equal(let value), .below(let value, _), .above(let value, _): [value]
        case .between(let low, let high, _, _): [low, high]
        }
    }

    func accepts(_ kind: TableValue.Kind) -> Bool { endpoints[0].kind == kind }
}
