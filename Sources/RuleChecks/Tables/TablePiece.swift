import Notation
import RulePacks

/// Values of an input among which no cell of the table tells a difference.
enum TablePiece: Hashable, Sendable {
    case value(TableValue)
    /// Numbers between two ends; where these are whole, both belong to it.
    case numbers(low: Double, includesLow: Bool, high: Double, includesHigh: Bool, isWhole: Bool)
    /// Days by number, both ends included.
    case days(Int, Int)
    /// Texts that sort between two others; nil for no end on that side.
    case texts(after: String?, before: String?)
    /// Values that no cell mentions.
    case others

    /// A value of the piece; nil where only `-` takes it.
    var sample: TableValue? {
        switch self {
        case .value(let value): value
        case .numbers(let low, let includesLow, let high, let includesHigh, let isWhole):
            .number(TablePiece.number(low, includesLow, high, includesHigh, isWhole))
        case .days(let low, let high): .date(Day(number: low == Day.earliest.number ? high : low))
        // Nothing sorts between a text and the same text with a null after it.
        case .texts(let after, _): .string(after.map { $0 + "\0" } ?? "")
        case .others: nil
        }
    }

    /// As plain a number as there is.
    private static func number(_ low: Double, _ includesLow: Bool, _ high: Double, _ includesHigh: Bool, _ isWhole: Bool) -> Double {
        if low == -.infinity, high == .infinity { return 0 }
        if low == -.infinity { return includesHigh ? high : min((high - 1).rounded(.up), high.nextDown) }
        if includesLow { return low }
        if high == .infinity { return max((low + 1).rounded(.down), low.nextUp) }
        let whole = low.rounded(.down) + 1
        if whole < high || (includesHigh && whole == high) { return whole }
        return low + (high - low) / 2
    }

    func contains(_ value: TableValue) -> Bool {
        switch (self, value) {
        case (.value(let own), _): own == value
        case (.numbers(let low, let includesLow, let high, let includesHigh, let isWhole), .number(let number)):
            (low < number || (includesLow && low == number)) && (number < high || (includesHigh && number == high))
                && (!isWhole || number == number.rounded())
        case (.days(let low, let high), .date(let day)): low <= day.number && day.number <= high
        case (.texts(let after, let before), .string(let text)):
            (after.map { $0 < text } ?? true) && (before.map { text < $0 } ?? true)
        case (.others, _): true
        default: false
        }
    }

    /// This piece and the one that follows it as one; nil where they are not neighbours of one kind.
    func joined(_ next: TablePiece) -> TablePiece? {
        switch (self, next) {
        case (.numbers(let low, let includesLow, _, _, let isWhole), .numbers(_, _, let high, let includesHigh, _)):
            .numbers(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh, isWhole: isWhole)
        case (.days(let low, _), .days(_, let high)): .days(low, high)
        default: nil
        }
    }
}
