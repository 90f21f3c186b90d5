import Cohorts
import Decisions
import LuaRuntime
import Notation

/// Rules that look at earlier scores: what assessments to come would do.
extension ExitPlanner {
    func readsScores(_ reads: LuaReads) -> Bool {
        reads.fields.members.contains { $0 < layout.fields.count && layout.fields[$0].path.hasPrefix("scores") }
    }

    /// From when each of some rules would hold if the person came out lowest in every monthly assessment of the next
    /// years, and by which matrices: each by itself, and only then all together.
    func assessedDays(of rules: [Int]) throws -> [Int: (by: [Matrix], from: Day)] {
        var found: [Int: (by: [Matrix], from: Day)] = [:]
        for matrices in assessments {
            var open = rules.filter { found[$0] == nil }
            if open.isEmpty { break }
            try withLowScores(matrices) {
                try onEachDay { day, current in
                    open.removeAll { rule in
                        guard current.deselectionAnswer(rule, row) == .yes else { return false }
                        found[rule] = (matrices, day)
                        return true
                    }
                    return !open.isEmpty
                }
            }
        }
        return found
    }

    /// Matrices with bands that the person is scored by: those of the earlier scores, or all where there are none.
    private var banded: [Matrix] {
        let all = evaluator.rules.matrices.filter { $0.bands.count > 1 }
        guard let list = layout.id(ofPath: "scores"), let name = layout.id(ofPath: "scores.matrix"),
            let items = row.items(at: layout.fields[list].cell)
        else { return all }
        let used = Set((0..<items.count).compactMap { row.string(at: items.first + $0 * layout.fields[list].stride + layout.fields[name].cell) })
        let known = all.filter { used.contains($0.name) }
        return known.isEmpty ? all : known
    }

    /// What to try: each matrix by itself, and then all together.
    private var assessments: [[Matrix]] {
        let banded = banded.filter { !telling.givesAway($0.bands.last?.title ?? "") }
        return banded.map { [$0] } + (banded.count > 1 ? [banded] : [])
    }

    func lowest(_ matrices: [Matrix]) -> String {
        DecisionWords.list(matrices.compactMap { matrix in matrix.bands.last.map { "“\($0.title)”" } })
    }

    /// Runs `body` while the row has, besides its own scores, the lowest by these matrices in every month to come.
    private func withLowScores(_ matrices: [Matrix], _ body: () throws -> Void) throws {
        guard let list = layout.id(ofPath: "scores") else { return }
        let before = layout.fields[list].cell
        let cells = (0..<4).map { row.cells[before + $0] }
        defer { for place in 0..<4 { row.set(cell: before + place, to: cells[place]) } }
        func part(_ name: String) -> Int? { layout.id(ofPath: "scores.\(name)").map { layout.fields[$0].cell } }
        guard let date = part("date"), let name = part("matrix"), let score = part("score"), let band = part("band") else {
            return
        }
        var items: [[Int64]] = []
        let texts = matrices.map { (row.append(text: $0.name), row.append(text: $0.bands.last?.id ?? ""), $0.range.lowerBound) }
        for month in 1...(12 * ExitPlanner.years) {
            for (matrix, lowest, points) in texts {
                var item = Array(repeating: NominalRow.none, count: layout.fields[list].stride)
                item[date] = Int64(run.asOf.adding(months: month).number)
                item[name] = matrix
                item[band] = lowest
                item[score] = Int64(bitPattern: points.bitPattern)
                items.append(item)
            }
        }
        row.append(items, to: list)
        try body()
    }
}
