package import Cohorts
package import Decisions
package import Notation
package import RulePacks

/// One nominal decided at a time by one loaded pack, as of any date. It belongs to one thread.
package final class PackDecider {
    package let pack: PackSource
    private let main: LineDecider
    /// For a pack that uses the date while it loads: one for each other date.
    private var others: [Day: LineDecider] = [:]
    /// The work of all decisions on single nominals so far.
    package private(set) var work = Work(0)

    /// Called for each evaluator, those that further dates need included.
    package var setUp: ((Evaluator) -> Void)? {
        didSet {
            for decider in [main] + others.values { setUp?(decider.evaluator) }
        }
    }

    /// - Throws: `PackError` where the pack does not load.
    package init(_ pack: PackSource, asOf: Day) throws(PackError) {
        self.pack = pack
        main = try LineDecider(pack, asOf: asOf)
    }

    /// The pack as loaded for the date of `init`, or moved to that of the last decision.
    package var program: RuleProgram { main.program }

    /// - Returns: the decision, which may hold an error, or why the draft is no valid nominal.
    package func decide(_ draft: NominalDraft, asOf: Day) -> Result<Decision, Reject> {
        decide(line: draft.line(pack.catalogue, asOf: asOf), asOf: asOf)
    }

    /// The same for a nominal that is a line of a cohort file already.
    package func decide(line: [UInt8], asOf: Day) -> Result<Decision, Reject> {
        do throws(PackError) {
            let decider = try decider(asOf)
            let decided = decider.decide(line)
            if case .success = decided { work += .decision(instructions: decider.instructions) } else { work += .decision(instructions: 0) }
            return decided
        } catch {
            return .success(PackDecider.failed(error))
        }
    }

    /// The decisions on a whole cohort in its order, groups and places included; a reject for each draft that is no valid
    /// nominal.
    /// - Throws: `RunStopped` where the clock ended a rule, `PackError` where the pack does not load as of that date.
    package func decideCohort(_ drafts: [NominalDraft], asOf: Day) throws -> [Result<Decision, Reject>] {
        try decider(asOf).decide(cohort: drafts.map { $0.line(pack.catalogue, asOf: asOf) })
    }

    private func decider(_ day: Day) throws(PackError) -> LineDecider {
        if main.program.move(to: day) { return main }
        if let decider = others[day] { return decider }
        let decider = try LineDecider(pack, asOf: day)
        setUp?(decider.evaluator)
        others[day] = decider
        return decider
    }

    private static func failed(_ error: PackError) -> Decision {
        var decision = Decision()
        let finding = error.findings.first
        decision.fail(
            DecisionError(
                code: "load_failed", message: finding?.message ?? "the pack does not load", file: finding?.file, line: finding?.line, rule: nil))
        return decision
    }
}
