import Foundation
import GRDB
import TestSupport
import Testing

@Suite("backing up and restoring a store")
struct StoreVerbTests {
    private func run(_ place: BoardWorkplace, _ line: String) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(DocumentationPage.words(line), in: place.work.place.path)
    }

    private static let by = "--by d.stone --why \"a test\" --store store"

    @Test("write one file that only its owner can read, and leave nothing else")
    func backup() throws {
        let place = try BoardWorkplace(for: ["store", "backup"])
        let before = place.work.files
        let made = try run(place, "store backup -o kept.db \(StoreVerbTests.by)")
        #expect(made.status == 0 && made.err.isEmpty, "\(made.err)")
        #expect(made.out.replacing("\n    ", with: " ").hasPrefix("`kept.db` is whole: 10 nominals, and a log of 12 rows, which verifies\nit holds everybody's data"))
        #expect(made.out.longLines.isEmpty)
        #expect(try FileManager.default.attributesOfItem(atPath: place.work.place.path + "/kept.db")[.posixPermissions] as? Int == 0o600)
        #expect(Set(place.work.files).subtracting(before) == ["kept.db"])
        let log = try run(place, "audit list --store store --kind disclosure --last 1 --format json").out
        #expect(try JSONValue(log)["what"]?.text == "backed up into `kept.db`: the whole store, with everybody in it, 10 nominals")
    }

    @Test("leave nothing but a failure in the log where the disk is full")
    func fullDisk() throws {
        let place = try BoardWorkplace(for: ["store", "backup"])
        let before = place.work.files
        // A sanitizer has a file of its own in TMPDIR, which must not be cut short; it does without where it cannot make one.
        let result = try place.work.shell("ulimit -f 100; TMPDIR=/nowhere \"$WAYMARK\" store backup -o kept.db --by d.stone --why full --store store")
        #expect(result.status == 2)
        #expect(result.out.isEmpty && result.err.contains("kept.db"), "\(result.err)")
        #expect(Set(place.work.files).subtracting(before).allSatisfy { $0.hasPrefix("store/waymark.db-") })
        #expect(try run(place, "audit list --store store --kind failure").out.replacing("\n    ", with: " ").contains("the backup `kept.db` failed, and there is none"))
        #expect(try run(place, "audit verify --store store").status == 0)
    }

    static let refused: [(line: String, status: Int32, says: String)] = [
        ("store backup -o kept.db --by j.ofori --why x --store store", 4, "`j.ofori` does not have the role `admin`"),
        ("store restore backup.db --by j.ofori --why x --store store --replace", 4, "`j.ofori` does not have the role `admin`"),
        ("store backup -o kept.db --by nobody --why x --store store", 4, "names nobody `nobody`"),
        ("store backup -o - --by d.stone --why x --store store", 2, "a backup goes into a file"),
        ("store backup -o store/waymark.db --by d.stone --why x --store store", 2, "is the store itself"),
        ("store backup -o store --by d.stone --why x --store store", 2, "`store` is not a file"),
        ("store backup -o none/kept.db --by d.stone --why x --store store", 2, "cannot write `none/kept.db`"),
        ("store backup -o kept.db --by d.stone --why x --store bare", 2, "there is no store in `bare`"),
        ("store restore backup.db --by d.stone --why x --store store", 2, "there is a store in `store` already: with `--replace`"),
        ("store restore store/waymark.db --by d.stone --why x --store store --replace", 2, "is the store itself"),
        ("store restore none.db --by d.stone --why x --store store --replace", 2, "`none.db` cannot be read"),
        ("store restore cohort.ndjson --by d.stone --why x --store store --replace", 2, "`cohort.ndjson` is not a store of Waymark"),
        ("store restore backup.db --by d.stone --why x --store rules", 2, "cannot read `rules/waymark.lua`"),
        ("store restore backup.db --by d.stone --why x --store store --replace --head passphrase.txt", 2, "`passphrase.txt` is not the last row of a log"),
        ("store restore backup.db --by d.stone --why x --store store --replace --log cohort.ndjson", 2, "`cohort.ndjson` is no exported log"),
        ("store restore edited.db --by d.stone --why x --store store --replace", 4, "`edited.db` was tampered with, and nothing was done with it: row 2 was changed"),
        ("store restore backup.db --by d.stone --why x --store bare --head later.json", 4, "was signed with a key"),
    ]

    @Test("say what cannot be done, and change nothing", arguments: refused)
    func refusals(line: String, status: Int32, says: String) throws {
        let place = try BoardWorkplace(for: ["store", "restore"])
        try place.work.write("bare/waymark.lua", try place.work.read("store/waymark.lua").replacing("fe54fdcb", with: "fe54fdcc"))
        _ = try run(place, "audit export --head --store store --by r.bell --key r.bell.key --passphrase-file passphrase.txt -o later.json")
        let path = place.work.place.path
        try FileManager.default.copyItem(atPath: path + "/backup.db", toPath: path + "/edited.db")
        let edited = try DatabaseQueue(path: path + "/edited.db")
        try edited.inDatabase { db in
            let trigger = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'audit_fixed'") ?? ""
            try db.execute(sql: "DROP TRIGGER audit_fixed; UPDATE audit SET who = 'x' WHERE seq = 2; \(trigger)")
        }
        try edited.close()
        let files = place.work.files, log = try run(place, "audit export --store store").out
        let result = try run(place, line)
        #expect(result.status == status)
        #expect(result.out.isEmpty)
        #expect(result.err.replacing("\n    ", with: " ").contains(says), "\(result.err)")
        #expect(result.err.longLines.isEmpty)
        #expect(place.work.files.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") } == files.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
        #expect(try run(place, "audit export --store store").out == log)
    }

    @Test("bring a store back, forget again who was forgotten since, and say what is not in it")
    func restore() throws {
        let place = try BoardWorkplace(for: ["store", "restore"])
        _ = try run(place, "cohort forget N-0003 --by j.ofori --why request --store store")
        _ = try run(place, "audit export --head --store store -o head.json")
        let restored = try run(place, "store restore backup.db \(StoreVerbTests.by) --replace --head head.json")
        #expect(restored.status == 0, "\(restored.err)")
        let words = restored.out.replacing("\n    ", with: " ")
        #expect(words.contains("restored `backup.db` into `store`: 10 nominals, and a log that verifies up to row 12 of "))
        #expect(words.contains("the log went on to row 13 of "))
        #expect(words.contains("is not in the store: 1 erasure"))
        #expect(words.contains("`head.json` is 1 row further on than the backup"))
        #expect(words.contains("1 person forgotten since the backup was forgotten once more"))
        #expect(words.contains("the store that was there is `store/waymark.db.before-restore-"))
        #expect(restored.out.longLines.isEmpty)
        let left = try run(place, "cohort export --by j.ofori --why look --store store").out
        #expect(!left.contains("N-0003") && left.contains("N-0004"))
        #expect(try run(place, "audit verify --store store").status == 0)
        #expect(try run(place, "audit verify --store store --head head.json").status == 4)
    }

    @Test("restore onto a new machine with a log that was exported, and warn where there is none")
    func newMachine() throws {
        let place = try BoardWorkplace(for: ["store", "restore"])
        _ = try run(place, "cohort forget N-0003 --by j.ofori --why request --store store")
        _ = try run(place, "audit export --store store -o log.ndjson")
        for name in ["one", "two"] { try place.work.write("\(name)/waymark.lua", try place.work.read("store/waymark.lua")) }
        let by = "--by d.stone --why \"a new machine\""
        let blind = try run(place, "store restore backup.db \(by) --store one")
        #expect(blind.status == 0, "\(blind.err)")
        #expect(blind.out.replacing("\n    ", with: " ").contains("is in the store again: forget them once more with `waymark cohort forget`"))
        #expect(try run(place, "cohort export --by j.ofori --why look --store one").out.contains("N-0003"))
        let knowing = try run(place, "store restore backup.db \(by) --store two --log log.ndjson")
        #expect(knowing.out.contains("1 person forgotten since the backup"))
        #expect(try !run(place, "cohort export --by j.ofori --why look --store two").out.contains("N-0003"))
        try place.work.write("log.ndjson", try place.work.read("log.ndjson").replacing("request", with: "another"))
        #expect(try run(place, "store restore backup.db \(by) --store two --replace --log log.ndjson").status == 4)
    }

    @Test("leave a whole store where restoring is killed")
    func killed() throws {
        let place = try BoardWorkplace(for: ["store", "restore"])
        _ = try place.work.run("cohort", "synth", "--count", "8000", "--seed", "5", "--as-of", Workplace.date, "-o", "large.ndjson")
        _ = try run(place, "cohort import large.ndjson --by j.ofori --why large --store store")
        _ = try run(place, "store backup -o backup.db \(StoreVerbTests.by)")
        for delay in ["0.05", "0.15", "0.3", "0.6"] {
            _ = try place.work.shell(
                "\"$WAYMARK\" store restore backup.db --by d.stone --why killed --store store --replace > out & sleep \(delay); kill -9 $!; wait $! 2> out")
            #expect(try run(place, "audit verify --store store").status == 0)
        }
        _ = try place.work.shell("rm store/waymark.db.*")
        _ = try place.work.shell("\"$WAYMARK\" store restore backup.db --by d.stone --why told --store store --replace > out & sleep 0.2; kill -TERM $!; wait $! 2> out")
        #expect(try run(place, "audit verify --store store").status == 0)
        #expect(place.work.files.filter { $0.hasPrefix("store/waymark.db.") && !$0.contains("before-restore") } == [])
    }
}
