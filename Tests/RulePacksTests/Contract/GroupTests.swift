import Decisions
import PackTestKit
import RulePacks
import Testing

/// Groups: people sharing a key, and people connected.
@Suite struct GroupTests {
    private static let gang = #"group "gang" { title = "Gang", key = function(n) return n.gang.name end }"#

    private func run(_ rules: String, _ cohort: [TestNominal]) async throws -> [String: Record] {
        try await RanCohort(TestPack(rules).load(), cohort.map(\.line)).records()
    }

    private func person(_ id: String, gang: String? = nil, member: Bool = false, ogrs: Int? = nil, associates: String = "[]") -> TestNominal {
        TestNominal.neutral.named(id).with("gang", gang.map { #"{"name":"\#($0)","role":"core"}"# } ?? "null")
            .with("cohort", member ? #"{"category":"ppo","since":"2025-01-01"}"# : "null").with("ogrs2", ogrs.map(String.init)).with("associates", associates)
    }

    @Test("people who share a key make a group, and a person in none has size 0")
    func key() async throws {
        let records = try await run(
            Self.gang, [person("a", gang: "North"), person("b", gang: "South"), person("c", gang: "North"), person("d")])
        #expect(records.mapValues { $0.groups["gang"] } == [
            "a": Record.Group(key: "North", size: 2), "b": Record.Group(key: "South", size: 1), "c": Record.Group(key: "North", size: 2),
            "d": Record.Group(key: nil, size: 0),
        ])
    }

    @Test("`selected` counts those in the cohort at present, whatever is recommended")
    func selected() async throws {
        let rules = Self.gang + #"""

            selection { { "s", "S", when = function(n, d) print(d.group.gang.selected, d.group.gang.size) return true end } }
            """#
        let records = try await run(rules, [person("a", gang: "N"), person("b", gang: "N", member: true), person("c", gang: "N", member: true), person("d")])
        #expect(records["a"]?.trace == ["2\t3"] && records["d"]?.trace == ["0\t0"])
        #expect(records["a"]?.recommendation.action == "select")
    }

    @Test("`mean_score` is the mean over the group, unknown where a member's score is or there is no group", arguments: [
        ([80, 40], "60"), ([80, nil], "unknown"), ([75, 76], "75.5"),
    ] as [([Int?], String)])
    func mean(scores: [Int?], expected: String) async throws {
        let rules = Self.gang + #"""

            matrix "sac" { title = "S", range = { 0, 100 }, rows = { { "o", "O", max = 100, points = function(n) return n.ogrs2 end } } }
            selection { { "s", "S", when = function(n, d) print(d.group.gang:mean_score("sac")) return false end } }
            """#
        var cohort = scores.enumerated().map { person("p\($0)", gang: "N", ogrs: $1) }
        cohort.append(person("nobody", ogrs: 50))
        let records = try await run(rules, cohort)
        for index in scores.indices {
            let record = try #require(records["p\(index)"])
            if expected == "unknown" {
                #expect(record.recommendation.unknown == ["group.gang.mean_score"])
            } else {
                #expect(record.trace == [expected])
            }
        }
        #expect(records["nobody"]?.recommendation.action == "refer")
    }

    @Test("a mean of a matrix that does not exist is an error with the name")
    func meanOfNothing() async throws {
        let rules = Self.gang + #"""

            selection { { "s", "S", when = function(n, d) return d.group.gang:mean_score("sac") > 1 end } }
            """#
        #expect(try await run(rules, [person("a", gang: "N")])["a"]?.error?.message == "there is no matrix named `sac`")
    }

    @Test("people are connected through associates of the kinds, directly or through others")
    func link() async throws {
        let rules = #"group "network" { title = "Network", link = { "co_offender" }, within = months(24) }"#
        let to = { (id: String, kind: String, date: String) in #"[{"id":"\#(id)","kind":"\#(kind)","date":"\#(date)"}]"# }
        let records = try await run(rules, [
            person("a", associates: to("b", "co_offender", "2026-01-01")), person("b", associates: to("c", "co_offender", "2024-11-01")), person("c"),
            person("old", associates: to("a", "co_offender", "2024-10-31")), person("kin", associates: to("a", "family", "2026-01-01")),
            person("later", associates: to("a", "co_offender", "2026-11-02")), person("away", associates: to("elsewhere", "co_offender", "2026-01-01")),
            person("undated", associates: #"[{"id":"a","kind":"co_offender"}]"#),
        ])
        for id in ["a", "b", "c"] { #expect(records[id]?.groups["network"] == Record.Group(key: "a", size: 3)) }
        for id in ["old", "kin", "later", "undated"] { #expect(records[id]?.groups["network"]?.size == 0) }
        // Somebody outside the file is no member, but the link is there.
        #expect(records["away"]?.groups["network"] == Record.Group(key: "away", size: 1))
    }

    @Test("two people who know the same person outside the file are connected")
    func throughOutsider() async throws {
        let rules = #"group "network" { title = "Network", link = { "co_offender", "gang" } }"#
        let records = try await run(rules, [
            person("b", associates: #"[{"id":"x","kind":"co_offender"}]"#), person("a", associates: #"[{"id":"x","kind":"gang"}]"#), person("c"),
        ])
        #expect(records["a"]?.groups["network"] == Record.Group(key: "a", size: 2) && records["b"]?.groups["network"] == Record.Group(key: "a", size: 2))
        #expect(records["c"]?.groups["network"] == Record.Group(key: nil, size: 0))
    }

    @Test("a key that is no text or number is an error; with an unknown one the size is unknown")
    func badKey() async throws {
        let table = try await run(#"group "g" { title = "G", key = function(n) return {} end }"#, [person("a")])
        #expect(table["a"]?.error?.code == "bad_key" && table["a"]?.error?.rule == "group.g")
        let unknown = try await run(#"group "g" { title = "G", key = function(n) return n.ogrs2 end }"#, [person("a"), person("b", ogrs: 7)])
        #expect(unknown["a"]?.groups["g"] == Record.Group(key: nil, size: nil) && unknown["b"]?.groups["g"] == Record.Group(key: "7", size: 1))
    }

    @Test("lines that are rejected are in no group")
    func rejected() async throws {
        let cohort = [person("a", gang: "N"), person("b", gang: "N").with("convictions_total", "-1"), person("a", gang: "N")]
        #expect(try await run(Self.gang, cohort)["a"]?.groups["gang"] == Record.Group(key: "N", size: 1))
    }
}
