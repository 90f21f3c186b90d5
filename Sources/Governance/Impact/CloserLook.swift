import Cohorts
import Decisions
import RulePacks

/// Evaluates somebody on whom two packs differ once more, noting what each rule reads, and says what the packs find differently
/// in what the deciding rules look at.
struct CloserLook {
    private let old: Int
    private let new: Int
    private let answers: AnswerDifferences

    init(_ old: Int, _ new: Int, _ side: SideBySide) {
        self.old = old
        self.new = new
        answers = AnswerDifferences(old: side.program(old).rules, new: side.program(new).rules)
    }

    /// - Throws: `RunStopped`.
    func differences(_ was: Decision, _ now: Decision, _ row: NominalRow, _ side: SideBySide) throws -> [String] {
        var relevant: Set<String> = []
        for number in [old, new] {
            let evaluator = side.evaluator(number)
            evaluator.recordsReads = true
            defer { evaluator.recordsReads = false }
            _ = try side.decisionBeforePlaces(of: number, on: row)
            let rules = evaluator.program.rules
            for (list, ids) in [("selection", rules.selection.map(\.id)), ("deselection", rules.deselection.map(\.id))] {
                // A rule that was not asked has read nothing.
                for id in ids where id == was.recommendation.rule || id == now.recommendation.rule {
                    relevant.formUnion(evaluator.answersRead(by: "\(list).\(id)"))
                }
            }
        }
        return answers.words(was, now, relevant: relevant) { side.evaluator(new).found(by: $0) }
    }
}
