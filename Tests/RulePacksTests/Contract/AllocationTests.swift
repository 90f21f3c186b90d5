import Decisions
import PackTestKit
import RulePacks
import Testing

/// Places for some, once everybody has been evaluated.
@Suite struct AllocationTests {
    static let rules = """
        matrix "sac" { title = "S", range = { 0, 100 }, rows = { { "o", "O", max = 100, points = function(n) return n.ogrs2 end } } }
        selection { { "join", "Join", when = function(n) return n.convictions_total >= 1 end } }
        tasking { { "visit", "Visit", owner = "o" } }

        """

    private func allocation(_ capacity: Int, rank: String = "function(n, d) return d.score.sac end", keep: String = "") -> String {
        "allocation { title = \"Capacity\", capacity = \(capacity), rank = { \(rank) }, \(keep.isEmpty ? "" : "keep = \(keep)") }"
    }

    private func run(_ rules: String, _ cohort: [TestNominal]) async throws -> [String: Record] {
        try await RanCohort(TestPack(rules).load(), cohort.map(\.line)).records()
    }

    private func person(_ id: String, _ ogrs: Int?, member: Bool = false, statutory: Bool = false, born: String = "1990-05-01") -> TestNominal {
        TestNominal.neutral.named(id).with("ogrs2", ogrs.map(String.init)).with("statutory", "\(statutory)").with("date_of_birth", "\"\(born)\"")
            .with("cohort", member ? #"{"category":"ppo","since":"2025-01-01"}"# : "null")
    }

    private func outcomes(_ records: [String: Record]) -> [String: String] {
        records.compactMapValues { record in
            record.allocation.map { "\($0.rank) \($0.outcome)\($0.kept == true ? " kept" : "") \(record.recommendation.action)" }
        }
    }

    @Test("those to be retained and to be selected are ranked together, highest first")
    func ranked() async throws {
        let records = try await run(Self.rules + allocation(2), [person("a", 10), person("b", 90), person("c", 50, member: true), person("d", 40, member: true)])
        #expect(outcomes(records) == ["b": "1 placed select", "c": "2 placed retain", "d": "3 displaced deselect", "a": "4 displaced monitor"])
        #expect(records["d"]?.recommendation.rule == "allocation" && records["a"]?.recommendation.rule == "allocation")
        #expect(records["a"]?.recommendation.because == [
            "There are 2 places, and this person is number 4 of the 4 who would have one.", "Without the limit: Join.",
        ])
    }

    @Test("the later ranking functions, then the id, break ties")
    func ties() async throws {
        let rank = "function(n, d) return d.score.sac end, function(n, d) return -n.age end"
        let records = try await run(Self.rules + allocation(9, rank: rank), [
            person("b", 50), person("a", 50), person("young", 50, born: "2005-01-01"), person("old", 50, born: "1970-01-01"),
        ])
        #expect(outcomes(records) == ["young": "1 placed select", "a": "2 placed select", "b": "3 placed select", "old": "4 placed select"])
    }

    @Test("people who are kept are placed first, count, and are never displaced")
    func keep() async throws {
        let cohort = [person("k1", 1, statutory: true), person("k2", 2, statutory: true), person("top", 99), person("next", 98)]
        let keep = "function(n, d) return n.statutory end"
        #expect(outcomes(try await run(Self.rules + allocation(3, keep: keep), cohort)) == [
            "k2": "1 placed kept select", "k1": "2 placed kept select", "top": "3 placed select", "next": "4 displaced monitor",
        ])
        #expect(outcomes(try await run(Self.rules + allocation(1, keep: keep), cohort)) == [
            "k2": "1 placed kept select", "k1": "2 placed kept select", "top": "3 displaced monitor", "next": "4 displaced monitor",
        ])
    }

    @Test("a rank that is unknown sorts last and is reported")
    func unknownRank() async throws {
        let records = try await run(Self.rules + allocation(2), [person("a", nil), person("b", 0), person("c", 5)])
        #expect(outcomes(records) == ["c": "1 placed select", "b": "2 placed select", "a": "3 displaced monitor"])
        #expect(records["a"]?.warnings.map(\.code) == ["rank_unknown"] && records["a"]?.warnings.first?.field == "ogrs2")
        #expect(records["b"]?.warnings.isEmpty == true)
    }

    @Test("a `keep` that is unknown keeps, and is reported")
    func unknownKeep() async throws {
        let records = try await run(Self.rules + allocation(0, keep: "function(n) return n.ogrs3 > 90 end"), [person("a", 5)])
        #expect(outcomes(records) == ["a": "1 placed kept select"] && records["a"]?.warnings.first?.field == "ogrs3")
    }

    @Test("people who are neither retained nor selected have no place in it")
    func others() async throws {
        let rules = Self.rules.replacing("n.convictions_total >= 1 end }", with: "n.convictions_total >= n.ogrs3 end }") + allocation(1)
        let records = try await run(rules, [person("refer", 90), person("none", 80).with("ogrs3", "50"), person("in", 10).with("ogrs3", "1")])
        #expect(outcomes(records) == ["in": "1 placed select"])
        #expect(records["refer"]?.recommendation.action == "refer" && records["none"]?.recommendation.action == "none")
    }

    @Test("a joiner who is displaced is not tasked; a member who is displaced still is")
    func taskings() async throws {
        let records = try await run(Self.rules + allocation(1), [person("top", 90), person("joiner", 50), person("member", 40, member: true)])
        #expect(records["top"]?.taskings.map(\.kind) == ["visit"] && records["joiner"]?.taskings.isEmpty == true)
        #expect(records["member"]?.taskings.map(\.kind) == ["visit"])
    }

    @Test("capacity may be a parameter")
    func parameter() async throws {
        var pack = TestPack(Self.rules + "allocation { title = \"C\", capacity = param.places, rank = { function(n, d) return d.score.sac end } }")
        pack.parameters = "places = { 1, min = 0, title = \"Places\" }"
        let records = try await RanCohort(pack.load(), [person("a", 1).line, person("b", 2).line]).records()
        #expect(outcomes(records) == ["b": "1 placed select", "a": "2 displaced monitor"])
    }

    @Test("what ranking reads is among the reads of the record")
    func reads() async throws {
        let records = try await run(Self.rules + allocation(1, rank: "function(n) return -n.age end"), [person("a", 1)])
        #expect(records["a"]?.reads.contains("age") == true)
    }

    @Test("a ranking function that fails, or gives no number, fails that nominal alone", arguments: [
        ("function(n) return n.ogrs2 > 50 and error(\"no\") or n.ogrs2 end", "lua_error"), ("function(n) return n.ogrs2 <= 50 and n.ogrs2 or \"high\" end", "not_a_rank"),
        ("function(n) if n.ogrs2 <= 50 then return n.ogrs2 end end", "not_a_rank"),
    ])
    func failing(rank: String, code: String) async throws {
        let records = try await run(Self.rules + allocation(1, rank: rank), [person("bad", 60), person("good", 5), person("other", 4)])
        #expect(records["bad"]?.error?.code == code && records["bad"]?.error?.rule == "allocation" && records["bad"]?.recommendation.action == "refer")
        #expect(outcomes(records) == ["good": "1 placed select", "other": "2 displaced monitor"])
    }

    @Test("records show an outcome and, of those kept, that they are")
    func record() async throws {
        let ran = try await RanCohort(
            TestPack(Self.rules + allocation(1, keep: "function(n) return n.statutory end")).load(),
            [person("a", 1, statutory: true).line, person("b", 2).line, person("c", 3).with("convictions_total", "0").line])
        #expect(ran.lines[0].contains(#""allocation":{"rank":1,"outcome":"placed","kept":true},"#))
        #expect(ran.lines[1].contains(#""allocation":{"rank":2,"outcome":"displaced"},"#))
        #expect(ran.lines[2].contains(#""allocation":null,"#))
    }
}
