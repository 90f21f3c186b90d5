import DecisionStore
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("a nightly run")
struct TaskingRunTests {
    private func filled(_ people: Somebody...) throws -> RunPlace {
        let place = try RunPlace()
        try place.bringIntoForce(RunPack())
        try place.take(people.map(\.line))
        return place
    }

    @Test("writes a decision for everybody, and recommendations where somebody is to stand otherwise")
    func recommends() throws {
        let place = try filled(
            Somebody("N-1", arrests: 9), Somebody("N-2", arrests: 3), Somebody("N-3"), .member("N-4"), .member("N-5", arrests: 0),
            Somebody("N-6", convictions: 4))
        let run = try place.done()
        #expect(run.id == 1 && run.evaluated == 6 && run.recommended == 4 && run.errors == 0 && run.restricted == 0)
        #expect(
            try place.recommendations == [
                "N-1 select core join open", "N-2 monitor - watch open", "N-5 deselect - settled open", "N-6 refer - asked open",
            ])
        #expect(try place.rows("SELECT run, place, nominal FROM decision") == ["1 1 N-1", "1 2 N-2", "1 3 N-3", "1 4 N-4", "1 5 N-5", "1 6 N-6"])
        #expect(try place.value("SELECT because FROM recommendation WHERE nominal = 'N-6'").hasPrefix(#"["“High OGRS2” cannot be decided"#))
        #expect(try place.value("SELECT unknown FROM recommendation WHERE nominal = 'N-6'") == #"["ogrs2"]"#)
    }

    @Test("gives people fourteen days to select or de-select, twenty-eight for the rest, and ends on a working day")
    func decideBy() throws {
        let place = try filled(Somebody("N-1", arrests: 9), Somebody("N-2", arrests: 3))
        _ = try place.done()
        // 15 December 2026 is a Tuesday, 29 December the first working day after Christmas.
        #expect(try place.rows("SELECT made, decide_by FROM recommendation ORDER BY nominal") == ["2026-12-01 2026-12-15", "2026-12-01 2026-12-29"])
    }

    @Test("says of a repeat on the same day that it is done, and writes nothing")
    func repeated() throws {
        let place = try filled(Somebody("N-1", arrests: 9), .member("N-2"))
        _ = try place.done()
        let before = try place.rows("SELECT count(*), (SELECT count(*) FROM audit), (SELECT count(*) FROM tasking), (SELECT count(*) FROM input) FROM decision")
        guard case .already(let run) = try place.run().outcome else { throw StoreError(.unknown, "not repeated") }
        #expect(run.id == 1)
        #expect(try place.rows("SELECT count(*), (SELECT count(*) FROM audit), (SELECT count(*) FROM tasking), (SELECT count(*) FROM input) FROM decision") == before)
    }

    @Test("is made anew on the same day where a line has changed since")
    func anew() throws {
        let place = try filled(Somebody("N-1", arrests: 9))
        _ = try place.done()
        try place.take(Somebody("N-1", arrests: 3))
        #expect(try place.done().id == 2)
        #expect(try place.recommendations == ["N-1 select core join replaced", "N-1 monitor - watch open"])
        #expect(try place.log.suffix(2).first == "alteration: run 2: recommendation R1 replaced; recommendation R2, monitor")
    }

    @Test("leaves an open recommendation that is still the same, and takes back one that is not needed any more")
    func openOnes() throws {
        let place = try filled(Somebody("N-1", arrests: 9), Somebody("N-2", arrests: 3))
        _ = try place.done()
        place.goOn()
        #expect(try place.done().recommended == 0)
        try place.take(Somebody("N-2", arrests: 0))
        place.goOn()
        #expect(try place.done().recommended == 0)
        #expect(try place.rows("SELECT nominal, state, coalesce(closed, '-') FROM recommendation") == ["N-1 open -", "N-2 lapsed 2026-12-03"])
    }

    @Test("writes taskings with their decision, due on a working day, and never one twice")
    func taskings() throws {
        let place = try filled(.member("N-1"))
        #expect(try place.done().tasked == 2)
        #expect(
            try place.rows("SELECT nominal, run, place, kind, owner, opened, coalesce(due, '-'), key, status FROM tasking") == [
                // Five days on is Sunday, 6 December.
                "N-1 1 1 plan hub 2026-12-01 2026-12-07 N-1/plan/2026-12 open", "N-1 1 1 visit patrol 2026-12-01 - N-1/visit/2026-12 open",
            ])
        for _ in 1...40 {
            place.goOn()
            #expect(try place.done().tasked == 0)
        }
        // Both are open still. Done, each comes again when its time is over.
        try place.tamper("UPDATE tasking SET status = 'done', closed = '2027-01-10'")
        #expect(try place.done().tasked == 1)
        #expect(try place.value("SELECT key FROM tasking ORDER BY id DESC LIMIT 1") == "N-1/visit/2027-01")
    }

    @Test("refuses enforcement for somebody whom a gang only harms, and says so")
    func victims() throws {
        let place = try filled(.member("N-1", #""gang":{"name":"Elms","role":"exploited"}"#))
        let run = try place.done()
        #expect(run.refused == 1 && run.tasked == 1)
        #expect(try place.rows("SELECT kind FROM tasking") == ["plan"])
        #expect(try place.log.last?.contains("1 taskings for enforcement refused") == true)
    }

    @Test("keeps the first score of each month and each in another band, for members only, and hands them to the next run")
    func scores() throws {
        let place = try filled(.member("N-1", arrests: 9), Somebody("N-2", arrests: 9))
        _ = try place.done()
        place.goOn(10)
        _ = try place.done()
        #expect(try place.rows("SELECT nominal, matrix, day, score, band FROM score") == ["N-1 risk 2026-12-01 90 red"])
        try place.take(.member("N-1", arrests: 3))
        _ = try place.done()
        place.goOn(30)
        _ = try place.done()
        #expect(
            try place.rows("SELECT day, score, band FROM score ORDER BY day") == ["2026-12-01 90 red", "2026-12-11 30 amber", "2027-01-10 30 amber"])
        let line = try place.value("SELECT line FROM input ORDER BY id DESC LIMIT 1")
        #expect(line.contains(#""scores":[{"date":"2026-12-01","matrix":"risk","score":90,"band":"red"},{"date":"2026-12-11","matrix":"risk","score":30,"band":"amber"}]"#))
    }

    @Test("keeps records where answers change or something was written, and a digest of all others")
    func records() throws {
        let place = try filled(Somebody("N-1"), Somebody("N-2", arrests: 9))
        _ = try place.done()
        place.goOn()
        _ = try place.done()
        try place.take(Somebody("N-1", arrests: 1))
        place.goOn()
        _ = try place.done()
        #expect(try place.rows("SELECT run, nominal FROM record ORDER BY run, place") == ["1 N-1", "1 N-2", "2 N-2", "3 N-1"])
        #expect(try place.value("SELECT count(*) FROM decision WHERE length(digest) = 32") == "6")
    }

    @Test("does not evaluate who is restricted, who is in no export either, until they are not any more")
    func restricted() throws {
        let place = try filled(.member("N-1", arrests: 0), Somebody("N-2", arrests: 9), .member("N-3"))
        _ = try place.done()
        #expect(try place.store.restrict("N-1", who: "member", why: "objection"))
        #expect(try place.store.restrict("N-3", who: "member", why: "objection"))
        #expect(try !place.store.restrict("N-3", who: "member", why: "objection"))
        #expect(try place.rows("SELECT state FROM recommendation ORDER BY nominal") == ["restricted", "open"])
        #expect(Set(try place.rows("SELECT status, words FROM tasking WHERE nominal = 'N-3'")) == ["cancelled the nominal was restricted"])
        place.goOn()
        let run = try place.done()
        #expect(run.evaluated == 1 && run.restricted == 2)
        let exported = try place.store.disclose(borough: nil, who: "member", why: "a report") { _ in }
        #expect(exported.count == 1 && exported.restricted == 2)
        #expect(try place.store.unrestrict("N-1", who: "member", why: "not upheld"))
        place.goOn()
        _ = try place.done()
        #expect(try place.recommendations.last == "N-1 deselect - settled open")
        #expect(throws: StoreError(.unknown, "the store has no nominal `N-9`")) { try place.store.restrict("N-9", who: "member", why: "objection") }
    }

    @Test("is refused without a pack in force, with the reasons, and the other boroughs go on")
    func noPack() throws {
        let place = try filled(Somebody("N-1", arrests: 9), Somebody("N-2", borough: "Oxbridge"))
        let results = try place.process.run()
        guard case .done(let run) = results[0].outcome, case .refused(let reasons) = results[1].outcome else { throw StoreError(.unknown, "otherwise") }
        #expect(run.borough == "Camford" && run.evaluated == 1)
        #expect(reasons.map(\.kind) == [.notSubmitted])
        #expect(try place.log.last == "failure: the run for `Oxbridge` as of 2026-12-01 was not made, and nothing of it was kept: no pack was ever submitted for `Oxbridge`")
    }

    @Test("of a borough that is spelt otherwise than its pack's says which is meant")
    func misspelt() throws {
        let place = try filled(Somebody("N-1", borough: "camford"))
        guard case .refused(let reasons) = try place.process.run()[0].outcome else { throw StoreError(.unknown, "otherwise") }
        #expect(reasons.map(\.message) == ["no pack was ever submitted for `camford`: did you mean `Camford`?"])
    }

    @Test("is refused where the pack was altered in the store, and goes on with the one before where there is one")
    func altered() throws {
        let place = try filled(Somebody("N-1"))
        var pack = RunPack(version: "2.0.0")
        pack.rules = RunPack.grouped
        let second = try place.bringIntoForce(pack)
        func alter(_ approval: String) throws {
            try place.tamper(
                """
                UPDATE blob SET bytes = CAST(CAST(bytes AS TEXT) || ' ' AS BLOB) WHERE digest =
                    (SELECT blob FROM pack_file WHERE path = 'camford/rules.lua' AND pack = (SELECT pack FROM approval WHERE digest = '\(approval)'))
                """)
        }
        try alter(second)
        #expect(try place.done().version == "1.0.0")
        try alter(try place.value("SELECT digest FROM approval ORDER BY audit LIMIT 1"))
        place.goOn()
        guard case .refused(let reasons) = try place.run().outcome else { throw StoreError(.unknown, "not refused") }
        #expect(Set(reasons.map(\.kind)) == [.packAltered])
        #expect(try place.value("SELECT count(*) FROM run") == "1")
    }

    @Test("is not made where the log was tampered with")
    func tampered() throws {
        let place = try filled(Somebody("N-1"))
        _ = try place.done()
        try place.tamper("UPDATE audit SET what = 'nothing' WHERE seq = 2")
        place.goOn()
        #expect(throws: Refusals.self) { try TaskingRun(place.store, people: place.people, program: "test").run() }
        #expect(try place.value("SELECT count(*) FROM run") == "1")
    }

    @Test("is refused for a day to come, and for one before the last")
    func days() throws {
        let place = try filled(Somebody("N-1"))
        _ = try place.done()
        #expect(throws: GovernanceError.self) { try place.run(asOf: "2026-12-02") }
        #expect(throws: GovernanceError("`Camford` was run as of 2026-12-01 already (run 1), and 2026-11-30 is before that: the days of its runs go forward only")) {
            try place.run(asOf: "2026-11-30")
        }
        #expect(throws: GovernanceError("nobody in the store lives in `Camfort`: did you mean `Camford`?")) { try place.run("Camfort") }
    }

    @Test("refers somebody for whom a rule fails, and all others are as without them")
    func failingRule() throws {
        let place = try RunPlace()
        var pack = RunPack()
        pack.rules = pack.rules.replacing("return math.min(100, n.arrests_total * 10)", with: "if n.arrests_total == 7 then error(\"seven\") end return math.min(100, n.arrests_total * 10)")
        try place.bringIntoForce(pack)
        try place.take(Somebody("N-1", arrests: 7), Somebody("N-2", arrests: 9))
        let run = try place.done()
        #expect(run.errors == 1)
        #expect(try place.recommendations == ["N-1 refer - - open", "N-2 select core join open"])
        #expect(try place.value("SELECT decide_by FROM recommendation WHERE nominal = 'N-1'") == "2026-12-15")
    }

    @Test("is undone where the clock ends a rule, and the log names nobody")
    func stopped() throws {
        let place = try RunPlace()
        var pack = RunPack()
        pack.rules = pack.rules.replacing("return math.min(100, n.arrests_total * 10)", with: "local x = 0 for i = 1, 300000 do x = x + i end return 0")
        try place.bringIntoForce(pack)
        try place.take(Somebody("N-SLOW"))
        let before = try place.rows("SELECT count(*), (SELECT count(*) FROM run), (SELECT count(*) FROM input) FROM decision")
        let process = TaskingRun(place.store, people: place.people, program: "test")
        process.milliseconds = 1
        guard case .failed(let why) = try process.run()[0].outcome else { throw StoreError(.unknown, "not stopped") }
        #expect(why.contains("takes more time for the nominal `N-SLOW` than one nominal may take"))
        #expect(try place.rows("SELECT count(*), (SELECT count(*) FROM run), (SELECT count(*) FROM input) FROM decision") == before)
        let log = try #require(try place.log.last)
        #expect(log.hasPrefix("failure: the run for `Camford` as of 2026-12-01 was not made, and nothing of it was kept: the run is stopped") && !log.contains("N-SLOW"))
    }

    @Test("logs the run as a combination where a pack looks at groups, else as a consultation, and each change by its nominal")
    func logged() throws {
        let place = try filled(Somebody("N-1", arrests: 9))
        let run = try place.done()
        let log = try place.log
        #expect(log.count == 2)
        #expect(log[0] == "alteration: run 1: recommendation R1, select; tasking T1; tasking T2")
        #expect(log[1].hasPrefix("consultation: run 1 for `Camford` as of 2026-12-01 with camford 1.0.0, sha256:"))
        #expect(log[1].hasSuffix("1 evaluated, 1 recommendations, 2 taskings; decisions sha256:\(hexadecimal(run.digest))"))
        var pack = RunPack(version: "2.0.0")
        pack.rules = RunPack.grouped
        try place.bringIntoForce(pack)
        place.goOn()
        #expect(try place.done().hasCompany)
        #expect(try place.log.last?.hasPrefix("combination: run 2") == true)
    }

    @Test("works groups out over all who are evaluated")
    func groups() throws {
        let place = try RunPlace()
        var pack = RunPack()
        pack.rules = RunPack.grouped
        try place.bringIntoForce(pack)
        let elms = #""gang":{"name":"Elms","role":"core"}"#
        try place.take(Somebody("N-1", elms), Somebody("N-2", elms), Somebody("N-3", #""gang":{"name":"Oaks","role":"core"}"#))
        _ = try place.done()
        #expect(try place.recommendations == ["N-1 select core join open", "N-2 select core join open"])
        _ = try place.store.restrict("N-2", who: "member", why: "objection")
        place.goOn()
        _ = try place.done()
        #expect(try place.recommendations == ["N-1 select core join lapsed", "N-2 select core join restricted"])
    }
}
