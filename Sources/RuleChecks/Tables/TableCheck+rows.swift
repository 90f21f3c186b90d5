import Decisions
import RulePacks

extension TableCheck {
    private var emptyRows: Set<Int> { Set(space.rows.indices.filter { space.rows[$0].isEmpty }) }

    /// Cells that can never match, and tests in other cells that cannot.
    var emptyCells: [Finding] {
        var found: [Finding] = []
        for (row, cells) in rule.table.cells.enumerated() {
            for (place, cell) in cells.enumerated() {
                let column = space.columns[place]
                if space.rows[row].sides[place].isEmpty {
                    found.append(
                        finding(
                            .maskedRow, "row \(row + 1) can never match, as `\(cell.text)` takes no value that \(column.title) can have", .warning, row: row,
                            hint: range(column)))
                } else if let test = cell.tests.first(where: { test in isIdle(test, column) }) {
                    found.append(
                        finding(
                            .maskedRow, "`\(test)` in row \(row + 1) can never match, as \(column.title) has no such value", .warning, row: row,
                            hint: range(column)))
                }
            }
        }
        return found
    }

    private func isIdle(_ test: UnaryTest, _ column: TableColumn) -> Bool {
        !column.pieces.contains { piece in piece.sample.map { test.matches($0) } ?? false }
    }

    private func range(_ column: TableColumn) -> String? {
        let values = column.whole.members.map { column.pieces[$0] }
        guard values.count <= 24, let text = TableWords(space: space).all(column) else { return nil }
        return "its values are \(text)"
    }

    /// Rows that never answer since others always come before them.
    var masked: [Finding] {
        let table = rule.table
        guard table.hitPolicy == .first || table.hitPolicy == .priority else { return [] }
        let empty = emptyRows
        var found: [Finding] = []
        for row in space.rows.indices where !empty.contains(row) {
            let stronger = rowsBefore(row).filter { space.rows[$0].meets(space.rows[row]) }
            guard let rest = space.rest(of: space.rows[row], without: stronger) else { return found + [tooMuch("which rows are never reached")] }
            guard rest.isEmpty else { continue }
            found.append(masking(row, by: needed(row, stronger)))
        }
        return found
    }

    /// Rows that answer in place of `row` where both match.
    private func rowsBefore(_ row: Int) -> [Int] {
        let ranks = rule.table.ranks
        guard rule.table.hitPolicy == .priority else { return Array(0..<row) }
        return space.rows.indices.filter { $0 != row && (ranks[$0] == ranks[row] ? $0 < row : ranks[$0].lexicographicallyPrecedes(ranks[row])) }
    }

    /// As few of the rows as still take all of `row`.
    private func needed(_ row: Int, _ rows: [Int]) -> [Int] {
        var rows = rows
        for candidate in rows.reversed() {
            let others = rows.filter { $0 != candidate }
            if space.rest(of: space.rows[row], without: others)?.isEmpty == true { rows = others }
        }
        return rows
    }

    private func masking(_ row: Int, by rows: [Int]) -> Finding {
        let name = rule.name
        let message = "row \(row + 1) can never answer: \(TableWords.rows(rows)) \(rows.count == 1 ? "takes" : "take") all that it would match"
        let box = space.rows[row].intersection(space.whole)
        let draft = box.isEmpty ? nil : witness(box) { decision in
            decision.tables.contains { $0.name == name && $0.rows.contains { rows.contains($0 - 1) } }
        }
        return finding(.maskedRow, message, .warning, row: row, hint: "take it out, or put it before \(rows.count == 1 ? "that row" : "them")", witness: draft)
    }
}
