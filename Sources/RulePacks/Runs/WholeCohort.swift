import Cohorts
import Decisions
import LuaRuntime
import Notation

/// Reads the cohort beforehand for what depends on everybody: groups, means over groups, places.
struct WholeCohort {
    struct Knowledge: Sendable {
        var groups: GroupIndex?
        var plan: AllocationPlan?
    }

    let run: CohortRun
    let worker: RunWorker
    /// Matrices of which some rule may ask for a group's mean.
    private let matricesOfMeans: [Int]

    init(_ run: CohortRun, _ worker: RunWorker) {
        self.run = run
        self.worker = worker
        matricesOfMeans = WholeCohort.matricesOfMeans(run.pack, worker.evaluator.program.rules)
    }

    /// As many readings as the rules need, and none for a pack without groups and allocation.
    /// - Parameter places: also work out who has a place.
    func survey(_ source: any CohortSource, places: Bool = true) throws -> Knowledge {
        var survey = begin(places: places)
        while let step = survey.step {
            try each(source, step, survey.knowledge) { survey.add($0) }
            try source.rewind()
            survey.endStep()
        }
        return survey.knowledge
    }

    /// A survey in which nobody has been asked yet.
    func begin(places: Bool = true) -> CohortSurvey {
        let rules = worker.evaluator.program.rules
        var allocation = places ? rules.allocation : nil
        if let capacity = run.capacity { allocation?.capacity = capacity }
        return CohortSurvey(rules, matricesOfMeans: matricesOfMeans, allocation: allocation)
    }

    /// What every valid nominal says to a step, once each.
    func each(_ source: any CohortSource, _ step: CohortSurvey.Step, _ knowledge: Knowledge, _ body: (SurveyAnswer) throws -> Void) throws {
        worker.use(knowledge)
        var seen = SeenIDs()
        var isEnd = false
        var stopped: (any Error)?
        while !isEnd {
            isEnd = try !source.next { line, number in
                guard stopped == nil, case .success(let row) = worker.decode(line, number: number) else { return }
                guard seen.insert(UnsafeRawBufferPointer(row.idBytes ?? UnsafeBufferPointer(start: nil, count: 0))) else { return }
                let said = worker.answer(of: row, to: step)
                if let stop = worker.evaluator.stopped { return stopped = stop }
                do { try body(said) } catch { stopped = error }
            }
            if let stopped { throw stopped }
            source.pendingRejects = []
        }
    }

    private static func matricesOfMeans(_ pack: PackSource, _ rules: RuleSet) -> [Int] {
        if rules.groups.isEmpty { return [] }
        var names: Set<String> = []
        for file in pack.ruleFiles + Array(pack.modules.values) {
            let arguments = file.map.stringLiterals(afterMethod: "mean_score")
            if arguments.hasOthers { return Array(rules.matrices.indices) }
            names.formUnion(arguments.literals)
        }
        return rules.matrices.indices.filter { names.contains(rules.matrices[$0].name) }
    }
}
