import DecisionStore
import Foundation
import GRDB
import Governance
import Notation
import TaskingProcess
import TestSupport
import Testing

@Suite("a run that cannot be made")
struct FailingRunTests {
    private func filled(_ clock: StoreClock? = nil) throws -> RunPlace {
        let place = try RunPlace(clock: clock)
        var pack = RunPack()
        pack.from = "2024-01-01"
        try place.bringIntoForce(pack)
        try place.take((1...30).map { Somebody("N-\($0)", arrests: $0 % 10).line })
        return place
    }

    private static let counts = """
        SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM decision), (SELECT count(*) FROM input), (SELECT count(*) FROM record),
            (SELECT count(*) FROM recommendation), (SELECT count(*) FROM tasking), (SELECT count(*) FROM audit WHERE kind <> 'failure')
        """

    @Test("fails where the log cannot be written: no log, no decision", arguments: ["consultation", "alteration"])
    func log(kind: String) throws {
        let place = try filled()
        let before = try place.rows(FailingRunTests.counts)
        try place.tamper("CREATE TRIGGER no_log BEFORE INSERT ON audit WHEN NEW.kind = '\(kind)' BEGIN SELECT RAISE(ABORT, 'no'); END")
        #expect(throws: StoreError.self) { try place.run() }
        #expect(try place.rows(FailingRunTests.counts) == before)
        try place.tamper("DROP TRIGGER no_log")
        #expect(try place.done().evaluated == 30)
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
    }

    @Test("fails where another program is writing, and comes to the same when that has ended")
    func locked() throws {
        let place = try filled()
        let before = try place.rows(FailingRunTests.counts)
        let queue = try DatabaseQueue(path: "\(place.place.path)/\(Store.fileName)")
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect { try place.run() } throws: { ($0 as? StoreError)?.kind == .busy }
            try db.execute(sql: "ROLLBACK")
        }
        try queue.close()
        #expect(try place.rows(FailingRunTests.counts) == before)
        #expect(try place.done().evaluated == 30)
    }

    @Test("fails where the clock has gone back, by a day or by an hour")
    func clock() throws {
        let place = try filled()
        _ = try place.done()
        let before = try place.rows(FailingRunTests.counts)
        place.goOn(-1)
        #expect(throws: GovernanceError.self) { try place.run() }
        let behind = try Store(place.place.path, clock: StoreClock { [now = place.day.number + 1] in now * 86_400_000 + 39_600_000 })
        try place.tamper("UPDATE nominal SET restricted = 1 WHERE id = 'N-1'")
        #expect { try TaskingRun(behind, people: place.people, program: "test").run() } throws: { ($0 as? StoreError)?.kind == .clock }
        #expect(try place.rows(FailingRunTests.counts) == before)
    }

    @Test("is undone where a file may not grow any more, and completes when it may", arguments: [50, 120, 200, 400, 800])
    func full(blocks: Int) throws {
        let place = try filled(.system)
        let before = try place.rows(FailingRunTests.counts)
        // Blocks of 512 bytes. What is written goes to the write-ahead log first, which is emptied here.
        try place.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        // A sanitizer has a file of its own in TMPDIR, which must not be cut short; it does without where it cannot make one.
        let result = try WaymarkBinary.shell("ulimit -f \(blocks); TMPDIR=/nowhere \"$WAYMARK\" run --store . --as-of 2024-03-01", in: place.place.path)
        if result.status != 0 {
            #expect(result.status == 2, "\(result.out)\(result.err)")
            #expect(result.err.contains("waymark.db`"), "\(result.err)")
            #expect(try place.rows(FailingRunTests.counts) == before)
        }
        let next = try WaymarkBinary.shell("\"$WAYMARK\" run --store . --as-of 2024-03-01", in: place.place.path)
        #expect(next.status == 0, "\(next.out)\(next.err)")
        #expect(try place.value("SELECT count(*) FROM run") == "1")
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
        #expect(try place.rows("PRAGMA integrity_check") == ["ok"])
    }

    @Test("is made once where two programs run at once: the other finds it done")
    func twoAtOnce() throws {
        let place = try filled(.system)
        let line = "\"$WAYMARK\" run --store . --as-of 2024-03-01"
        let result = try WaymarkBinary.shell("\(line) > a & \(line) > b; second=$?; wait $!; echo $? $second", in: place.place.path)
        #expect(result.out == "0 0\n", "\(result.err)")
        let said = try [place.place.read("a"), place.place.read("b")].sorted()
        #expect(said[0] == "Camford, as of 2024-03-01: already done as run 1; nothing was written\n")
        #expect(said[1].hasPrefix("Camford, as of 2024-03-01: run 1 with camford 1.0.0\n  30 people evaluated\n"))
        #expect(try place.value("SELECT count(*) FROM decision") == "30")
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
    }

    @Test("says in the exit code what came of it, and the rest in words")
    func exitCodes() throws {
        let place = try filled(.system)
        func run(_ more: String) throws -> WaymarkBinary.Result { try WaymarkBinary.shell("\"$WAYMARK\" run --store . \(more)", in: place.place.path) }
        #expect(try run("--as-of 2099-01-01").status == 2)
        #expect(try run("--borough Camfort").err == "waymark: nobody in the store lives in `Camfort`: did you mean `Camford`?\n")
        #expect(try run("--as-of 2024-03-01").status == 0)
        #expect(try run("--as-of 2024-02-29").status == 2)
        try place.take(Somebody("N-99", borough: "Oxbridge"))
        let refused = try run("--as-of 2024-03-02")
        #expect(refused.status == 4)
        #expect(refused.out.contains("Camford, as of 2024-03-02: run 2"))
        #expect(refused.out.contains("Oxbridge, as of 2024-03-02: not run, because no pack is in force\n  no pack was ever submitted for `Oxbridge`\n"))
    }
}
