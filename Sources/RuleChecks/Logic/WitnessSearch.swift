import Cohorts
import RulePacks

/// Looks for a nominal for whom conditions hold, and whom the engine confirms.
struct WitnessSearch {
    let reader: RuleReader
    let judge: WitnessJudge
    let solver: Solver

    static let mostTries = 24

    /// - Parameter confirms: asks the engine.
    /// - Returns: nil where none was found, though there may be one.
    func draft(_ formulas: [Formula], confirms: (NominalDraft) -> Bool) -> NominalDraft? {
        guard case .possible(let values) = solver.solve(formulas) else { return nil }
        let first = WitnessDraft(values, reader.book, reader.program).draft
        if confirms(first) { return first }
        let matrices = values.keys.sorted().compactMap { variable -> (Int, [VariableCells.Cell])? in
            guard case .score(let place) = reader.book[variable].source, let cells = values[variable] else { return nil }
            return (place, cells)
        }
        var ways: [[Formula]] = [[]]
        for (matrix, cells) in matrices.prefix(2) {
            let found = RowChoices(reader, matrix: matrix).ways(to: cells)
            ways = ways.flatMap { way in found.prefix(matrices.count > 1 ? 5 : WitnessSearch.mostTries).map { way + $0 } }
        }
        for way in ways.prefix(WitnessSearch.mostTries) where !way.isEmpty {
            let solver = Solver(book: reader.book, setAside: solver.setAside, budget: solver.budget)
            guard case .possible(let values) = solver.solve(formulas + way) else { continue }
            let draft = WitnessDraft(values, reader.book, reader.program).draft
            if confirms(draft) { return draft }
        }
        return nil
    }
}
