import Decisions
import RulePacks

extension TableCheck {
    /// Rows that match together where the hit policy does not allow it.
    var overlaps: [Finding] {
        let table = rule.table
        guard table.hitPolicy == .unique || table.hitPolicy == .any else { return [] }
        var found: [Finding] = []
        for later in space.rows.indices {
            for earlier in 0..<later {
                guard space.budget.take(1) else { return found + [tooMuch("which rows overlap")] }
                if table.hitPolicy == .any, table.outputs[earlier] == table.outputs[later] { continue }
                let box = space.rows[earlier].intersection(space.rows[later]).intersection(space.whole)
                guard !box.isEmpty else { continue }
                guard found.count < Self.mostFindings else {
                    found[found.count - 1].hint = [found[found.count - 1].hint, "more rows overlap"].compactMap(\.self).joined(separator: "; ")
                    return found
                }
                found.append(overlap(earlier, later, box))
            }
        }
        return found
    }

    private func overlap(_ earlier: Int, _ later: Int, _ box: TableBox) -> Finding {
        let both = "rows \(earlier + 1) and \(later + 1) both take \(words.text(box) ?? "anything")"
        let policy = rule.table.hitPolicy
        let message = both + (policy == .any ? " and give different outputs, which `any` does not allow" : ", and `unique` allows one row")
        let path = "table.\(rule.name)"
        guard let draft = witness(box, where: { $0.error?.code == "table_conflict" && $0.error?.rule == path }) else {
            return finding(.tableOverlap, message, .note, row: later, hint: reason(box))
        }
        return finding(.tableOverlap, message, .error, row: later, hint: "make their cells exclude each other, or use `hit = \"first\"`", witness: draft)
    }
}
