import Cohorts
import LuaRuntime

/// What the nominals of a batch say to a step of a survey.
struct SurveyBatch: Sendable {
    var answers: [SurveyAnswer] = []
    /// The nominals' ids, one behind another, and where each is.
    var ids: [UInt8] = []
    var idOfAnswer: [Range<Int>] = []
    /// The clock ended the evaluation of the nominal after the last answer.
    var stopped: RunStopped?
}

extension RunWorker {
    func answers(_ batch: RunBatch, to step: CohortSurvey.Step) -> SurveyBatch {
        var result = SurveyBatch()
        let bytes = batch.bytes
        for line in batch.lines {
            guard case .success(let row) = decode(UnsafeRawBufferPointer(rebasing: bytes[line.bytes]), number: line.number) else { continue }
            let said = answer(of: row, to: step)
            if let stopped = evaluator.stopped {
                result.stopped = stopped
                return result
            }
            let start = result.ids.count
            if let id = row.idBytes { result.ids.append(contentsOf: id) }
            result.idOfAnswer.append(start..<result.ids.count)
            result.answers.append(said)
        }
        return result
    }

    /// What a nominal says to a step of a survey.
    func answer(of row: NominalRow, to step: CohortSurvey.Step) -> SurveyAnswer {
        switch step {
        case .groups:
            let rules = evaluator.program.rules
            let keys = evaluator.groupKeys(row)
            let associates = rules.groups.map { group -> [String] in
                guard case .link(let kinds, let within) = group.members else { return [] }
                return evaluator.associates(row, kinds: kinds, within: within) ?? []
            }
            return .groups(.init(id: row.id, isMember: evaluator.isMember, keys: keys, associates: associates))
        case .scores(let matrices): return .scores(matrices.map { self.score(of: row, $0) })
        case .places:
            evaluator.evaluate(row, input: "")
            return .place(evaluator.candidate)
        }
    }

    /// Each matrix afresh: an answer that waits for a mean would otherwise be taken over from another's.
    private func score(of row: NominalRow, _ matrix: Int) -> SurveyAnswer.Score {
        evaluator.isSurveying = true
        defer { evaluator.isSurveying = false }
        return evaluator.begin(row) {
            evaluator.metPendingMean = false
            let score = evaluator.score(of: matrix, row)
            guard !evaluator.metPendingMean else { return .init(matrix: matrix, isPending: true, score: nil, keys: []) }
            let keys = evaluator.program.rules.groups.indices.map { evaluator.answer(.group($0)) == .ok ? evaluator.groupFacts[$0]?.key : nil }
            return .init(matrix: matrix, isPending: false, score: score, keys: keys)
        }
    }
}
