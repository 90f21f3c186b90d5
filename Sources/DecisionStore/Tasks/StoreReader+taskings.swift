import GRDB
import Notation

extension StoreReader {
    static let taskings = "SELECT tasking.*, nominal.restricted FROM tasking JOIN nominal ON nominal.id = tasking.nominal"

    /// Taskings, open ones first, then by the day on which they are due, those without one last. None about anybody who is restricted.
    package func taskings(_ filter: TaskingFilter) throws -> [KeptTasking] {
        try Row.fetchAll(
            db,
            sql: """
                \(StoreReader.taskings) WHERE NOT nominal.restricted AND (?1 IS NULL OR owner = ?1) AND (?2 IS NULL OR tasking.borough = ?2) AND (?3 IS NULL OR tasking.nominal = ?3)
                AND (?4 IS NULL OR (status = 'open' AND due < ?4)) AND (?5 OR status = 'open')
                ORDER BY status <> 'open', due IS NULL, due, tasking.id
                """, arguments: [filter.owner, filter.borough, filter.nominal, filter.overdueOn?.description, filter.includesClosed]
        ).map(KeptTasking.init)
    }

    /// nil where there is none of that number.
    package func tasking(_ id: Int) throws -> KeptTasking? {
        try Row.fetchOne(db, sql: StoreReader.taskings + " WHERE tasking.id = ?", arguments: [id]).map(KeptTasking.init)
    }

    /// Roles that have been given work, in order.
    package func taskingOwners() throws -> [String] { try String.fetchAll(db, sql: "SELECT DISTINCT owner FROM tasking ORDER BY owner") }
}

extension StoreWriter {
    /// Closes a tasking: one row of the log.
    /// - Parameter tasking: as it stands from now on.
    package func close(_ tasking: KeptTasking, who: String, why: String, what: String) throws {
        _ = try subject(tasking.nominal)
        let words = try tasking.words.flatMap { try bond([$0], of: tasking.nominal) }.map { "; words \($0)" } ?? ""
        try log(AuditEvent(.alteration, who: who, nominal: tasking.nominal, why: why, what: what + words))
        try db.execute(
            sql: "UPDATE tasking SET status = ?, closed = ?, who = ?, words = ? WHERE id = ?",
            arguments: [tasking.status.rawValue, tasking.closed?.description, who, tasking.words, tasking.id])
    }
}
