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
    func survey(_ source: any CohortSource) throws -> Knowledge {
        var knowledge = Knowledge()
        let rules = worker.evaluator.program.rules
        if !rules.groups.isEmpty {
            knowledge.groups = try groups(source, rules)
            worker.use(knowledge)
            let means = matricesOfMeans(rules)
            if !means.isEmpty {
                knowledge.groups?.scores = try scores(source, rules, means)
                worker.use(knowledge)
            }
        }
        if let allocation = rules.allocation { knowledge.plan = try plan(source, allocation) }
        return knowledge
    }

    /// Every valid nominal once; then the source is back at its start.
    private func each(_ source: any CohortSource, _ body: (NominalRow) -> Void) throws {
        var seen = SeenIDs()
        var isEnd = false
        while !isEnd {
            isEnd = try !source.next { line, number in
                guard case .success(let row) = worker.decode(line, number: number) else { return }
                if Array(row.id.utf8).withUnsafeBytes({ seen.insert($0) }) { body(row) }
            }
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
                    finders[index].add(row.id, isMember: evaluator.isMember, associates: evaluator.associates(row, kinds: kinds, within: within))
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

    private func scores(_ source: any CohortSource, _ rules: RuleSet, _ matrices: [Int]) throws -> [GroupIndex.ScoreKey: GroupIndex.ScoreSum] {
        var sums: [GroupIndex.ScoreKey: GroupIndex.ScoreSum] = [:]
        try each(source) { row in
            let evaluator = worker.evaluator
            evaluator.begin(row)
            for group in rules.groups.indices {
                guard evaluator.answer(.group(group)) == .ok, let key = evaluator.groupFacts[group]?.key else { continue }
                for matrix in matrices {
                    let place = GroupIndex.ScoreKey(group: group, key: key, matrix: matrix)
                    sums[place, default: .init()].count += 1
                    if let score = evaluator.score(of: matrix, row) {
                        sums[place, default: .init()].sum += score
                    } else {
                        sums[place, default: .init()].hasUnknown = true
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
