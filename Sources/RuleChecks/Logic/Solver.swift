/// Finds values for the variables of conditions that make all of them hold, or shows that there are none.
///
/// Every test looks at one variable, so that a handful of values of each stands for all. Relations between variables
/// are left out but for two: a field that is read has a value, and a filter finds no more than a wider one.
struct Solver {
    enum Outcome {
        /// For each variable that matters, its values that will do, in order.
        case possible([Int: [VariableCells.Cell]])
        case impossible
        /// It was given up after too many steps.
        case undecided
    }

    let book: VariableBook
    /// The field by which a list sets items aside, by the list's path.
    let setAside: [String: String]
    var mostSteps = 20_000
    /// What all searches together may take; nil sets no limit.
    var budget: SolverBudget?

    /// - Parameter formulas: all of them must hold.
    func solve(_ formulas: [Formula]) -> Outcome {
        if formulas.contains(where: { $0.constant == false }) { return .impossible }
        if let budget, budget.stepsLeft <= 0 { return .undecided }
        guard var search = SolverSearch(formulas, book, setAside: setAside, mostSteps: mostSteps) else { return .undecided }
        defer { budget?.stepsLeft -= search.cost }
        return search.run()
    }

    func isImpossible(_ formulas: [Formula]) -> Bool { if case .impossible = solve(formulas) { true } else { false } }
}

/// Steps that the searches of one pack may still take.
final class SolverBudget {
    var stepsLeft: Int
    init(stepsLeft: Int) { self.stepsLeft = stepsLeft }
}

/// One search of the solver, over the variables of its formulas only.
private struct SolverSearch {
    /// A condition in which only tests are negated, each test as the values that it lets through.
    private indirect enum Node {
        case cells(variable: Int, UInt64)
        case all([Node])
        case any([Node])
    }

    private var variables: [Int] = []
    private var local: [Int: Int] = [:]
    private var cells: [VariableCells] = []
    private var goals: [Node] = []
    private var narrower: [(narrow: Int, wide: Int)] = []
    private let book: VariableBook
    private let mostSteps: Int
    private var stepsLeft: Int
    private var atoms = 0
    var cost: Int { mostSteps - stepsLeft + atoms }

    init?(_ formulas: [Formula], _ book: VariableBook, setAside: [String: String], mostSteps: Int) {
        self.book = book
        self.mostSteps = mostSteps
        stepsLeft = mostSteps
        var tests: [Int: [Atom.Test]] = [:]
        for formula in formulas {
            formula.forEachAtom { atom, _ in
                atoms += 1
                if tests[atom.variable] == nil { variables.append(atom.variable) }
                if tests[atom.variable]?.contains(atom.test) != true { tests[atom.variable, default: []].append(atom.test) }
            }
        }
        var place = 0
        while place < variables.count {
            for needed in book.needs(of: variables[place]) where !variables.contains(needed) {
                variables.append(needed)
                tests[needed] = [.isTrue]
            }
            place += 1
        }
        for (place, variable) in variables.enumerated() {
            local[variable] = place
            guard let found = VariableCells(book[variable], tests[variable] ?? []) else { return nil }
            cells.append(found)
        }
        for (a, narrow) in variables.enumerated() {
            guard case .count(let filter) = book[narrow].source else { continue }
            for (b, wide) in variables.enumerated() where a != b {
                guard case .count(let other) = book[wide].source else { continue }
                if filter.isWithin(other, setAside: setAside[filter.list]) { narrower.append((a, b)) }
            }
        }
        goals = formulas.map { node($0, isNegated: false) }
    }

    private func node(_ formula: Formula, isNegated: Bool) -> Node {
        switch formula {
        case .truth(let value): return value != isNegated ? .all([]) : .any([])
        case .said(let inner, _): return node(inner, isNegated: isNegated)
        case .not(let inner): return node(inner, isNegated: !isNegated)
        case .all(let parts): return isNegated ? .any(parts.map { node($0, isNegated: true) }) : .all(parts.map { node($0, isNegated: false) })
        case .any(let parts): return isNegated ? .all(parts.map { node($0, isNegated: true) }) : .any(parts.map { node($0, isNegated: false) })
        case .atom(let atom):
            let test = cells(atom, isNegated)
            let needed = needs(of: atom.variable).map { cells(Atom(variable: $0, test: .isTrue), false) }
            return needed.isEmpty ? test : .all([test] + needed)
        }
    }

    private func needs(of variable: Int) -> [Int] {
        var all = book.needs(of: variable)
        var place = 0
        while place < all.count {
            for next in book.needs(of: all[place]) where !all.contains(next) { all.append(next) }
            place += 1
        }
        return all
    }

    private func cells(_ atom: Atom, _ isNegated: Bool) -> Node {
        guard let place = local[atom.variable] else { return .any([]) }
        let mask = cells[place].mask(atom.test)
        return .cells(variable: place, isNegated ? cells[place].all & ~mask : mask)
    }

    mutating func run() -> Solver.Outcome {
        let masks = search(goals, [], cells.map(\.all))
        if let masks {
            var found: [Int: [VariableCells.Cell]] = [:]
            for (place, variable) in variables.enumerated() where masks[place] != cells[place].all { found[variable] = cells[place].cells(masks[place]) }
            return .possible(found)
        }
        return stepsLeft > 0 ? .impossible : .undecided
    }

    /// - Parameter choices: parts of which one must hold, not yet looked at.
    private mutating func search(_ goals: [Node], _ choices: [[Node]], _ masks: [UInt64]) -> [UInt64]? {
        var goals = goals
        var choices = choices
        var masks = masks
        while true {
            while let goal = goals.popLast() {
                stepsLeft -= 1
                if stepsLeft <= 0 { return nil }
                switch goal {
                case .cells(let variable, let mask):
                    masks[variable] &= mask
                    if masks[variable] == 0 { return nil }
                case .all(let parts): goals += parts
                case .any(let parts): choices.append(parts)
                }
            }
            // A choice of which one part is left is no choice.
            for (place, parts) in choices.enumerated() {
                let open = parts.filter { isOpen($0, masks) }
                if open.isEmpty { return nil }
                choices[place] = open
                if open.count == 1 { goals.append(open[0]) }
            }
            choices.removeAll { $0.count == 1 }
            if goals.isEmpty { break }
        }
        guard let place = choices.indices.min(by: { choices[$0].count < choices[$1].count }) else { return isOrdered(masks) ? masks : nil }
        let parts = choices.remove(at: place)
        for part in parts {
            if let found = search([part], choices, masks) { return found }
            if stepsLeft <= 0 { return nil }
        }
        return nil
    }

    /// Whether a part is not ruled out by what is settled already; it may be ruled out all the same.
    private func isOpen(_ node: Node, _ masks: [UInt64]) -> Bool {
        switch node {
        case .cells(let variable, let mask): masks[variable] & mask != 0
        case .all(let parts): parts.allSatisfy { if case .cells(let variable, let mask) = $0 { masks[variable] & mask != 0 } else { true } }
        case .any(let parts): !parts.isEmpty
        }
    }

    /// No filter finds more than a wider one.
    private func isOrdered(_ masks: [UInt64]) -> Bool {
        narrower.allSatisfy { cells[$0.narrow].lowest(masks[$0.narrow]) <= cells[$0.wide].highest(masks[$0.wide]) }
    }
}
