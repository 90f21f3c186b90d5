import Cohorts

/// Joins people who are connected through their associates, directly or through others.
///
/// Ids get numbers in the order in which they are met; each number points to one that it is joined with (union–find).
struct LinkFinder {
    private var ids = TextTable()
    private var parents = Column<Int32>()
    private var marks = Column<Marks>()
    /// People of the cohort in the order of the file; associates who are not in it are not among them.
    private var people = Column<Int32>()

    private struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let member = Marks(rawValue: 1)
        static let linked = Marks(rawValue: 2)
    }

    mutating func add(_ id: String, isMember: Bool, associates: [String]) {
        let own = number(id)
        people.append(Int32(truncatingIfNeeded: own))
        if isMember { marks[own].insert(.member) }
        for associate in associates where associate != id {
            let other = number(associate)
            marks[own].insert(.linked)
            marks[other].insert(.linked)
            let (a, b) = (root(own), root(other))
            if a != b { parents[max(a, b)] = Int32(truncatingIfNeeded: min(a, b)) }
        }
    }

    /// Groups of the people who have a link; the key of a group is its smallest id.
    mutating func groups() -> CohortGroups {
        var links = CohortGroups.Links()
        links.groupOfPerson = Column(repeating: -1, count: ids.count)
        var groupOfRoot = Column<Int32>(repeating: -1, count: ids.count)
        for place in 0..<people.count where marks[Int(people[place])].contains(.linked) {
            let person = Int(people[place])
            let root = root(person)
            if groupOfRoot[root] < 0 {
                groupOfRoot[root] = Int32(truncatingIfNeeded: links.keyOfGroup.count)
                links.keyOfGroup.append(people[place])
            }
            let group = groupOfRoot[root]
            links.groupOfPerson[person] = group
            if ids.isBefore(person, Int(links.keyOfGroup[Int(group)])) { links.keyOfGroup[Int(group)] = people[place] }
        }
        links.people = ids
        var groups = CohortGroups(links: links)
        for place in 0..<people.count {
            let person = Int(people[place])
            guard links.groupOfPerson[person] >= 0 else { continue }
            groups.count(Int(links.groupOfPerson[person]), isMember: marks[person].contains(.member))
        }
        return groups
    }

    private mutating func number(_ id: String) -> Int {
        let number = ids.add(id)
        if number == parents.count {
            parents.append(Int32(truncatingIfNeeded: number))
            marks.append([])
        }
        return number
    }

    private mutating func root(_ number: Int) -> Int {
        var number = number
        while Int(parents[number]) != number {
            parents[number] = parents[Int(parents[number])]
            number = Int(parents[number])
        }
        return number
    }
}
