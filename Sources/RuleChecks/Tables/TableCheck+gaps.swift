import Decisions
import RulePacks

extension TableCheck {
    /// Combinations of values that no row takes.
    var gaps: [Finding] {
        if rule.table.defaults != nil { return [] }
        switch rule.table.hitPolicy {
        case .unique, .any, .first, .priority: break
        // Collecting nothing is an answer.
        default: return []
        }
        guard let rest = space.rest(of: space.whole, without: space.rows.indices) else { return [tooMuch("what no row takes")] }
        var found: [Finding] = []
        var told: [TableBox] = []
        for box in simplest(rest) {
            // A box may lie in several that were told already.
            var untold = [box]
            for other in told { untold = untold.flatMap { $0.subtracting(other) } }
            guard !untold.isEmpty else { continue }
            guard told.count < Self.mostFindings else {
                found[found.count - 1].hint = [found[found.count - 1].hint, "there are more gaps"].compactMap(\.self).joined(separator: "; ")
                break
            }
            told.append(box)
            found.append(gap(box))
        }
        return found
    }

    private func simplest(_ boxes: [TableBox]) -> [TableBox] {
        var seen: Set<TableBox> = []
        let grown = boxes.prefix(100).map(space.grown).filter { seen.insert($0).inserted }
        return grown.enumerated().sorted { a, b in
            (space.narrowSides(a.element), -size(a.element), a.offset) < (space.narrowSides(b.element), -size(b.element), b.offset)
        }.map(\.element)
    }

    private func size(_ box: TableBox) -> Double { box.sides.reduce(1) { $0 * Double($1.count) } }

    private func gap(_ box: TableBox) -> Finding {
        let message = words.text(box).map { "no row takes \($0)" } ?? "no row takes anything"
        let name = rule.name
        guard let draft = witness(box, where: { $0.tables.contains { $0.name == name && $0.output == .none } }) else {
            return finding(.tableGap, message, .note, hint: reason(box))
        }
        return finding(.tableGap, message, .warning, hint: "whoever reads the table then meets an unknown; add a row for it", witness: draft)
    }
}
