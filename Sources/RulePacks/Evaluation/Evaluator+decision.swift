package import Decisions
import LuaRuntime
import Notation

extension Evaluator {
    /// What the last evaluation came to, as a value of its own.
    package var decision: Decision {
        if let placed { return placed }
        var decision = Decision()
        decision.nominal = nominalID
        decision.asOf = program.asOf
        decision.input = input
        let reads = state.allReads
        decision.reads = paths(of: reads.fields)
        decision.trace = trace(withheld: reads.withheld)
        decision.warnings = warnings
        if let failure {
            decision.fail(failure)
            return decision
        }
        decision.recommendation = recommendation
        decision.criteria = rules.criteria.indices.map(criterion)
        decision.matrices = rules.matrices.indices.map(matrix)
        decision.tables = tables
        decision.classes = classes
        decision.groups = groupAnswers
        decision.taskings = taskings
        return decision
    }

    /// What a run keeps of the evaluation to count it.
    func entry(line: Int) -> EvaluationSummary.Entry {
        if let placed {
            return EvaluationSummary.Entry(
                action: placed.recommendation.action, hasError: placed.error != nil, unknown: placed.recommendation.unknown, line: line)
        }
        let hasError = failure != nil
        return EvaluationSummary.Entry(
            action: hasError ? .refer : verdict.action, hasError: hasError, unknown: hasError ? [] : verdict.other?.unknown ?? [], line: line)
    }

    private func trace(withheld: Bool) -> [String] {
        guard state.hasTrace else { return [] }
        var trace = state.trace.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if trace.last == "" { trace.removeLast() }
        // Which line shows what cannot be told, so none is shown.
        return withheld && !trace.isEmpty ? ["withheld: a rule read a report whose content may not be shown"] : trace
    }

    private func criterion(_ index: Int) -> CriterionAnswer {
        let rule = rules.criteria[index]
        var answer = CriterionAnswer(name: rule.name, rows: rule.rows.map { .init(id: $0.id) })
        answer.met = memory.criteria[index]
        for place in rule.rows.indices {
            let state = memory.criteriaRows[plan.criteria[index].rows.lowerBound + place]
            answer.rows[place].met = state.met
            answer.rows[place].unknown = state.unknown < 0 ? [] : unknowns[Int(state.unknown)]
        }
        return answer
    }

    private func matrix(_ index: Int) -> MatrixAnswer {
        let rule = rules.matrices[index]
        var answer = MatrixAnswer(name: rule.name, hasBands: !rule.bands.isEmpty, rows: rule.rows.map { .init(id: $0.id) })
        let state = memory.matrices[index]
        answer.low = state.low
        answer.high = state.hasHigh ? state.high : nil
        answer.band = state.band < 0 ? nil : rule.bands[Int(state.band)].id
        for place in rule.rows.indices {
            let points = memory.matrixRows[plan.matrices[index].firstRow + place]
            answer.rows[place].low = points.low
            answer.rows[place].high = points.hasHigh ? points.high : nil
            answer.rows[place].because = points.because.isThere ? memory.text.pointee.text(points.because) : nil
            answer.rows[place].unknown = points.unknown < 0 ? [] : unknowns[Int(points.unknown)]
        }
        return answer
    }
}
