/// Why formulas cannot hold together: a part of them that cannot, from which nothing more can be taken.
struct Conflict {
    var parts: [Formula]
    /// It also takes what is so of everybody whom the rule is asked about.
    var needsContext: Bool

    static let mostParts = 60

    /// - Parameter context: what is known to hold besides.
    init(_ formulas: [Formula], context: [Formula], _ solver: Solver) {
        var parts = formulas.flatMap { Conflict.conjuncts($0) }
        if parts.count <= Conflict.mostParts {
            for place in parts.indices.reversed() {
                var fewer = parts
                fewer.remove(at: place)
                if solver.isImpossible(fewer + context) { parts = fewer }
            }
        }
        self.parts = parts
        needsContext = !solver.isImpossible(parts)
    }

    /// The parts all of which a formula wants.
    static func conjuncts(_ formula: Formula, isNegated: Bool = false) -> [Formula] {
        switch formula {
        case .not(let inner): return conjuncts(inner, isNegated: !isNegated)
        case .all(let parts) where !isNegated: return parts.flatMap { conjuncts($0) }
        case .any(let parts) where isNegated: return parts.flatMap { conjuncts($0, isNegated: true) }
        case .said(let inner, _):
            let parts = conjuncts(inner, isNegated: isNegated)
            let isBest = parts.contains { Conflict.text(of: $0) == nil } || (parts.count == 1 && !isSaid(parts[0]))
            return isBest ? [isNegated ? .not(formula) : formula] : parts
        default: return [isNegated ? .not(formula) : formula]
        }
    }

    private static func isSaid(_ formula: Formula) -> Bool {
        switch formula {
        case .said: true
        case .not(let inner): isSaid(inner)
        default: false
        }
    }

    /// A part as the analyst wrote it; nil where it stands nowhere.
    static func text(of formula: Formula) -> String? {
        switch formula {
        case .said(_, let origin): return origin.text
        case .not(let inner):
            guard let text = text(of: inner) else { return nil }
            if case .said(_, let origin) = inner, !origin.text.contains(where: { "<>=~ ".contains($0) }) { return "not \(text)" }
            return "not (\(text))"
        case .all(let parts): return joined(parts, " and ")
        case .any(let parts): return joined(parts, " or ")
        case .truth, .atom: return nil
        }
    }

    private static func joined(_ parts: [Formula], _ word: String) -> String? {
        let texts = parts.map { part -> String? in
            switch part {
            case .all, .any: text(of: part).map { "(\($0))" }
            default: text(of: part)
            }
        }
        return texts.contains { $0 == nil } ? nil : texts.compactMap(\.self).joined(separator: word)
    }

    /// "`a` and `b` cannot both hold"; nil where the parts cannot be shown.
    func words(_ book: VariableBook) -> String? {
        var texts: [String] = []
        for part in parts {
            guard let text = Conflict.text(of: part), text.count <= 120 else { return nil }
            if !texts.contains("`\(text)`") { texts.append("`\(text)`") }
        }
        switch texts.count {
        case 0, 6...: return nil
        case 1:
            var why: String?
            parts[0].forEachAtom { atom, _ in why = why ?? book[atom.variable].words }
            return "\(texts[0]) never holds" + (why.map { ", for \($0)" } ?? "")
        case 2: return "\(texts[0]) and \(texts[1]) cannot both hold"
        default: return texts.dropLast().joined(separator: ", ") + " and \(texts[texts.count - 1]) cannot all hold together"
        }
    }
}
