import LuaSyntax

/// A condition over variables, built of tests of one variable each.
indirect enum Formula {
    case truth(Bool)
    case atom(Atom)
    case not(Formula)
    case all([Formula])
    case any([Formula])
    /// A part as it stands in an analyst's text.
    case said(Formula, Origin)
}

/// One test of one variable.
struct Atom: Hashable {
    /// Its place in the ``VariableBook``.
    var variable: Int
    var test: Test

    enum Test: Hashable {
        case isTrue
        case compare(Comparison, Double)
        case isOneOf(Set<String>)
    }

    enum Comparison: Hashable {
        case less, lessOrEqual, greater, greaterOrEqual, equal

        /// With its two sides exchanged.
        var mirrored: Comparison {
            switch self {
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            case .equal: .equal
            }
        }

        func holds(_ a: Double, _ b: Double) -> Bool {
            switch self {
            case .less: a < b
            case .lessOrEqual: a <= b
            case .greater: a > b
            case .greaterOrEqual: a >= b
            case .equal: a == b
            }
        }
    }
}

/// Where a part of a condition stands, and its text on one line.
struct Origin {
    var text: String
    var file: String
    var position: LuaPosition
}

extension Formula {
    /// The truth value of a formula that has no variables; nil for any other.
    var constant: Bool? {
        switch self {
        case .truth(let value): value
        case .said(let inner, _): inner.constant
        default: nil
        }
    }

    /// All of the parts; parts that are certain fall away.
    static func every(_ parts: [Formula]) -> Formula {
        var kept: [Formula] = []
        for part in parts {
            switch part.constant {
            case false?: return .truth(false)
            case true?: continue
            case nil: if case .all(let inner) = part { kept += inner } else { kept.append(part) }
            }
        }
        return kept.isEmpty ? .truth(true) : kept.count == 1 ? kept[0] : .all(kept)
    }

    /// Any of the parts; parts that are certain fall away.
    static func some(_ parts: [Formula]) -> Formula {
        var kept: [Formula] = []
        for part in parts {
            switch part.constant {
            case true?: return .truth(true)
            case false?: continue
            case nil: if case .any(let inner) = part { kept += inner } else { kept.append(part) }
            }
        }
        return kept.isEmpty ? .truth(false) : kept.count == 1 ? kept[0] : .any(kept)
    }

    var negated: Formula {
        switch self {
        case .truth(let value): .truth(!value)
        case .not(let inner): inner
        default: constant.map { .truth(!$0) } ?? .not(self)
        }
    }

    /// It is one test, and nothing more.
    var isAtom: Bool {
        switch self {
        case .atom: true
        case .said(let inner, _): inner.isAtom
        default: false
        }
    }

    /// How many parts it has, counted up to a limit.
    func size(upTo limit: Int) -> Int {
        switch self {
        case .truth, .atom: return 1
        case .not(let inner), .said(let inner, _): return 1 + inner.size(upTo: limit - 1)
        case .all(let parts), .any(let parts):
            var size = 1
            for part in parts {
                if size >= limit { break }
                size += part.size(upTo: limit - size)
            }
            return size
        }
    }

    /// Every test in it, in order, with the text of the innermost part that says it.
    func forEachAtom(said: Origin? = nil, _ body: (Atom, Origin?) -> Void) {
        switch self {
        case .truth: break
        case .atom(let atom): body(atom, said)
        case .not(let inner): inner.forEachAtom(said: said, body)
        case .all(let parts), .any(let parts): for part in parts { part.forEachAtom(said: said, body) }
        case .said(let inner, let origin): inner.forEachAtom(said: origin, body)
        }
    }
}
