import Decisions
import Notation
import RulePacks

/// What a property says of the decision.
enum PropertyPromise: Sendable {
    case neverLowers(String)
    case neverRaises(String)
    /// An answer's path: `score.sac`, `met.gto_scope`, `recommendation`.
    case neverChanges(String)
    /// By a rule or a category; nil for any.
    case neverSelects(String?)
    case neverDeselects(String?)
    /// A tasking's kind; nil for any.
    case neverTasks(String?)

    /// Whether it speaks of two decisions, before a change and after it.
    var isOfChange: Bool {
        switch self {
        case .neverLowers, .neverRaises, .neverChanges: true
        case .neverSelects, .neverDeselects, .neverTasks: false
        }
    }

    /// How the promise is broken, with a line of a spec that shows it; nil where it is kept.
    func breach(_ before: Decision, _ after: Decision) -> (words: String, expectation: String)? {
        switch self {
        case .neverLowers(let matrix), .neverRaises(let matrix):
            guard let (was, now) = PropertyPromise.scores(matrix, before, after) else { return nil }
            let falls = now.low < was.low || PropertyPromise.end(now) < PropertyPromise.end(was)
            let rises = now.low > was.low || PropertyPromise.end(now) > PropertyPromise.end(was)
            let words = "score `\(matrix)` goes from \(Soundness.words(was.low, was.high)) to \(Soundness.words(now.low, now.high))"
            if case .neverLowers = self {
                return falls ? (words, "expect(after.score.\(matrix)).is_at_least(before.score.\(matrix))") : nil
            }
            return rises ? (words, "expect(after.score.\(matrix)).is_at_most(before.score.\(matrix))") : nil
        case .neverChanges(let answer):
            let (was, now) = (AnswerWords(before).words(answer), AnswerWords(after).words(answer))
            if was == now { return nil }
            let lua = answer == "recommendation" ? "recommendation.action" : answer
            return ("`\(answer)` goes from \(was) to \(now)", "expect(after.\(lua)).is(before.\(lua))")
        case .neverSelects(let name):
            guard after.recommendation.action == .select, PropertyPromise.isMeant(name, after.recommendation) else { return nil }
            return ("the recommendation is to select, by `\(after.recommendation.rule ?? "")`",
                "expect(d.recommendation.\(name == nil ? "action).is_not(\"select\")" : "rule).is_not(\"\(after.recommendation.rule ?? "")\")")")
        case .neverDeselects(let name):
            guard after.recommendation.action == .deselect, PropertyPromise.isMeant(name, after.recommendation) else { return nil }
            return ("the recommendation is to deselect, by `\(after.recommendation.rule ?? "")`",
                "expect(d.recommendation.\(name == nil ? "action).is_not(\"deselect\")" : "rule).is_not(\"\(after.recommendation.rule ?? "")\")")")
        case .neverTasks(let kind):
            guard let tasking = after.taskings.first(where: { kind == nil || $0.kind == kind }) else { return nil }
            return ("tasking `\(tasking.kind)` is given", "expect(d).has_no_tasking(\"\(tasking.kind)\")")
        }
    }

    /// Whether the two decisions differ in what the promise is about.
    func isTouched(_ before: Decision, _ after: Decision) -> Bool {
        switch self {
        case .neverLowers(let matrix), .neverRaises(let matrix):
            guard let (was, now) = PropertyPromise.scores(matrix, before, after) else { return false }
            return was.low != now.low || was.high != now.high
        default: return true
        }
    }

    private static func isMeant(_ name: String?, _ given: Recommendation) -> Bool { name == nil || given.rule == name || given.category == name }

    private static func scores(_ matrix: String, _ before: Decision, _ after: Decision) -> (MatrixAnswer, MatrixAnswer)? {
        guard let was = before.matrices.first(where: { $0.name == matrix }), let now = after.matrices.first(where: { $0.name == matrix }) else { return nil }
        return (was, now)
    }

    private static func end(_ answer: MatrixAnswer) -> Double { answer.high ?? .infinity }
}
