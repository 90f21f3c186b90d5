import Notation

extension RowSet {
    /// The sets of rows whose cells one value can match together, over all values of the types that the cells mention.
    ///
    /// Between neighbouring endpoints no cell changes its mind, so each endpoint, a value of each gap and one beyond each end
    /// stand for all values.
    static func admissible(by cells: [UnaryTests]) -> [RowSet] {
        let values = representatives(of: Set(cells.flatMap { $0.tests.flatMap(\.endpoints) }))
        var anything = RowSet(capacity: cells.count)
        for (row, cell) in cells.enumerated() where cell.isAny { anything.insert(row) }
        var seen: Set<RowSet> = []
        var sets: [RowSet] = []
        for value in values {
            var matching = anything
            for (row, cell) in cells.enumerated() where cell.matches(value) { matching.insert(row) }
            if seen.insert(matching).inserted { sets.append(matching) }
        }
        return sets.isEmpty ? [anything] : sets
    }

    private static func representatives(of endpoints: Set<TableValue>) -> [TableValue] {
        var strings: [String] = []
        var numbers: [Double] = []
        var days: [Day] = []
        var values: [TableValue] = []
        for endpoint in endpoints {
            switch endpoint {
            case .string(let text): strings.append(text)
            case .number(let number): numbers.append(number)
            case .date(let day): days.append(day)
            case .bool: values = [.bool(true), .bool(false)]
            }
        }
        values += spread(strings.sorted()).map(TableValue.string)
        values += spread(numbers.sorted()).map(TableValue.number)
        values += spread(days.sorted()).map(TableValue.date)
        return values
    }

    /// Nothing sorts between a text and the same text with a null after it, so that stands for the gap after it.
    private static func spread(_ sorted: [String]) -> [String] {
        sorted.isEmpty ? [] : [""] + sorted.flatMap { [$0, $0 + "\0"] }
    }

    private static func spread(_ sorted: [Double]) -> [Double] {
        guard let low = sorted.first, let high = sorted.last else { return [] }
        let gaps = zip(sorted, sorted.dropFirst()).map { $0 / 2 + $1 / 2 }
        return [low.nextDown] + sorted + gaps + [high.nextUp]
    }

    private static func spread(_ sorted: [Day]) -> [Day] {
        sorted.flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }.filter { $0 >= .earliest && $0 <= .latest }
    }
}
