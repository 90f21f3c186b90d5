/// Which rule runs, for errors and for what it read. Plain numbers, as everybody is asked every rule and hardly anybody needs to be told
/// its name.
enum RulePlace {
    case answer(Answer)
    case criterion(Int, in: Int)
    case row(Int, in: Int)
    /// Of a decision table.
    case input(Int, of: Int)
    /// Of a classification.
    case classCondition(Int, in: Int)
    case selection(Int)
    case deselection(Int)
    case tasking(Int)
    case allocation
    /// A condition that is asked by itself.
    case alone
}

/// A rule as people find it again.
struct RuleName {
    /// `matrix.sac.burglary`
    var path: String
    var heading: Heading
}

extension Evaluator {
    func name(of answer: Answer) -> RuleName { name(of: .answer(answer)) }

    func name(of place: RulePlace) -> RuleName {
        switch place {
        case .answer(.criteria(let index)): return RuleName(path: "criteria.\(rules.criteria[index].name)", heading: rules.criteria[index].heading)
        case .answer(.matrix(let index)): return RuleName(path: "matrix.\(rules.matrices[index].name)", heading: rules.matrices[index].heading)
        case .answer(.table(let index)): return RuleName(path: "table.\(rules.tables[index].name)", heading: rules.tables[index].heading)
        case .answer(.classification(let index)):
            return RuleName(path: "class.\(rules.classifications[index].name)", heading: rules.classifications[index].heading)
        case .answer(.group(let index)): return RuleName(path: "group.\(rules.groups[index].name)", heading: rules.groups[index].heading)
        case .criterion(let place, let index):
            let rule = rules.criteria[index]
            return RuleName(path: "criteria.\(rule.name).\(rule.rows[place].id)", heading: rule.rows[place].heading)
        case .row(let place, let index):
            let rule = rules.matrices[index]
            return RuleName(path: "matrix.\(rule.name).\(rule.rows[place].id)", heading: rule.rows[place].heading)
        case .input(let place, let index):
            let rule = rules.tables[index]
            return RuleName(path: "table.\(rule.name).\(rule.inputs[place].id)", heading: rule.heading)
        case .classCondition(let place, let index):
            let rule = rules.classifications[index]
            return RuleName(path: "class.\(rule.name).\(rule.classes[place].id)", heading: rule.classes[place].heading)
        case .selection(let place): return RuleName(path: "selection.\(rules.selection[place].id)", heading: rules.selection[place].heading)
        case .deselection(let place): return RuleName(path: "deselection.\(rules.deselection[place].id)", heading: rules.deselection[place].heading)
        case .tasking(let place): return RuleName(path: "tasking.\(rules.taskings[place].id)", heading: rules.taskings[place].heading)
        case .allocation: return RuleName(path: "allocation", heading: rules.allocation?.heading ?? Heading(title: "", file: ""))
        case .alone: return RuleName(path: "", heading: Heading(title: "", file: ""))
        }
    }
}
