import GRDB

extension Store {
    /// Hands out the lines of the nominals in the order of their ids, and logs each as disclosed before any is handed out.
    /// - Parameter borough: only its nominals; nil for all.
    /// - Returns: how many there were, and how many were left out because they are restricted.
    package func disclose(
        borough: String?, who: String, why: String, _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws -> (count: Int, restricted: Int) {
        let (ids, restricted) = try write { writer in
            func nominals(restricted: Bool) throws -> [String] {
                try String.fetchAll(
                    writer.db, sql: "SELECT id FROM nominal WHERE (?1 IS NULL OR borough = ?1) AND restricted = ?2 ORDER BY id", arguments: [borough, restricted])
            }
            let (ids, restricted) = (try nominals(restricted: false), try nominals(restricted: true).count)
            for id in ids { try writer.log(AuditEvent(.disclosure, who: who, nominal: id, why: why, what: "exported")) }
            var what = "exported \(ids.count) nominals\(borough.map { " of \($0)" } ?? "")"
            if restricted > 0 { what += ", and left out \(restricted) who are restricted" }
            try writer.log(AuditEvent(.disclosure, who: who, why: why, what: what))
            return (ids, restricted)
        }
        return try read { reader in
            var count = 0
            for id in ids {
                // Erased or restricted since: then there is nothing to disclose.
                guard let line = try reader.db.bytes("SELECT line FROM nominal WHERE id = ? AND restricted = 0", [id]) else { continue }
                try body(line[...] + [0x0A])
                count += 1
            }
            return (count, restricted)
        }
    }

    /// Erases a nominal: their record, and what links the log to them. A tombstone says that somebody was erased, and not who.
    /// - Throws: ``StoreError`` where the store does not have them, and where another program keeps old pages from being wiped.
    package func forget(_ nominal: String, who: String, why: String) throws {
        let isThere = try write { writer in
            guard try Bool.fetchOne(writer.db, sql: "SELECT 1 FROM nominal WHERE id = ?", arguments: [nominal]) == true else { return false }
            let seq = try writer.log(AuditEvent(.erasure, who: who, nominal: nominal, why: why, what: "erased"))
            // What a run decided stays as a leaf, which nothing leads to any more.
            try writer.db.execute(sql: "UPDATE decision SET digest = NULL WHERE nominal = ?", arguments: [nominal])
            try writer.db.execute(sql: "DELETE FROM nominal WHERE id = ?", arguments: [nominal])
            try writer.db.execute(sql: "DELETE FROM subject WHERE nominal = ?", arguments: [nominal])
            try writer.db.execute(sql: "INSERT INTO tombstone (audit) VALUES (?)", arguments: [seq])
            return true
        }
        // Also where they are gone already: another program may have kept their pages from being wiped then.
        try wipe()
        if !isThere { throw StoreError.noNominal(nominal) }
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
