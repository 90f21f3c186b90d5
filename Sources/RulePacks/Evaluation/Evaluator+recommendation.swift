import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime

extension Evaluator {
    /// Selection for people who are not in the cohort, de-selection for those who are: the first rule that holds wins.
    func recommend() -> LuaStatus {
        let isMember = isMember
        recorder?.asked(deselection: isMember)
        let count = isMember ? rules.deselection.count : rules.selection.count
        for place in 0..<count {
            guard let when = isMember ? rules.deselection[place].when : rules.selection[place].when else {
                recorder?.rule(place, deselection: isMember, nil)
                return recommend(place, isMember, reads: LuaReads())
            }
            switch truth(when, isMember ? .deselection(place) : .selection(place)) {
            case .failed(let status): return status
            case .no: recorder?.rule(place, deselection: isMember, .no)
            case .yes:
                recorder?.rule(place, deselection: isMember, .yes)
                return recommend(place, isMember, reads: lastReads)
            case .unknown:
                let needed = names(of: whyUnknown())
                recorder?.rule(place, deselection: isMember, .unknown)
                let rule = isMember ? rules.deselection[place] : rules.selection[place]
                let because = "“\(rule.heading.title)” cannot be decided: \(DecisionWords.notKnown(needed.map(title(of:))))."
                verdict = Verdict(
                    action: .refer, other: Recommendation(action: .refer, rule: rule.id, title: rule.heading.title, because: [because], unknown: needed))
                return .ok
            }
        }
        guard isMember else {
            verdict = Verdict(action: .none, other: Recommendation(action: .none, because: [Evaluator.nothingJoins]))
            return .ok
        }
        verdict = Verdict(
            action: .retain,
            other: Recommendation(
                action: .retain, category: cohortCategoryCell.flatMap { row?.string(at: $0) }, because: ["No rule for leaving the cohort is met."]))
        return .ok
    }

    static let nothingJoins = "No rule for joining the cohort is met."

    private func recommend(_ place: Int, _ isMember: Bool, reads: LuaReads) -> LuaStatus {
        because.removeAll(keepingCapacity: true)
        if let function = isMember ? rules.deselection[place].because : rules.selection[place].because {
            switch call(function, isMember ? .deselection(place) : .selection(place)) {
            case .failed(let status): return status
            case .value(.text(let text)): because.append(put(state.lastWithheld ? Evaluator.withheldReason : text))
            case .value, .unknown: break
            }
        }
        if because.isEmpty {
            for part in parts(isMember ? .deselection(place) : .selection(place), reads) {
                let start = memory.text.pointee.count
                putSentence(part)
                because.append(memory.text.pointee.range(from: start))
            }
        }
        let action: Recommendation.Action = isMember ? .deselect : rules.selection[place].action == "monitor" ? .monitor : .select
        verdict = Verdict(action: action, rule: place, isMember: isMember)
        return .ok
    }

    /// Puts a text behind the others of this evaluation.
    func put(_ text: String) -> TextRange {
        let start = memory.text.pointee.count
        memory.text.pointee.put(text: text)
        return memory.text.pointee.range(from: start)
    }

    /// The recommendation as a value.
    var recommendation: Recommendation {
        if let other = verdict.other { return other }
        guard verdict.rule >= 0 else { return Recommendation() }
        let rule = verdict.isMember ? rules.deselection[verdict.rule] : rules.selection[verdict.rule]
        return Recommendation(
            action: verdict.action, category: rule.category, rule: rule.id, title: rule.heading.title, because: because.map { memory.text.pointee.text($0) })
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
