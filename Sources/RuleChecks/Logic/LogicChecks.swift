package import Decisions
import FieldDefinitions
import Notation
package import RulePacks

/// What can be shown of a pack's conditions by reasoning: those that never or always hold, and what can never be reached.
package enum LogicChecks {
    /// - Parameter program: evaluated with, for nominals that show a finding; an evaluator made for it before is not heard any more.
    /// - Returns: findings in the order of the rules. A `witness` is one that the engine confirmed.
    package static func findings(_ program: RuleProgram) -> [Finding] {
        var session = LogicSession(program)
        session.checkConditions()
        session.checkSelection()
        session.checkClasses()
        session.checkMatrices()
        session.noteUnfollowed()
        return session.findings
    }
}

/// The checks of one pack, with what they share.
struct LogicSession {
    let program: RuleProgram
    let reader: RuleReader
    let judge: WitnessJudge
    var findings: [Finding] = []
    /// Paths of conditions about which something has been said.
    var settled: Set<String> = []
    /// For each place of a comparison, whether it never or always holds wherever it is used.
    var comparisons: [Place: Certainty] = [:]

    struct Place: Hashable {
        var file: String
        var line: Int
        var column: Int
    }

    struct Certainty {
        var text: String
        var never: Bool
        var always: Bool
        var words: String?
    }

    private let budget = SolverBudget(stepsLeft: 1_500_000)
    private let setAside: [String: String]

    init(_ program: RuleProgram) {
        var setAside: [String: String] = [:]
        for field in program.pack.catalogue.fields {
            if case .list(let list) = field.type { setAside[field.name] = list.setAside?.field }
        }
        self.setAside = setAside
        self.program = program
        reader = RuleReader(program)
        judge = WitnessJudge(program)
    }

    var solver: Solver { Solver(book: reader.book, setAside: setAside, budget: budget) }

    var search: WitnessSearch { WitnessSearch(reader: reader, judge: judge, solver: solver) }

    mutating func report(
        _ code: FindingCode, _ message: String, _ condition: RuleCondition, severity: Finding.Severity = .warning, hint: String? = nil, witness: String? = nil
    ) {
        findings.append(
            Finding(code, message, severity: severity, file: condition.file, line: condition.line, column: condition.column, hint: hint, witness: witness))
    }

    // MARK: All conditions

    var allConditions: [RuleCondition] {
        let rules = program.rules
        var all: [RuleCondition] = rules.criteria.flatMap { rule in rule.rows.map { reader.criterion(rule, $0) } }
        for matrix in rules.matrices {
            all += matrix.rows.compactMap { row in row.when.map { whenCondition(row, matrix, $0) } }
        }
        for rule in rules.classifications { all += rule.classes.filter { $0.when != nil }.map { reader.class(rule, $0) } }
        all += rules.selection.map { listCondition("selection", $0) } + rules.deselection.map { listCondition("deselection", $0) }
        all += rules.taskings.map { reader.condition("tasking.\($0.id)", "tasking `\($0.id)`", $0.heading, $0.when) }
        if let allocation = rules.allocation {
            all.append(reader.condition("allocation", "`keep` of the allocation", allocation.heading, allocation.keep, key: "keep"))
        }
        return all.filter { $0.function != nil }
    }

    func listCondition(_ list: String, _ rule: SelectionRule) -> RuleCondition {
        reader.condition("\(list).\(rule.id)", "rule `\(rule.id)` of `\(list)`", rule.heading, rule.when)
    }

    /// What is so of everybody whom a rule is asked about.
    func context(_ path: String) -> [Formula] {
        path.hasPrefix("selection.") ? [reader.known("cohort").negated] : path.hasPrefix("deselection.") ? [reader.known("cohort")] : []
    }

    /// Some part of it is about something that can be reasoned on.
    private func saysAnything(_ formula: Formula) -> Bool {
        var isSaid = false
        formula.forEachAtom { atom, _ in
            if case .other = reader.book[atom.variable].source { return }
            isSaid = true
        }
        return isSaid
    }

    /// Conditions of which nothing could be followed. Where a part was, what is left open is no news to an analyst.
    mutating func noteUnfollowed() {
        for condition in allConditions {
            guard let reason = condition.reason, !settled.contains(condition.path), !saysAnything(condition.formula) else { continue }
            report(.unanalysedCondition, "\(condition.name) could not be analysed: \(reason)", condition, severity: .note)
        }
        guard budget.stepsLeft <= 0 else { return }
        findings.append(Finding(.unanalysedCondition, "the pack has so many conditions that not all of them could be analysed", severity: .note))
    }
}
