import GRDB

extension Store {
    /// Hands out the lines of the nominals in the order of their ids, and logs each as disclosed before any is handed out.
    /// - Parameter borough: only its nominals; nil for all.
    /// - Returns: how many there were.
    package func disclose(borough: String?, who: String, why: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws -> Int {
        let ids = try write { writer in
            let ids = try String.fetchAll(writer.db, sql: "SELECT id FROM nominal WHERE ?1 IS NULL OR borough = ?1 ORDER BY id", arguments: [borough])
            for id in ids { try writer.log(AuditEvent(.disclosure, who: who, nominal: id, why: why, what: "exported")) }
            try writer.log(AuditEvent(.disclosure, who: who, why: why, what: "exported \(ids.count) nominals\(borough.map { " of \($0)" } ?? "")"))
            return ids
        }
        return try read { reader in
            var count = 0
            for id in ids {
                // Erased since: then there is nothing to disclose.
                guard let line = try reader.db.bytes("SELECT line FROM nominal WHERE id = ?", [id]) else { continue }
                try body(line[...] + [0x0A])
                count += 1
            }
            return count
        }
    }

    /// Erases a nominal: their record, and what links the log to them. A tombstone says that somebody was erased, and not who.
    /// - Throws: ``StoreError`` where the store does not have them, and where another program keeps old pages from being wiped.
    package func forget(_ nominal: String, who: String, why: String) throws {
        let isThere = try write { writer in
            guard try Bool.fetchOne(writer.db, sql: "SELECT 1 FROM nominal WHERE id = ?", arguments: [nominal]) == true else { return false }
            let seq = try writer.log(AuditEvent(.erasure, who: who, nominal: nominal, why: why, what: "erased"))
            try writer.db.execute(sql: "DELETE FROM nominal WHERE id = ?", arguments: [nominal])
            try writer.db.execute(sql: "DELETE FROM subject WHERE nominal = ?", arguments: [nominal])
            try writer.db.execute(sql: "INSERT INTO tombstone (audit) VALUES (?)", arguments: [seq])
            return true
        }
        // Also where they are gone already: another program may have kept their pages from being wiped then.
        try wipe()
        if !isThere { throw StoreError(.unknown, "the store has no nominal `\(nominal)`") }
    }

    /// Leaves nothing of what was deleted in the files of the store.
    private func wipe() throws {
        do {
            try pool.vacuum()
            let isBusy = try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") } != 0
            guard !isBusy else {
                throw StoreError(.busy, "they are erased, but another program is reading the store, and their old pages stay until it ends: forget them once more then")
            }
        } catch let error as DatabaseError {
            throw StoreError(error, folder + "/" + Store.fileName)
        }
    }
}
