@testable import DecisionStore
import Foundation
import GRDB
import Notation
import TestSupport
import Testing

@Suite("restoring a backup")
struct RestorationTests {
    /// A store with a backup, and what came after it: one nominal changed, one forgotten, one new.
    private struct Aged {
        let place: StorePlace
        var folder: String { place.place.path }
        var backup: String { folder + "/backup.db" }

        init(forgetting: [String] = ["N-1"]) throws {
            place = try StorePlace()
            try place.take([Lines.nominal("N-1"), Lines.nominal("N-2"), Lines.nominal("N-3")])
            try place.place.file("backup.db", Data())
            _ = try place.store.backUp(into: place.place.path + "/backup.db", name: "backup.db", who: "d.stone", why: "each night")
            try place.take([Lines.nominal("N-2", arrests: 9), Lines.nominal("N-4")])
            for nominal in forgetting { try place.store.forget(nominal, who: "a.khan", why: "their request") }
        }

        func restore(into other: String? = nil, with rows: [AuditRow] = []) throws -> (restoration: Restoration, again: Int, aside: String?) {
            let folder = other ?? folder
            if other == nil { try place.store.end() }
            var restoration = try Restoration(of: backup, into: folder)
            if !rows.isEmpty { try restoration.add(rows) }
            _ = FileManager.default.createFile(atPath: folder + "/waymark.db.new", contents: nil, attributes: [.posixPermissions: 0o600])
            let hands = place.now
            let again = try restoration.make("waymark.db.new", clock: StoreClock { hands }, who: "d.stone", why: "the disk failed")
            return (restoration, again, try restoration.put("waymark.db.new", day: Day(number: hands / 86_400_000)))
        }

        func nominals(_ folder: String) throws -> [String] {
            let hands = place.now
            var ids: [String] = []
            _ = try Store(folder, clock: StoreClock { hands }).disclose(borough: nil, who: "d.stone", why: "test") { line in
                ids.append(String(decoding: line, as: UTF8.self).split(separator: "\"")[3].description)
            }
            return ids
        }
    }

    @Test("forgets whoever was forgotten since the backup once more, and says how far the backup is behind")
    func forgetting() throws {
        let aged = try Aged()
        let (restoration, again, aside) = try aged.restore()
        #expect(again == 1)
        #expect(try aged.nominals(aged.folder) == ["N-2", "N-3"])
        #expect(restoration.later.kinds == ["alteration": 1, "collection": 2, "erasure": 1])
        #expect(restoration.later.last?.seq == 9)
        #expect(aside == aged.folder + "/waymark.db.before-restore-2026-11-21")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: aged.place.file))
        #expect(bytes.range(of: Data("N-1".utf8)) == nil)
    }

    @Test("leaves two rows in the log: what was restored, and each who was forgotten")
    func rows() throws {
        let aged = try Aged()
        _ = try aged.restore()
        var rows: [AuditRow] = []
        try Store(aged.folder).read { reader in
            try reader.auditRows { rows.append($0) }
            #expect(try reader.verifyAudit().faults == [])
        }
        #expect(rows.suffix(2).map(\.kind) == ["restoration", "erasure"])
        let what = try #require(rows.dropLast().last?.what)
        #expect(what.hasPrefix("restored from `"))
        #expect(what.contains("a backup that ends with row 5 of 2026-11-21T12:00:00.000Z; the log went on to row 9 of 2026-11-21T12:00:00.000Z, "))
        #expect(what.hasSuffix(", and 4 rows of it are not here"))
    }

    @Test("keeps what was there whole, with what was only in its write-ahead log")
    func aside() throws {
        let aged = try Aged()
        let rows = try aged.place.rows
        let aside = try #require(try aged.restore().aside)
        let kept = try TemporaryPlace()
        try FileManager.default.copyItem(atPath: aside, toPath: kept.path + "/waymark.db")
        var found: [AuditRow] = []
        try Store(kept.path).read { try $0.auditRows { found.append($0) } }
        #expect(found == rows)
        #expect(!FileManager.default.fileExists(atPath: aged.place.file + "-wal"))
    }

    @Test("twice on one day keeps both")
    func twice() throws {
        let aged = try Aged()
        _ = try aged.restore()
        let restoration = try Restoration(of: aged.backup, into: aged.folder)
        #expect(restoration.later.kinds == ["restoration": 1, "erasure": 1])
        _ = FileManager.default.createFile(atPath: aged.folder + "/waymark.db.new", contents: nil)
        let hands = aged.place.now
        #expect(try restoration.make("waymark.db.new", clock: StoreClock { hands }, who: "d.stone", why: "once more") == 1)
        #expect(try restoration.put("waymark.db.new", day: Day(number: aged.place.now / 86_400_000)) == aged.place.file + ".before-restore-2026-11-21-2")
        #expect(try aged.nominals(aged.folder) == ["N-2", "N-3"])
    }

    @Test("learns who was forgotten from an exported log where the store is gone")
    func exportedLog() throws {
        let aged = try Aged(forgetting: ["N-3", "N-1"])
        let rows = try aged.place.rows
        let empty = try TemporaryPlace()
        let (restoration, again, aside) = try aged.restore(into: empty.path, with: rows)
        #expect(again == 2 && aside == nil)
        #expect(restoration.knowsLater)
        #expect(try aged.nominals(empty.path) == ["N-2"])
    }

    @Test("says that it knows nothing of the time since where there is no log of it")
    func unknown() throws {
        let aged = try Aged()
        let empty = try TemporaryPlace()
        let (restoration, again, _) = try aged.restore(into: empty.path)
        #expect(again == 0)
        #expect(!restoration.knowsLater)
        #expect(try aged.nominals(empty.path) == ["N-1", "N-2", "N-3"])
    }

    @Test("goes over a store that is too broken to be read, and keeps it")
    func overBroken() throws {
        let aged = try Aged()
        try aged.place.store.end()
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: aged.place.file))
        try handle.truncate(atOffset: 5_000)
        try handle.close()
        let (restoration, again, aside) = try aged.restore()
        #expect(again == 0)
        #expect(!restoration.knowsLater && restoration.unreadable?.contains("is damaged") == true)
        #expect(try FileManager.default.attributesOfItem(atPath: try #require(aside))[.size] as? Int == 5_000)
        #expect(try aged.nominals(aged.folder) == ["N-1", "N-2", "N-3"])
    }

    @Test("is refused while another program has the store open, which stays")
    func busy() throws {
        let aged = try Aged()
        let other = try aged.place.again()
        let rows = try aged.place.rows
        #expect { try aged.restore() } throws: { ($0 as? StoreError)?.kind == .busy }
        var found: [AuditRow] = []
        try other.read { try $0.auditRows { found.append($0) } }
        #expect(found == rows)
        #expect(!FileManager.default.fileExists(atPath: aged.place.file + ".before-restore-2026-11-21"))
    }

    @Test("of another store is refused")
    func otherStore() throws {
        let aged = try Aged(), other = try StorePlace()
        try other.fill()
        #expect { try Restoration(of: aged.backup, into: other.place.path) } throws: { ($0 as? StoreError)?.message.contains("of another store") == true }
    }

    @Test("compares with a lodged row: one that differs is refused, one that is further on is not")
    func lodged() throws {
        let aged = try Aged()
        let head = try aged.place.store.read { try $0.auditHead() }
        _ = try Restoration(of: aged.backup, into: aged.folder, lodged: [(head, "`head.json`")])
        let other = AuditHead(store: head.store, seq: 3, hash: head.hash)
        #expect { try Restoration(of: aged.backup, into: aged.folder, lodged: [(other, "`head.json`")]) } throws: {
            ($0 as? StoreError)?.message.contains("row 3 is not the one in `head.json`: the log was written anew") == true
        }
    }
}
