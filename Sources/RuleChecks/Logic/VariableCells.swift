/// The values of one variable, gathered into cells that no test tells apart.
struct VariableCells {
    enum Cell: Hashable {
        case bool(Bool)
        /// Whole numbers from one to the other, or any number between; a value that stands for them.
        case number(low: Double, high: Double, value: Double)
        case text(String)
        /// A text that no test names.
        case otherText
    }

    private(set) var cells: [Cell] = []
    private var masks: [Atom.Test: UInt64] = [:]
    var all: UInt64 { cells.count == 64 ? .max : (1 << UInt64(cells.count)) - 1 }

    /// nil where there are more cells than can be told apart here.
    init?(_ variable: Variable, _ tests: [Atom.Test]) {
        var seen: [[Bool]: Int] = [:]
        for cell in VariableCells.candidates(variable.domain, tests) {
            let signature = tests.map { VariableCells.holds($0, cell) }
            if let place = seen[signature] {
                guard case .number(let low, _, let value) = cells[place], case .number(_, let high, _) = cell else { continue }
                if place == cells.count - 1 {
                    cells[place] = .number(low: low, high: high, value: value)
                    continue
                }
            }
            seen[signature] = cells.count
            cells.append(cell)
        }
        guard cells.count <= 64 else { return nil }
        for test in tests {
            var mask: UInt64 = 0
            for (place, cell) in cells.enumerated() where VariableCells.holds(test, cell) { mask |= 1 << UInt64(place) }
            masks[test] = mask
        }
    }

    func mask(_ test: Atom.Test) -> UInt64 { masks[test] ?? 0 }
    func cells(_ mask: UInt64) -> [Cell] { cells.indices.filter { mask & (1 << UInt64($0)) != 0 }.map { cells[$0] } }

    func lowest(_ mask: UInt64) -> Double {
        cells(mask).map { if case .number(let low, _, _) = $0 { low } else { 0 } }.min() ?? 0
    }

    func highest(_ mask: UInt64) -> Double {
        cells(mask).map { if case .number(_, let high, _) = $0 { high } else { 0 } }.max() ?? 0
    }

    static func holds(_ test: Atom.Test, _ cell: Cell) -> Bool {
        switch (test, cell) {
        case (.isTrue, .bool(let value)): value
        case (.compare(let comparison, let bound), .number(_, _, let value)): comparison.holds(value, bound)
        case (.isOneOf(let values), .text(let text)): values.contains(text)
        default: false
        }
    }

    private static func candidates(_ domain: Variable.Domain, _ tests: [Atom.Test]) -> [Cell] {
        switch domain {
        case .bool: return [.bool(false), .bool(true)]
        case .fixed(let value): return [.bool(value)]
        case .text(let values?): return values.map { .text($0) }
        case .text(nil):
            let named = tests.reduce(into: Set<String>()) { if case .isOneOf(let values) = $1 { $0.formUnion(values) } }
            return [.otherText] + named.sorted().map { .text($0) }
        case .numbers(let values): return values.map { .number(low: $0, high: $0, value: $0) }
        case .number(let low, let high, let isWhole):
            let cuts = Set(tests.compactMap { if case .compare(_, let bound) = $0, bound.isFinite { bound } else { nil } }).sorted()
            return isWhole ? whole(low, high, cuts) : any(low, high, cuts)
        }
    }

    private static func whole(_ low: Double, _ high: Double, _ cuts: [Double]) -> [Cell] {
        var starts = Set(cuts.flatMap { [$0.rounded(.up), $0.rounded(.down) + 1] })
        let first = low.isFinite ? low.rounded(.up) : min((cuts.first ?? 0).rounded(.down) - 1, -1)
        starts.insert(first)
        let ordered = starts.filter { $0 >= first && $0 <= high }.sorted()
        return ordered.enumerated().map { place, start in
            let end = place + 1 < ordered.count ? ordered[place + 1] - 1 : high
            return .number(low: place == 0 ? low : start, high: end, value: start)
        }
    }

    private static func any(_ low: Double, _ high: Double, _ cuts: [Double]) -> [Cell] {
        guard low <= high else { return [] }
        var points = cuts.filter { $0 >= low && $0 <= high }
        if low.isFinite, points.first != low { points.insert(low, at: 0) }
        if high.isFinite, points.last != high, high > low || points.isEmpty { points.append(high) }
        guard let first = points.first, let last = points.last else { return [.number(low: low, high: high, value: 0)] }
        var cells: [Cell] = low.isFinite ? [] : [.number(low: -.infinity, high: first, value: first - 1)]
        for (place, point) in points.enumerated() {
            cells.append(.number(low: point, high: point, value: point))
            if place + 1 < points.count {
                cells.append(.number(low: point, high: points[place + 1], value: point + (points[place + 1] - point) / 2))
            }
        }
        if !high.isFinite { cells.append(.number(low: last, high: .infinity, value: last + 1)) }
        return cells
    }
}
