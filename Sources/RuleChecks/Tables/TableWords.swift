import Notation
import RulePacks

/// Says boxes in words, in the table's own: ``OGRS3 of 50 to 74 with risk of harm `very_high` ``.
struct TableWords {
    let space: TableSpace

    /// nil for a box that says nothing of any input.
    func text(_ box: TableBox) -> String? {
        let parts = space.columns.indices.filter { box.sides[$0] != space.whole.sides[$0] }.map { side(space.columns[$0], box.sides[$0]) }
        return parts.isEmpty ? nil : parts.joined(separator: " with ")
    }

    private func side(_ column: TableColumn, _ bits: TableBits) -> String {
        let missing = column.whole.subtracting(bits)
        let isNamed = column.pieces.allSatisfy { if case .value = $0 { true } else { false } }
        if isNamed, missing.count * 2 < column.whole.count, missing.count <= 2, column.whole.count > 2 {
            return "\(column.title) other than \(values(column, missing.members))"
        }
        let members = bits.intersection(column.whole).members
        guard let first = members.first else { return column.title }
        let isNumber = switch column.pieces[first] {
        case .numbers, .days, .value(.number), .value(.date): true
        default: false
        }
        return "\(column.title)\(isNumber ? " of" : "") \(values(column, members))"
    }

    /// Every value that the column can have; nil where that cannot be told.
    func all(_ column: TableColumn) -> String? {
        switch column.domain {
        case .anything, .text: nil
        case .values, .numbers, .days: values(column, column.whole.members)
        }
    }

    private func values(_ column: TableColumn, _ members: [Int]) -> String {
        var pieces: [TablePiece] = []
        var last: Int?
        var hasOtherTexts = false
        for place in members {
            let piece = column.pieces[place]
            if case .texts = piece {
                hasOtherTexts = true
            } else if last == place - 1, let joined = pieces.last?.joined(piece) {
                pieces[pieces.count - 1] = joined
            } else {
                pieces.append(piece)
            }
            last = place
        }
        var words = pieces.map(TableWords.text)
        if hasOtherTexts { words.append("any other text") }
        if words.count > 6 { words = Array(words.prefix(5)) + ["\(words.count - 5) more"] }
        return words.count > 1 ? words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "") : words.joined()
    }

    static func text(_ piece: TablePiece) -> String {
        switch piece {
        case .value(.string(let text)): "`\(text)`"
        case .value(.bool(let value)): value ? "`true`" : "`false`"
        case .value(.number(let number)): shortestText(number)
        case .value(.date(let day)): day.description
        case .numbers(let low, let includesLow, let high, let includesHigh, let isWhole):
            interval(low, includesLow, high, includesHigh, isWhole)
        case .days(let low, let high): days(low, high)
        case .texts: "any other text"
        case .others: "anything else"
        }
    }

    private static func interval(_ low: Double, _ includesLow: Bool, _ high: Double, _ includesHigh: Bool, _ isWhole: Bool) -> String {
        let from = shortestText(low)
        let to = shortestText(high)
        if low == high { return from }
        if low == -.infinity { return high == .infinity ? "any number" : includesHigh ? "\(to) or less" : "less than \(to)" }
        if high == .infinity { return includesLow ? "\(from) or more" : "more than \(from)" }
        if includesLow, includesHigh { return "\(from) to \(to)" }
        return "\(includesLow ? "\(from) or more" : "more than \(from)") and \(includesHigh ? "at most \(to)" : "less than \(to)")"
    }

    private static func days(_ low: Int, _ high: Int) -> String {
        let from = Day(number: low)
        let to = Day(number: high)
        if from == to { return from.description }
        if from == .earliest { return to == .latest ? "any day" : "\(to) or before" }
        return to == .latest ? "\(from) or after" : "\(from) to \(to)"
    }

    /// `row 3`, `rows 1 and 2`
    static func rows(_ rows: [Int]) -> String {
        var names = rows.map { String($0 + 1) }
        if names.count > 8 { names = Array(names.prefix(7)) + ["\(names.count - 7) more"] }
        return names.count < 2 ? "row \(names.joined())" : "rows \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
    }
}
