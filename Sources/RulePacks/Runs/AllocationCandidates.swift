import Cohorts

/// Everybody who asks for a place, in columns: a person takes the id's bytes, 8 bytes a rank and some 20 more.
struct AllocationCandidates: Sendable {
    /// Fields for want of which something is not known.
    struct Wants: Sendable, Hashable {
        var toRank: [String]
        var toKeep: [String]
    }

    private let rankCount: Int
    private var ids = TextTable()
    private var kept = Column<Bool>()
    /// `rankCount` for each; what is not a number is not known.
    private var ranks = Column<Double>()
    /// Places in `allWants`; 0: nothing is missing.
    private var wantsOf = Column<UInt32>()
    private var allWants = [Wants(toRank: [], toKeep: [])]
    private var numberOfWants: [Wants: UInt32] = [:]

    init(ranks: Int) { rankCount = ranks }

    var count: Int { kept.count }

    mutating func add(_ candidate: AllocationPlan.Candidate) {
        guard ids.add(candidate.id) == count else { return }
        kept.append(candidate.isKept)
        for place in 0..<rankCount { ranks.append(candidate.ranks[place] ?? .nan) }
        wantsOf.append(number(of: Wants(toRank: candidate.rankedLastForWantOf, toKeep: candidate.keptForWantOf)))
    }

    private mutating func number(of wants: Wants) -> UInt32 {
        if wants == allWants[0] { return 0 }
        if let number = numberOfWants[wants] { return number }
        let number = UInt32(truncatingIfNeeded: allWants.count)
        allWants.append(wants)
        numberOfWants[wants] = number
        return number
    }

    /// The same once they are in order, and ranks are needed no more.
    var withoutRanks: AllocationCandidates {
        var rest = self
        rest.ranks = Column()
        return rest
    }

    /// nil: this person asks for no place.
    func number(of id: String) -> Int? { ids.number(of: id) }
    func number(of id: UnsafeRawBufferPointer) -> Int? { ids.number(of: id) }

    func isKept(_ number: Int) -> Bool { kept[number] }

    /// nil: nothing is missing.
    func wants(_ number: Int) -> Wants? { wantsOf[number] == 0 ? nil : allWants[Int(wantsOf[number])] }

    func goesBefore(_ a: Int, _ b: Int) -> Bool {
        if kept[a] != kept[b] { return kept[a] }
        for place in 0..<rankCount {
            let (x, y) = (ranks[a * rankCount + place], ranks[b * rankCount + place])
            if x == y || x.isNaN && y.isNaN { continue }
            return y.isNaN || x > y
        }
        return ids.isBefore(a, b)
    }
}
