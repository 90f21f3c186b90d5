import RulePacks

/// What each row of a matrix can give, and under which condition.
struct RowChoices {
    struct Choice {
        var condition: Formula
        var points: Double
    }

    /// For each row, fewest points first.
    private(set) var rows: [[Choice]] = []
    private let hasTotal: Bool

    init(_ reader: RuleReader, matrix place: Int) {
        let matrix = reader.program.rules.matrices[place]
        hasTotal = matrix.total != nil
        for row in matrix.rows {
            var choices = RowChoices.points(reader, row, matrix)
            if let function = row.when {
                let when = reader.condition("matrix.\(matrix.name).\(row.id)", "row", row.heading, function).formula
                choices = choices.map { Choice(condition: .every([when, $0.condition]), points: $0.points) }
                choices.append(Choice(condition: when.negated, points: 0))
            }
            choices = choices.map { choice in
                var least = row.min
                if case .constant(let constant) = row.points, choice.points == constant { least = Swift.min(least, constant) }
                return Choice(condition: choice.condition, points: Swift.max(least, Swift.min(row.max ?? .infinity, choice.points)))
            }
            rows.append(choices.sorted { $0.points < $1.points })
        }
    }

    private static func points(_ reader: RuleReader, _ row: Matrix.Row, _ matrix: Matrix) -> [Choice] {
        switch row.points {
        case .constant(let points): return [Choice(condition: .truth(true), points: points)]
        case .steps(_, let steps):
            guard case .number(let term) = reader.pointsValue(row, in: matrix) else { return [] }
            var above = Formula.truth(true)
            var choices: [Choice] = []
            for step in steps {
                let reached = reader.comparison(.greaterOrEqual, term, LinearTerm(step.from))
                choices.append(Choice(condition: .every([above, reached]), points: step.points))
                above = .every([above, reached.negated])
            }
            return choices + [Choice(condition: above, points: 0)]
        case .function:
            return reader.pointsValue(row, in: matrix).leaves.flatMap { leaf -> [Choice] in
                guard case .number(let term) = leaf.value else { return [] }
                guard let part = term.parts.first else { return [Choice(condition: leaf.condition, points: term.constant)] }
                guard term.parts.count == 1, let ends = reader.book[part.variable].domain.ends, ends.low.isFinite else { return [] }
                return (0..<12).compactMap { step in
                    let number = ends.low + Double(step)
                    guard number <= ends.high else { return nil }
                    let isSo = Formula.atom(Atom(variable: part.variable, test: .compare(.equal, number)))
                    return Choice(condition: .every([leaf.condition, isSo]), points: part.factor * number + term.constant)
                }
            }
        }
    }

    /// Conditions under which the total should be in one of the cells.
    func ways(to cells: [VariableCells.Cell]) -> [[Formula]] {
        if hasTotal || rows.contains(where: \.isEmpty) { return levels }
        var totals: [Double: [Int]] = [0: []]
        for row in rows {
            var next: [Double: [Int]] = [:]
            for (total, chosen) in totals.sorted(by: { $0.key < $1.key }) {
                for (place, choice) in row.enumerated() where next[total + choice.points] == nil && next.count < 1_000 {
                    next[total + choice.points] = chosen + [place]
                }
            }
            totals = next
        }
        let fitting = totals.filter { total, _ in
            cells.contains { if case .number(let low, let high, _) = $0 { total >= low && total <= high } else { false } }
        }
        return fitting.sorted { $0.key < $1.key }.map { formulas($0.value) }
    }

    /// Every row at its lowest, then higher and higher.
    var levels: [[Formula]] {
        let steps = 10
        return (0...steps).map { level in
            formulas(rows.map { $0.isEmpty ? -1 : (level * ($0.count - 1) + steps / 2) / steps })
        }
    }

    /// Every row at its highest.
    var highest: [Formula] { formulas(rows.map { $0.count - 1 }) }

    private func formulas(_ chosen: [Int]) -> [Formula] {
        zip(rows, chosen).compactMap { row, place in row.indices.contains(place) ? row[place].condition : nil }
    }
}
