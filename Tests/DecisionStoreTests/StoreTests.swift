import DecisionStore
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("a store")
struct StoreTests {
    @Test("writes ahead, keeps foreign keys and brings every change to the disk")
    func settings() throws {
        let place = try StorePlace()
        try place.fill()
        #expect(try place.value("PRAGMA journal_mode") == "wal")
        #expect(try place.value("SELECT hex(application_id) FROM pragma_application_id") != "0")
        #expect(try place.value("SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'") == "")
        let mode = try FileManager.default.attributesOfItem(atPath: place.file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("undoes work that logs nothing")
    func unlogged() throws {
        let place = try StorePlace()
        try place.fill()
        let before = try place.rows
        #expect(throws: StoreError(.unlogged, "the work was undone, because it wrote nothing into the log")) {
            try place.store.write { try $0.changeWithoutLogging() }
        }
        #expect(try place.rows == before)
    }

    @Test("undoes work that fails, with what it logged")
    func undone() throws {
        struct Failure: Error {}
        let place = try StorePlace()
        #expect(throws: Failure.self) {
            try place.store.write { writer in
                try writer.log(AuditEvent(.alteration, who: "a.khan", nominal: "N-1", why: "a try", what: "changed"))
                throw Failure()
            }
        }
        #expect(try place.rows.isEmpty)
        try place.fill()
        #expect(try place.faults() == [])
    }

    @Test("is made only where that is asked for")
    func missing() throws {
        let place = try TemporaryPlace()
        #expect { try Store(place.path) } throws: { ($0 as? StoreError)?.kind == .missing }
        _ = try Store(place.path, makes: true)
        _ = try Store(place.path)
    }

    @Test("is not taken from a file that is none", arguments: ["not a database, and long enough to be looked at by whoever opens it", "SQLite format 3\0"])
    func otherFile(text: String) throws {
        let place = try TemporaryPlace()
        try place.file(Store.fileName, Data((text + String(repeating: "x", count: 2000)).utf8))
        #expect { try Store(place.path) } throws: { ($0 as? StoreError)?.kind == .damaged }
    }

    @Test("is not taken from another program's database, which stays as it is")
    func otherDatabase() throws {
        let place = try TemporaryPlace()
        let file = place.path + "/" + Store.fileName
        try DatabaseQueue(path: file).inDatabase { try $0.execute(sql: "CREATE TABLE theirs (a)") }
        #expect { try Store(place.path) } throws: { ($0 as? StoreError)?.kind == .damaged }
        #expect(try DatabaseQueue(path: file).inDatabase { try String.fetchOne($0, sql: "SELECT group_concat(name) FROM sqlite_schema") } == "theirs")
    }

    @Test("of a later version is left alone")
    func later() throws {
        let place = try StorePlace()
        try place.slip("INSERT INTO grdb_migrations VALUES ('99 later')")
        #expect { try place.again() } throws: { ($0 as? StoreError)?.kind == .newer }
    }

    @Test("that was cut short is called damaged, and never read as if it were whole", arguments: [0.3, 0.6, 0.9])
    func cut(share: Double) throws {
        let place = try StorePlace()
        for _ in 0..<200 { try place.fill() }
        try place.slip("PRAGMA wal_checkpoint(TRUNCATE)")
        let copy = try TemporaryPlace()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: place.file))
        try copy.file(Store.fileName, bytes.prefix(Int(Double(bytes.count) * share)))
        #expect { try Store(copy.path).read { try $0.verifyAudit() } } throws: { ($0 as? StoreError)?.kind == .damaged }
    }

    @Test("takes what two writers bring at once, one after the other")
    func twoWriters() async throws {
        let place = try StorePlace()
        let stores = [place.store, try place.again()]
        await withThrowingTaskGroup { group in
            for (number, store) in stores.enumerated() {
                group.addTask {
                    for count in 0..<40 {
                        try store.write { _ = try $0.log(AuditEvent(.alteration, who: "writer.\(number)", nominal: "N-\(count)", why: "both", what: "\(count)")) }
                    }
                }
            }
        }
        let rows = try place.rows
        #expect(rows.count == 80)
        #expect(rows.count { $0.who == "writer.0" } == 40)
        #expect(try place.faults() == [])
    }

    @Test("says that it is in use when another program writes for too long")
    func busy() throws {
        let place = try StorePlace()
        let other = try place.again(patience: 0.1)
        try place.store.write { writer in
            try writer.log(AuditEvent(.alteration, who: "a.khan", why: "long", what: "work"))
            #expect { try other.write { _ = try $0.log(AuditEvent(.alteration, who: "j.ofori", why: "short", what: "work")) } } throws: {
                ($0 as? StoreError)?.kind == .busy
            }
        }
        #expect(try place.rows.map(\.who) == ["a.khan"])
    }

    @Test("keeps its log in order when the clock is set back by a little")
    func clockStep() throws {
        let place = try StorePlace()
        try place.fill()
        place.now -= 60_000
        try place.fill()
        #expect(try place.rows.map(\.at) == Array(repeating: "2026-11-21T12:00:00.000Z", count: 20))
        #expect(try place.faults() == [])
    }

    @Test("writes nothing while the clock is far behind the log")
    func clockBehind() throws {
        let place = try StorePlace()
        try place.fill()
        place.now -= 86_400_000
        #expect(throws: StoreError(.clock, "the clock says 2026-11-20T12:00:00.000Z, and the log's last row is of 2026-11-21T12:00:00.000Z: set the clock right")) {
            try place.fill()
        }
        #expect(try place.rows.count == 10)
    }
}
