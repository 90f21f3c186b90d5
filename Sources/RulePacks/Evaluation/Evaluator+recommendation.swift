import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime

extension Evaluator {
    /// Selection for people who are not in the cohort, de-selection for those who are: the first rule that holds wins.
    func recommend() -> LuaStatus {
        let isMember = isMember
        let list = isMember ? "deselection" : "selection"
        coverage?.asked(deselection: isMember)
        for (place, rule) in (isMember ? rules.deselection : rules.selection).enumerated() {
            let name = RuleName(path: "\(list).\(rule.id)", heading: rule.heading)
            guard let when = rule.when else {
                coverage?.rule(place, deselection: isMember, nil)
                lastReads = LuaReads()
                return recommend(rule, isMember, name)
            }
            switch condition(when, name) {
            case .failed(let status): return status
            case .no:
                coverage?.rule(place, deselection: isMember, .no)
                continue
            case .yes:
                coverage?.rule(place, deselection: isMember, .yes)
                return recommend(rule, isMember, name)
            case .unknown(let missing):
                coverage?.rule(place, deselection: isMember, .unknown)
                let needed = names(of: missing)
                let titles = needed.map(title(of:))
                let because = "“\(rule.heading.title)” cannot be decided: \(DecisionWords.notKnown(titles))."
                decision.recommendation = Recommendation(
                    action: .refer, rule: rule.id, title: rule.heading.title, because: [because], unknown: needed)
                return .ok
            }
        }
        decision.recommendation = isMember
            ? Recommendation(
                action: .retain, category: cohortCategoryCell.flatMap { row?.string(at: $0) },
                because: ["No rule for leaving the cohort is met."])
            : Recommendation(action: .none, because: ["No rule for joining the cohort is met."])
        return .ok
    }

    private func recommend(_ rule: SelectionRule, _ isMember: Bool, _ name: RuleName) -> LuaStatus {
        let reads = lastReads
        var because: [String] = []
        if let function = rule.because {
            switch call(function, name) {
            case .failed(let status): return status
            case .value(.text(let text)): because = [lastReads.withheld ? Evaluator.withheldReason : text]
            case .value, .unknown: break
            }
        }
        if because.isEmpty { because = sentences(for: reads) }
        let action: Recommendation.Action = isMember ? .deselect : rule.action == "monitor" ? .monitor : .select
        decision.recommendation = Recommendation(
            action: action, category: rule.category, rule: rule.id, title: rule.heading.title, because: because)
        return .ok
    }

    /// How sentences name a field or an answer.
    func title(of path: String) -> String {
        if let id = program.layout.id(ofPath: path) { return program.layout.fields[id].definition.title }
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        let name = parts.count == 2 ? String(parts[1].split(separator: ".")[0]) : path
        switch parts.first {
        case "table"?: return rules.tables.first { $0.name == name }?.heading.title ?? path
        case "band"?: return rules.matrices.first { $0.name == name }?.heading.title ?? path
        case "class"?: return rules.classifications.first { $0.name == name }?.heading.title ?? path
        case "group"?: return rules.groups.first { $0.name == name }?.heading.title ?? path
        default: return path
        }
    }
}
