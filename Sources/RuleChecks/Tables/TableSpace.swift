import RulePacks

/// All combinations of values that a table can meet, and the part of them that each row takes.
struct TableSpace {
    /// More boxes than this are not looked at, for one question about one table.
    static let mostBoxes = 20_000

    let budget = TableBudget()
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

    /// What of `box` none of `rows` takes, as boxes that share nothing; nil where that is too much work.
    func rest(of box: TableBox, without rows: some Sequence<Int>) -> [TableBox]? {
        var rest = box.isEmpty ? [] : [box]
        for row in rows {
            if rest.isEmpty { break }
            guard rest.count <= Self.mostBoxes, budget.take(rest.count) else { return nil }
            rest = rest.flatMap { $0.subtracting(self.rows[row]) }
        }
        return rest
    }

    /// A box that no row takes, made as large as the budget allows: first whole sides, then piece by piece.
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

    private func isFree(_ box: TableBox) -> Bool { budget.take(rows.count) && !rows.contains { $0.meets(box) } }

    /// How many sides say something.
    func narrowSides(_ box: TableBox) -> Int { columns.indices.count { box.sides[$0] != whole.sides[$0] } }
}
