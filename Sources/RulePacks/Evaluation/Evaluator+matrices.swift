import Decisions
import LuaRuntime

extension Evaluator {
    func answerMatrix(_ index: Int) -> LuaStatus {
        let rule = rules.matrices[index]
        var why = Missing()
        for (place, row) in rule.rows.enumerated() {
            matrices[index].rows[place] = MatrixAnswer.Row(id: row.id)
            coverage?.began(index, row: place)
            switch points(of: row, at: (index, place), RuleName(path: "matrix.\(rule.name).\(row.id)", heading: row.heading)) {
            case .failed(let status): return status
            case .known(let points, let because):
                coverage?.gave(points, index, row: place)
                matrices[index].rows[place].low = points
                matrices[index].rows[place].high = points
                matrices[index].rows[place].because = because
                setKnown(program.slots.rows[index][place], .number(points))
            case .unknown(let low, let high, let missing):
                matrices[index].rows[place].low = low
                matrices[index].rows[place].high = high
                matrices[index].rows[place].unknown = names(of: missing)
                setUnknown(program.slots.rows[index][place], missing)
                why.formUnion(missing)
            }
        }
        return total(rule, index, why)
    }

    // MARK: Rows

    private enum Points {
        case known(Double, because: String?)
        case unknown(low: Double, high: Double?, Missing)
        case failed(LuaStatus)
    }

    private func points(of row: Matrix.Row, at place: (matrix: Int, row: Int), _ name: RuleName) -> Points {
        let bounds = bounds(of: row)
        if let when = row.when {
            switch condition(when, name) {
            case .failed(let status): return .failed(status)
            case .unknown(let missing):
                coverage?.condition(place.matrix, row: place.row, .unknown)
                // Where the condition turns out not to hold, the row counts 0, or what of its bounds is nearest.
                let none = Swift.max(row.min, row.max.map { Swift.min($0, 0) } ?? 0)
                return .unknown(low: Swift.min(none, bounds.low), high: bounds.high.map { Swift.max(none, $0) }, missing)
            case .no:
                coverage?.condition(place.matrix, row: place.row, .no)
                return .known(clamped(0, row, name).points, because: nil)
            case .yes: coverage?.condition(place.matrix, row: place.row, .yes)
            }
        }
        switch row.points {
        case .constant(let points):
            let (points, note) = clamped(points, row, name)
            return .known(points, because: note)
        case .function(let function):
            switch call(function, name) {
            case .failed(let status): return .failed(status)
            case .unknown(let missing): return .unknown(low: bounds.low, high: bounds.high, missing)
            case .value(.number(let number)) where number.isFinite:
                let reason = reason()
                let (points, note) = clamped(number, row, name)
                let words = [reason, note].compactMap { $0 }
                return .known(points, because: words.isEmpty ? nil : words.joined(separator: "; "))
            case .value(let other):
                return .failed(fail("not_points", "the row wants a number of points, and its function gave \(other.noun)", name))
            }
        case .steps(let of, let steps):
            switch call(of, name) {
            case .failed(let status): return .failed(status)
            case .unknown(let missing): return .unknown(low: bounds.low, high: bounds.high, missing)
            case .value(.number(let number)) where number.isFinite:
                let reachedStep = steps.firstIndex { number >= $0.from }
                if let reachedStep { coverage?.reached(step: reachedStep, place.matrix, row: place.row) }
                let step = reachedStep.map { steps[$0] }
                let (points, note) = clamped(step?.points ?? 0, row, name)
                let value = DecisionWords.number(number)
                let reached = step.map { "\(value), which is \(DecisionWords.number($0.from)) or more" } ?? "\(value), below \(DecisionWords.number(steps[steps.count - 1].from))"
                return .known(points, because: [reached, note].compactMap { $0 }.joined(separator: "; "))
            case .value(let other):
                return .failed(fail("not_a_number", "the row's `of` wants a number, and its function gave \(other.noun)", name))
            }
        }
    }

    /// Between which points a row counts while it is unknown; nil: no upper end.
    private func bounds(of row: Matrix.Row) -> (low: Double, high: Double?) {
        switch row.points {
        case .function: return (row.min, row.max)
        case .constant(let points):
            let low = Swift.min(0, points)
            let high = Swift.max(0, points)
            return (Swift.max(low, row.min < 0 || points < 0 ? Swift.min(row.min, low) : row.min), row.max.map { Swift.min($0, high) } ?? high)
        case .steps(_, let steps):
            let high = steps.map(\.points).max() ?? 0
            return (row.min, row.max.map { Swift.min($0, Swift.max(high, 0)) } ?? Swift.max(high, 0))
        }
    }

    /// The second thing that a points function gave: its reason in words.
    private func reason() -> String? {
        guard case .text(let text) = state.result(1), !text.isEmpty else { return nil }
        return lastReads.withheld ? Evaluator.withheldReason : text
    }

    static var withheldReason: String { "rests on a report whose content may not be shown" }

    private func clamped(_ points: Double, _ row: Matrix.Row, _ name: RuleName) -> (points: Double, note: String?) {
        var low = row.min
        // A row of constant negative points means what it says; `min` is for functions.
        if case .constant(let constant) = row.points, constant < low { low = constant }
        let bounded = Swift.max(low, row.max.map { Swift.min($0, points) } ?? points)
        guard bounded != points else { return (points, nil) }
        let end = bounded < points ? "maximum" : "minimum"
        let note = "\(DecisionWords.number(points)) cut to the \(end) of \(DecisionWords.number(bounded))"
        warnings.append(DecisionWarning(code: "clamped", field: nil, text: "\(row.heading.title): \(note)"))
        return (bounded, note)
    }

    // MARK: Total

    private func total(_ rule: Matrix, _ index: Int, _ why: Missing) -> LuaStatus {
        let name = name(of: .matrix(index))
        let rows = matrices[index].rows
        var low = 0.0
        var high: Double? = 0
        if let total = rule.total {
            switch callTotal(total, index, rows.map(\.low), name) {
            case .failed(let status): return status
            case .number(let number): low = number
            }
            if why.isEmpty {
                high = low
            } else if rows.allSatisfy({ $0.high != nil }) {
                switch callTotal(total, index, rows.map { $0.high ?? $0.low }, name) {
                case .failed(let status): return status
                case .number(let number): high = number
                }
            } else {
                high = nil
            }
        } else {
            for row in rows {
                low += row.low
                high = high.flatMap { sum in row.high.map { sum + $0 } }
            }
        }
        if let end = high, end < low { (low, high) = (end, low) }
        // Where data is missing, the part of the interval that lies within the range is what remains possible.
        guard low <= rule.range.upperBound, high.map({ $0 >= rule.range.lowerBound }) ?? true else {
            let least = why.isEmpty ? "" : low > rule.range.upperBound ? "at least " : "at most "
            let total = low > rule.range.upperBound ? low : high ?? low
            return fail(
                "out_of_range",
                "the total of matrix `\(rule.name)` is \(least)\(DecisionWords.number(total)), outside its range of \(DecisionWords.number(rule.range.lowerBound)) to \(DecisionWords.number(rule.range.upperBound))",
                name)
        }
        low = Swift.max(low, rule.range.lowerBound)
        high = high.map { Swift.min($0, rule.range.upperBound) }
        matrices[index].low = low
        matrices[index].high = high
        if high == low { setKnown(program.slots.score[index], .number(low)) } else { setUnknown(program.slots.score[index], why) }
        setBand(rule, index, low, high, why)
        return .ok
    }

    private func setBand(_ rule: Matrix, _ index: Int, _ low: Double, _ high: Double?, _ why: Missing) {
        guard let slot = program.slots.band[index] else { return }
        let lowest = rule.band(of: low)
        let isKnown = lowest != nil && (high.map { rule.band(of: $0)?.id == lowest?.id } ?? (lowest?.id == rule.bands.first?.id))
        if isKnown, let lowest {
            if let coverage, let place = rule.bands.firstIndex(where: { $0.id == lowest.id }) { coverage.gave(band: place, index) }
            matrices[index].band = lowest.id
            setKnown(slot, .pooled(pooled(lowest.id)))
        } else {
            matrices[index].band = nil
            setUnknown(slot, why.isEmpty ? Missing(answers: ["band.\(rule.name)"]) : why)
        }
    }

    private enum Total {
        case number(Double)
        case failed(LuaStatus)
    }

    private func callTotal(_ function: LuaFunction, _ index: Int, _ values: [Double], _ name: RuleName) -> Total {
        for (slot, value) in zip(program.slots.totalRows[index], values) { setKnown(slot, .number(value)) }
        let rows = LuaState.handle(namespace: program.slots.totalTypes[index])
        switch call(function, row: rows, name) {
        case .value(.number(let number)) where number.isFinite: return .number(number)
        case .failed(let status): return .failed(status)
        case .unknown: return .failed(fail("unknown_total", "`total` may read rows only, and none of them is unknown to it", name))
        case .value(let other): return .failed(fail("not_a_number", "`total` gave \(other.noun), where a number is wanted", name))
        }
    }
}

extension LuaResult {
    /// What it is, for messages.
    var noun: String {
        switch self {
        case .nothing: "nothing"
        case .bool: "true or false"
        case .number: "a number without an end"
        case .text: "text"
        case .date: "a date"
        case .span: "a length of time"
        case .other(let what): what
        }
    }
}
