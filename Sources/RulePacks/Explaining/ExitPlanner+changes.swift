import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime

/// Single facts that would make a rule hold.
extension ExitPlanner {
    /// For each fact that stands behind the rule, the nearest value with which it would hold.
    func changes(for rule: Int, reads: LuaReads) -> [String] {
        var sentences: [String] = []
        for id in reads.fields.members where id < layout.fields.count {
            let field = layout.fields[id]
            // Missing appointments is no way out to point anybody to.
            guard field.list == nil, field.since == nil, field.path != "id", !field.path.hasPrefix("cohort"),
                !field.path.hasPrefix("engagement"),
                run.pack.catalogue.sensitivity(at: field.path) == .ordinary
            else { continue }
            if let sentence = change(field, for: rule) { sentences.append(sentence) }
        }
        return sentences
    }

    private func change(_ field: LaidOutField, for rule: Int) -> String? {
        let before = row.cells[field.cell]
        let parent = field.parent.map { (layout.fields[$0].id, row.cells[layout.fields[$0].cell]) }
        defer {
            row.set(field.id, cellValue: before)
            if let parent { row.set(parent.0, cellValue: parent.1) }
        }
        if let parent { row.set(parent.0, cellValue: 1) }
        func holds(_ cell: Int64) -> Bool {
            row.set(field.id, cellValue: cell)
            return evaluator.deselectionAnswer(rule, row) == .yes
        }
        let title = field.definition.title.prefix(1).uppercased() + field.definition.title.dropFirst()
        let now = before == NominalRow.none ? "not known now" : "now \(evaluator.value(of: field) ?? "not known")"
        switch field.definition.type {
        case .bool:
            for value: Int64 in [0, 1] where value != before && holds(value) { return "\(title): \(value == 1 ? "yes" : "no") (\(now))." }
        case .enumeration(let values):
            let fitting = values.values.indices.filter { Int64($0) != before && holds(Int64($0)) }.map { DecisionWords.value(values.values[$0]) }
            if !fitting.isEmpty { return "\(title): \(DecisionWords.list(fitting, "or")) (\(now))." }
        case .int(let range):
            let domain = range.map { $0.lowerBound...min($0.upperBound, $0.lowerBound + 500) } ?? 0...500
            if let found = nearest(in: domain, to: before == NominalRow.none ? domain.lowerBound : Int(before), where: { holds(Int64($0)) }) {
                return "\(title): \(found.value)\(found.words) (\(now))."
            }
        case .percent:
            func cell(_ value: Int) -> Int64 { Int64(bitPattern: Double(value).bitPattern) }
            let current = before == NominalRow.none ? 0 : Int(Double(bitPattern: UInt64(bitPattern: before)).rounded())
            if let found = nearest(in: 0...100, to: current, where: { holds(cell($0)) }) { return "\(title): \(found.value)\(found.words) (\(now))." }
        case .string where field.parent == nil:
            // Any other text will do to learn whether the rule turns on this one.
            row.set(field.id, text: "\u{2014}")
            if evaluator.deselectionAnswer(rule, row) == .yes, let text = { row.set(field.id, cellValue: before); return row.string(at: field.cell) }() {
                return "\(title): one that the rule does not name (now \(text))."
            }
        default: break
        }
        return nil
    }

    private func nearest(in domain: ClosedRange<Int>, to current: Int, where holds: (Int) -> Bool) -> (value: Int, words: String)? {
        for distance in 1...max(1, domain.count) {
            let below = current - distance
            let above = current + distance
            if domain.contains(below), holds(below) { return (below, below == domain.lowerBound ? "" : " or less") }
            if domain.contains(above), holds(above) { return (above, above == domain.upperBound ? "" : " or more") }
        }
        return nil
    }
}
