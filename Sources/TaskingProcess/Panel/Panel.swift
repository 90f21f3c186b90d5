package import DecisionStore
package import Governance
package import Notation

/// What panels do with recommendations, and what they see of them. Each act is one transaction with its rows of the log, or is
/// refused and only logged. Who acts is taken on trust: the program knows an id in `waymark.lua`, and no passphrase.
package struct Panel {
    package let store: Store
    package let people: People
    let packs: KnownPacks

    /// - Parameters:
    ///   - people: what `waymark.lua` at the store's root says now.
    ///   - packs: those whose names were read before; for programs that run on.
    package init(_ store: Store, people: People, packs: KnownPacks = KnownPacks()) {
        self.store = store
        self.people = people
        self.packs = packs
    }

    package var today: Day { store.clock.today }

    /// Runs an act of somebody who has the role `panel`.
    func act<T>(_ who: String, _ why: String, _ body: (StoreWriter) throws -> T) throws -> T {
        try store.act(who, as: .panel, people, why, body)
    }
}

extension Store {
    /// Runs an act of somebody whom `waymark.lua` names, in one transaction. One that is refused leaves its row in the log and
    /// nothing else.
    /// - Parameters:
    ///   - role: that the person needs; nil where any will do.
    ///   - why: for the row of a refusal.
    func act<T>(_ who: String, as role: Role?, _ people: People, _ why: String, _ body: (StoreWriter) throws -> T) throws -> T {
        try act(who, people, why) { writer in
            _ = try people.person(who, acting: role, on: clock.today)
            return try body(writer)
        }
    }

    /// Runs an act of a program.
    func act<T>(_ client: Client, _ people: People, _ why: String, _ body: (StoreWriter) throws -> T) throws -> T {
        try act(client.who, people, why, body)
    }

    private func act<T>(_ who: String, _ people: People, _ why: String, _ body: (StoreWriter) throws -> T) throws -> T {
        do {
            return try write { writer in
                let last = try writer.lastPeople()
                if last?.digest != people.digest {
                    try writer.notePeople(digest: people.digest, text: people.text, who: who, what: people.changes(since: last.flatMap { try? People(reading: $0.text) }))
                }
                return try body(writer)
            }
        } catch let refusal as Refusal {
            try write { _ = try $0.log(AuditEvent(.failure, who: who, why: why, what: "refused: \(refusal.message)")) }
            throw refusal
        }
    }
}

extension StoreReader {
    /// A nominal about whom something is to be shown or done.
    /// - Throws: `StoreError` where the store does not have them, `Refusal` where they are restricted.
    func unrestricted(_ id: String) throws -> KnownNominal {
        guard let nominal = try nominal(id) else { throw StoreError(.unknown, "the store has no nominal `\(id)`") }
        if nominal.isRestricted { throw Refusal.restricted }
        return nominal
    }
}

extension Refusal {
    /// It names nobody, since refusals are logged.
    static var restricted: Refusal {
        Refusal(.restricted, "this nominal is restricted: nothing about them is shown or decided until that is lifted")
    }
}
