import Decisions

/// Who has a place, once everybody has been evaluated.
struct AllocationPlan: Sendable {
    /// Somebody to be retained or selected.
    struct Candidate: Sendable {
        var id: String
        var isKept: Bool
        /// One for each ranking function; nil where it is not known.
        var ranks: [Double?]
        /// Fields for want of which a rank is not known.
        var rankedLastForWantOf: [String] = []
        /// Fields for want of which `keep` is not known.
        var keptForWantOf: [String] = []
    }

    let title: String
    let capacity: Int
    private let placements: [String: Placement]
    private let unknowns: [String: Candidate]
    let candidates: Int

    /// Places those kept first, then by rank: highest first, unknown last, the id breaking ties.
    init(_ rule: Allocation, candidates: [Candidate]) {
        title = rule.heading.title
        capacity = rule.capacity
        self.candidates = candidates.count
        let ordered = candidates.sorted(by: AllocationPlan.goesBefore)
        var placements: [String: Placement] = [:]
        for (index, candidate) in ordered.enumerated() {
            placements[candidate.id] = Placement(
                rank: index + 1, isPlaced: candidate.isKept || index < rule.capacity, isKept: candidate.isKept)
        }
        self.placements = placements
        let unsure = candidates.filter { !$0.rankedLastForWantOf.isEmpty || !$0.keptForWantOf.isEmpty }
        unknowns = Dictionary(unsure.map { ($0.id, $0) }) { first, _ in first }
    }

    private static func goesBefore(_ a: Candidate, _ b: Candidate) -> Bool {
        if a.isKept != b.isKept { return a.isKept }
        for (x, y) in zip(a.ranks, b.ranks) where x != y {
            guard let x else { return false }
            guard let y else { return true }
            return x > y
        }
        return a.id < b.id
    }

    /// Puts the outcome into a decision; somebody displaced is no longer to be selected or retained.
    func apply(to decision: inout Decision, titles: (String) -> String) {
        guard let placement = placements[decision.nominal] else { return }
        decision.allocation = placement
        if let unknown = unknowns[decision.nominal] {
            func warn(_ code: String, _ fields: [String], _ text: (String) -> String) {
                guard !fields.isEmpty else { return }
                decision.warnings.append(DecisionWarning(code: code, field: fields.first, text: text(DecisionWords.list(DecisionWords.unique(fields.map(titles))))))
            }
            warn("keep_unknown", unknown.keptForWantOf) { "whether this person is to be kept is not known for want of \($0), so the place is kept" }
            warn("rank_unknown", unknown.rankedLastForWantOf) { "the place in the ranking is not known for want of \($0), so this person is ranked last\(placement.isKept ? " of those who are kept" : "")" }
        }
        guard !placement.isPlaced else { return }
        let joins = decision.recommendation.action == .select
        let reason = "There are \(capacity) places, and this person is number \(placement.rank) of the \(candidates) who would have one."
        let before = decision.recommendation.title.map { "Without the limit: \($0)." }
        decision.recommendation = Recommendation(
            action: joins ? .monitor : .deselect, rule: "allocation", title: title, because: [reason] + [before].compactMap { $0 })
        // Taskings are for the cohort and for those who join it; this person does not.
        if joins { decision.taskings = [] }
    }
}
