import Decisions
import Notation
import RulePacks

/// An answer of a decision in words, by its path: `score.sac`, `band.sac`, `met.x`, `class.x`, `table.x`, `recommendation`,
/// `taskings`.
struct AnswerWords {
    let decision: Decision

    init(_ decision: Decision) { self.decision = decision }

    /// Every path that a pack has.
    static func paths(_ rules: RuleSet) -> [String] {
        ["recommendation", "taskings"] + rules.criteria.map { "met.\($0.name)" } + rules.matrices.map { "score.\($0.name)" }
            + rules.matrices.filter { !$0.bands.isEmpty }.map { "band.\($0.name)" } + rules.tables.map { "table.\($0.name)" }
            + rules.classifications.map { "class.\($0.name)" }
    }

    func words(_ path: String) -> String {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        let name = parts.count == 2 ? parts[1] : ""
        switch parts.first {
        case "met": return decision.criteria.first { $0.name == name }?.met.rawValue ?? "unknown"
        case "score": return decision.matrices.first { $0.name == name }.map { Soundness.words($0.low, $0.high) } ?? "unknown"
        case "band": return decision.matrices.first { $0.name == name }?.band ?? "unknown"
        case "class": return decision.classes.first { $0.name == name }?.classes?.joined(separator: " and ") ?? "unknown"
        case "table": return table(decision.tables.first { $0.name == name }?.output ?? .unknown)
        case "taskings": return decision.taskings.isEmpty ? "none" : decision.taskings.map(\.kind).joined(separator: ", ")
        default:
            let given = decision.recommendation
            return given.action.rawValue + (given.rule.map { " by `\($0)`" } ?? "")
        }
    }

    private func table(_ output: TableAnswer.Output) -> String {
        func words(_ value: DecisionValue) -> String {
            switch value {
            case .text(let text): text
            case .number(let number): shortestText(number)
            case .bool(let value): value ? "true" : "false"
            case .date(let day): day.description
            }
        }
        switch output {
        case .none: return "no output"
        case .unknown: return "unknown"
        case .one(let values): return values.map(words).joined(separator: ", ")
        case .many(let rows): return rows.map { $0.map(words).joined(separator: ", ") }.joined(separator: "; ")
        }
    }
}
