import Cohorts
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
    private let candidates: AllocationCandidates
    /// For each candidate the rank, counted from 1.
    private let ranks: Column<UInt32>

    /// Places those kept first, then by rank: highest first, unknown last, the id breaking ties.
    init(_ rule: Allocation, _ candidates: AllocationCandidates) {
        title = rule.heading.title
        capacity = rule.capacity
        var ranks = Column<UInt32>(repeating: 0, count: candidates.count)
        let order = (0..<UInt32(truncatingIfNeeded: candidates.count)).sorted { candidates.goesBefore(Int($0), Int($1)) }
        for (place, candidate) in order.enumerated() { ranks[Int(candidate)] = UInt32(truncatingIfNeeded: place + 1) }
        self.ranks = ranks
        self.candidates = candidates.withoutRanks
    }

    /// Whether the nominal of that id asks for a place.
    func concerns(_ id: UnsafeBufferPointer<UInt8>) -> Bool { candidates.number(of: UnsafeRawBufferPointer(id)) != nil }

    /// Puts the outcome into a decision; somebody displaced is no longer to be selected or retained.
    func apply(to decision: inout Decision, titles: (String) -> String) {
        guard let number = candidates.number(of: decision.nominal) else { return }
        let rank = Int(ranks[number])
        let placement = Placement(rank: rank, isPlaced: candidates.isKept(number) || rank <= capacity, isKept: candidates.isKept(number))
        decision.allocation = placement
        if let unknown = candidates.wants(number) {
            func warn(_ code: String, _ fields: [String], _ text: (String) -> String) {
                guard !fields.isEmpty else { return }
                decision.warnings.append(DecisionWarning(code: code, field: fields.first, text: text(DecisionWords.list(DecisionWords.unique(fields.map(titles))))))
            }
            warn("keep_unknown", unknown.toKeep) { "whether this person is to be kept is not known for want of \($0), so the place is kept" }
            warn("rank_unknown", unknown.toRank) { "the place in the ranking is not known for want of \($0), so this person is ranked last\(placement.isKept ? " of those who are kept" : "")" }
        }
        guard !placement.isPlaced else { return }
        let joins = decision.recommendation.action == .select
        let reason = "There are \(capacity) places, and this person is number \(placement.rank) of the \(candidates.count) who would have one."
        let before = decision.recommendation.title.map { "Without the limit: \($0)." }
        decision.recommendation = Recommendation(
            action: joins ? .monitor : .deselect, rule: "allocation", title: title, because: [reason] + [before].compactMap { $0 })
        // Taskings are for the cohort and for those who join it; this person does not.
        if joins { decision.taskings = [] }
    }
}
