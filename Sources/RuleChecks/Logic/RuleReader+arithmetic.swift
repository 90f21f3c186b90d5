import LuaSyntax
import Notation

extension RuleReader {
    func arithmetic(_ kind: LuaOperator.Kind, _ a: SymbolicValue, _ b: SymbolicValue) -> SymbolicValue {
        guard a.cases * b.cases <= SymbolicValue.mostCases else { return .unknown(key: nil, reason: "it has too many cases") }
        return a.mapCases { left in b.mapCases { self.plainArithmetic(kind, left, $0) } }
    }

    private func plainArithmetic(_ kind: LuaOperator.Kind, _ a: SymbolicValue, _ b: SymbolicValue) -> SymbolicValue {
        switch (a, b) {
        case (.number(let date), .span(let span)) where date.isDate && (kind == .plus || kind == .minus): return moved(date, span, back: kind == .minus)
        case (.number(let x), .number(let y)): return .number(numbers(kind, x, y))
        case (.unknown(_, let why), _), (_, .unknown(_, let why)): return .unknown(key: nil, reason: why)
        default: return .unknown(key: nil, reason: nil)
        }
    }

    private func moved(_ date: LinearTerm, _ span: Span, back: Bool) -> SymbolicValue {
        if case .days(let count) = span { return .number(date + LinearTerm(Double(back ? -count : count))) }
        guard date.isConstant, abs(date.constant) < 4_000_000 else {
            return .number(dateOf(book.freeNumber(domain: .number(low: -.infinity, high: .infinity, isWhole: true))))
        }
        let day = Day(number: Int(date.constant))
        return .number(LinearTerm(date: (back ? span.before(day) : span.after(day)).number, followsRun: date.followsRun))
    }

    private func dateOf(_ term: LinearTerm) -> LinearTerm {
        var date = term
        date.isDate = true
        return date
    }

    private func numbers(_ kind: LuaOperator.Kind, _ a: LinearTerm, _ b: LinearTerm) -> LinearTerm {
        switch kind {
        case .plus where !(a.isDate && b.isDate): return a + b
        case .minus where a.isDate || !b.isDate: return a - b
        case .times where a.isConstant && !a.followsRun: return b.times(a.constant)
        case .times where b.isConstant && !b.followsRun: return a.times(b.constant)
        case .divide where b.isConstant && b.constant != 0 && !b.followsRun: return a.times(1 / b.constant)
        default: break
        }
        let key = "(\(book.key(of: a)))\(kind.rawValue)(\(book.key(of: b)))"
        var domain = Variable.Domain.number(low: -.infinity, high: .infinity, isWhole: false)
        if kind == .times { domain = product(a, b) }
        if kind == .floorDivide, b.isConstant, b.constant > 0 {
            let ends = book.ends(of: a)
            domain = .number(low: (ends.low / b.constant).rounded(.down), high: (ends.high / b.constant).rounded(.down), isWhole: true)
        }
        return book.freeNumber(key: key, domain: domain, paths: book.paths(of: a) + book.paths(of: b))
    }

    private func product(_ a: LinearTerm, _ b: LinearTerm) -> Variable.Domain {
        let x = book.ends(of: a)
        let y = book.ends(of: b)
        let corners = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high].map { $0.isNaN ? 0 : $0 }
        return .number(low: corners.min() ?? -.infinity, high: corners.max() ?? .infinity, isWhole: book.isWhole(a) && book.isWhole(b))
    }

    func freeNumber(from value: SymbolicValue, _ what: String) -> SymbolicValue {
        switch value {
        case .number(let term): .number(book.freeNumber(key: "\(what) \(book.key(of: term))", paths: book.paths(of: term)))
        case .unknown(_, let why): .unknown(key: nil, reason: why)
        default: .unknown(key: nil, reason: nil)
        }
    }

    /// `math.min` and `math.max`
    func extreme(_ comparison: Atom.Comparison, _ values: [SymbolicValue]) -> SymbolicValue {
        guard var best = values.first else { return .unknown(key: nil, reason: nil) }
        for value in values.dropFirst() {
            guard best.cases * value.cases <= SymbolicValue.mostCases else { return .unknown(key: nil, reason: "it has too many cases") }
            best = best.mapCases { a in
                value.mapCases { b in
                    guard case .number(let x) = a, case .number(let y) = b else { return .unknown(key: nil, reason: nil) }
                    return .choice(self.comparison(comparison, x, y), a, b)
                }
            }
        }
        return best
    }
}
