import LuaRuntime
import LuaSyntax
import RulePacks

extension RuleReader {
    /// The condition of a rule, with whatever it is made of.
    /// - Parameters:
    ///   - name: how messages name the rule.
    ///   - function: nil for a rule that always holds.
    func condition(_ path: String, _ name: String, _ heading: Heading, _ function: LuaFunction?, key: String = "when") -> RuleCondition {
        if let condition = conditions[path] { return condition }
        var condition = RuleCondition(
            path: path, name: name, formula: .truth(true), file: heading.file, line: heading.line, function: function)
        guard function != nil else {
            conditions[path] = condition
            return condition
        }
        guard inProgress.insert(path).inserted else {
            condition.formula = book.freeTruth()
            return condition
        }
        defer { inProgress.remove(path) }
        if let (written, file) = rule(path, heading), let expression = key == "when" ? written["when"] ?? third(written) : written[key] {
            condition.line = expression.position.line
            condition.column = expression.position.column
            (condition.formula, condition.reason) = reading { self.condition(called(value(expression, Scope(file: file, locals: [:])))) }
            if condition.formula.size(upTo: RuleReader.largestFormula) >= RuleReader.largestFormula {
                condition.formula = book.freeTruth()
                condition.reason = "it has too many cases"
            }
        } else {
            condition.reason = "it is made by code, not written out"
            condition.formula = book.freeTruth()
        }
        conditions[path] = condition
        return condition
    }

    /// The rule as it is written, in the file that declares it last.
    func rule(_ path: String, _ heading: Heading) -> (WrittenRule, FileScope)? {
        for file in files where file.written.source.name == heading.file {
            if let rule = file.written.rules.last(where: { $0.path == path }) { return (rule, file) }
        }
        return nil
    }

    private func third(_ rule: WrittenRule) -> LuaExpression? { rule.items.count > 2 ? rule.items[2] : nil }

    /// What a rule's function gives for the nominal and the decision so far.
    func called(_ value: SymbolicValue) -> SymbolicValue {
        switch value {
        case .closure(let function): result(of: function, [.record(""), .decision([])])
        case .unknown(_, let why): .unknown(key: nil, reason: why ?? "its function is made by code")
        default: .unknown(key: nil, reason: "its function is made by code")
        }
    }

    // MARK: Criteria

    func criteria(_ rule: Criteria) -> Formula { criteria(rule.root, rule) }

    private func criteria(_ node: Criteria.Node, _ rule: Criteria) -> Formula {
        switch node {
        case .row(let place): criterion(rule, rule.rows[place]).formula
        case .all(let parts): .every(parts.map { criteria($0, rule) })
        case .any(let parts): .some(parts.map { criteria($0, rule) })
        }
    }

    func criterion(_ rule: Criteria, _ row: Criteria.Row) -> RuleCondition {
        condition("criteria.\(rule.name).\(row.id)", "criterion `\(row.id)` of `\(rule.name)`", row.heading, row.test)
    }

    // MARK: Classes

    func `class`(_ rule: Classification, _ entry: Classification.Class) -> RuleCondition {
        condition("class.\(rule.name).\(entry.id)", "class `\(entry.id)` of `\(rule.name)`", entry.heading, entry.when)
    }

    /// Conditions of the classes that must not match for this one to be given.
    func rivals(_ rule: Classification, _ entry: Classification.Class) -> [RuleCondition] {
        let others = rule.classes.filter { $0.when != nil && $0.id != entry.id }
        if entry.when == nil { return others.map { self.class(rule, $0) } }
        switch rule.pick {
        case .any: return []
        case .one: return others.map { self.class(rule, $0) }
        case .first:
            let earlier = rule.classes.prefix { $0.id != entry.id }
            return earlier.filter { $0.when != nil }.map { self.class(rule, $0) }
        }
    }

    /// A class that does not exist is reported where names are checked; here it may be anything.
    func isClass(_ rule: Classification, _ id: String) -> Formula {
        guard let entry = rule.classes.first(where: { $0.id == id }) else { return book.freeTruth() }
        return .every([self.class(rule, entry).formula] + rivals(rule, entry).map(\.formula.negated))
    }

    /// `d.band.sac == "ppo"`, `d.class.strand == "young"`
    func answer(_ parts: [String], is text: String) -> Formula {
        guard parts.count == 2 else { return book.freeTruth() }
        switch parts[0] {
        case "band": return band(parts[1], text)
        case "class":
            guard let rule = program.rules.classifications.first(where: { $0.name == parts[1] }), rule.pick != .any else { return book.freeTruth() }
            return isClass(rule, text)
        default: return book.freeTruth()
        }
    }
}
