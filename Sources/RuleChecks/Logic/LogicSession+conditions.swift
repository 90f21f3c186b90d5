import Decisions
import LuaRuntime
import LuaSyntax
import RulePacks

extension LogicSession {
    /// Conditions that can never hold, or always do, whatever other rules come before.
    mutating func checkConditions() {
        for condition in allConditions {
            let context = context(condition.path)
            switch solver.solve([condition.formula] + context) {
            case .impossible:
                reportNever(condition, context)
                continue
            case .undecided:
                settled.insert(condition.path)
                report(.unanalysedCondition, "\(condition.name) could not be analysed: it has too many cases to go through", condition, severity: .note)
                continue
            case .possible: break
            }
            if condition.formula.constant == nil, solver.isImpossible([condition.formula.negated] + context) {
                reportAlways(condition, context)
            } else {
                compare(condition.formula)
            }
        }
        reportComparisons()
        for rule in program.rules.criteria { check(rule) }
    }

    func whenCondition(_ row: Matrix.Row, _ matrix: Matrix, _ when: LuaFunction) -> RuleCondition {
        reader.condition("matrix.\(matrix.name).\(row.id)", "`when` of row `\(row.id)` of matrix `\(matrix.name)`", row.heading, when)
    }

    private mutating func reportNever(_ condition: RuleCondition, _ context: [Formula]) {
        settled.insert(condition.path)
        let conflict = Conflict([condition.formula], context: context, solver)
        var why = conflict.words(reader.book).map { ": \($0)" } ?? ""
        if conflict.needsContext {
            why += condition.path.hasPrefix("selection.") ? ", for selection is asked only for people who are not in the cohort"
                : ", for deselection is asked only for people in the cohort"
        }
        report(.conditionNeverHolds, "\(condition.name) can never hold\(why)", condition, hint: neverHint(conflict))
    }

    private func neverHint(_ conflict: Conflict) -> String {
        if let text = conflict.parts.first.flatMap(Conflict.text), text.contains("== nil") {
            return "a field that has no value stops the rule: ask `n:has \"…\"` instead"
        }
        return "correct a bound, write `or` where either is meant, or take the rule out"
    }

    private mutating func reportAlways(_ condition: RuleCondition, _ context: [Formula]) {
        settled.insert(condition.path)
        let conflict = Conflict([condition.formula.negated], context: context, solver)
        var words: String?
        for part in conflict.parts { part.forEachAtom { atom, _ in words = words ?? reader.book[atom.variable].words } }
        report(
            .conditionAlwaysHolds, "\(condition.name) always holds where it can be decided\(words.map { ", for \($0)" } ?? "")", condition,
            hint: "correct it, or leave the condition out where everybody is meant")
    }

    // MARK: Comparisons

    /// Looks at each comparison in a condition by itself.
    private mutating func compare(_ formula: Formula) {
        switch formula {
        case .truth, .atom: return
        case .not(let inner): compare(inner)
        case .all(let parts), .any(let parts): for part in parts { compare(part) }
        case .said(let inner, let origin):
            if inner.saysMore { return compare(inner) }
            let place = Place(file: origin.file, line: origin.position.line, column: origin.position.column)
            let never = solver.isImpossible([inner])
            let always = !never && solver.isImpossible([inner.negated])
            var words: String?
            inner.forEachAtom { atom, _ in words = words ?? reader.book[atom.variable].words }
            if let seen = comparisons[place] {
                comparisons[place]?.never = seen.never && never
                comparisons[place]?.always = seen.always && always
            } else {
                comparisons[place] = Certainty(text: origin.text, never: never, always: always, words: words)
            }
        }
    }

    private mutating func reportComparisons() {
        let ordered = comparisons.sorted { ($0.key.file, $0.key.line, $0.key.column) < ($1.key.file, $1.key.line, $1.key.column) }
        for (place, certainty) in ordered where certainty.never || certainty.always {
            let why = certainty.words.map { ": \($0)" } ?? ""
            findings.append(
                Finding(
                    certainty.never ? .conditionNeverHolds : .conditionAlwaysHolds,
                    "`\(certainty.text)` \(certainty.never ? "can never hold" : "always holds")\(why)", severity: .warning, file: place.file,
                    line: place.line, column: place.column, hint: "correct it, or take it out"))
        }
    }

    // MARK: Criteria

    /// Criteria as a whole, where no row by itself is to blame.
    private mutating func check(_ rule: Criteria) {
        let rows = rule.rows.map { reader.criterion(rule, $0) }
        guard !rows.contains(where: { settled.contains($0.path) }) else { return }
        let formula = reader.criteria(rule)
        let whole = RuleCondition(
            path: "criteria.\(rule.name)", name: "criteria `\(rule.name)`", formula: formula, file: rule.heading.file, line: rule.heading.line)
        if solver.isImpossible([formula]) {
            let why = Conflict([formula], context: [], solver).words(reader.book).map { ": \($0)" } ?? ""
            settled.insert(whole.path)
            report(.conditionNeverHolds, "criteria `\(rule.name)` can never be met\(why)", whole,
                hint: "correct a bound, or put rows of which one is enough under `any`")
        } else if formula.constant == nil, solver.isImpossible([formula.negated]) {
            settled.insert(whole.path)
            report(.conditionAlwaysHolds, "criteria `\(rule.name)` are always met where they can be decided",
                whole, hint: "correct a bound, or put rows that are all needed under `all`")
        }
    }
}

extension Formula {
    /// Some part of it stands in the text by itself.
    var saysMore: Bool {
        switch self {
        case .truth, .atom: false
        case .said: true
        case .not(let inner): inner.saysMore
        case .all(let parts), .any(let parts): parts.contains(where: \.saysMore)
        }
    }
}
