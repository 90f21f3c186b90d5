package import Cohorts
package import DecisionStore
package import Governance
package import Notation

/// What programs of other people bring to a store and are given from it. Every person of whom something is handed out has a row in the
/// log, in the program's name. Nothing here decides, signs or runs anything.
package struct Exchange {
    package let store: Store
    package let people: People
    package let client: Client

    /// - Parameter people: what `waymark.lua` at the store's root says now.
    package init(_ store: Store, people: People, client: Client) {
        self.store = store
        self.people = people
        self.client = client
    }

    package var today: Day { store.clock.today }

    private func act<T>(_ why: String, _ body: (StoreWriter) throws -> T) throws -> T { try store.act(client, people, why, body) }

    private func consulted(_ nominal: String, _ why: String, _ what: String, _ writer: StoreWriter) throws {
        try writer.log(AuditEvent(.consultation, who: client.who, nominal: nominal, why: why, what: what))
    }

    /// Some recommendations by number, the oldest first.
    /// - Parameters:
    ///   - borough: only those about people of one of the client's boroughs; nil for all of its.
    ///   - state: only those in this state; nil for all.
    ///   - number: only those behind this one.
    ///   - most: at most so many.
    package func recommendations(
        borough: String?, state: StoredRecommendation.State?, after number: Int, most: Int, why: String
    ) throws -> [ExchangedRecommendation] {
        try act(why) { writer in
            let found = try writer.recommendations(filter(borough, number, most), state: state)
            for one in found { try consulted(one.kept.nominal, why, "handed out, R\(one.kept.id)", writer) }
            return found
        }
    }

    /// Some taskings by number, the oldest first.
    /// - Parameters:
    ///   - borough: only those about people of one of the client's boroughs; nil for all of its.
    ///   - status: only those that stand so; nil for all.
    ///   - owner: only those of one role; nil for all.
    ///   - overdueOnly: only those that were due before today.
    ///   - number: only those behind this one.
    ///   - most: at most so many.
    package func taskings(
        borough: String?, status: KeptTasking.Status?, owner: String?, overdueOnly: Bool, after number: Int, most: Int, why: String
    ) throws -> [KeptTasking] {
        try act(why) { writer in
            let found = try writer.taskings(filter(borough, number, most), status: status, owner: owner, overdueOn: overdueOnly ? today : nil)
            for one in found { try consulted(one.nominal, why, "handed out, T\(one.id)", writer) }
            return found
        }
    }

    private func filter(_ borough: String?, _ number: Int, _ most: Int) -> ExchangeFilter {
        ExchangeFilter(boroughs: borough.map { [$0] } ?? client.boroughs, after: number, most: most)
    }

    /// Where somebody stands, what waits for a panel about them, and the work that is open.
    /// - Throws: `StoreError` where the client may see nobody of that id.
    package func nominal(_ id: String, why: String) throws -> (nominal: KnownNominal, recommendation: ExchangedRecommendation?, taskings: [KeptTasking]) {
        try act(why) { writer in
            guard let nominal = try writer.nominal(id), !nominal.isRestricted, client.boroughs.contains(nominal.borough) else { throw client.unknown("nominal `\(id)`") }
            try consulted(nominal.id, why, "handed out", writer)
            return (nominal, try writer.exchangedRecommendation(of: nominal.id), try writer.taskings(TaskingFilter(nominal: nominal.id)))
        }
    }

    /// A decision of a run, with its record where that was kept.
    package struct Decision: Sendable {
        package let decision: StoredDecision
        package let nominal: KnownNominal
        package let run: StoredRun
        /// Where the record was not kept: the decision before it that says the same, apart from dates.
        package let same: String?
    }

    /// - Throws: `StoreError` where the client may see no decision of that number.
    package func decision(run: Int, place: Int, why: String) throws -> Decision {
        try act(why) { writer in
            guard let decision = try writer.decision(run: run, place: place), let id = decision.nominal, let nominal = try writer.nominal(id), !nominal.isRestricted,
                client.boroughs.contains(nominal.borough), let stored = try writer.run(run)
            else { throw client.unknown("decision \(run).\(place)") }
            try consulted(id, why, "handed out, decision \(decision.name)", writer)
            return Decision(
                decision: decision, nominal: nominal, run: stored, same: decision.record == nil ? try writer.decisionKept(before: run, of: id) : nil)
        }
    }

    /// Takes nominals of the client's boroughs into the store, as an import does: every good line, or nothing at all.
    /// - Parameter reject: is given each line that is not taken.
    /// - Throws: `StoreError`, `CohortError`, and what `reject` throws.
    package func take(_ source: any CohortSource, layout: RowLayout, why: String, reject: (Reject) throws -> Void) throws -> CohortImport {
        try store.take(source, layout: layout, name: "push", boroughs: Set(client.boroughs), who: client.who, why: why, reject: reject)
    }
}
