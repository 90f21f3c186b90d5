@testable import DecisionStore
import Foundation
import GRDB
import Notation
import TestSupport

extension DoctorFault {
    private static func truncate(_ file: String, _ size: UInt64) -> @Sendable (DoctorPlace) throws -> Void {
        { place in
            let path = "\(place.folder)/\(file)"
            if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.truncate(atOffset: size)
            try handle.close()
            try place.mode(0o600, file)
        }
    }

    private static func person(_ id: String, until days: Int) -> @Sendable (DoctorPlace) throws -> Void {
        { place in
            let day = StoreClock.system.today.adding(days: days)
            let text = try place.board.work.read("store/waymark.lua")
            try place.board.work.write("store/waymark.lua", text.replacing("id = \"\(id)\",", with: "id = \"\(id)\", until_ = \"\(day)\","))
            try place.mode(0o600, "waymark.lua")
        }
    }

    static let files: [DoctorFault] = [
        DoctorFault(name: "nothing", wrong: false, says: ["all is well\n"]) { _ in },
        DoctorFault(name: "no folder", says: ["there is no folder `store`", "give `--store` the folder"]) { try FileManager.default.removeItem(atPath: $0.folder) },
        DoctorFault(name: "a folder that others can write", says: ["others can write in `store`, and so replace whatever is in it", "`chmod 700 store`"]) { try $0.mode(0o777, "") },
        DoctorFault(name: "a folder that others can read", wrong: false, says: ["note: others can see what files are in `store`", "all is well; 1 note"]) { try $0.mode(0o755, "") },
        DoctorFault(name: "a database that others can read", says: ["others can read or write `store/waymark.db`", "`chmod 600 store/waymark.db`"]) { try $0.mode(0o640, "waymark.db") },
        DoctorFault(name: "people that others can change", says: ["others can change `store/waymark.lua`, and so decide who decides", "`chmod go-w store/waymark.lua`"]) { try $0.mode(0o666, "waymark.lua") },
        DoctorFault(name: "a store that was kept aside", wrong: false, says: ["`store/waymark.db.before-restore-2026-11-01` is a copy of the store that was left there"]) {
            try $0.board.work.write("store/waymark.db.before-restore-2026-11-01", "")
            try $0.mode(0o600, "waymark.db.before-restore-2026-11-01")
        },
        DoctorFault(name: "a copy that others can read", says: ["others can read or write `store/waymark.db.Ab3xYz`"]) {
            try $0.board.work.write("store/waymark.db.Ab3xYz", "")
            try $0.mode(0o644, "waymark.db.Ab3xYz")
        },
        DoctorFault(name: "a large write-ahead log", wrong: false, says: ["the write-ahead log has 100 MiB: something has been reading the store for long"], make: truncate("waymark.db-wal", 100 << 20)),
        DoctorFault(name: "a full disk", says: ["and the store 8,388,608 MiB: forgetting somebody needs twice as much", "make room, or move the store"], make: truncate("waymark.db", 8 << 40)),
    ]

    static let people: [DoctorFault] = [
        DoctorFault(name: "no waymark.lua", says: ["there is no `store/waymark.lua`", "unmade: quorum, keys"]) { try FileManager.default.removeItem(atPath: $0.folder + "/waymark.lua") },
        DoctorFault(name: "a waymark.lua with a slip", says: ["`store/waymark.lua` does not load: waymark.lua:6:42:", "`agancy`", "quorum, keys"]) {
            try $0.edit("store/waymark.lua", /name = "Jo Ofori", agency/, "name = \"Jo Ofori\", agancy")
        },
        DoctorFault(
            name: "a key that has ended",
            says: ["no pack can be approved today: 2 members of the board with a key that counts could sign, and 3 must; nobody of the agency `police` could sign, and one must", "a later `until_`"],
            make: person("a.khan", until: -1)),
        DoctorFault(name: "a key that ends soon", wrong: false, says: ["the key of `b.ash` counts until ", "no pack could be approved: 2 members", "all is well; 2 notes"], make: person("b.ash", until: 12)),
        DoctorFault(name: "an analyst whose key has ended", wrong: false, says: ["nobody can submit a pack: no `analyst` has a key that counts today"], make: person("j.ofori", until: -1)),
    ]

    static let database: [DoctorFault] = [
        DoctorFault(name: "no database", wrong: false, says: ["nothing has been kept in the store yet"]) { try FileManager.default.removeItem(atPath: $0.folder + "/waymark.db") },
        DoctorFault(name: "a database cut short", says: ["the store `store/waymark.db` is damaged", "`waymark store restore`", "unmade: version, tables, integrity"]) { place in
            try place.tamper("PRAGMA journal_mode = DELETE")
            try truncate("waymark.db", 40_960)(place)
        },
        DoctorFault(name: "a file that is no database", says: ["`store/waymark.db` is not a store of Waymark", "unmade: version, tables, integrity"]) {
            try $0.board.work.write("store/waymark.db", String(repeating: "not a database ", count: 500))
            try $0.mode(0o600, "waymark.db")
        },
        DoctorFault(name: "another program's database", says: ["`store/waymark.db` is not a store of Waymark"]) { try $0.tamper("PRAGMA application_id = 0") },
        DoctorFault(name: "a later version's store", says: ["a later version of Waymark made the tables", "install that version"]) { try $0.tamper("INSERT INTO grdb_migrations VALUES ('99 later')") },
        DoctorFault(name: "an earlier version's store", wrong: false, says: ["an earlier version of Waymark made the tables of the store", "back it up"]) { place in
            try FileManager.default.removeItem(atPath: place.folder + "/waymark.db")
            let queue = try DatabaseQueue(path: place.folder + "/waymark.db")
            try Store.migrator.migrate(queue, upTo: "3 cohort")
            try queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(Store.applicationID)") }
            try queue.close()
            try place.mode(0o600, "waymark.db")
        },
        DoctorFault(name: "a trigger taken out", says: ["the tables are not those that Waymark made: `audit_kept` was taken out"]) { try $0.tamper("DROP TRIGGER audit_kept") },
        DoctorFault(name: "a table put in", says: ["the tables are not those that Waymark made: `theirs` was put in"]) { try $0.tamper("CREATE TABLE theirs (a)") },
        DoctorFault(name: "a page torn out of an index", says: ["the database is damaged: "]) { try $0.tamper("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'audit_subject'") },
        DoctorFault(name: "a row that others belong to taken out", says: ["something was taken out: there are 2 rows of `nominal` that belong to rows of `audit` which are not there"]) {
            try $0.slip("UPDATE nominal SET audit = 999")
        },
        DoctorFault(name: "a log row edited", says: ["the log was tampered with, and nothing is in force: row 2 was changed", "unmade: packs, boroughs, runs"]) { try $0.slip("UPDATE audit SET who = 'x' WHERE seq = 2") },
        DoctorFault(name: "a clock behind the log", says: ["the clock says ", "nothing is written until the clock is right", "`timedatectl`"]) { place in
            let store = try Store(place.folder, clock: StoreClock { StoreClock.system.now() + 86_400_000 })
            try store.write { _ = try $0.log(AuditEvent(.alteration, who: "j.ofori", why: "a test", what: "tomorrow")) }
        },
    ]

    static let packs: [DoctorFault] = [
        DoctorFault(name: "a pack altered", says: ["`camford` 0.1.0 is not as it was signed", "no pack is in force for `Camford`, of which the store has 2 nominals"]) {
            try $0.tamper("UPDATE blob SET bytes = CAST(bytes || ' ' AS BLOB) WHERE digest = (SELECT blob FROM pack_file WHERE path LIKE '%rules.lua' OR path LIKE '%pack.lua' LIMIT 1)")
        },
        DoctorFault(name: "a borough without a pack", says: ["no pack is in force for `Tamworth`, of which the store has 2 nominals", "have one approved"]) { try $0.take("Tamworth") },
        DoctorFault(name: "a pack withdrawn", says: ["no pack is in force for `Camford`, of which the store has 2 nominals: `camford` 0.1.0 was withdrawn by `b.ash`"]) { place in
            _ = try place.board.work.run(
                "board", "withdraw", "camford", "--reason", "slip", "--store", "store", "--by", "b.ash", "--key", "b.ash.key", "--passphrase-file", "passphrase.txt")
        },
        DoctorFault(
            name: "a pack past its review, near its end and never run", dates: (-100, -1, 10),
            says: ["`camford` 0.1.0 was to be reviewed by ", "and no pack for `Camford` is approved to follow it", "`Camford` has never been run, and has had a pack since "]) { _ in },
        DoctorFault(name: "a run three days ago", dates: (-100, 100, 200), says: ["the last run of `Camford` was on ", "more than two days ago", "`waymark run` does it now"]) { try $0.run(days: 3) },
        DoctorFault(name: "a run yesterday", wrong: false, dates: (-100, 100, 200), says: ["all is well\n"]) { try $0.run(days: 1) },
        DoctorFault(name: "a submission that was overtaken", wrong: false, says: ["`camford` 0.2.0 was submitted, and another pack has been approved since", "submit it again"]) { place in
            for version in ["0.2.0", "0.3.0"] {
                try place.edit("rules/camford/pack.lua", /version = "[0-9.]*"/, "version = \"\(version)\"")
                try place.board.submit()
            }
            try place.board.approve("a.khan", "b.ash", "c.day")
        },
    ]
}
