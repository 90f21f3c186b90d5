/// Joins people who are connected through their associates, directly or through others.
///
/// Ids get numbers in the order in which they are met; each number points to one that it is joined with (union–find).
struct LinkFinder {
    private var numbers: [String: Int] = [:]
    private var parents: [Int] = []
    /// People of the cohort, with whether they are in it at present; associates who are not in the file are not people here.
    private var people: [(id: String, number: Int, isMember: Bool)] = []
    private var linked: Set<Int> = []

    mutating func add(_ id: String, isMember: Bool, associates: [String]) {
        let own = number(id)
        people.append((id, own, isMember))
        for associate in associates where associate != id {
            let other = number(associate)
            linked.insert(own)
            linked.insert(other)
            let (a, b) = (root(own), root(other))
            if a != b { parents[max(a, b)] = min(a, b) }
        }
    }

    /// Groups of the people who have a link; the key of a group is its smallest id.
    mutating func groups() -> GroupIndex.LinkedGroups {
        var result = GroupIndex.LinkedGroups()
        var groupOfRoot: [Int: Int] = [:]
        for person in people where linked.contains(person.number) {
            let root = root(person.number)
            let group = groupOfRoot[root] ?? result.facts.count
            if group == result.facts.count {
                groupOfRoot[root] = group
                result.facts.append(GroupFacts())
            }
            result.groupOfNominal[person.id] = group
            result.facts[group].size += 1
            if person.isMember { result.facts[group].selected += 1 }
            result.facts[group].key = min(result.facts[group].key ?? person.id, person.id)
        }
        return result
    }

    private mutating func number(_ id: String) -> Int {
        if let number = numbers[id] { return number }
        numbers[id] = parents.count
        parents.append(parents.count)
        return parents.count - 1
    }

    private mutating func root(_ number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }
}
