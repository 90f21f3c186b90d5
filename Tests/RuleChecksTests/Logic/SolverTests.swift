import Testing

@testable import RuleChecks

@Suite("The solver")
struct SolverTests {
    private static let words = ["a", "b", "c"]
    private static let ranges: [(low: Double, high: Double)] = [(0, 4), (-2, 3)]

    private func book() -> VariableBook {
        var book = VariableBook()
        for place in 0..<2 { _ = book.place("bool \(place)") { Variable(key: "bool \(place)", domain: .bool, paths: [], source: .other) } }
        for (place, ends) in Self.ranges.enumerated() {
            _ = book.place("number \(place)") { Variable(
                key: "number \(place)", domain: .number(low: ends.low, high: ends.high, isWhole: true), paths: [], source: .other) }
        }
        _ = book.place("text") { Variable(key: "text", domain: .text(Self.words), paths: [], source: .other) }
        return book
    }

    private func formula(_ draws: inout Draws, depth: Int) -> Formula {
        if depth == 0 || Int.random(in: 0..<4, using: &draws) == 0 {
            let variable = Int.random(in: 0..<5, using: &draws)
            switch variable {
            case 0, 1: return .atom(Atom(variable: variable, test: .isTrue))
            case 2, 3:
                let comparisons: [Atom.Comparison] = [.less, .lessOrEqual, .greater, .greaterOrEqual, .equal]
                let bound = Double(Int.random(in: -6...12, using: &draws)) / 2
                return .atom(Atom(variable: variable, test: .compare(comparisons[Int.random(in: 0..<5, using: &draws)], bound)))
            default:
                let some = Self.words.filter { _ in Bool.random(using: &draws) }
                return .atom(Atom(variable: 4, test: .isOneOf(Set(some))))
            }
        }
        let parts = (0..<Int.random(in: 2...3, using: &draws)).map { _ in formula(&draws, depth: depth - 1) }
        switch Int.random(in: 0..<5, using: &draws) {
        case 0: return .not(parts[0])
        case 1, 2: return .any(parts)
        default: return .all(parts)
        }
    }

    private func holds(_ formula: Formula, _ values: [VariableCells.Cell]) -> Bool {
        switch formula {
        case .truth(let value): value
        case .atom(let atom): VariableCells.holds(atom.test, values[atom.variable])
        case .not(let inner): !holds(inner, values)
        case .all(let parts): parts.allSatisfy { holds($0, values) }
        case .any(let parts): parts.contains { holds($0, values) }
        case .said(let inner, _): holds(inner, values)
        }
    }

    /// Every way in which the five variables can come out.
    private var everything: [[VariableCells.Cell]] {
        func numbers(_ ends: (low: Double, high: Double)) -> [VariableCells.Cell] {
            stride(from: ends.low, through: ends.high, by: 1).map { .number(low: $0, high: $0, value: $0) }
        }
        let bools: [VariableCells.Cell] = [.bool(false), .bool(true)]
        return bools.flatMap { a in
            bools.flatMap { b in
                numbers(Self.ranges[0]).flatMap { c in
                    numbers(Self.ranges[1]).flatMap { d in Self.words.map { [a, b, c, d, .text($0)] } }
                }
            }
        }
    }

    @Test("it finds values exactly where trying all of them does, and values that will do", arguments: [1, 2, 3, 4] as [UInt64])
    func againstAll(_ seed: UInt64) {
        var draws = Draws(seed: seed)
        let book = book()
        let everything = everything
        var outcomes: [Bool: Int] = [:]
        for _ in 0..<150 {
            let formulas = (0..<Int.random(in: 1...4, using: &draws)).map { _ in formula(&draws, depth: 3) }
            let isPossible = everything.contains { values in formulas.allSatisfy { holds($0, values) } }
            outcomes[isPossible, default: 0] += 1
            switch Solver(book: book, setAside: [:]).solve(formulas) {
            case .undecided: Issue.record("it gave up on \(formulas)")
            case .impossible: #expect(!isPossible, "\(formulas)")
            case .possible(let found):
                #expect(isPossible, "\(formulas)")
                let values = everything[0].enumerated().map { place, value in found[place]?.first ?? value }
                #expect(formulas.allSatisfy { holds($0, values) }, "\(formulas) with \(values)")
            }
        }
        // Both outcomes have to come up for this to mean anything.
        #expect((outcomes[true] ?? 0) > 20 && (outcomes[false] ?? 0) > 5, "\(outcomes)")
    }

    @Test("it gives up after so many steps rather than go on")
    func steps() {
        var solver = Solver(book: book(), setAside: [:])
        solver.mostSteps = 3
        let parts = (0..<4).map { Formula.atom(Atom(variable: 2, test: .compare(.greaterOrEqual, Double($0)))) }
        guard case .undecided = solver.solve(parts) else {
            Issue.record("it went on")
            return
        }
    }
}
