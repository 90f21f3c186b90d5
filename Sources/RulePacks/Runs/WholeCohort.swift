import Cohorts
import Decisions
import LuaRuntime

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
        var knowledge = Knowledge()
        let rules = worker.evaluator.program.rules
        if !rules.groups.isEmpty {
            knowledge.groups = try groups(source, rules)
            worker.use(knowledge)
            try addMeans(to: &knowledge, source, rules)
        }
        if places, var allocation = rules.allocation {
            allocation.capacity = run.capacity ?? allocation.capacity
            knowledge.plan = try plan(source, allocation)
        }
        return knowledge
    }

    /// Every valid nominal once; then the source is back at its start.
    private func each(_ source: any CohortSource, _ body: (NominalRow) -> Void) throws {
        var seen = SeenIDs()
        var isEnd = false
        var stopped: RunStopped?
        while !isEnd {
            isEnd = try !source.next { line, number in
                guard case .success(let row) = worker.decode(line, number: number) else { return }
                if seen.insert(UnsafeRawBufferPointer(row.idBytes ?? UnsafeBufferPointer(start: nil, count: 0))) { body(row) }
                stopped = stopped ?? worker.evaluator.stopped
            }
            if let stopped { throw stopped }
            source.pendingRejects = []
        }
        try source.rewind()
    }

    private func groups(_ source: any CohortSource, _ rules: RuleSet) throws -> GroupIndex {
        var groups = Array(repeating: CohortGroups(), count: rules.groups.count)
        var finders = Array(repeating: LinkFinder(), count: rules.groups.count)
        try each(source) { row in
            let evaluator = worker.evaluator
            let keys = evaluator.groupKeys(row)
            for (index, group) in rules.groups.enumerated() {
                if let key = keys[index] { groups[index].add(key: key, isMember: evaluator.isMember) }
                if case .link(let kinds, let within) = group.members {
                    finders[index].add(row.id, isMember: evaluator.isMember, associates: evaluator.associates(row, kinds: kinds, within: within) ?? [])
                }
            }
        }
        for index in rules.groups.indices { if case .link = rules.groups[index].members { groups[index] = finders[index].groups() } }
        return GroupIndex(groups: groups)
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

    /// Means of scores that do not wait for other means first, then of those that waited for them. What is left waits for itself.
    private func addMeans(to knowledge: inout Knowledge, _ source: any CohortSource, _ rules: RuleSet) throws {
        var waiting = matricesOfMeans
        worker.evaluator.isSurveying = true
        defer { worker.evaluator.isSurveying = false }
        while !waiting.isEmpty, let groups = knowledge.groups {
            let sums = try scores(source, rules, groups, waiting)
            let ready = waiting.filter { sums[$0] != nil }
            if ready.isEmpty { return }
            for matrix in ready { knowledge.groups?.scores[matrix] = sums[matrix] }
            knowledge.groups?.meansOf.formUnion(ready)
            waiting.removeAll(where: ready.contains)
            worker.use(knowledge)
        }
    }

    /// Sums of the scores of each matrix; nothing for one whose score asked for a mean that is not there yet.
    private func scores(
        _ source: any CohortSource, _ rules: RuleSet, _ index: GroupIndex, _ matrices: [Int]
    ) throws -> [Int: [ScoreSums]] {
        let none = Array(repeating: ScoreSums(), count: rules.groups.count)
        var sums: [Int: [ScoreSums]] = Dictionary(matrices.map { ($0, none) }) { first, _ in first }
        try each(source) { row in
            let evaluator = worker.evaluator
            for matrix in matrices where sums[matrix] != nil {
                // Each matrix afresh: an answer that waits for a mean would otherwise be taken over from another's.
                evaluator.begin(row)
                evaluator.metPendingMean = false
                let score = evaluator.score(of: matrix, row)
                if evaluator.metPendingMean {
                    sums[matrix] = nil
                    continue
                }
                for group in rules.groups.indices {
                    guard evaluator.answer(.group(group)) == .ok, let key = evaluator.groupFacts[group]?.key,
                        let number = index.groups[group].number(ofKey: key)
                    else { continue }
                    sums[matrix]?[group].add(score, to: number)
                }
            }
        }
        return sums
    }

    private func plan(_ source: any CohortSource, _ allocation: Allocation) throws -> AllocationPlan {
        var candidates = AllocationCandidates(ranks: allocation.rank.count)
        try each(source) { row in
            let evaluator = worker.evaluator
            evaluator.evaluate(row, input: "")
            if let candidate = evaluator.candidate { candidates.add(candidate) }
        }
        return AllocationPlan(allocation, candidates)
    }
}
