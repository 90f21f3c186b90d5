import Cohorts

/// Which groups there are in a cohort, after one pass over it.
struct GroupIndex: GroupKnowledge {
    /// One for each group that the rules declare.
    var groups: [CohortGroups]
    /// Matrices of which the means have been worked out.
    var meansOf: Set<Int> = []
    /// Sums of known scores by matrix, then by declared group, then by the group's number.
    var scores: [Int: [ScoreSums]] = [:]

    func facts(group: Int, key: String?, nominal: String) -> GroupFacts { groups[group].facts(key: key, nominal: nominal) }

    func meanScore(group: Int, key: String, matrix: Int) -> MeanScore {
        guard meansOf.contains(matrix) else { return .pending }
        guard let number = groups[group].number(ofKey: key), let sums = scores[matrix]?[group] else { return .nobody }
        return sums.mean(number)
    }
}

/// The groups of one declaration: of people who share a key, or who are linked with one another.
struct CohortGroups: Sendable {
    /// For groups made by links, the number of each person's group; -1: in none.
    struct Links: Sendable {
        var people = TextTable()
        var groupOfPerson = Column<Int32>()
        /// The number of the person whose id is the group's key.
        var keyOfGroup = Column<Int32>()
    }

    /// Of groups made by a key, the keys: their numbers are those of the groups.
    private var keys = TextTable()
    private(set) var links: Links?
    private var sizes = Column<Int32>()
    private var selected = Column<Int32>()

    init(links: Links? = nil) {
        self.links = links
        for _ in 0..<(links?.keyOfGroup.count ?? 0) {
            sizes.append(0)
            selected.append(0)
        }
    }

    mutating func add(key: String, isMember: Bool) {
        let number = keys.add(key)
        if number == sizes.count {
            sizes.append(0)
            selected.append(0)
        }
        count(number, isMember: isMember)
    }

    /// One person more in a group.
    mutating func count(_ number: Int, isMember: Bool) {
        sizes[number] += 1
        if isMember { selected[number] += 1 }
    }

    /// nil: there is no such group.
    func number(ofKey key: String) -> Int? {
        guard let links else { return keys.number(of: key) }
        return links.people.number(of: key).flatMap { group(ofPerson: $0, links) }
    }

    /// - Parameter key: what the group's own function gave; nil for groups made by links.
    func facts(key: String?, nominal: String) -> GroupFacts {
        var facts = GroupFacts()
        if let key {
            guard let number = keys.number(of: key) else { return facts }
            (facts.key, facts.size, facts.selected) = (key, Int(sizes[number]), Int(selected[number]))
        } else if let links, let person = links.people.number(of: nominal), let number = group(ofPerson: person, links) {
            (facts.key, facts.size, facts.selected) = (links.people[Int(links.keyOfGroup[number])], Int(sizes[number]), Int(selected[number]))
        }
        return facts
    }

    private func group(ofPerson person: Int, _ links: Links) -> Int? {
        links.groupOfPerson[person] < 0 ? nil : Int(links.groupOfPerson[person])
    }
}

/// Sums of one matrix's scores over the groups of one declaration.
struct ScoreSums: Sendable {
    private var sums = Column<Double>()
    /// How many people's scores were asked for; negative where some were not known.
    private var counts = Column<Int32>()

    /// - Parameter score: nil where it is not known.
    mutating func add(_ score: Double?, to number: Int) {
        while sums.count <= number {
            sums.append(0)
            counts.append(0)
        }
        let count = counts[number]
        counts[number] = score == nil || count < 0 ? -(abs(count) + 1) : count + 1
        if let score { sums[number] += score }
    }

    func mean(_ number: Int) -> MeanScore {
        guard number < sums.count, counts[number] != 0 else { return .nobody }
        return counts[number] < 0 ? .unknown : .known(sums[number] / Double(counts[number]))
    }
}
