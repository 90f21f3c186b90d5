import GRDB
import Notation

extension StoreReader {
    private static let taskings = "SELECT tasking.*, nominal.restricted FROM tasking JOIN nominal ON nominal.id = tasking.nominal"

    /// Taskings, open ones first, then by the day on which they are due, those without one last. None about anybody who is restricted.
    /// - Parameter places: which of them, from 0.
    package func taskings(_ filter: TaskingFilter, places: Range<Int> = 0..<Int.max) throws -> [KeptTasking] {
        var conditions = Conditions()
        conditions.add("owner = ?", filter.owner)
        conditions.add("tasking.borough = ?", filter.borough)
        conditions.add("tasking.nominal = ?", filter.nominal)
        conditions.add("due < ?", filter.overdueOn?.description)
        var order = ["due IS NULL", "due", "tasking.id"]
        // In the words of the indexes, but for one nominal's few, which have an index of their own.
        if filter.isOpenOnly { conditions.add(filter.nominal == nil ? "(status <> 'open') = 0" : "+status = 'open'") } else { order.insert("status <> 'open'", at: 0) }
        if filter.overdueOn != nil {
            conditions.add("(due IS NULL) = 0")
            order.removeFirst()
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT tasking.*, nominal.restricted FROM tasking CROSS JOIN nominal ON nominal.id = tasking.nominal
                WHERE \(conditions.sql) AND NOT nominal.restricted
                ORDER BY \(order.joined(separator: ", ")) LIMIT \(places.count) OFFSET \(places.lowerBound)
                """, arguments: conditions.arguments
        ).map(KeptTasking.init)
    }

    /// How many there are of them.
    package func taskingCount(_ filter: TaskingFilter) throws -> Int {
        var conditions = Conditions()
        // The plus keeps SQLite from an index that has not all that is counted.
        conditions.add("+owner = ?", filter.owner)
        conditions.add("borough = ?", filter.borough)
        conditions.add("nominal = ?", filter.nominal)
        conditions.add("due < ?", filter.overdueOn?.description)
        if filter.isOpenOnly { conditions.add("status = 'open'") }
        return try Int.fetchOne(
            db, sql: "SELECT count(*) FROM tasking WHERE \(conditions.sql) AND nominal NOT IN \(StoreReader.restricted)", arguments: conditions.arguments) ?? 0
    }

    /// nil where there is none of that number.
    package func tasking(_ id: Int) throws -> KeptTasking? {
        try Row.fetchOne(db, sql: StoreReader.taskings + " WHERE tasking.id = ?", arguments: [id]).map(KeptTasking.init)
    }

    /// Roles that have been given work, in order.
    package func taskingOwners() throws -> [String] { try different("owner", in: "tasking") }

    /// The different values of a column that is the first of an index, in order: a look-up for each of them, however many rows there are.
    func different(_ column: String, in table: String) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE found(value) AS (
                    SELECT min(\(column)) FROM \(table)
                    UNION ALL SELECT (SELECT min(\(column)) FROM \(table) WHERE \(column) > value) FROM found WHERE value IS NOT NULL
                ) SELECT value FROM found WHERE value IS NOT NULL
                """)
    }
}

extension TaskingFilter {
    fileprivate var isOpenOnly: Bool { !includesClosed || overdueOn != nil }
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
