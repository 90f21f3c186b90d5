package import DecisionStore
package import Notation
package import RulePacks

/// The packs that the tasking process may run. Each time it is made, the log, every digest and every signature are verified.
package struct PacksInForce {
    package struct Answer: Sendable {
        /// nil where no pack is in force.
        package let standing: PackStanding?
        /// The same, ready to load; nil where no pack is in force.
        package let pack: PackSource?
        /// Why none of the others for the borough is in force, the newest first.
        package let refusals: [Refusal]
    }

    private let store: Store
    private let people: People

    package init(_ store: Store, people: People) {
        self.store = store
        self.people = people
    }

    /// The pack in force for a borough on a day. Where a later one was altered, is short of a signature or was withdrawn,
    /// the last approved one goes on until its own end.
    /// - Throws: `Refusals` where the log was tampered with.
    package func at(_ day: Day, borough: String) throws -> Answer {
        PacksInForce.in(try store.read { try BoardBook($0, people: people, day: day) }, borough: borough)
    }

    /// The same, from a book that was verified already.
    package static func `in`(_ book: BoardBook, borough: String) -> Answer {
        let standings = book.standings.filter { $0.approval?.borough == borough || $0.approval == nil }
        let inForce = standings.last { $0.state == .inForce }
        var refusals = standings.reversed().flatMap(\.reasons)
        if standings.isEmpty {
            let near = nearestName(to: borough, in: Set(book.standings.compactMap { $0.approval?.borough }))
            refusals.append(Refusal(.notSubmitted, "no pack was ever submitted for `\(borough)`" + (near.map { ": did you mean `\($0)`?" } ?? "")))
        }
        return Answer(standing: inForce, pack: inForce?.examination.source, refusals: refusals)
    }

    /// Boroughs with a pack in force on a day, in order.
    /// - Throws: `Refusals` where the log was tampered with.
    package func boroughs(on day: Day) throws -> [String] {
        let book = try store.read { try BoardBook($0, people: people, day: day) }
        return Set(book.standings.filter { $0.state == .inForce }.compactMap { $0.approval?.borough }).sorted()
    }
}
