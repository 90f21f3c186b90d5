import Decisions
import RulePacks

/// A decision in the hands of a test.
final class DecisionView {
    let decision: Decision
    let rules: RuleSet
    private(set) lazy var tree = DecisionTree(decision: decision, rules: rules).value
    /// The test has looked at the error, so that it is no surprise.
    var errorIsExpected = false

    init(_ decision: Decision, _ rules: RuleSet) {
        self.decision = decision
        self.rules = rules
    }

    /// Parts that a decision with an error still has.
    static let partsBesideError: Set<String> = ["recommendation", "warnings", "trace", "reads", "error", "nominal", "as_of"]

    /// The error in words, with its place.
    static func words(_ error: DecisionError) -> String {
        let place = error.file.map { file in " at \(file)" + (error.line.map { ":\($0)" } ?? "") } ?? ""
        return "the decision failed" + (error.rule.map { ", in `\($0)`" } ?? "") + "\(place): \(error.message)"
    }
}
