import Decisions
import LuaRuntime
import Notation

extension DeclarationReader {
    func matrix(_ table: DeclaredTable, _ name: String) -> Matrix? {
        table.allowOnly(["title", "source", "note", "range", "rows", "total", "bands"])
        let heading = heading(table, title: table.text("title"))
        let range = range(table)
        let total = table.function("total")
        guard let list = table.child("rows", required: true) else { return nil }
        list.allowOnly([], items: true)
        var rows: [Matrix.Row] = []
        for (_, row) in list.rows(what: { "row \($0) of \(table.what)" }) {
            guard let parsed = matrixRow(row) else { continue }
            if rows.contains(where: { $0.id == parsed.id }) {
                row.report(.duplicateName, "\(table.what) has two rows named `\(parsed.id)`")
            } else {
                rows.append(parsed)
            }
        }
        if list.table.items.isEmpty { list.report(.badRow, "\(table.what) has no rows") }
        let bands = bands(table)
        guard let heading, let range, !rows.isEmpty else { return nil }
        return Matrix(name: name, heading: heading, range: range, rows: rows, total: total, bands: bands)
    }

    private func range(_ table: DeclaredTable) -> ClosedRange<Double>? {
        guard let range = table.child("range", required: true) else { return nil }
        let ends = range.table.items.compactMap(\.number)
        guard ends.count == 2, range.table.items.count == 2, ends[0] <= ends[1], ends.allSatisfy(\.isFinite) else {
            range.report(.wrongValue, "`range` of \(table.what) wants two numbers, the lower first", hint: "write it as in `range = { 0, 150 }`")
            return nil
        }
        return ends[0]...ends[1]
    }

    private func matrixRow(_ row: DeclaredTable) -> Matrix.Row? {
        row.allowOnly(["points", "when", "of", "steps", "min", "max", "source", "note"], items: true)
        guard let (id, title) = row.idAndTitle(), let heading = heading(row, title: title) else { return nil }
        let when = row.function("when")
        let min = row.number("min") ?? 0
        let max = row.number("max")
        if let max, max < min { row.report(.wrongValue, "`max` of \(row.what) (`\(id)`) is below its `min`", at: [.name("max")]) }
        let hasSteps = row.table["steps"] != nil || row.table["of"] != nil
        if hasSteps, row.table["points"] != nil {
            row.report(.badRow, "\(row.what) (`\(id)`) has both `points` and `steps`", at: [.name("points")], hint: "keep one of them")
            return nil
        }
        if hasSteps {
            guard let of = row.function("of", required: true), let steps = steps(row, id) else { return nil }
            return Matrix.Row(id: id, heading: heading, min: min, max: max, points: .steps(of: of, steps), when: when)
        }
        switch row.table["points"] {
        case .function(let function)?:
            return Matrix.Row(id: id, heading: heading, min: min, max: max, points: .function(function), when: when)
        case let value? where value.number != nil:
            guard let points = row.number("points") else { return nil }
            return Matrix.Row(id: id, heading: heading, min: min, max: max, points: .constant(points), when: when)
        case nil:
            row.report(
                .badRow, "\(row.what) (`\(id)`) awards no points",
                hint: "add `points = …`, a number or a function, or `of = …` with `steps = { … }`")
        case let value?:
            row.report(.wrongType, "`points` of \(row.what) (`\(id)`) wants a number or a function, not \(value.noun)", at: [.name("points")])
        }
        return nil
    }

    private func steps(_ row: DeclaredTable, _ id: String) -> [(from: Double, points: Double)]? {
        guard let list = row.child("steps", required: true) else { return nil }
        list.allowOnly([], items: true)
        var steps: [(from: Double, points: Double)] = []
        for (place, step) in list.rows(what: { "step \($0) of `\(id)`" }) {
            let numbers = step.table.items.compactMap(\.number)
            guard numbers.count == 2, step.table.items.count == 2 else {
                list.report(.badRow, "step \(place) of `\(id)` wants two numbers", at: [.index(place)], hint: "write it as in `{ 75, 20 }`: from 75, 20 points")
                return nil
            }
            steps.append((numbers[0], numbers[1]))
        }
        for (index, step) in steps.enumerated().dropFirst() where step.from >= steps[index - 1].from {
            list.report(
                .badRow, "step \(index + 1) of `\(id)` can never be reached: the steps are read from the top, and \(shortestText(steps[index - 1].from)) comes before \(shortestText(step.from))",
                at: [.index(index + 1)], hint: "put the highest first")
        }
        return steps.isEmpty ? nil : steps
    }

    private func bands(_ table: DeclaredTable) -> [Matrix.Band] {
        guard let list = table.child("bands") else { return [] }
        list.allowOnly([], items: true)
        var bands: [Matrix.Band] = []
        for (_, row) in list.rows(what: { "band \($0) of \(table.what)" }) {
            row.allowOnly(["from", "source", "note"], items: true)
            guard let (id, title) = row.idAndTitle() else { continue }
            let from = row.number("from")
            if let twin = bands.first(where: { $0.id == id }) {
                row.report(.duplicateName, "\(table.what) has two bands named `\(twin.id)`")
            } else if let twin = bands.first(where: { $0.from == from }) {
                row.report(.badRow, "the bands `\(twin.id)` and `\(id)` of \(table.what) begin at the same score")
            } else {
                bands.append(Matrix.Band(id: id, title: title, from: from))
            }
        }
        return bands.sorted { ($0.from ?? -.infinity) > ($1.from ?? -.infinity) }
    }
}
