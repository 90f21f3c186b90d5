package import DecisionStore
package import Governance
package import Notation

/// What those who were given work do with it. Anybody whom `waymark.lua` names may; who acts is taken on trust.
package struct Tasks {
    package let store: Store
    package let people: People
    private let client: Client?

    /// - Parameters:
    ///   - people: what `waymark.lua` at the store's root says now.
    ///   - client: the program that acts, only on its own boroughs' work; nil where a person does.
    package init(_ store: Store, people: People, client: Client? = nil) {
        self.store = store
        self.people = people
        self.client = client
    }

    /// Taskings, each logged as a consultation of its nominal.
    /// - Parameters:
    ///   - owner: only those of one role; nil for all.
    ///   - borough: only those about its nominals; nil for all.
    ///   - overdueOnly: only those that were due before today.
    ///   - includesClosed: those that are done or cancelled, too.
    /// - Throws: `Refusal`; `StoreError` where nobody of that role was ever given work
    package func list(
        by who: String, why: String, owner: String? = nil, borough: String? = nil, overdueOnly: Bool = false, includesClosed: Bool = false
    ) throws -> [KeptTasking] {
        try list(by: who, why: why, owner: owner, borough: borough, overdueOnly: overdueOnly, includesClosed: includesClosed, places: 0..<Int.max).taskings
    }

    /// A part of them. What is not in it is not shown, and not logged.
    /// - Parameter places: which of them, from 0.
    /// - Returns: the part, and how many there are in all.
    /// - Throws: `Refusal`; `StoreError` where nobody of that role was ever given work
    package func list(
        by who: String, why: String, owner: String?, borough: String?, overdueOnly: Bool, includesClosed: Bool, places: Range<Int>
    ) throws -> (taskings: [KeptTasking], total: Int) {
        try act(who, why) { writer in
            let filter = TaskingFilter(owner: owner, borough: borough, overdueOn: overdueOnly ? today : nil, includesClosed: includesClosed)
            let total = try writer.taskingCount(filter)
            if total == 0, let owner, let near = nearestName(to: owner, in: try writer.taskingOwners()), try !writer.taskingOwners().contains(owner) {
                throw StoreError(.unknown, "no tasking was ever given to `\(owner)`: did you mean `\(near)`?")
            }
            let taskings = try writer.taskings(filter, places: places)
            for tasking in taskings {
                try writer.log(AuditEvent(.consultation, who: who, nominal: tasking.nominal, why: why, what: "shown among taskings, T\(tasking.id)"))
            }
            return (taskings, total)
        }
    }

    /// One of them, logged as a consultation of its nominal.
    /// - Parameter id: the number in `T7`.
    /// - Throws: `Refusal`, `StoreError`
    package func show(_ id: Int, by who: String, why: String) throws -> KeptTasking {
        try act(who, why) { writer in
            let tasking = try existing(id, writer)
            try writer.log(AuditEvent(.consultation, who: who, nominal: tasking.nominal, why: why, what: "shown, T\(id)"))
            return tasking
        }
    }

    private func existing(_ id: Int, _ reader: StoreReader) throws -> KeptTasking {
        if let client {
            guard let tasking = try reader.tasking(id), !tasking.isRestricted, client.boroughs.contains(tasking.borough) else { throw client.unknown("task T\(id)") }
            return tasking
        }
        guard let tasking = try reader.tasking(id) else { throw StoreError(.unknown, "there is no tasking T\(id): the list of tasks has those that are open") }
        if tasking.isRestricted { throw Refusal.restricted }
        return tasking
    }

    /// Says that a tasking is done.
    /// - Parameters:
    ///   - id: the number in `T7`.
    ///   - words: what came of it; nil where nothing is said.
    ///   - why: for the log.
    /// - Returns: the tasking as it stands now.
    /// - Throws: `Refusal`, `StoreError`
    package func finish(_ id: Int, words: String? = nil, by who: String, why: String = Tasks.closing) throws -> KeptTasking {
        try close(id, .done, words: words, by: who, why: why)
    }

    /// Says that a tasking will not be done.
    /// - Parameters:
    ///   - words: why not.
    ///   - why: for the log.
    /// - Returns: the tasking as it stands now.
    /// - Throws: `Refusal`, `GovernanceError`, `StoreError`
    package func cancel(_ id: Int, words: String, by who: String, why: String = Tasks.closing) throws -> KeptTasking {
        guard words.contains(where: { !$0.isWhitespace }) else { throw GovernanceError("work that is cancelled needs words: say why it will not be done") }
        return try close(id, .cancelled, words: words, by: who, why: why)
    }

    /// What the log says where nobody says more.
    package static let closing = "a tasking is closed"

    private func close(_ id: Int, _ status: KeptTasking.Status, words: String?, by who: String, why: String) throws -> KeptTasking {
        try act(who, "tasking T\(id)") { writer in
            var tasking = try existing(id, writer)
            guard tasking.status == .open else {
                throw Refusal(.taskingClosed, "T\(id) is \(tasking.status.rawValue) already\(tasking.closed.map { ", since \($0)" } ?? "")")
            }
            tasking.status = status
            tasking.closed = today
            tasking.who = who
            tasking.words = words.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
            try writer.close(tasking, who: who, why: why, what: "tasking T\(id) \(status.rawValue), \(tasking.kind) for \(tasking.owner)")
            return tasking
        }
    }

    /// Today by the store's clock.
    package var today: Day { store.clock.today }

    private func act<T>(_ who: String, _ why: String, _ body: (StoreWriter) throws -> T) throws -> T {
        if let client { return try store.act(client, people, why, body) }
        return try store.act(who, as: nil, people, why, body)
    }
}
