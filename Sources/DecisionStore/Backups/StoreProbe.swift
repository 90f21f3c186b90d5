import GRDB

/// A store's file as it lies there: read and never changed, whatever is wrong with it.
package final class StoreProbe {
    package let file: String
    private let queue: DatabaseQueue

    /// - Throws: ``StoreError`` where the file cannot be opened, or is not a store of Waymark.
    package init(_ file: String) throws {
        self.file = file
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        do {
            queue = try DatabaseQueue(path: file, configuration: configuration)
            guard try queue.read({ try Int.fetchOne($0, sql: "PRAGMA application_id") }) == Store.applicationID else {
                throw StoreError(.damaged, "`\(file)` is not a store of Waymark")
            }
        } catch let error as DatabaseError {
            throw StoreError(error, file)
        }
    }

    private func look<T>(_ body: (Database) throws -> T) throws -> T {
        do { return try queue.read(body) } catch let error as DatabaseError { throw StoreError(error, file) }
    }

    /// Reads one state of the store.
    /// - Throws: ``StoreError``, and what `body` throws.
    package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
        try look { try body(StoreReader(db: $0, facts: try StoreFacts.read($0))) }
    }

    /// Whether a later version of this program made its tables.
    package func isLater() throws -> Bool { try look(Store.migrator.hasBeenSuperseded) }

    /// Whether an earlier version made its tables, and nothing has brought them up to date yet.
    package func isEarlier() throws -> Bool { try look { try !Store.migrator.hasCompletedMigrations($0) } }

    /// What SQLite finds wrong with the file, in its own words.
    package func damage() throws -> [String] {
        try look { try String.fetchAll($0, sql: "PRAGMA integrity_check(5)").filter { $0 != "ok" } }
    }

    /// Rows that belong to others which are not there.
    package func lostReferences() throws -> [String] {
        try look { db in
            var counts: [String: Int] = [:]
            for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") { counts["`\(row.text("table"))` that belong to rows of `\(row.text("parent"))`", default: 0] += 1 }
            return counts.sorted { $0.key < $1.key }.map { "\($0.value == 1 ? "a row" : "\($0.value) rows") of \($0.key) which are not there" }
        }
    }

    /// Tables, indexes and triggers that are missing, changed or not this program's.
    package func changedTables() throws -> [String] {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        func schema(_ db: Database) throws -> [String: String] {
            Dictionary(try Row.fetchAll(db, sql: sql).map { ($0.text("name"), $0.text("sql")) }) { $1 }
        }
        let (found, last) = try look { db in (try schema(db), try Store.migrator.completedMigrations(db).last) }
        guard let last else { return ["it has none of the tables of a store"] }
        let fresh = try DatabaseQueue()
        try Store.migrator.migrate(fresh, upTo: last)
        let wanted = try fresh.read(schema)
        return Set(found.keys).union(wanted.keys).sorted().compactMap { name in
            if found[name] == wanted[name] { return nil }
            if found[name] == nil { return "`\(name)` was taken out" }
            return wanted[name] == nil ? "`\(name)` was put in" : "`\(name)` was changed"
        }
    }

    /// Writes a copy of the store, without the pages that it no longer uses, into an empty file.
    func copy(to file: String) throws {
        do { try queue.vacuum(into: file) } catch let error as DatabaseError { throw StoreError(error, file) }
    }
}
