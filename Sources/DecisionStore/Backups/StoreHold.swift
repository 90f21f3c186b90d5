import GRDB

/// Keeps everybody else out of a store's file for as long as it lives, with all that was written in that one file.
final class StoreHold {
    private let queue: DatabaseQueue?

    /// - Throws: ``StoreError`` where another program has the store open.
    init(_ file: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        do {
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            // Out of write-ahead mode nobody gets in while somebody else is there, not even to read.
            try queue.inDatabase { db in
                try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE; COMMIT") }
            self.queue = queue
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED {
                throw StoreError(.busy, "another program has the store `\(file)` open: stop what uses it, and then try again")
            }
            // What is too broken to be opened, nobody writes to.
            queue = nil
        }
    }

    func close() throws { try queue?.close() }
}
