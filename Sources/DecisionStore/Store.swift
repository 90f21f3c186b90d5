import GRDB
import Glibc

/// The database of one store: packs and their approvals, the cohort, and the log of all that was done.
///
/// It is the file `waymark.db` in the store's folder. One transaction writes at a time, in this or any other process;
/// reading goes on beside it and sees the state before.
package final class Store: Sendable {
    /// As the user gave it.
    package let folder: String
    package let clock: StoreClock
    let pool: DatabasePool
    let facts: StoreFacts

    /// The file in a store's folder.
    package static let fileName = "waymark.db"
    /// The mark of a store in the header of its file: `WMRK`.
    static let applicationID = 0x574D_524B

    /// 32 hexadecimal digits, chosen when the store was made.
    package var id: String { facts.name }

    /// - Parameters:
    ///   - makes: make the store in the folder where there is none yet.
    ///   - patience: seconds to wait for another writer.
    /// - Throws: ``StoreError``
    package convenience init(_ folder: String, clock: StoreClock = .system, makes: Bool = false, patience: Double = 10) throws {
        try self.init(folder, clock: clock, makes: makes, patience: patience, file: Store.fileName)
    }

    /// - Parameter name: the database in the folder, under another name than a store's own until it is whole.
    init(_ folder: String, clock: StoreClock, makes: Bool = false, patience: Double = 10, file name: String) throws {
        let file = folder + "/" + name
        var status = stat()
        let isNew = stat(file, &status) != 0
        if isNew {
            guard makes else {
                throw StoreError(.missing, "there is no store in `\(folder)`: it has no `\(Store.fileName)`, which the first `waymark board submit` or `waymark cohort import` makes")
            }
            // What SQLite puts beside it gets the same permissions.
            let made = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
            guard made >= 0 else { throw StoreError(.unusable, "cannot make `\(file)`: \(String(cString: strerror(errno)).lowercased())") }
            close(made)
        }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        do {
            let pool = try DatabasePool(path: file, configuration: configuration)
            try Store.check(pool, file, isNew: isNew || status.st_size == 0)
            try Store.migrator.migrate(pool)
            facts = try pool.read(StoreFacts.read)
            self.pool = pool
        } catch let error as DatabaseError {
            throw StoreError(error, file)
        }
        self.folder = folder
        self.clock = clock
    }

    /// Another program's file must not get our tables, nor a later version's be read as if it were ours.
    private static func check(_ pool: DatabasePool, _ file: String, isNew: Bool) throws {
        try pool.writeWithoutTransaction { db in
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            if id == 0, tables == 0 {
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            } else if id != applicationID {
                throw StoreError(.damaged, "`\(file)` is not a store of Waymark: name the folder that holds `\(fileName)`")
            }
            if try migrator.hasBeenSuperseded(db) {
                throw StoreError(.newer, "`\(file)` was made by a later version of Waymark: use that version")
            }
        }
    }

    /// Reads one state of the store, whatever is written meanwhile.
    /// - Throws: ``StoreError``, and what `body` throws.
    package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
        do {
            return try pool.read { try body(StoreReader(db: $0, facts: facts)) }
        } catch let error as DatabaseError {
            throw StoreError(error, folder + "/" + Store.fileName)
        }
    }

    /// Changes the store: all that `body` does, with its lines in the log, or nothing.
    /// - Throws: ``StoreError`` — also where something was changed and nothing logged — and what `body` throws.
    package func write<T>(_ body: (StoreWriter) throws -> T) throws -> T {
        do {
            return try pool.write { db in
                let before = db.totalChangesCount
                let writer = StoreWriter(db: db, facts: facts, clock: clock)
                let result = try body(writer)
                guard writer.logged > 0 || db.totalChangesCount == before else {
                    throw StoreError(.unlogged, "the work was undone, because it wrote nothing into the log")
                }
                try writer.putHead()
                return result
            }
        } catch let error as DatabaseError {
            throw StoreError(error, folder + "/" + Store.fileName)
        }
    }

    /// Ends all use of it, with everything in the one file.
    /// - Throws: ``StoreError`` where somebody else has it open.
    func end() throws {
        do { try pool.close() } catch let error as DatabaseError { throw StoreError(error, folder) }
    }

    /// Of the SQLite that this program runs with: `3.40.1`
    package static func sqliteVersion() throws -> String {
        try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? ""
    }
}
