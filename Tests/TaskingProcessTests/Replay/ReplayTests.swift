import DecisionStore
import TaskingProcess
import Testing

@Suite("replay")
struct ReplayTests {
    private static let elms = #""gang":{"name":"Elms","role":"core"}"#

    /// Forty days with all that a run takes into account: scores, taskings, changed lines, two packs.
    private func filled() throws -> RunPlace {
        let place = try RunPlace()
        try place.bringIntoForce(RunPack())
        try place.take(Somebody("N-1", arrests: 9), Somebody("N-2", arrests: 3), .member("N-3"), .member("N-4", arrests: 1), Somebody("N-5"))
        for night in 1...40 {
            if night == 12 { try place.take(Somebody("N-5", arrests: 4), .member("N-4", arrests: 8)) }
            if night == 30 {
                var pack = RunPack(version: "2.0.0")
                pack.rules = RunPack.grouped
                try place.bringIntoForce(pack)
                try place.take(Somebody("N-1", arrests: 9, ReplayTests.elms), Somebody("N-2", arrests: 3, ReplayTests.elms))
            }
            _ = try place.run()
            place.goOn()
        }
        return place
    }

    @Test("makes every decision again, byte for byte, across packs and groups")
    func same() throws {
        let place = try filled()
        let result = try Replay(place.store).runs()
        #expect(result.differences == [] && result.hidden == [])
        #expect(result.runs.count == 40 && result.same == 200)
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
        let one = try Replay(place.store).decision("35.2")
        #expect(one.same == 1 && one.differences == [])
    }

    @Test(
        "finds what was changed in a decision, its input, its record, its recommendation, its tasking or its pack",
        arguments: [
            ("UPDATE decision SET digest = zeroblob(32) WHERE run = 3 AND place = 2", "3.2", "its digest is another one; its record was not kept, so what differs cannot be told"),
            ("UPDATE decision SET digest = zeroblob(32) WHERE run = 1 AND place = 2", "1.2", "its digest is another one, and its record is the same"),
            (#"UPDATE input SET line = CAST(replace(CAST(line AS TEXT), 'arrests_total":9,', 'arrests_total":3,') AS BLOB) WHERE nominal = 'N-1'"#, "1.1", "its record differs in `input`, `recommendation`, `matrices`, `taskings`"),
            ("UPDATE recommendation SET because = '[]' WHERE id = 1", "1.1", "recommendation R1 is not the one that was made"),
            ("UPDATE tasking SET owner = 'patrol' WHERE id = 1", "1.1", "tasking T1 is not one that was made"),
            ("UPDATE decision SET input = NULL WHERE run = 1 AND place = 5", "1.5", "what it was made from is not in the store any more"),
        ])
    func changed(sql: String, decision: String, what: String) throws {
        let place = try filled()
        try place.tamper(sql)
        let result = try Replay(place.store).runs()
        #expect(result.differences.first?.decision == decision)
        #expect(result.differences.first?.what.first == what)
    }

    @Test("says so where the pack of the time is not what it was")
    func pack() throws {
        let place = try filled()
        try place.tamper("UPDATE blob SET bytes = CAST(CAST(bytes AS TEXT) || ' ' AS BLOB) WHERE digest = (SELECT blob FROM pack_file JOIN run ON run.pack = pack_file.pack WHERE path = 'camford/rules.lua' LIMIT 1)")
        let result = try Replay(place.store).runs()
        #expect(result.differences.count == 29 && result.differences.allSatisfy { $0.decision == nil && $0.what[0].hasPrefix("the pack in the store is sha256:") })
        #expect(result.same == 55)
    }

    @Test("cannot show decisions on somebody who was forgotten, nor those that depended on them, and says why")
    func forgotten() throws {
        let place = try filled()
        try place.store.forget("N-1", who: "member", why: "their request")
        let result = try Replay(place.store).runs()
        #expect(result.differences == [])
        // Alone in 29 runs, and with four others in each of the 11 runs with groups.
        #expect(result.hiddenCount == 29 + 11 * 5 && result.same == 29 * 4)
        #expect(result.hidden.first?.why == "whom it was about was erased since")
        #expect(result.hidden.last?.why == "each depends on everybody of the run, and somebody of them was erased since")
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
    }

    @Test("knows of no decision that was not made", arguments: ["41.1", "1.6", "1.0", "1", "x", "1.2.3", "-1.2"])
    func unknown(decision: String) throws {
        let place = try RunPlace()
        try place.bringIntoForce(RunPack())
        try place.take(Somebody("N-1"))
        _ = try place.run()
        #expect { try Replay(place.store).decision(decision) } throws: { ($0 as? StoreError)?.kind == .unknown }
    }
}
