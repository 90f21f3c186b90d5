package import DecisionStore
import Governance
package import RulePacks

/// A nominal's group as a panel sees it: those whom the store may show, and what ties them.
package struct GroupPicture: Sendable, Equatable {
    package struct Person: Sendable, Equatable {
        package var id: String
        package var standing: NominalStanding
    }

    /// Between two of the people, by their places among them.
    package struct Tie: Sendable, Equatable {
        package var from: Int
        package var to: Int
        /// As in `associates.kind`.
        package var kinds: [String]
    }

    package var title: String
    /// What they share; nil for a group made by links.
    package var key: String?
    /// The nominal asked for, and then the nearest first.
    package var people: [Person]
    package var ties: [Tie]
    /// So many people more, further away.
    package var left: Int
}

extension Panel {
    /// More people than this are not drawn, and not shown.
    package static let mostInGroup = 40

    /// A nominal's groups by the pack and the data of their borough's last run. Everybody who is shown is logged as one consultation.
    /// Nobody who is restricted is shown.
    /// - Parameters:
    ///   - reference: `R12`, or the nominal's id.
    ///   - map: gives the map of a run, from `groupMap(of:)`.
    /// - Returns: the nominal's id and the groups in which there is anybody else who may be shown.
    /// - Throws: `Refusal`, `StoreError`, and what `map` throws.
    package func groups(_ reference: String, by who: String, why: String, map: (StoredRun) throws -> GroupMap?) throws -> (nominal: String, groups: [GroupPicture]) {
        let nominal = try consult(reference, "group shown to the panel", by: who, why: why)
        guard let run = try store.read({ try $0.lastRun(borough: nominal.borough) }), let map = try map(run) else { return (nominal.id, []) }
        return try act(who, why) { writer in
            let groups = try map.groups.indices.compactMap { try picture(of: nominal.id, $0, map, writer) }
            let others = Set(groups.flatMap { $0.people.map(\.id) }).subtracting([nominal.id]).sorted()
            for id in others { try writer.log(AuditEvent(.consultation, who: who, nominal: id, why: why, what: "shown to the panel in a group")) }
            return (nominal.id, groups)
        }
    }

    /// The groups of a run; nil where its pack has none, or is not in the store any more.
    package func groupMap(of run: StoredRun) throws -> GroupMap? {
        guard run.hasCompany else { return nil }
        return try store.read { reader in
            guard let pack = try reader.pack(of: run) else { return nil }
            let map = try GroupMap(pack, asOf: run.asOf, RecordedInputs(reader, run: run.id))
            return map.groups.isEmpty ? nil : map
        }
    }

    private func picture(of nominal: String, _ group: Int, _ map: GroupMap, _ reader: StoreReader) throws -> GroupPicture? {
        let known = try map.network(of: nominal, in: group).compactMap { id -> GroupPicture.Person? in
            guard let person = try reader.nominal(id), !person.isRestricted else { return nil }
            return GroupPicture.Person(id: person.id, standing: person.standing)
        }
        guard known.count > 1 else { return nil }
        let people = Array(known.prefix(Panel.mostInGroup))
        let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
        var ties: [GroupPicture.Tie] = []
        for (from, person) in people.enumerated() {
            let kinds = Dictionary(grouping: map.links(of: person.id, in: group).filter { places[$0.to].map { $0 > from } ?? false }, by: \.to)
            for (to, links) in kinds.compactMap({ id, links in places[id].map { ($0, links) } }).sorted(by: { $0.0 < $1.0 }) {
                ties.append(GroupPicture.Tie(from: from, to: to, kinds: links.map(\.kind).sorted()))
            }
        }
        return GroupPicture(title: map.groups[group].title, key: map.key(of: nominal, in: group), people: people, ties: ties, left: known.count - people.count)
    }
}
