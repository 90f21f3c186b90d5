import Decisions

/// What has to be known of everybody before anybody can be evaluated: groups, means over groups, places. One step for each
/// reading of the cohort.
struct CohortSurvey {
    enum Step: Equatable, Sendable {
        case groups
        /// Scores of these matrices, for means over groups.
        case scores([Int])
        case places
    }

    private let rules: RuleSet
    private let allocation: Allocation?
    /// Matrices of which a mean is asked for and not known yet.
    private var waiting: [Int]
    private(set) var knowledge = WholeCohort.Knowledge()
    /// What the next reading is for; nil once everything is known.
    private(set) var step: Step?
    private var groups: [CohortGroups]
    private var finders: [LinkFinder]
    /// Nothing for a matrix whose score asked for a mean that is not there yet.
    private var sums: [Int: [ScoreSums]] = [:]
    private var candidates = AllocationCandidates(ranks: 0)

    /// - Parameters:
    ///   - matricesOfMeans: matrices of which some rule may ask for a group's mean.
    ///   - allocation: nil where places make no difference.
    init(_ rules: RuleSet, matricesOfMeans: [Int], allocation: Allocation?) {
        self.rules = rules
        self.allocation = allocation
        waiting = matricesOfMeans
        groups = Array(repeating: CohortGroups(), count: rules.groups.count)
        finders = Array(repeating: LinkFinder(), count: rules.groups.count)
        step = rules.groups.isEmpty ? allocation.map { _ in Step.places } : .groups
        if step == .places { candidates = AllocationCandidates(ranks: allocation?.rank.count ?? 0) }
    }

    /// Whether an answer is one to this step and to these rules.
    func takes(_ answer: SurveyAnswer) -> Bool {
        switch (step, answer) {
        case (.groups, .groups(let person)): person.keys.count == rules.groups.count && person.associates.count == rules.groups.count
        case (.scores, .scores(let scores)): scores.allSatisfy { $0.isPending || $0.keys.count == rules.groups.count }
        case (.places, .place(let candidate)): candidate.map { $0.ranks.count == allocation?.rank.count } ?? true
        default: false
        }
    }

    /// Takes what one person answered to the step.
    mutating func add(_ answer: SurveyAnswer) {
        switch answer {
        case .groups(let person):
            for index in rules.groups.indices {
                if let key = person.keys[index] { groups[index].add(key: key, isMember: person.isMember) }
                if case .link = rules.groups[index].members {
                    finders[index].add(person.id, isMember: person.isMember, associates: person.associates[index])
                }
            }
        case .scores(let scores):
            for score in scores where sums[score.matrix] != nil {
                guard !score.isPending else {
                    sums[score.matrix] = nil
                    continue
                }
                for index in rules.groups.indices {
                    guard let key = score.keys[index], let number = knowledge.groups?.groups[index].number(ofKey: key) else { continue }
                    sums[score.matrix]?[index].add(score.score, to: number)
                }
            }
        case .place(let candidate): if let candidate { candidates.add(candidate) }
        }
    }

    /// Ends the reading: `knowledge` grows, and `step` moves on.
    mutating func endStep() {
        switch step {
        case .groups:
            for index in rules.groups.indices { if case .link = rules.groups[index].members { groups[index] = finders[index].groups() } }
            knowledge.groups = GroupIndex(groups: groups)
            groups = []
            finders = []
        case .scores:
            // Those that do not wait for other means come first, then those that waited for them. What is left waits for itself.
            let ready = waiting.filter { sums[$0] != nil }
            for matrix in ready { knowledge.groups?.scores[matrix] = sums[matrix] }
            knowledge.groups?.meansOf.formUnion(ready)
            waiting = ready.isEmpty ? [] : waiting.filter { !ready.contains($0) }
        case .places:
            knowledge.plan = allocation.map { AllocationPlan($0, candidates) }
            candidates = AllocationCandidates(ranks: 0)
            step = nil
            return
        case nil: return
        }
        if !waiting.isEmpty {
            let none = Array(repeating: ScoreSums(), count: rules.groups.count)
            sums = Dictionary(waiting.map { ($0, none) }) { first, _ in first }
            step = .scores(waiting)
        } else if let allocation {
            candidates = AllocationCandidates(ranks: allocation.rank.count)
            step = .places
        } else {
            step = nil
        }
    }
}
