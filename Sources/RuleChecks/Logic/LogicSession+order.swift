import Cohorts
import Decisions
import RulePacks

extension LogicSession {
    /// Rules of selection and deselection that an earlier one always beats.
    mutating func checkSelection() {
        for (list, rules) in [("selection", program.rules.selection), ("deselection", program.rules.deselection)] {
            let conditions = rules.map { listCondition(list, $0) }
            for (place, condition) in conditions.enumerated() {
                let context = context(list + ".")
                guard let winners = winners(condition, over: Array(conditions[..<place]), context) else { continue }
                let ids = winners.map { String($0.path.dropFirst(list.count + 1)) }
                let witness = search.draft([condition.formula] + context) { draft in
                    judge.holds(condition.function, for: draft) && judge.decision(on: draft)?.recommendation.rule.map(ids.contains) == true
                }
                reportUnreachable(.unreachableRule, condition, winners, witness)
            }
        }
    }

    /// Classes that nobody can be put into.
    mutating func checkClasses() {
        for (index, rule) in program.rules.classifications.enumerated() {
            for entry in rule.classes {
                let condition = reader.class(rule, entry)
                guard let winners = winners(condition, over: reader.rivals(rule, entry), []) else { continue }
                let ids = winners.compactMap { $0.path.split(separator: ".").last.map(String.init) }
                let witness = search.draft([condition.formula]) { draft in
                    guard judge.holds(condition.function, for: draft), let classes = judge.decision(on: draft)?.classes[index].classes else { return false }
                    return classes.contains(where: ids.contains)
                }
                reportUnreachable(.unreachableClass, condition, winners, witness, isOtherwise: entry.when == nil)
            }
        }
    }

    /// Which of these always hold where the condition does, as few as are needed; nil where it can hold without them.
    private func winners(_ condition: RuleCondition, over rivals: [RuleCondition], _ context: [Formula]) -> [RuleCondition]? {
        guard !rivals.isEmpty, !settled.contains(condition.path) else { return nil }
        let solver = solver
        func isBeaten(by some: [RuleCondition]) -> Bool { solver.isImpossible([condition.formula] + context + some.map(\.formula.negated)) }
        guard isBeaten(by: rivals) else { return nil }
        if let one = rivals.first(where: { isBeaten(by: [$0]) }) { return [one] }
        var winners = rivals
        for place in rivals.indices.reversed() {
            var fewer = winners
            fewer.remove(at: place)
            if isBeaten(by: fewer) { winners = fewer }
        }
        return winners
    }

    private mutating func reportUnreachable(
        _ code: FindingCode, _ condition: RuleCondition, _ winners: [RuleCondition], _ witness: NominalDraft?, isOtherwise: Bool = false
    ) {
        settled.insert(condition.path)
        let names = winners.prefix(4).compactMap { $0.path.split(separator: ".").last.map { "`\($0)`" } }
        let list = names.count > 1 ? names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1] : names.joined()
        let why: String
        if isOtherwise {
            why = "\(list) takes everybody"
        } else if winners.count == 1, winners[0].function == nil {
            why = "\(list) stands before it without a condition, so it always decides"
        } else {
            why = "wherever its condition holds, that of \(list) holds before it"
        }
        let hint = witness == nil ? "no example was found: it follows from the conditions" : isOtherwise
            ? "correct the conditions, or take the class out" : "put it before \(list), or narrow \(list)"
        report(
            code, "\(condition.name) can never be reached: \(why)", condition, hint: hint,
            witness: witness.map { $0.lua(program.pack.catalogue, borough: program.pack.manifest.owner.borough, width: .max) })
    }
}
