import Notation
import RulePacks

/// An input of a table, its values cut into pieces at every end that a cell has.
struct TableColumn: Sendable {
    let title: String
    let domain: InputDomain
    /// In order; neighbouring numbers that all cells treat alike are one piece.
    private(set) var pieces: [TablePiece]
    /// Pieces that stand for what only a derived input might give, such as nothing; they count for whether a row can be
    /// reached, and for nothing else.
    private(set) var stray: Set<Int> = []
    /// For each row, the pieces that its cell takes.
    private(set) var taken: [TableBits]

    init(title: String, input: FollowedInput, cells: [UnaryTests]) {
        self.title = title
        domain = input.domain
        let endpoints = Set(cells.flatMap { $0.tests.flatMap(\.endpoints) })
        pieces = TableColumn.merged(TableColumn.cut(input.domain, endpoints), cells)
        if input.mayBeNothing, !pieces.contains(.value(.bool(false))) {
            stray.insert(pieces.count)
            pieces.append(.value(.bool(false)))
        }
        if input.domain == .anything, !pieces.contains(.others) {
            stray.insert(pieces.count)
            pieces.append(.others)
        }
        let pieces = pieces
        taken = cells.map { cell in
            TableBits(count: pieces.count) { TableColumn.takes(cell, pieces[$0]) }
        }
    }

    /// Every piece but the stray ones.
    var whole: TableBits { TableBits(count: pieces.count) { !stray.contains($0) } }
    var everything: TableBits { TableBits(count: pieces.count) { _ in true } }

    private static func takes(_ cell: UnaryTests, _ piece: TablePiece) -> Bool { piece.sample.map { cell.matches($0) } ?? cell.isAny }

    // MARK: Cutting

    private static func cut(_ domain: InputDomain, _ endpoints: Set<TableValue>) -> [TablePiece] {
        let numbers = endpoints.compactMap { if case .number(let number) = $0 { number } else { nil } }
        let days = endpoints.compactMap { if case .date(let day) = $0 { day.number } else { nil } }
        let texts = endpoints.compactMap { if case .string(let text) = $0 { text } else { nil } }.sorted()
        switch domain {
        case .values(let values): return values.map { .value($0) }
        case .numbers(let range): return range.isWhole ? wholes(range, numbers) : reals(range, numbers)
        case .days: return self.days(days)
        case .text: return self.texts(texts)
        case .anything:
            var pieces: [TablePiece] = []
            if !numbers.isEmpty { pieces += reals(.line, numbers) }
            if !days.isEmpty { pieces += self.days(days) }
            if !texts.isEmpty { pieces += self.texts(texts) }
            if endpoints.contains(.bool(true)) || endpoints.contains(.bool(false)) { pieces += [.value(.bool(false)), .value(.bool(true))] }
            return pieces.isEmpty ? [.others] : pieces
        }
    }

    private static func reals(_ range: NumberRange, _ endpoints: [Double]) -> [TablePiece] {
        let points = Set(endpoints.filter { $0 >= range.low && $0 <= range.high } + [range.low, range.high].filter(\.isFinite)).sorted()
        var pieces: [TablePiece] = []
        func gap(_ low: Double, _ high: Double) {
            guard low.nextUp < high else { return }
            pieces.append(.numbers(low: low, includesLow: false, high: high, includesHigh: false, isWhole: false))
        }
        var last = -Double.infinity
        for point in points {
            if point > range.low { gap(last, point) }
            pieces.append(.numbers(low: point, includesLow: true, high: point, includesHigh: true, isWhole: false))
            last = point
        }
        if last < range.high { gap(last, .infinity) }
        return pieces
    }

    private static func wholes(_ range: NumberRange, _ endpoints: [Double]) -> [TablePiece] {
        let cuts = Set(endpoints.flatMap { [$0.rounded(.up), $0.rounded(.down) + 1] }.filter { $0 > range.low && $0 <= range.high }).sorted()
        let starts = [range.low.rounded(.up)] + cuts.filter { $0 > range.low.rounded(.up) }
        return starts.enumerated().compactMap { place, start in
            let end = place + 1 < starts.count ? starts[place + 1] - 1 : range.high.rounded(.down)
            guard start <= end else { return nil }
            return .numbers(low: start, includesLow: start.isFinite, high: end, includesHigh: end.isFinite, isWhole: true)
        }
    }

    private static func days(_ endpoints: [Int]) -> [TablePiece] {
        let first = Day.earliest.number
        let last = Day.latest.number
        let starts = [first] + Set(endpoints.flatMap { [$0, $0 + 1] }.filter { $0 > first && $0 <= last }).sorted()
        return starts.enumerated().map { place, start in .days(start, place + 1 < starts.count ? starts[place + 1] - 1 : last) }
    }

    private static func texts(_ sorted: [String]) -> [TablePiece] {
        var pieces: [TablePiece] = sorted.first.map { $0.isEmpty ? [] : [.texts(after: nil, before: $0)] } ?? [.texts(after: nil, before: nil)]
        for (place, text) in sorted.enumerated() {
            pieces += [.value(.string(text)), .texts(after: text, before: place + 1 < sorted.count ? sorted[place + 1] : nil)]
        }
        return pieces
    }

    private static func merged(_ pieces: [TablePiece], _ cells: [UnaryTests]) -> [TablePiece] {
        var result: [TablePiece] = []
        var last: [Bool] = []
        for piece in pieces {
            let rows = cells.map { takes($0, piece) }
            if rows == last, let joined = result.last?.joined(piece) {
                result[result.count - 1] = joined
            } else {
                result.append(piece)
            }
            last = rows
        }
        return result
    }
}
