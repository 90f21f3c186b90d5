import Decisions
import FieldDefinitions
import LuaSyntax
import Notation
import RulePacks

extension KindWalk {
    func compare(_ sign: LuaOperator, _ left: LuaExpression, _ a: Kind, _ right: LuaExpression, _ b: Kind) {
        guard isReporting, a.isKnown, b.isKnown, !a.present.isEmpty, !b.present.isEmpty else { return }
        let first = classes(a)
        let second = classes(b)
        let isEquality = sign.kind == .equal || sign.kind == .notEqual
        if first.isDisjoint(with: second) {
            reportUnlike(sign, left, a, right, b)
        } else if isEquality {
            if let own = texts(a), let others = texts(b), own.values.isDisjoint(with: others.values) {
                reportNever(sign, left, own, right, others)
            } else if !reportOutside(left, a, right) {
                _ = reportOutside(right, b, left)
            }
        } else if first.intersection(second).allSatisfy({ !$0.hasOrder }) {
            let what = a.present.first.map { classOf($0).words } ?? "it"
            report(.unlikeKinds, "\(words(left)) is \(what), which has no order: `\(sign.kind.rawValue)` cannot compare it",
                at: sign.position, hint: "compare with `==`, or name a field")
        } else {
            reportAlphabetical(sign, left, a, right, b)
        }
    }

    private func reportUnlike(_ sign: LuaOperator, _ left: LuaExpression, _ a: Kind, _ right: LuaExpression, _ b: Kind) {
        let first = a.present.first.map(classOf) ?? .anything
        let second = b.present.first.map(classOf) ?? .anything
        let outcome = switch sign.kind {
        case .equal: "are never equal"
        case .notEqual: "are always unequal"
        default: "cannot be compared"
        }
        report(
            .unlikeKinds, "\(words(left)) is \(first.words) and \(words(right)) is \(second.words): they \(outcome)", at: sign.position,
            hint: hint(left, first, right, second))
    }

    private func hint(_ left: LuaExpression, _ first: KindClass, _ right: LuaExpression, _ second: KindClass) -> String {
        for (expression, other) in [(left, second), (right, first)] {
            guard case .string(let bytes) = expression.kind else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            if other == .number, Double(text) != nil { return "write `\(text)` without quotes" }
            if other == .date, Day(iso: text) != nil { return "write `date(\"\(text)\")`" }
            if other == .bool, text == "true" || text == "false" { return "write `\(text)` without quotes" }
        }
        return "compare things of one kind"
    }

    // MARK: Texts of which there are only so many

    private struct Texts {
        var values: Set<String> = []
        /// What has these values and no other: `custody_status`, `d.band.sac`; nil for texts of the pack.
        var name: String?
        var order: [String] = []
    }

    /// nil where it may be any text, or no text.
    private func texts(_ kind: Kind) -> Texts? {
        var texts = Texts()
        for atom in kind.present {
            switch atom {
            case .literal(let text): texts.values.insert(text)
            case .choice(let place):
                texts.name = answers.choices[place].name
                texts.order = answers.choices[place].values
                texts.values.formUnion(texts.order)
            case .field(let place):
                guard let values = fields.values(place) else { return nil }
                texts.name = fields.nodes[place].path
                texts.order = values
                texts.values.formUnion(values)
            default: return nil
            }
        }
        return texts
    }

    private func reportNever(_ sign: LuaOperator, _ left: LuaExpression, _ a: Texts, _ right: LuaExpression, _ b: Texts) {
        guard let name = a.name ?? b.name else { return }
        if a.name != nil, b.name != nil {
            report(
                .impossibleValue, "\(words(left)) and \(words(right)) never have a value in common", at: sign.position,
                hint: "the first is one of its own: \(listed(a.order))")
            return
        }
        let closed = a.name != nil ? a : b
        let others = (a.name != nil ? b : a).values.sorted()
        let position = a.name != nil ? right.position : left.position
        let shown = others.prefix(4).map { "`\($0)`" }.joined(separator: " or ")
        report(
            .impossibleValue, "`\(name)` is never \(shown)", at: position,
            hint: listed(closed.order), misspelt: others.count == 1 ? Misspelling(others[0], among: closed.order) : nil)
    }

    /// A number that stands there and that the field can never hold.
    private func reportOutside(_ field: LuaExpression, _ kind: Kind, _ written: LuaExpression) -> Bool {
        let places = kind.present.compactMap { if case .field(let place) = $0 { place } else { nil } }
        guard let number = number(written), places.count == 1, kind.present.count == 1, let range = fields.range(places[0]) else { return false }
        let isWhole = number == number.rounded()
        if range.numbers.contains(number), isWhole || !range.isWhole { return false }
        let limits = fields.type(places[0])?.inWords ?? "another number"
        report(.impossibleValue, "`\(fields.nodes[places[0]].path)` is never \(shortestText(number))", at: written.position, hint: "it is a \(limits)")
        return true
    }

    private func number(_ expression: LuaExpression) -> Double? {
        switch expression.kind {
        case .integer(let value): Double(value)
        case .float(let value): value
        case .unary(let sign, let operand) where sign.kind == .minus: number(operand).map { -$0 }
        case .parentheses(let inner): number(inner)
        default: nil
        }
    }

    /// `n.risk_of_harm >= "medium"` goes by the letters, not by what the values mean.
    private func reportAlphabetical(_ sign: LuaOperator, _ left: LuaExpression, _ a: Kind, _ right: LuaExpression, _ b: Kind) {
        for kind in [a, b] {
            guard let name = texts(kind)?.name else { continue }
            report(
                .unlikeKinds, "`\(sign.kind.rawValue)` compares `\(name)` letter by letter, not by what its values mean", at: sign.position, severity: .warning,
                hint: "name the values that are meant, with `==`")
            return
        }
    }
}
