import Decisions
import Notation
import PackTestKit
import Testing

@Suite struct TaskingTests {
    private func tasked(_ row: String, _ nominal: TestNominal = .member, before: String = "") throws -> Decision {
        try decide(before + "\ntasking { { \"visit\", \"Visit\", owner = \"officer\", \(row) } }", nominal)
    }

    @Test("taskings are for members and for those to be selected, and nobody else", arguments: [
        ("member", "false", 1), ("other", "true", 1), ("other", "false", 0), ("other", "n.ogrs2 > 1", 0),
    ])
    func whom(who: String, selects: String, count: Int) throws {
        let before = #"selection { { "s", "S", when = function(n) return \#(selects) end } }"#
        #expect(try tasked("", who == "member" ? .member : [:], before: before).taskings.count == count)
    }

    @Test("somebody to be monitored is not tasked")
    func monitored() throws {
        #expect(try tasked("", [:], before: #"selection { { "s", "S", action = "monitor" } }"#).taskings.isEmpty)
    }

    @Test("somebody to be de-selected or referred is in the cohort and is tasked")
    func leaving() throws {
        #expect(try tasked("", before: #"deselection { { "d", "D" } }"#).taskings.count == 1)
        #expect(try tasked("", before: #"deselection { { "d", "D", when = function(n) return n.ogrs2 > 1 end } }"#).taskings.count == 1)
    }

    @Test("`due` is counted from the date of the run, in days or months, or given by a function", arguments: [
        ("due = days(5)", "2026-11-06"), ("due = months(3)", "2027-02-01"), ("due = function(n) return n.release_date end", "2026-12-24"),
        ("due = function(n) return days(2) end", "2026-11-03"), ("", nil),
    ] as [(String, String?)])
    func due(row: String, due: String?) throws {
        let tasking = try #require(tasked(row, TestNominal.member.with("release_date", #""2026-12-24""#)).taskings.first)
        #expect(tasking.due?.description == due)
    }

    @Test("the key is the person, the tasking and the month")
    func key() throws {
        let decision = try decide(#"tasking { { "visit", "Visit", owner = "officer" } }"#, TestNominal.member.named("N/7"), asOf: day("2027-01-31"))
        #expect(decision.taskings.first?.key == "N/7/visit/2027-01")
    }

    @Test("with `every`, an open tasking of the kind or one opened within the span holds it back", arguments: [
        (#"{"kind":"visit","opened":"2026-08-01","status":"done"}"#, false),
        (#"{"kind":"visit","opened":"2026-07-31","status":"done"}"#, true),
        (#"{"kind":"visit","opened":"2020-01-01","status":"open"}"#, false),
        (#"{"kind":"visit","opened":"2026-10-31","status":"cancelled"}"#, false),
        (#"{"kind":"other","opened":"2026-10-31","status":"open"}"#, true),
        (#"{"kind":"visit","opened":"2026-11-01","status":"done"}"#, false),
        (#"{"kind":"visit","opened":"2026-11-02","status":"open"}"#, true),
    ])
    func every(tasking: String, fires: Bool) throws {
        let nominal = TestNominal.member.with("taskings", list(tasking))
        #expect(try tasked("every = months(3)", nominal).taskings.isEmpty != fires)
        #expect(try tasked("", nominal).taskings.count == 1)
    }

    @Test("without any record of taskings, one with `every` fires")
    func everyUnknown() throws {
        #expect(try tasked("every = months(3)", TestNominal.member.with("taskings", nil)).taskings.count == 1)
    }

    @Test("enforcement is refused for a victim or somebody exploited, with a warning", arguments: [
        ("victim", false), ("exploited", false), ("core", true), ("associate", true),
    ])
    func enforcement(role: String, fires: Bool) throws {
        let nominal = TestNominal.member.with("gang", #"{"name":"G","role":"\#(role)"}"#)
        let decision = try tasked("enforcement = true", nominal)
        #expect(decision.taskings.isEmpty != fires)
        #expect(decision.warnings("enforcement_refused").count == (fires ? 0 : 1))
        #expect(try tasked("enforcement = false", nominal).taskings.count == 1)
        #expect(try tasked("", nominal).warnings.isEmpty)
    }

    @Test("enforcement is refused though the pack may not read the gang")
    func enforcementWithoutReads() throws {
        var pack = TestPack(#"tasking { { "visit", "Visit", owner = "o", enforcement = true } }"#)
        (pack.reads, pack.protected) = (#""borough""#, "")
        let decision = try Decider(pack.load()).decide(TestNominal.member.with("gang", #"{"name":"G","role":"victim"}"#))
        #expect(decision.taskings.isEmpty && decision.warnings("enforcement_refused").count == 1)
    }

    @Test("a tasking that meets an unknown does not fire and leaves a warning", arguments: [
        "when = function(n) return n.ogrs2 > 50 end", "because = function(n) return \"at \" .. n.ogrs2 end",
        "due = function(n) return n.ogrs2 > 5 and days(2) end",
    ])
    func unknown(row: String) throws {
        let decision = try tasked(row)
        #expect(decision.taskings.isEmpty && decision.recommendation.action == .retain)
        #expect(decision.warnings == [DecisionWarning(code: "unknown", field: "ogrs2", text: "“Visit” could not be decided: OGRS2 is not known")])
    }

    @Test("other taskings go on after one that is unknown")
    func othersGoOn() throws {
        let decision = try decide("""
            tasking {
              { "a", "A", owner = "o", when = function(n) return n.ogrs2 > 50 end },
              { "b", "B", owner = "o", when = function(n) return true end },
            }
            """, .member)
        #expect(decision.taskings.map(\.kind) == ["b"])
    }
}
