/// A length of time in whole days or whole calendar months, as in `days(5)` or `months(12)`.
package enum Span: Hashable, Sendable {
    case days(Int)
    case months(Int)

    /// Reads `12 months`, `1 year`, `90 days`, `2 weeks`; nil for anything else or a length under one.
    package init?(words: String) {
        let parts = words.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]), (1...10_000).contains(count) else { return nil }
        switch parts[1] {
        case "day", "days": self = .days(count)
        case "week", "weeks": self = .days(count * 7)
        case "month", "months": self = .months(count)
        case "year", "years": self = .months(count * 12)
        default: return nil
        }
    }

    package func before(_ day: Day) -> Day {
        switch self {
        case .days(let n): day.adding(days: -n)
        case .months(let n): day.adding(months: -n)
        }
    }

    package func after(_ day: Day) -> Day {
        switch self {
        case .days(let n): day.adding(days: n)
        case .months(let n): day.adding(months: n)
        }
    }
}

extension Span: CustomStringConvertible {
    /// `5 days`, `1 month`, `2 years`.
    package var description: String {
        func words(_ n: Int, _ unit: String) -> String { "\(n) \(unit)\(abs(n) == 1 ? "" : "s")" }
        return switch self {
        case .days(let n): words(n, "day")
        case .months(let n) where n != 0 && n.isMultiple(of: 12): words(n / 12, "year")
        case .months(let n): words(n, "month")
        }
    }
}
