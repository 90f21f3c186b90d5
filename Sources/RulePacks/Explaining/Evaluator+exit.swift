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
        return rules.deselection.enumerated().map { place, rule in
            var result = DeselectionAnswer(answer: .yes)
            guard let when = rule.when else { return result }
            switch condition(when, .deselection(place)) {
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
        guard let when = rules.deselection[index].when else { return .yes }
        switch condition(when, .deselection(index)) {
        case .yes: return .yes
        case .unknown: return .unknown
        case .no, .failed: return .no
        }
    }
}
