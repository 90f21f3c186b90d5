package import Cohorts
import Decisions
import Notation

extension WholeCohort {
    /// A survey that has got as far as the lines say that parts of the cohort wrote, and how many steps that is.
    /// - Throws: `CohortError` where a line is none of this pack's survey.
    func resume(_ lines: any CohortSource) throws -> (survey: CohortSurvey, step: Int) {
        var survey = begin()
        var (step, count) = (0, 0)
        var failure: (any Error)?
        var isEnd = false
        while !isEnd {
            isEnd = try !lines.next { line, number in
                guard failure == nil else { return }
                do {
                    let (lineStep, answer) = try SurveyAnswer.read(line)
                    if lineStep == step + 1, count > 0 {
                        survey.endStep()
                        step += 1
                    }
                    guard lineStep == step, survey.takes(answer) else {
                        throw CohortError(message: "line \(number) of what was surveyed belongs to another step or pack: survey the cohort again")
                    }
                    survey.add(answer)
                    count += 1
                } catch let fault as JSONFault {
                    failure = CohortError(message: "line \(number) of what was surveyed wants \(fault.expected) at byte \(fault.offset + 1): survey the cohort again")
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
        }
        guard count > 0 else { return (survey, 0) }
        survey.endStep()
        return (survey, step + 1)
    }
}

extension WholeCohort {
    /// What lines of a whole survey come to.
    /// - Throws: `CohortError`, also where there is a step that nobody was asked.
    func knowledge(from lines: any CohortSource) throws -> Knowledge {
        let (survey, _) = try resume(lines)
        guard survey.step == nil else { throw CohortError(message: "the survey is not at its end: go on with `--survey` until that writes nothing") }
        return survey.knowledge
    }
}

extension CohortRun {
    /// What each nominal of a part of the cohort says to the next step of a survey of the whole, a line each; nothing once there
    /// is no further step.
    /// - Parameter known: the lines of the steps before, from all parts in the order of the cohort; nil for the first.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`, or what the output throws.
    package func survey(
        _ source: any CohortSource, known: (any CohortSource)?, by crew: Crew, into output: any RunOutput
    ) throws {
        let whole = WholeCohort(self, crew.first)
        var (survey, number) = (whole.begin(), 0)
        if let known { (survey, number) = try whole.resume(known) }
        guard let step = survey.step else { return }
        var json = JSONWriter()
        try whole.each(source, step, survey.knowledge) { answer in
            answer.write(to: &json, step: number)
            guard json.bytes.count > 1 << 16 else { return }
            try json.bytes.withUnsafeBufferPointer { try output.write(records: $0) }
            json.reset()
        }
        if !json.bytes.isEmpty { try json.bytes.withUnsafeBufferPointer { try output.write(records: $0) } }
    }
}
