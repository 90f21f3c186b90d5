package import Cohorts
package import Notation

/// Who of a cohort is in which group, and by what, as far as records may show it: who is in a group by something withheld is left out.
package struct GroupMap: Sendable {
    package struct Group: Sendable {
        package var name: String
        package var title: String
        /// The people who share each key, in the order of the cohort; nil for a group made by links.
        package fileprivate(set) var people: [String: [String]]?
        fileprivate var keys: [String: String] = [:]
        fileprivate var links: [String: [Link]] = [:]
    }

    /// From one person to another, as either's record has it.
    package struct Link: Sendable, Hashable {
        package var to: String
        /// As in `associates.kind`.
        package var kind: String
    }

    package private(set) var groups: [Group]
    private var people: Set<String> = []

    /// - Throws: `PackError`, `CohortError`
    package init(_ pack: PackSource, asOf: Day, _ source: any CohortSource) throws {
        let worker = RunWorker(try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: asOf))
        groups = worker.evaluator.rules.groups.map { rule in
            var group = Group(name: rule.name, title: rule.heading.title)
            if case .key = rule.members { group.people = [:] }
            return group
        }
        guard !groups.isEmpty else { return }
        var isEnd = false
        while !isEnd {
            isEnd = try !source.next { line, number in
                guard case .success(let row) = worker.decode(line, number: number), people.insert(row.id).inserted else { return }
                for (place, tie) in worker.evaluator.groupTies(row).enumerated() { groups[place].add(tie, of: row.id) }
            }
            source.pendingRejects = []
        }
    }

    /// What somebody shares with the others of a group; nil where that is nothing, or the group is made by links.
    package func key(of id: String, in group: Int) -> String? { groups[group].keys[id] }

    /// The links that somebody's record or another's has of them.
    package func links(of id: String, in group: Int) -> [Link] { groups[group].links[id] ?? [] }

    /// Everybody of somebody's group, the nearest first and this one before all; empty where there is nobody else in it. Who is named
    /// as an associate and is not in the cohort links others, and is not among them.
    package func network(of id: String, in group: Int) -> [String] {
        guard people.contains(id) else { return [] }
        var found = [id]
        if let people = groups[group].people {
            found += (groups[group].keys[id].flatMap { people[$0] } ?? []).filter { $0 != id }.sorted()
        } else {
            var seen: Set<String> = [id]
            var place = 0
            while place < found.count {
                found += Set(links(of: found[place], in: group).map(\.to)).sorted().filter { seen.insert($0).inserted }
                place += 1
            }
            found.removeAll { !people.contains($0) }
        }
        return found.count > 1 ? found : []
    }
}

/// What a person's data says of a group.
enum GroupTie {
    /// nil: in no such group, not known to be, or by something that may not be shown.
    case key(String?)
    case links([GroupMap.Link])
}

extension GroupMap.Group {
    fileprivate mutating func add(_ tie: GroupTie, of id: String) {
        switch tie {
        case .key(let key):
            guard let key else { return }
            keys[id] = key
            people?[key, default: []].append(id)
        case .links(let all):
            for link in all where link.to != id {
                join(id, link)
                join(link.to, GroupMap.Link(to: id, kind: link.kind))
            }
        }
    }

    private mutating func join(_ id: String, _ link: GroupMap.Link) {
        if links[id]?.contains(link) != true { links[id, default: []].append(link) }
    }
}
