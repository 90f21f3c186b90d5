package import Evidence
package import RulePacks

/// What one pack declares and another does not, or declares otherwise, rule by rule.
package struct RuleDifference {
    package let changes: [RuleChange]
    let old: PackText
    let new: PackText

    package init(_ old: RuleProgram, _ new: RuleProgram) {
        self.old = PackText(old)
        self.new = PackText(new)
        changes = RuleDifference.changes(self.old, self.new)
    }

    private static func changes(_ old: PackText, _ new: PackText) -> [RuleChange] {
        var changes: [RuleChange] = []
        for rule in new.rules {
            guard let before = old.rule(rule.path) else {
                changes.append(RuleChange(rule: rule.path, what: rule.kind, title: rule.title, change: .added, now: summary(rule)))
                continue
            }
            let isSameText = old.text(of: before).map { $0 == new.text(of: rule) } ?? false
            changes += parts(before, rule, follows: isSameText)
        }
        for rule in old.rules where new.rule(rule.path) == nil {
            changes.append(RuleChange(rule: rule.path, what: rule.kind, title: rule.title, change: .removed, was: summary(rule)))
        }
        changes += order("selection", "rules of selection", old.ids("selection"), new.ids("selection"))
        changes += order("deselection", "rules of de-selection", old.ids("deselection"), new.ids("deselection"))
        return withoutEchoes(changes)
    }

    private static func parts(_ old: DescribedRule, _ new: DescribedRule, follows: Bool) -> [RuleChange] {
        var changes: [RuleChange] = []
        func add(_ part: String, _ was: String?, _ now: String?, isCode: Bool) {
            changes.append(
                RuleChange(
                    rule: new.path, what: new.kind, title: new.title, change: .changed, part: part, was: was, now: now, isCode: isCode, follows: follows))
        }
        if old.title != new.title { add("title", old.title, new.title, isCode: false) }
        for fact in new.facts where old[fact.name] != fact.value {
            if fact.isCode, let before = old[fact.name] {
                let lines = ChangedLines(before, fact.value)
                add(fact.name, lines.was.joined(separator: "\n"), lines.now.joined(separator: "\n"), isCode: true)
            } else {
                add(fact.name, old[fact.name], fact.value, isCode: fact.isCode)
            }
        }
        for fact in old.facts where new[fact.name] == nil { add(fact.name, fact.value, nil, isCode: fact.isCode) }
        return changes
    }

    private static func summary(_ rule: DescribedRule) -> String {
        let facts = rule.facts.filter { $0.name != "source" && $0.name != "note" }
        return facts.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    }

    /// Rules that both packs have and ask in another order.
    private static func order(_ list: String, _ what: String, _ old: [String], _ new: [String]) -> [RuleChange] {
        let (before, now) = (old.filter(new.contains), new.filter(old.contains))
        if before == now { return [] }
        return [
            RuleChange(
                rule: list, what: what, title: "Order in which they are asked", change: .changed, part: "order",
                was: before.joined(separator: ", "), now: now.joined(separator: ", "))
        ]
    }

    /// A function that stands under a name of its own is shown once: with the rule that uses it.
    private static func withoutEchoes(_ changes: [RuleChange]) -> [RuleChange] {
        let shown = Set(changes.filter { $0.isCode && !isWord($0) }.map { [$0.was, $0.now] })
        return changes.filter { change in
            if !isWord(change) { return true }
            if change.change != .changed { return false }
            return !shown.contains([change.was, change.now])
        }
    }

    private static func isWord(_ change: RuleChange) -> Bool { change.rule.hasPrefix("word.") }
}
