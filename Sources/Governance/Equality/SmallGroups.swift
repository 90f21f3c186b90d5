import Evidence

/// Which groups are not shown, so that nobody can be made out in a small one.
///
/// A group of fewer than ten is left out; ages are put together before (``AgeBands``). Where that alone would let its count be worked out from a total, the next smallest
/// is left out, too; so with the codes of a broad ethnic group, and with the rows and columns of two fields crossed. Those of
/// whom a field is not known are no such group: how many they are says of nobody what they are.
struct SmallGroups {
    static let least = 10

    /// For each field by its name, the groups that are not shown.
    private(set) var hidden: [String: [String: EqualityGroup.Suppression]] = [:]

    /// - Parameter groups: for each field, how many people are in which group.
    init(_ groups: [(field: EqualityField, sizes: [String: Int])]) {
        for entry in groups where !entry.field.isCrossed {
            if entry.field.name == "ethnicity", groups.contains(where: { $0.field.name == "ethnic_group" }) { continue }
            hidden[entry.field.name] = SmallGroups.flat(entry.sizes)
        }
        if let codes = groups.first(where: { $0.field.name == "ethnicity" }), let broad = hidden["ethnic_group"] {
            hidden["ethnicity"] = SmallGroups.nested(codes.sizes, in: broad)
        }
        for entry in groups {
            guard case .crossed(let a, let b) = entry.field.kind else { continue }
            let margins = [a.name, b.name].allSatisfy { hidden[$0] != nil }
            hidden[entry.field.name] = margins ? crossed(entry.sizes, hidden[a.name] ?? [:], hidden[b.name] ?? [:]) : SmallGroups.flat(entry.sizes)
        }
    }

    typealias Hidden = [String: EqualityGroup.Suppression]

    private static func small(_ sizes: [String: Int]) -> Hidden { sizes.filter { $0.value < least }.mapValues { _ in .small } }

    /// Groups that add up to a total that is known.
    static func flat(_ sizes: [String: Int]) -> Hidden {
        var hidden = small(sizes)
        while let next = toHide(sizes, hidden) { hidden[next] = .beside }
        return hidden
    }

    /// The next group to leave out; nil where enough are, or none has to be.
    private static func toHide(_ sizes: [String: Int], _ hidden: Hidden, preferring isBetter: (String) -> Bool = { _ in true }) -> String? {
        let out = sizes.keys.filter { hidden[$0] != nil }
        guard out.count == 1, !EqualityField.isUnknown(out[0]) else { return nil }
        let rest = sizes.filter { hidden[$0.key] == nil }
        return rest.min { a, b in
            (isBetter(a.key) ? 0 : 1, a.value, a.key) < (isBetter(b.key) ? 0 : 1, b.value, b.key)
        }?.key
    }

    /// Codes, of which those of each broad group add up to it.
    static func nested(_ sizes: [String: Int], in broad: Hidden) -> Hidden {
        var hidden: Hidden = [:]
        for (group, codes) in Dictionary(grouping: sizes, by: { EqualityField.broadGroup($0.key) ?? EqualityField.unknown }) {
            let parts = Dictionary(codes.map { ($0.key, $0.value) }) { first, _ in first }
            if broad[group] != nil {
                for (code, size) in parts { hidden[code] = size < least ? .small : .beside }
            } else {
                hidden.merge(flat(parts)) { $1 }
            }
        }
        return hidden
    }

    /// Cells of which rows and columns add up to totals that may be known.
    private func crossed(_ sizes: [String: Int], _ rows: Hidden, _ columns: Hidden) -> Hidden {
        var hidden = SmallGroups.small(sizes)
        for value in sizes.keys where hidden[value] == nil {
            let (row, column) = EqualityField.parts(value)
            if rows[row] != nil || columns[column] != nil { hidden[value] = .beside }
        }
        let byRow = Dictionary(grouping: sizes, by: { EqualityField.parts($0.key).0 })
        let byColumn = Dictionary(grouping: sizes, by: { EqualityField.parts($0.key).1 })
        let lines = (byRow.filter { rows[$0.key] == nil }.sorted { $0.key < $1.key } + byColumn.filter { columns[$0.key] == nil }.sorted { $0.key < $1.key })
            .map { Dictionary($0.value.map { ($0.key, $0.value) }) { first, _ in first } }
        // A cell that is alone in its other line is given away by that line's total, so one with company is left out first.
        let alone = Set(lines.filter { $0.count == 1 }.flatMap(\.keys))
        var isSettled = false
        while !isSettled {
            isSettled = true
            for line in lines {
                while let next = SmallGroups.toHide(line, hidden, preferring: { !alone.contains($0) }) {
                    hidden[next] = .beside
                    isSettled = false
                }
            }
        }
        return hidden
    }
}
