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

    init(_ run: CohortRun, _ worker: RunWorker) {
        self.run = run
        self.worker = worker
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
        if places, let allocation = rules.allocation { knowledge.plan = try plan(source, allocation) }
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
                if Array(row.id.utf8).withUnsafeBytes({ seen.insert($0) }) { body(row) }
                stopped = stopped ?? worker.evaluator.stopped
            }
            if let stopped { throw stopped }
            source.pendingRejects = []
        }
        try source.rewind()
    }

    private func groups(_ source: any CohortSource, _ rules: RuleSet) throws -> GroupIndex {
        var byKey: [[String: GroupFacts]] = Array(repeating: [:], count: rules.groups.count)
        var finders = Array(repeating: LinkFinder(), count: rules.groups.count)
        try each(source) { row in
            let evaluator = worker.evaluator
            let keys = evaluator.groupKeys(row)
            for (index, group) in rules.groups.enumerated() {
                if let key = keys[index] {
                    byKey[index][key, default: GroupFacts()].key = key
                    byKey[index][key, default: GroupFacts()].size += 1
                    if evaluator.isMember { byKey[index][key, default: GroupFacts()].selected += 1 }
                }
                if case .link(let kinds, let within) = group.members {
                    finders[index].add(row.id, isMember: evaluator.isMember, associates: evaluator.associates(row, kinds: kinds, within: within) ?? [])
                }
            }
        }
        return GroupIndex(
            byKey: byKey,
            links: rules.groups.indices.map { index in
                if case .link = rules.groups[index].members { finders[index].groups() } else { nil }
            })
    }

    /// Matrices of which some rule may ask for a group's mean.
    private func matricesOfMeans(_ rules: RuleSet) -> [Int] {
        var names: Set<String> = []
        for file in run.pack.ruleFiles + Array(run.pack.modules.values) {
            let arguments = file.map.stringLiterals(afterMethod: "mean_score")
            if arguments.hasOthers { return Array(rules.matrices.indices) }
            names.formUnion(arguments.literals)
        }
        return rules.matrices.indices.filter { names.contains(rules.matrices[$0].name) }
    }

    /// Means of scores that do not wait for other means first, then of those that waited for them. What is left waits for itself.
    private func addMeans(to knowledge: inout Knowledge, _ source: any CohortSource, _ rules: RuleSet) throws {
        let asked = worker.matricesOfMeans ?? matricesOfMeans(rules)
        worker.matricesOfMeans = asked
        var waiting = asked
        worker.evaluator.isSurveying = true
        defer { worker.evaluator.isSurveying = false }
        while !waiting.isEmpty {
            let sums = try scores(source, rules, waiting)
            let ready = waiting.filter { sums[$0] != nil }
            if ready.isEmpty { return }
            for matrix in ready { knowledge.groups?.scores.merge(sums[matrix] ?? [:]) { $1 } }
            knowledge.groups?.meansOf.formUnion(ready)
            waiting.removeAll(where: ready.contains)
            worker.use(knowledge)
        }
    }

    private typealias Sums = [GroupIndex.ScoreKey: GroupIndex.ScoreSum]

    /// Sums of the scores of each matrix; nothing for one whose score asked for a mean that is not there yet.
    private func scores(_ source: any CohortSource, _ rules: RuleSet, _ matrices: [Int]) throws -> [Int: Sums] {
        var sums: [Int: Sums] = Dictionary(matrices.map { ($0, [:]) }) { first, _ in first }
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
                    guard evaluator.answer(.group(group)) == .ok, let key = evaluator.groupFacts[group]?.key else { continue }
                    let place = GroupIndex.ScoreKey(group: group, key: key, matrix: matrix)
                    sums[matrix]?[place, default: .init()].count += 1
                    if let score {
                        sums[matrix]?[place, default: .init()].sum += score
                    } else {
                        sums[matrix]?[place, default: .init()].hasUnknown = true
                    }
                }
            }
        }
        return sums
    }

    private func plan(_ source: any CohortSource, _ allocation: Allocation) throws -> AllocationPlan {
        var candidates: [AllocationPlan.Candidate] = []
        try each(source) { row in
            let evaluator = worker.evaluator
            evaluator.evaluate(row, input: "")
            if let candidate = evaluator.candidate { candidates.append(candidate) }
        }
        return AllocationPlan(allocation, candidates: candidates)
    }
}
