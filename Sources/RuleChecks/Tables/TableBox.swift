/// Some pieces of each column: all combinations of their values.
struct TableBox: Hashable, Sendable {
    var sides: [TableBits]

    var isEmpty: Bool { sides.contains(where: \.isEmpty) }

    func meets(_ other: TableBox) -> Bool {
        for place in sides.indices where !sides[place].meets(other.sides[place]) { return false }
        return true
    }

    func intersection(_ other: TableBox) -> TableBox { TableBox(sides: zip(sides, other.sides).map { $0.intersection($1) }) }

    /// What of it lies outside `other`, as boxes that share nothing.
    func subtracting(_ other: TableBox) -> [TableBox] {
        guard meets(other) else { return [self] }
        var rest = self
        var result: [TableBox] = []
        for place in sides.indices {
            let outside = rest.sides[place].subtracting(other.sides[place])
            if !outside.isEmpty {
                var box = rest
                box.sides[place] = outside
                result.append(box)
            }
            rest.sides[place] = rest.sides[place].intersection(other.sides[place])
        }
        return result
    }
}
