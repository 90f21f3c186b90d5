import LuaSyntax
import RulePacks

extension RuleReader {
    // MARK: Scores and bands

    /// The total of a matrix.
    func score(_ place: Int) -> LinearTerm {
        let name = program.rules.matrices[place].name
        let reach = reach(ofMatrix: place).within(program.rules.matrices[place].range)
        let words = "the total of matrix `\(name)` goes from \(shown(reach.low)) to \(shown(reach.high))"
        return LinearTerm(variable: book.place("d.score.\(name)") {
            let domain: Variable.Domain = reach.values.map { .numbers($0) } ?? .number(low: reach.low, high: reach.high, isWhole: false)
            return Variable(key: "d.score.\(name)", domain: domain, paths: [], source: .score(place), words: words)
        })
    }

    func band(_ matrix: String, _ id: String) -> Formula {
        guard let place = program.rules.matrices.firstIndex(where: { $0.name == matrix }),
            let ends = bandEnds(program.rules.matrices[place], id)
        else { return book.freeTruth() }
        let total = score(place)
        var parts: [Formula] = []
        if ends.from > -.infinity { parts.append(comparison(.greaterOrEqual, total, LinearTerm(ends.from))) }
        if ends.below < .infinity { parts.append(comparison(.less, total, LinearTerm(ends.below))) }
        return .every(parts)
    }

    /// From which total a band begins, and at which it has ended; nil where the matrix has no such band.
    func bandEnds(_ matrix: Matrix, _ id: String) -> (from: Double, below: Double)? {
        guard let place = matrix.bands.firstIndex(where: { $0.id == id }) else { return nil }
        let below = place > 0 ? matrix.bands[place - 1].from ?? -.infinity : .infinity
        return (matrix.bands[place].from ?? -.infinity, below)
    }

    // MARK: What rows can give

    /// What the totals of a matrix can be, outside its range too.
    func reach(ofMatrix place: Int) -> PointReach {
        if let reach = reaches[place] { return reach }
        let matrix = program.rules.matrices[place]
        guard inProgress.insert("reach \(matrix.name)").inserted else { return .anything }
        defer { inProgress.remove("reach \(matrix.name)") }
        let rows = matrix.rows.map { row in reading { self.reach(of: row, in: matrix) }.result }
        var reach = PointReach(values: [0])
        if matrix.total == nil {
            for row in rows { reach = reach + row }
        } else {
            reach = reading { total(matrix, rows) }.result
        }
        reaches[place] = reach
        return reach
    }

    /// What `total` makes of the rows. Where data is missing it gets their lowest and highest, which need not be points that they give.
    private func total(_ matrix: Matrix, _ rows: [PointReach]) -> PointReach {
        guard let (written, file) = rule("matrix.\(matrix.name)", matrix.heading), let expression = written["total"],
            case .closure(let function) = value(expression, Scope(file: file, locals: [:]))
        else { return .anything }
        var points = SymbolicTable()
        for (row, reach) in zip(matrix.rows, rows) {
            let low = min(row.min, reach.low)
            let high = max(row.max ?? reach.high, reach.high, 0)
            let isWhole = reach.values?.allSatisfy { $0 == $0.rounded() } == true && row.min == row.min.rounded() && (row.max ?? 0) == (row.max ?? 0).rounded()
            points.named[row.id] = .number(
                book.freeNumber(key: "row \(matrix.name).\(row.id)", domain: .number(low: min(low, 0), high: high, isWhole: isWhole)))
        }
        return reach(of: result(of: function, [.table(points)]), least: -.infinity, most: .infinity)
    }

    /// What a row gives, cut to its `min` and `max`.
    func reach(of row: Matrix.Row, in matrix: Matrix) -> PointReach {
        let most = row.max ?? .infinity
        var least = row.min
        if case .constant(let constant) = row.points, constant < least { least = constant }
        let none = row.when == nil ? PointReach.none : PointReach(values: [0]).clamped(row.min, most)
        return points(of: row, in: matrix, least: least, most: most).clamped(least, most).union(none)
    }

    /// What a row's points can be before they are cut, but for the part beyond `least` and `most`.
    func points(of row: Matrix.Row, in matrix: Matrix, least: Double = -.infinity, most: Double = .infinity) -> PointReach {
        switch row.points {
        case .constant(let points): return PointReach(values: [points])
        case .steps(_, let steps): return PointReach(values: [0] + steps.map(\.points))
        case .function: return reach(of: pointsValue(row, in: matrix), least: least, most: most)
        }
    }

    /// The points, or the number to which steps belong, as the row's function gives them.
    func pointsValue(_ row: Matrix.Row, in matrix: Matrix) -> SymbolicValue {
        let key = if case .steps = row.points { "of" } else { "points" }
        guard let (written, file) = rule("matrix.\(matrix.name).\(row.id)", row.heading), let expression = written[key] else {
            return .unknown(key: nil, reason: nil)
        }
        return called(value(expression, Scope(file: file, locals: [:])))
    }

    func reach(of value: SymbolicValue, least: Double, most: Double) -> PointReach {
        value.leaves.reduce(PointReach.none) { reach, leaf in
            guard case .number(let term) = leaf.value, !term.isDate else { return .anything }
            return reach.union(self.reach(of: term, where: leaf.condition, least, most))
        }
    }

    private func reach(of term: LinearTerm, where condition: Formula, _ least: Double, _ most: Double) -> PointReach {
        guard let part = term.parts.first else { return PointReach(values: [term.constant]) }
        guard term.parts.count == 1, var ends = book[part.variable].domain.ends else {
            let ends = book.ends(of: term)
            return PointReach(low: ends.low, high: ends.high)
        }
        narrow(&ends, of: part.variable, by: condition)
        if case .numbers(let values) = book[part.variable].domain {
            return PointReach(values: values.filter { $0 >= ends.low && $0 <= ends.high }.map { part.factor * $0 + term.constant })
        }
        let low = part.factor * (part.factor > 0 ? ends.low : ends.high) + term.constant
        let high = part.factor * (part.factor > 0 ? ends.high : ends.low) + term.constant
        guard book[part.variable].domain.isWhole, ends.low.isFinite, ends.low <= ends.high else { return PointReach(low: low, high: high) }
        var values: [Double] = []
        for step in 0..<500 {
            let number = ends.low.rounded(.up) + Double(step)
            if number > ends.high { return PointReach(values: values) }
            let points = part.factor * number + term.constant
            values.append(points)
            if part.factor > 0 ? points >= most : points <= least { return PointReach(values: values) }
        }
        return PointReach(low: low, high: high)
    }

    /// Draws in the ends of a variable by what a condition says of it directly.
    private func narrow(_ ends: inout (low: Double, high: Double), of variable: Int, by condition: Formula, isNegated: Bool = false) {
        switch condition {
        case .said(let inner, _): narrow(&ends, of: variable, by: inner, isNegated: isNegated)
        case .not(let inner): narrow(&ends, of: variable, by: inner, isNegated: !isNegated)
        case .all(let parts) where !isNegated: for part in parts { narrow(&ends, of: variable, by: part) }
        case .any(let parts) where isNegated: for part in parts { narrow(&ends, of: variable, by: part, isNegated: true) }
        case .atom(let atom) where atom.variable == variable:
            guard case .compare(let comparison, let bound) = atom.test else { return }
            switch (comparison, isNegated) {
            case (.less, false), (.lessOrEqual, false), (.greater, true), (.greaterOrEqual, true): ends.high = min(ends.high, bound)
            case (.greater, false), (.greaterOrEqual, false), (.less, true), (.lessOrEqual, true): ends.low = max(ends.low, bound)
            case (.equal, false): ends = (max(ends.low, bound), min(ends.high, bound))
            case (.equal, true): break
            }
        default: break
        }
    }
}
