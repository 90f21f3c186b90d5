import DecisionStore
import Foundation
import Notation
import TaskingProcess
import TestSupport
import Testing

@Suite("the program, killed while it runs")
struct KilledRunTests {
    /// The program, killed after some seconds unless it has ended by then.
    /// - Returns: whether it was killed.
    private func run(_ place: RunPlace, _ day: Day, killedAfter seconds: Double?) throws -> Bool {
        let limit = seconds.map { "timeout -s KILL \($0) " } ?? ""
        let result = try WaymarkBinary.shell("\(limit)\"$WAYMARK\" run --store . --as-of \(day)", in: place.place.path)
        if result.status == 137 || result.status == 9 { return true }
        #expect(result.status == 0, "\(result.out)\(result.err)")
        return false
    }

    @Test("loses nothing and writes nothing twice, and the next run completes: two hundred kills at random moments")
    func kills() throws {
        let place = try RunPlace(clock: .system)
        var pack = RunPack()
        pack.from = "2024-01-01"
        try place.bringIntoForce(pack)
        var numbers = SystemRandomNumberGenerator()
        func people() -> [String] { (1...40).map { Somebody("N-\($0)", arrests: Int.random(in: 0...9, using: &numbers)).line } }
        var day = try #require(Day(iso: "2024-02-01"))
        try place.take(people())
        // How long a whole run takes here, so that the moments lie anywhere in it.
        let begin = ContinuousClock.now
        _ = try run(place, day, killedAfter: nil)
        let whole = Double((ContinuousClock.now - begin).components.attoseconds) / 1e18 + Double((ContinuousClock.now - begin).components.seconds)
        var (kills, runs, writtenBeforeDeath) = (0, 1, 0)
        while kills < 200 {
            day = day.adding(days: 1)
            if runs % 5 == 0 { try place.take(people()) }
            let before = try place.store.read { try ($0.runs().count, $0.auditHead()) }
            while try run(place, day, killedAfter: Double.random(in: 0.001...(whole * 1.1), using: &numbers)) {
                kills += 1
                let after = try place.store.read { try ($0.runs().count, $0.auditHead()) }
                // All of the run with its rows in the log, or nothing.
                #expect((after.0 == before.0) == (after.1 == before.1))
                if after.0 > before.0 { writtenBeforeDeath += 1 }
                #expect(after.0 - before.0 <= 1)
                if kills >= 200 { break }
            }
            _ = try run(place, day, killedAfter: nil)
            runs += 1
            #expect(try place.store.read { try $0.runs().count } == runs)
        }
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
        #expect(try place.rows("SELECT as_of FROM run GROUP BY as_of HAVING count(*) <> 1") == [])
        #expect(try place.value("SELECT count(*) FROM decision") == String(runs * 40))
        #expect(try place.rows("SELECT run FROM decision GROUP BY run HAVING count(DISTINCT nominal) <> 40") == [])
        #expect(try place.rows("PRAGMA integrity_check") == ["ok"])
        #expect(try place.rows("PRAGMA foreign_key_check") == [])
        let replay = try Replay(place.store).runs()
        #expect(replay.differences == [] && replay.same == runs * 40)
    }
}
