import Cohorts
import DecisionStore
import Decisions
import Notation
import RulePacks

/// One run for one borough, inside its transaction.
final class BoroughRun {
    private let writer: StoreWriter
    private let out: RunWriter
    private let decider: CohortDecider
    private let last: StoredRun?
    private var run: StoredRun
    private var day: Day { run.asOf }

    /// - Throws: `PackError`, `StoreError`.
    init(_ writer: StoreWriter, _ run: StoredRun, _ pack: PackSource) throws {
        self.writer = writer
        decider = try CohortDecider(pack, asOf: run.asOf)
        out = try RunWriter(writer, borough: run.borough, day: run.asOf)
        last = try writer.lastRun(borough: run.borough)
        self.run = run
        self.run.hasCompany = decider.needsSurvey
    }

    /// - Throws: `AlreadyDone`, `RunStopped`, `StoreError`.
    func decide(into result: inout BoroughResult) throws {
        try writer.prepareInputs(borough: run.borough, day: day)
        let source = StoredInputs(writer, borough: run.borough)
        if decider.needsSurvey { try decider.survey(source) }
        run.restricted = try writer.restrictedCount(borough: run.borough)
        var place = 0
        while let input = try source.next() {
            place += 1
            if let reject = try decider.decide(input.line, number: place) {
                run.rejected += 1
                if result.rejects.count < BoroughResult.mostRejects { result.rejects.append(reject) }
            } else {
                try keep(input)
            }
        }
        if let last, last.asOf == day, last.approval == run.approval, last.digest == out.decisions { throw AlreadyDone(run: last) }
        result.outcome = .done(try out.finish(run))
        result.waiting = try writer.waitingCount(borough: run.borough)
    }

    private func keep(_ input: RunInput) throws {
        let place = try out.decide(input, record: decider.record)
        run.evaluated += 1
        if decider.hasError { run.errors += 1 }
        run.refused += decider.refused
        let words = try [recommend(input, place)].compactMap { $0 } + task(input) + score(input)
        let answers = decider.answers
        if !words.isEmpty || answers != input.answers { try out.keep(decider.record, answers: answers, of: input.nominal) }
        if !words.isEmpty { try out.log(words.joined(separator: "; "), for: input.nominal) }
    }

    // MARK: What is written for somebody, each in words for the log

    private func recommend(_ input: RunInput, _ place: Int) throws -> String? {
        let action = decider.action
        // Most stand where they are to stand, and nothing waits: then there is nothing to look up.
        if !input.hasOpenRecommendation, action == .retain || action == .none && input.standing.kind != .watched { return nil }
        let recommendation = decider.recommendation
        let open = input.hasOpenRecommendation ? try writer.openRecommendation(of: input.nominal) : nil
        guard recommendation.differs(from: input.standing) else { return try close(open, as: .lapsed) }
        if let open, open.recommendation.asksTheSame(as: recommendation) { return nil }
        guard try !wasDecided(recommendation, on: input.nominal) else { return try close(open, as: .lapsed) }
        let closed = try close(open, as: .replaced)
        let id = try out.add(
            StoredRecommendation(
                nominal: input.nominal, borough: run.borough, run: out.run, place: place, made: day,
                decideBy: WorkingDays.from(day.adding(days: recommendation.daysToDecide(hasError: decider.hasError))), recommendation: recommendation))
        run.recommended += 1
        return [closed, "recommendation R\(id), \(recommendation.action.rawValue)"].compactMap { $0 }.joined(separator: "; ")
    }

    private func close(_ open: StoredRecommendation?, as state: StoredRecommendation.State) throws -> String? {
        guard let open else { return nil }
        try out.close(open, as: state)
        return "recommendation R\(open.id) \(state.rawValue)"
    }

    /// Whether people have decided on the same, and it is not to be raised again yet.
    private func wasDecided(_ recommendation: Recommendation, on nominal: String) throws -> Bool {
        guard let same = try writer.decided(on: nominal).first(where: { $0.recommendation.recommendation.asksTheSame(as: recommendation) }) else { return false }
        return !same.standsOtherwise && day < same.again ?? same.day.adding(months: Recommendation.monthsUntilAgain)
    }

    private func task(_ input: RunInput) throws -> [String] {
        var words: [String] = []
        for tasking in decider.taskings {
            guard let id = try out.add(tasking, due: tasking.due.map(WorkingDays.from), for: input.nominal) else { continue }
            run.tasked += 1
            words.append("tasking T\(id)")
        }
        return words
    }

    private func score(_ input: RunInput) throws -> [String] {
        guard input.standing.kind == .member else { return [] }
        let kept = try decider.scores.count { try out.keep(score: $0.score, band: $0.band, of: $0.matrix, for: input.nominal) }
        return kept == 0 ? [] : ["\(kept) score\(kept == 1 ? "" : "s")"]
    }
}
