import RulePacks

/// All combinations of values that a table can meet, and the part of them that each row takes.
struct TableSpace: Sendable {
    /// More boxes than this are not looked at, for one question about one table.
    static let mostBoxes = 20_000
    /// Comparisons of a box with a row, for one question.
    static let mostSteps = 400_000

    let columns: [TableColumn]
    let rows: [TableBox]
    /// Without what only stray pieces stand for.
    let whole: TableBox

    init(_ rule: TableRule, inputs: [FollowedInput]) {
        let columns = rule.inputs.indices.map { place in
            TableColumn(title: rule.inputs[place].title, input: inputs[place], cells: rule.table.cells.map { $0[place] })
        }
        self.columns = columns
        rows = rule.table.cells.indices.map { row in TableBox(sides: columns.map { $0.taken[row] }) }
        whole = TableBox(sides: columns.map(\.whole))
    }

    /// What of `box` none of `rows` takes, as boxes that share nothing; nil where there are too many to follow.
    func rest(of box: TableBox, without rows: some Sequence<Int>) -> [TableBox]? {
        var rest = box.isEmpty ? [] : [box]
        var steps = 0
        for row in rows {
            if rest.isEmpty { break }
            steps += rest.count
            rest = rest.flatMap { $0.subtracting(self.rows[row]) }
            guard rest.count <= Self.mostBoxes, steps <= Self.mostSteps else { return nil }
        }
        return rest
    }

    /// A box that no row takes, made as large as it can be: first whole sides, then piece by piece.
    func grown(_ box: TableBox) -> TableBox {
        var grown = box
        for side in columns.indices {
            var larger = grown
            larger.sides[side] = whole.sides[side]
            if isFree(larger) { grown = larger }
        }
        for side in columns.indices where grown.sides[side] != whole.sides[side] {
            for piece in whole.sides[side].members where !grown.sides[side].contains(piece) {
                var larger = grown
                larger.sides[side].insert(piece)
                if isFree(larger) { grown = larger }
            }
        }
        return grown
    }

    private func isFree(_ box: TableBox) -> Bool { !rows.contains { $0.meets(box) } }

    /// How many sides say something.
    func narrowSides(_ box: TableBox) -> Int { columns.indices.count { box.sides[$0] != whole.sides[$0] } }
}
