@testable import DecisionStore
import Foundation
import GRDB
import Notation
import TestSupport
import Testing

@Suite("a backup of a store")
struct BackupTests {
    private func backUp(_ place: StorePlace, to name: String = "backup.db") throws -> VerifiedCopy {
        try place.place.file(name, Data())
        return try place.store.backUp(into: place.place.path + "/" + name, name: name, who: "d.stone", why: "each night")
    }

    @Test("ends with the row that tells of it, as the store does")
    func sameHead() throws {
        let place = try StorePlace()
        try place.take([Lines.nominal("N-1"), Lines.nominal("N-2")])
        let copy = try backUp(place)
        #expect(try copy.head == place.store.read { try $0.auditHead() })
        #expect(copy.nominals == 2)
        let last = try #require(try place.rows.last)
        #expect(last.kind == "disclosure")
        #expect(last.what == "backed up into `backup.db`: the whole store, with everybody in it, 2 nominals")
        #expect(try place.faults() == [])
    }

    @Test("is whole while others write")
    func besideWriters() async throws {
        let place = try StorePlace()
        try place.fill()
        let other = try place.again()
        let writing = Task.detached {
            var count = 0
            while !Task.isCancelled, count < 5_000 {
                try other.write { _ = try $0.log(AuditEvent(.alteration, who: "a.khan", nominal: "N-\(count % 7)", why: "beside", what: "\(count)")) }
                count += 1
            }
        }
        for number in 0..<5 {
            let copy = try backUp(place, to: "backup.\(number)")
            #expect(try place.store.read { try $0.hasRow(copy.head) })
        }
        writing.cancel()
        try await writing.value
        #expect(try place.faults() == [])
    }

    @Test("that cannot be written is a failure in the log")
    func failure() throws {
        let place = try StorePlace()
        try place.fill()
        #expect(throws: StoreError.self) { try place.store.backUp(into: place.place.path + "/none/backup.db", name: "none/backup.db", who: "d.stone", why: "x") }
        #expect(try place.rows.map(\.kind).suffix(2) == ["disclosure", "failure"])
    }

    static let unsound: [(change: String, kind: StoreError.Kind, says: String)] = [
        ("UPDATE audit SET who = 'x' WHERE seq = 2", .tampered, "row 2 was changed"),
        ("DELETE FROM audit WHERE seq = 11", .tampered, "rows were removed from its end"),
        ("DROP INDEX audit_subject", .damaged, "`audit_subject` was taken out"),
        ("CREATE TRIGGER theirs AFTER INSERT ON audit BEGIN DELETE FROM nominal; END", .damaged, "`theirs` was put in"),
        ("INSERT INTO tombstone VALUES (99)", .damaged, "a row of `tombstone` that belong"),
        ("INSERT INTO grdb_migrations VALUES ('99 later')", .newer, "a later version"),
        ("PRAGMA application_id = 0", .damaged, "is not a store of Waymark"),
    ]

    @Test("that was changed is refused, and the store stays as it is", arguments: unsound)
    func changed(change: String, kind: StoreError.Kind, says: String) throws {
        let place = try StorePlace()
        try place.fill()
        _ = try backUp(place)
        let rows = try place.rows
        let backup = place.place.path + "/backup.db"
        let queue = try DatabaseQueue(path: backup)
        try queue.inDatabase { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").map { ($0["name"] as String, $0["sql"] as String) }
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for (name, _) in triggers { try db.execute(sql: "DROP TRIGGER \(name)") }
            try db.execute(sql: change)
            for (_, sql) in triggers { try db.execute(sql: sql) }
        }
        try queue.close()
        #expect { try Restoration(of: backup, into: place.place.path) } throws: { error in
            guard let error = error as? StoreError else { return false }
            return error.kind == kind && error.message.contains(says)
        }
        #expect(try place.rows == rows)
    }

    @Test("that was cut short is refused", arguments: [0.0, 0.2, 0.5, 0.9])
    func cut(share: Double) throws {
        let place = try StorePlace()
        for _ in 0..<100 { try place.fill() }
        _ = try backUp(place)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: place.place.path + "/backup.db"))
        let cut = try place.place.file("cut.db", bytes.prefix(Int(Double(bytes.count) * share)))
        #expect { try Restoration(of: cut.path, into: place.place.path) } throws: { ($0 as? StoreError)?.kind == .damaged }
    }
}
