import GRDB
import Notation

extension Store {
    /// Makes a nominal inert: no run evaluates them, and what waited for people waits no longer.
    /// - Returns: false where they are restricted already, and nothing was done.
    /// - Throws: ``StoreError`` where the store does not have them.
    package func restrict(_ nominal: String, who: String, why: String) throws -> Bool {
        try restrict(nominal, true, who, why) { writer in
            let day = writer.day.description
            try writer.db.execute(
                sql: "UPDATE recommendation SET state = 'restricted', closed = ? WHERE nominal = ? AND state = 'open'", arguments: [day, nominal])
            let recommendations = writer.db.changesCount
            try writer.db.execute(
                sql: "UPDATE tasking SET status = 'cancelled', closed = ?, who = ?, words = 'the nominal was restricted' WHERE nominal = ? AND status = 'open'",
                arguments: [day, who, nominal])
            let taskings = writer.db.changesCount
            return "restricted; \(recommendations) open recommendations and \(taskings) open taskings were closed"
        }
    }

    /// Has the next run evaluate a nominal again.
    /// - Returns: false where they are not restricted, and nothing was done.
    /// - Throws: ``StoreError`` where the store does not have them.
    package func unrestrict(_ nominal: String, who: String, why: String) throws -> Bool {
        try restrict(nominal, false, who, why) { _ in "no longer restricted" }
    }

    private func restrict(_ nominal: String, _ restricts: Bool, _ who: String, _ why: String, _ body: (StoreWriter) throws -> String) throws -> Bool {
        try write { writer in
            guard let isRestricted = try Bool.fetchOne(writer.db, sql: "SELECT restricted FROM nominal WHERE id = ?", arguments: [nominal]) else {
                throw StoreError.noNominal(nominal)
            }
            guard isRestricted != restricts else { return false }
            try writer.db.execute(sql: "UPDATE nominal SET restricted = ? WHERE id = ?", arguments: [restricts, nominal])
            try writer.log(AuditEvent(.alteration, who: who, nominal: nominal, why: why, what: try body(writer)))
            return true
        }
    }
}

extension StoreError {
    static func noNominal(_ id: String) -> StoreError { StoreError(.unknown, "the store has no nominal `\(id)`") }
}
