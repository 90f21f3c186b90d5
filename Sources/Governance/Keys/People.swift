import Decisions
import DecisionStore
package import Notation
package import RulePacks

/// What `waymark.lua` at a store's root says: who may do what, how many must sign, and how panels work.
package struct People: Sendable, Hashable {
    package var people: [Person]
    package var quorum: Quorum
    package var panel: PanelRules
    /// `sha256:…` of the file.
    package var digest: String
    /// What stands in the file.
    package var text: [UInt8]

    package static let fileName = "waymark.lua"

    /// - Throws: `PackError` with every error found, each with its place in the file.
    package init(reading text: [UInt8], name: String = People.fileName) throws(PackError) {
        let read = try DataFile.read(text, name: name, what: "`\(People.fileName)`") { PeopleReader(root: $0).read() }
        people = read.people
        quorum = read.quorum
        panel = read.panel
        self.text = text
        digest = sha256(text)
    }

    package subscript(_ id: String) -> Person? { people.first { $0.id == id } }

    /// The person of an id, if they have a role.
    /// - Throws: `Refusal` where they are not named in the file, or have not that role.
    package func person(_ id: String, as role: Role) throws(Refusal) -> Person {
        guard let person = self[id] else { throw unknown(id) }
        guard person.roles.contains(role) else {
            throw Refusal(.wrongRole, "`\(id)` does not have the role `\(role.rawValue)` in `\(People.fileName)`, which this needs")
        }
        return person
    }

    /// The person of an id, if they may act on a day.
    /// - Parameter role: that they need; nil where any will do.
    /// - Throws: `Refusal` where they are not named in the file, have not that role, or it is not one of their days.
    package func person(_ id: String, acting role: Role?, on day: Day) throws(Refusal) -> Person {
        let found: Person
        if let role { found = try person(id, as: role) } else if let person = self[id] { found = person } else { throw unknown(id) }
        if let absence = found.absence(on: day) { throw absence }
        return found
    }

    /// What is said of somebody whom the file does not name.
    package func unknown(_ id: String) -> Refusal {
        let near = nearestName(to: id, in: people.map(\.id))
        return Refusal(.unknownPerson, "`\(People.fileName)` names nobody `\(id)`" + (near.map { ": did you mean `\($0)`?" } ?? ": add them there before they act or sign"))
    }

    /// What differs from an earlier version, for the log: `added a.khan; quorum now 3 signatures; …`.
    package func changes(since old: People?) -> String {
        guard let old else { return "first version, \(digest): \(people.count) people; \(quorum.inWords)" }
        var changes: [String] = []
        for person in people {
            guard let before = old[person.id] else {
                changes.append("added \(person.id)")
                continue
            }
            if before.key != person.key { changes.append("another key for \(person.id)") }
            if before.roles != person.roles { changes.append("roles of \(person.id) now \(person.roles.map(\.rawValue).sorted().joined(separator: ", "))") }
            if before.agency != person.agency { changes.append("agency of \(person.id) now \(person.agency)") }
            if before.from != person.from || before.until != person.until { changes.append("dates of \(person.id) changed") }
        }
        changes += old.people.filter { self[$0.id] == nil }.map { "took out \($0.id)" }
        if quorum != old.quorum { changes.append("quorum now \(quorum.inWords)") }
        if panel != old.panel { changes.append("panels now review every \(panel.reviewEvery)") }
        return "\(digest): " + (changes.isEmpty ? "nothing that counts" : changes.joined(separator: "; "))
    }
}
