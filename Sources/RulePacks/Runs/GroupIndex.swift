/// Which groups there are in a cohort, after one pass over it.
struct GroupIndex: GroupKnowledge {
    /// For groups made by a key: what is known of each.
    var byKey: [[String: GroupFacts]]
    /// For groups made by links: the number of each nominal's group, and what is known of each group.
    var links: [LinkedGroups?]
    /// Matrices of which the means have been worked out.
    var meansOf: Set<Int> = []
    /// Sums of known scores by group, key and matrix; only for matrices of which a mean is asked for.
    var scores: [ScoreKey: ScoreSum] = [:]

    struct LinkedGroups: Sendable {
        var groupOfNominal: [String: Int] = [:]
        var facts: [GroupFacts] = []
    }

    struct ScoreKey: Hashable, Sendable {
        var group: Int
        var key: String
        var matrix: Int
    }

    struct ScoreSum: Sendable {
        var sum = 0.0
        var count = 0
        var hasUnknown = false
    }

    func facts(group: Int, key: String?, nominal: String) -> GroupFacts {
        if let key { return byKey[group][key] ?? GroupFacts() }
        guard let linked = links[group], let number = linked.groupOfNominal[nominal] else { return GroupFacts() }
        return linked.facts[number]
    }

    func meanScore(group: Int, key: String, matrix: Int) -> MeanScore {
        guard meansOf.contains(matrix) else { return .pending }
        guard let sum = scores[ScoreKey(group: group, key: key, matrix: matrix)], sum.count > 0 else { return .nobody }
        return sum.hasUnknown ? .unknown : .known(sum.sum / Double(sum.count))
    }
}
