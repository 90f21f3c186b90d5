import GRDB

/// One state of a store. It is valid only inside the call that it was given to.
package class StoreReader {
    let db: Database
    let facts: StoreFacts

    init(db: Database, facts: StoreFacts) {
        self.db = db
        self.facts = facts
    }

    /// 32 hexadecimal digits, chosen when the store was made.
    package var storeID: String { facts.name }

    /// The last row of the log, as the store has written it down.
    package func auditHead() throws -> AuditHead { try AuditHead.read(db, store: facts.name) }
}
