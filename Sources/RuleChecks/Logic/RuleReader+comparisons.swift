import LuaSyntax
import Notation
import RulePacks

extension RuleReader {
    func binary(_ kind: LuaOperator.Kind, _ a: SymbolicValue, _ b: SymbolicValue) -> SymbolicValue {
        switch kind {
        case .and:
            if case .truth(let x) = a, case .truth(let y) = b { return .truth(.every([x, y])) }
            return conjunction(a, b)
        case .or:
            if case .truth(let x) = a, case .truth(let y) = b { return .truth(.some([x, y])) }
            return disjunction(a, b)
        case .equal: return .truth(overCases(a, b, equality))
        case .notEqual: return .truth(overCases(a, b, equality).negated)
        case .less: return .truth(overCases(a, b) { self.order(.less, $0, $1) })
        case .lessOrEqual: return .truth(overCases(a, b) { self.order(.lessOrEqual, $0, $1) })
        case .greater: return .truth(overCases(a, b) { self.order(.greater, $0, $1) })
        case .greaterOrEqual: return .truth(overCases(a, b) { self.order(.greaterOrEqual, $0, $1) })
        case .plus, .minus, .times, .divide, .floorDivide, .modulo: return arithmetic(kind, a, b)
        case .concatenate: return .unknown(key: nil, reason: nil)
        default: return .unknown(key: nil, reason: "it works on bits")
        }
    }

    /// `a and b` as a value: what is not true of `a` counts as false.
    private func conjunction(_ a: SymbolicValue, _ b: SymbolicValue) -> SymbolicValue {
        a.mapCases { .choice(self.truth(of: $0), b, .truth(.truth(false))) }
    }

    /// `a or b` as a value.
    private func disjunction(_ a: SymbolicValue, _ b: SymbolicValue) -> SymbolicValue {
        a.mapCases { value in
            if case .truth(let formula) = value { return .choice(formula, .truth(.truth(true)), b) }
            return .choice(self.truth(of: value), value, b)
        }
    }

    private func overCases(_ a: SymbolicValue, _ b: SymbolicValue, _ compare: (SymbolicValue, SymbolicValue) -> Formula) -> Formula {
        guard a.cases * b.cases <= SymbolicValue.mostCases else {
            note("it has too many cases")
            return book.freeTruth()
        }
        return .some(a.leaves.flatMap { left in
            b.leaves.map { right in .every([left.condition, right.condition, compare(left.value, right.value)]) }
        })
    }

    private func order(_ comparison: Atom.Comparison, _ a: SymbolicValue, _ b: SymbolicValue) -> Formula {
        if case .number(let x) = a, case .number(let y) = b, x.isDate == y.isDate { return self.comparison(comparison, x, y) }
        return unfollowed([a, b])
    }

    private func equality(_ a: SymbolicValue, _ b: SymbolicValue) -> Formula {
        switch (a, b) {
        case (.nothing, .nothing): return .truth(true)
        case (.nothing, let other), (let other, .nothing): return absence(of: other)
        case (.truth(let x), .truth(let y)):
            if let certain = x.constant { return certain ? y : y.negated }
            if let certain = y.constant { return certain ? x : x.negated }
            return .some([.every([x, y]), .every([x.negated, y.negated])])
        case (.number(let x), .number(let y)) where x.isDate == y.isDate: return comparison(.equal, x, y)
        case (.text(let x), .text(let y)): return .truth(x == y)
        case (.text(let text), .textVariable(let variable)), (.textVariable(let variable), .text(let text)):
            return isText(variable, text)
        case (.decision(let parts), .text(let text)), (.text(let text), .decision(let parts)):
            return answer(parts, is: text)
        case (.textVariable(let x), .textVariable(let y)):
            return book.freeTruth(key: "\(book[min(x, y)].key) == \(book[max(x, y)].key)", paths: book[x].paths + book[y].paths)
        default: return unfollowed([a, b])
        }
    }

    /// A value that a field can never have is reported where names are checked; here it may be anything.
    private func isText(_ variable: Int, _ text: String) -> Formula {
        if case .text(let values?) = book[variable].domain, !values.contains(text) { return book.freeTruth() }
        return .atom(Atom(variable: variable, test: .isOneOf([text])))
    }

    /// `value == nil`. A field without a value stops the rule, so that what goes on has one.
    private func absence(of value: SymbolicValue) -> Formula {
        switch value {
        case .item, .either: truth(of: value).negated
        // What a set does not hold is nothing, not false.
        case .truth(let formula): isMembership(formula) ? formula.negated : formula.isAtom ? neverAbsent : book.freeTruth()
        case .number(let term) where !term.isConstant: neverAbsent
        case .textVariable: neverAbsent
        case .unknown: unfollowed([value])
        default: .truth(false)
        }
    }

    private var neverAbsent: Formula {
        let place = book.place("a field that is nil") {
            Variable(key: "a field that is nil", domain: .fixed(false), paths: [], source: .other, words: "a field without a value stops the rule")
        }
        return .atom(Atom(variable: place, test: .isTrue))
    }

    private func isMembership(_ formula: Formula) -> Bool {
        switch formula {
        case .atom(let atom): if case .isOneOf = atom.test { true } else { false }
        case .said(let inner, _): isMembership(inner)
        case .truth: true
        case .any(let parts): parts.allSatisfy(isMembership)
        case .not, .all: false
        }
    }

    private func unfollowed(_ values: [SymbolicValue]) -> Formula {
        for value in values { if case .unknown(_, let why) = value { note(why) } }
        return book.freeTruth()
    }

    // MARK: Numbers and dates

    func comparison(_ comparison: Atom.Comparison, _ a: LinearTerm, _ b: LinearTerm) -> Formula {
        let term = a - b
        guard term.isFinite else { return book.freeTruth() }
        if term.isConstant {
            // What holds today for the date of the run alone may not hold tomorrow.
            return term.followsRun || term.constant.isNaN ? book.freeTruth() : .truth(comparison.holds(term.constant, 0))
        }
        if term.parts.count == 1, let part = term.parts.first {
            let isExact = abs(part.factor) == 1 || (term.hasWholeFactors && term.constant == term.constant.rounded() && book[part.variable].domain.isWhole)
            let bound = -term.constant / part.factor
            let turned = part.factor < 0 ? comparison.mirrored : comparison
            guard isExact else { return sum(comparison, term) }
            // Such a date is counted from the run, where the term is the date less that of the run.
            guard term.followsRun else { return .atom(Atom(variable: part.variable, test: .compare(turned, bound))) }
            guard abs(part.factor) == 1, let relative = daysAfterRun(part.variable) else { return sum(comparison, term) }
            return .atom(Atom(variable: relative, test: .compare(turned, bound - Double(program.asOf.number))))
        }
        return sum(comparison, term)
    }

    /// Several variables at once: their sum is one variable more, of which only its own ends are known.
    private func sum(_ comparison: Atom.Comparison, _ term: LinearTerm) -> Formula {
        guard let scale = term.parts.first?.factor else { return book.freeTruth() }
        var scaled = term.times(1 / scale)
        scaled.followsRun = term.followsRun
        let constant = term.followsRun ? 0 : scaled.constant
        var bare = scaled
        bare.constant -= constant
        let place = sumVariable(bare)
        return .atom(Atom(variable: place, test: .compare(scale < 0 ? comparison.mirrored : comparison, -constant)))
    }

    private func sumVariable(_ term: LinearTerm) -> Int {
        let key = "sum \(book.key(of: term))"
        let ends = book.ends(of: term)
        let isWhole = book.isWhole(term)
        let paths = book.paths(of: term)
        // Dividing by the first factor may have rounded: the ends are taken a little wider.
        let slack = isWhole ? 0 : 1e-9 * Swift.max(1, abs(ends.low.isFinite ? ends.low : 0), abs(ends.high.isFinite ? ends.high : 0))
        return book.place(key) {
            Variable(
                key: key, domain: .number(low: ends.low - slack, high: ends.high + slack, isWhole: isWhole), paths: paths,
                source: term.followsRun ? .other : .sum(term.parts))
        }
    }
}
