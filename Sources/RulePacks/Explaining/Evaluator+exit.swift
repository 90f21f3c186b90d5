import Cohorts
import Decisions
import LuaRuntime

/// What a rule of de-selection says, whichever stands before it.
struct DeselectionAnswer {
    /// A rule that fails counts as no: it can let nobody go.
    var answer: Met
    var unknown: [String] = []
    /// Fields and answers that the rule read, with all that stands behind the answers.
    var reads = LuaReads()
    /// It rests on protected or sensitive fields, so that its words are not for a letter.
    var isGuarded = false
}

extension Evaluator {
    /// - Parameter withReads: to know what each rule read, which takes longer.
    func deselectionAnswers(_ row: NominalRow, withReads: Bool = false) -> [DeselectionAnswer] {
        let before = recordsReads
        recordsReads = withReads
        defer { recordsReads = before }
        begin(row)
        return rules.deselection.map { rule in
            var result = DeselectionAnswer(answer: .yes)
            guard let when = rule.when else { return result }
            switch condition(when, RuleName(path: "deselection.\(rule.id)", heading: rule.heading)) {
            case .failed: result.answer = .no
            case .no: result.answer = .no
            case .yes: break
            case .unknown(let missing):
                result.answer = .unknown
                result.unknown = names(of: missing)
            }
            guard withReads else { return result }
            let reads = ReadsByRule(self)
            result.reads = reads.transitive(lastReads)
            result.isGuarded = reads.isGuarded(lastReads)
            return result
        }
    }

    func deselectionAnswer(_ index: Int, _ row: NominalRow) -> Met {
        begin(row)
        let rule = rules.deselection[index]
        guard let when = rule.when else { return .yes }
        switch condition(when, RuleName(path: "deselection.\(rule.id)", heading: rule.heading)) {
        case .yes: return .yes
        case .unknown: return .unknown
        case .no, .failed: return .no
        }
    }
}
