internal import Notation

extension FieldType {
    /// What a value must be, in words that follow "expected": `whole number from 0 to 2`, `date`.
    package var inWords: String {
        switch self {
        case .bool: return "true or false"
        case .int(let range): return "whole number" + limits(range.map { (Double($0.lowerBound), Double($0.upperBound)) })
        case .number(let range): return "number" + limits(range.map { ($0.lowerBound, $0.upperBound) })
        case .percent: return "number from 0 to 100"
        case .string: return "text"
        case .words: return "words"
        case .date: return "date"
        case .enumeration(let enumeration):
            let values = enumeration.values.map { "`\($0)`" }
            guard values.count > 1, let last = values.last else { return values.joined() }
            return values.dropLast().joined(separator: ", ") + " or " + last
        case .yearsSince(let field): return "whole years since `\(field)`"
        case .record: return "record"
        case .list: return "list"
        }
    }

    /// An end of a range that no value is likely to reach stands for no limit on that side.
    private func limits(_ range: (low: Double, high: Double)?) -> String {
        guard let range else { return "" }
        let hasLow = range.low > Double(Int.min)
        let hasHigh = range.high < Double(Int.max)
        return switch (hasLow, hasHigh) {
        case (true, true): " from \(shortestText(range.low)) to \(shortestText(range.high))"
        case (true, false): ", \(shortestText(range.low)) or more"
        case (false, true): ", \(shortestText(range.high)) or less"
        case (false, false): ""
        }
    }
}
