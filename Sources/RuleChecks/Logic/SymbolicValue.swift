import LuaSyntax
import Notation
import RulePacks

/// What an expression of a rule comes to, as far as it can be told without a nominal.
indirect enum SymbolicValue {
    case nothing
    case truth(Formula)
    case number(LinearTerm)
    case text(String)
    /// The text that a variable holds.
    case textVariable(Int)
    case span(Span)
    /// A record by its path; empty for the nominal itself.
    case record(String)
    /// A list by its path.
    case list(String)
    /// The item of a list that a filter finds latest or earliest, where there is one.
    case item(FilterTerm, isLatest: Bool)
    /// A part of the decision so far: `["band", "sac"]`.
    case decision([String])
    /// A list parameter, or a set that answers give.
    case set(Parameter.Value)
    case table(SymbolicTable)
    case closure(SymbolicFunction)
    /// A name that every rule file sees: `math.min`, `param`.
    case word(String)
    case either(Formula, SymbolicValue, SymbolicValue)
    /// It may be anything. Two with one key are the same; the reason is for the analyst, nil where nothing is lost.
    case unknown(key: String?, reason: String?)
}

struct SymbolicTable {
    var named: [String: SymbolicValue] = [:]
    var items: [SymbolicValue] = []
}

/// A function with what it can see where it is written.
struct SymbolicFunction {
    var body: LuaFunctionBody
    var file: FileScope
    var locals: [String: SymbolicValue]
}

extension SymbolicValue {
    /// How many cases it distinguishes.
    var cases: Int { if case .either(_, let a, let b) = self { a.cases + b.cases } else { 1 } }

    static let mostCases = 48

    /// Each case by itself, with the condition under which it is the one.
    var leaves: [(condition: Formula, value: SymbolicValue)] {
        guard case .either(let condition, let a, let b) = self else { return [(.truth(true), self)] }
        return a.leaves.map { (.every([condition, $0.condition]), $0.value) }
            + b.leaves.map { (.every([condition.negated, $0.condition]), $0.value) }
    }

    /// The same done to each case.
    func mapCases(_ body: (SymbolicValue) -> SymbolicValue) -> SymbolicValue {
        guard case .either(let condition, let a, let b) = self else { return body(self) }
        return .choice(condition, a.mapCases(body), b.mapCases(body))
    }

    static func choice(_ condition: Formula, _ a: SymbolicValue, _ b: SymbolicValue) -> SymbolicValue {
        if let certain = condition.constant { return certain ? a : b }
        if case .truth(let a) = a, case .truth(let b) = b {
            return .truth(.some([.every([condition, a]), .every([condition.negated, b])]))
        }
        let both = SymbolicValue.either(condition, a, b)
        return both.cases > mostCases ? .unknown(key: nil, reason: "it has too many cases") : both
    }
}
