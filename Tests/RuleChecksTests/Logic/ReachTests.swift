import Decisions
import Foundation
import Testing

@testable import RuleChecks

@Suite("Rules, classes and bands that can never be reached")
struct ReachTests {
    private func only(_ rules: String) throws -> (finding: Finding, decision: Decision?) {
        let pack = try LogicPack(rules)
        let findings = pack.findings
        try #require(findings.count == 1, "\(findings.map(\.text))")
        let decision = try findings[0].witness.flatMap { try Engine(pack.program).decide(spec: $0) }
        return (findings[0], decision)
    }

    @Test("a rule behind a wider one is found, with somebody whom the wider one takes")
    func selection() throws {
        let (finding, decision) = try only("""
            selection {
              { "target", "Target", when = function(n) return n.ogrs2 >= 50 end },
              { "ppo", "PPO", when = function(n) return n.ogrs2 >= 75 end },
            }
            """)
        #expect(finding.text == """
            rules.lua:3:26: warning WM034: rule `ppo` of `selection` can never be reached: wherever its condition holds, that of `target` holds before it; put it before `target`, or narrow `target`
                nominal { ogrs2 = 75 }
            """)
        #expect(decision?.recommendation.rule == "target")
    }

    @Test("two earlier rules may beat a rule together that neither beats alone")
    func together() throws {
        let (finding, decision) = try only("""
            deselection {
              { "young", "Young", when = function(n) return n.age < 30 end },
              { "free", "Free", when = function(n) return n.custody_status ~= "custody" end },
              { "old", "Old", when = function(n) return n.age >= 30 and n.ogrs2 < 10 and n.custody_status == "custody" end },
              { "rest", "Rest", when = function(n) return n.age < 40 and (n.age < 20 or n.custody_status == "none") end },
            }
            """)
        #expect(finding.message == "rule `rest` of `deselection` can never be reached: wherever its condition holds, that of `young` or `free` holds before it")
        #expect(["young", "free"].contains(decision?.recommendation.rule))
    }

    @Test("nothing can come after a rule without a condition")
    func always() throws {
        let (finding, decision) = try only("""
            selection { { "all", "All" }, { "some", "Some", when = function(n) return n.offences:count { type = "robbery" } >= 2 end } }
            """)
        #expect(finding.message == "rule `some` of `selection` can never be reached: `all` stands before it without a condition, so it always decides")
        #expect(decision?.recommendation.rule == "all")
    }

    @Test("rules that each take somebody are left alone")
    func reachable() throws {
        let pack = try LogicPack("""
            selection {
              { "ppo", "PPO", when = function(n) return n.ogrs2 >= 75 end }, { "target", "Target", when = function(n) return n.ogrs2 >= 50 end },
              { "unread", "Unread", when = function(n) return n.ogrs3 >= 75 end }, { "rest", "Rest" },
            }
            """)
        #expect(pack.words == [])
    }

    @Test("the nominal for a band of a score has the rows that make it")
    func scores() throws {
        let (finding, decision) = try only("""
            local burglary = filter { type = "burglary_dwelling", outcome = "convicted", within = months(12) }
            matrix "sac" { title = "SAC", range = { 0, 100 }, rows = {
                { "burglary", "Burglary", max = 40, points = function(n) return 10 * n.offences:count(burglary) end },
                { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
                { "drugs", "Drugs", points = 15, when = function(n) return n.needs.drugs == 2 end } },
              bands = { { "ppo", "PPO", from = 70 }, { "rest", "Rest" } } }
            selection {
              { "high", "High", when = function(n, d) return d.score.sac >= 60 end },
              { "ppo", "PPO", when = function(n, d) return d.band.sac == "ppo" and n.statutory end },
            }
            """)
        #expect(finding.code == .unreachableRule)
        #expect(decision?.recommendation.rule == "high")
        #expect(decision?.matrices.first?.band == "ppo")
    }

    @Test("a class behind a wider one, and a last class that nothing is left for")
    func classes() throws {
        let wide = """
            classification "age" { title = "Age", classes = {
              { "adult", "Adult", when = function(n) return n.age >= 18 end }, { "older", "Older", when = function(n) return n.age >= 50 end }, { "child", "Child" } } }
            """
        let (finding, decision) = try only(wide)
        #expect(finding.code == .unreachableClass)
        #expect(finding.message == "class `older` of `age` can never be reached: wherever its condition holds, that of `adult` holds before it")
        #expect(decision?.classes.first?.classes == ["adult"])
        let (last, _) = try only("""
            classification "age" { title = "Age", classes = {
              { "adult", "Adult", when = function(n) return n.age >= 18 end }, { "young", "Young", when = function(n) return n.age < 21 end }, { "other", "Other" } } }
            """)
        #expect(last.message == "class `other` of `age` can never be reached: `adult` or `young` takes everybody")
    }

    private func matrix(_ rows: String, bands: String = "", range: String = "0, 200", total: String = "") -> String {
        "matrix \"m\" { title = \"M\", range = { \(range) }, rows = { \(rows) }, bands = { \(bands) }, \(total) }"
    }

    static let drugs = "{ \"drugs\", \"Drugs\", points = 15, when = function(n) return n.needs.drugs == 2 end }"
    static let ogrs = "{ \"ogrs\", \"OGRS2\", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } }"

    static let bandCases: [(rows: String, bands: String, total: String, message: String?)] = [
        ("\(ReachTests.drugs), \(ReachTests.ogrs)", #"{ "high", "High", from = 36 }, { "low", "Low" }"#, "",
         "band `high` of matrix `m` can never be reached: it begins at 36, and the greatest total is 35"),
        ("\(ReachTests.drugs), \(ReachTests.ogrs)", #"{ "high", "High", from = 35 }, { "low", "Low" }"#, "", nil),
        ("\(ReachTests.drugs), \(ReachTests.ogrs)", #"{ "high", "High", from = 30 }, { "mid", "Mid", from = 26 }, { "low", "Low" }"#,
         "", "band `mid` of matrix `m` can never be reached: no total lies between 26 and 30"),
        ("\(ReachTests.drugs), \(ReachTests.ogrs)", #"{ "high", "High", from = 0 }, { "low", "Low" }"#, "",
         "band `low` of matrix `m` can never be reached: the least total is 0, and the band above it begins at 0"),
        (
            #"{ "k", "K", max = 25, points = function(n) return 10 * #n.offences end }"#, #"{ "high", "High", from = 26 }, { "low", "Low" }"#, "",
            "band `high` of matrix `m` can never be reached: it begins at 26, and the greatest total is 25"
        ),
        (#"{ "k", "K", points = function(n) return 10 * #n.offences end }"#, #"{ "high", "High", from = 150 }, { "low", "Low" }"#, "", nil),
        (
            #"{ "k", "K", points = function(n) return math.min(7 * #n.offences, 30) end }"#, #"{ "high", "High", from = 31 }, { "low", "Low" }"#, "",
            "band `high` of matrix `m` can never be reached: it begins at 31, and the greatest total is 30"
        ),
        ("\(ReachTests.drugs), \(ReachTests.ogrs)", #"{ "high", "High", from = 301 }, { "low", "Low" }"#,
         "total = function(row) return row.drugs * row.ogrs end",
         "band `high` of matrix `m` can never be reached: it begins at 301, and the greatest total is 200"),
        ("\(ReachTests.drugs), \(ReachTests.ogrs)", #"{ "high", "High", from = 200 }, { "low", "Low" }"#,
         "total = function(row) return row.drugs * row.ogrs end", nil),
    ]

    @Test("a band is reached or not by what the rows can add up to", arguments: bandCases)
    func bands(_ row: (rows: String, bands: String, total: String, message: String?)) throws {
        let found = try LogicPack(matrix(row.rows, bands: row.bands, total: row.total)).findings.filter { $0.code == .unreachableBand && $0.witness == nil }
        #expect(found.map(\.message) == [row.message].compactMap(\.self))
    }

    @Test("a range that the rows go beyond is found only with somebody who goes beyond it")
    func range() throws {
        let (finding, decision) = try only(matrix("\(Self.drugs), \(Self.ogrs)", range: "0, 30"))
        #expect(finding.code == .unreachableBand)
        #expect(finding.message.contains("the total of matrix `m` is 35, outside its range of 0 to 30"))
        #expect(decision?.error?.code == "out_of_range")
        #expect(try LogicPack(matrix("\(Self.drugs), \(Self.ogrs)", range: "0, 35")).words == [])
        let apart = #"{ "a", "A", points = 20, when = function(n) return n.age < 18 end }, { "b", "B", points = 20, when = function(n) return n.age >= 18 end }"#
        #expect(try LogicPack(matrix(apart, range: "0, 30")).words == [])
    }

    static let unfollowed = [
        (
            #"{ "a", "A", max = 25, points = function(n) local k = 0 for _, o in ipairs(n.offences) do if o.type == "arson" then k = k + 5 end end return k end }, { "b", "B", max = 25, points = function(n) return n.ogrs2 // 4 end }"#,
            "", "the total of matrix `m` is 5"
        ),
        (
            #"{ "a", "A", max = 5, points = function(n) return #n.offences end }, { "b", "B", min = 1, max = 10, points = function(n) return n.convictions_total // 4 end }"#,
            "total = function(row) return row.a * row.b end", "the total of matrix `m` is "
        ),
        (#"{ "a", "A", min = -20, points = function(n) local k = 0 for _, o in ipairs(n.orders) do k = k - 7 end return k end }"#,
         "", "the total of matrix `m` is -"),
    ]

    @Test("a range that rows go beyond is found where their functions cannot be followed, too, with somebody plain", arguments: unfollowed)
    func unfollowedRange(rows: String, total: String, message: String) throws {
        let pack = try LogicPack(matrix(rows, range: "0, 40", total: total))
        let finding = try #require(pack.findings.first { $0.witness != nil }, "\(pack.words)")
        #expect(finding.code == .unreachableBand && finding.message.contains(message), "\(finding.text)")
        #expect(try Engine(pack.program).decide(spec: try #require(finding.witness))?.error?.code == "out_of_range")
        #expect(try LogicPack(matrix(rows, range: "-50, 50", total: total)).findings.filter { $0.witness != nil }.map(\.text) == [])
    }

    @Test("the person who goes beyond a range has nothing that is not needed for it")
    func plainest() throws {
        let rows = #"{ "a", "A", max = 30, points = function(n) return 10 * #n.offences end }, \#(Self.ogrs)"#
        let (finding, _) = try only(matrix(rows, range: "0, 40"))
        let witness = try #require(finding.witness)
        #expect(witness.components(separatedBy: "type = ").count == 4 && !witness.contains("age"), "\(witness)")
    }

    static let rowCases: [(row: String, message: String?)] = [
        (#"{ "o", "O", of = function(n) return n.ogrs2 end, steps = { { 110, 20 }, { 50, 10 } } }"#,
         "the step from 110 in row `o` of matrix `m` can never be reached: its value is 100 at most"),
        (#"{ "o", "O", of = function(n) return n.ogrs2 end, steps = { { 0, 20 }, { -5, 10 } } }"#,
         "the step from -5 in row `o` of matrix `m` can never be reached: its value is 0 at least, and the step from 0 comes first"),
        (#"{ "o", "O", max = 15, of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } }"#,
         "row `o` of matrix `m`: the step from 75 gives 20, which is always cut to the `max` of 15"),
        (#"{ "o", "O", max = 10, points = 15, when = function(n) return n.statutory end }"#,
         "row `o` of matrix `m` gives 15 or more and is always cut to its `max` of 10"),
        (#"{ "o", "O", max = 40, points = 15, when = function(n) return n.statutory end }"#,
         "`max = 40` of row `o` of matrix `m` can never matter: it gives 15 at most"),
        (#"{ "o", "O", max = 40, points = function(n) return 10 * #n.offences end }"#, nil),
        (#"{ "o", "O", max = 4, points = function(n) return n.ogrs2 >= 75 and 4 or 1 end }"#, nil),
        (#"{ "o", "O", of = function(n) return n.convictions_total end, steps = { { 30, 10 }, { 15, 5 } } }"#, nil),
    ]

    @Test("steps and bounds that never matter, or cut everything", arguments: rowCases)
    func row(_ row: (row: String, message: String?)) throws {
        #expect(try LogicPack(matrix(row.row)).findings.map(\.message) == [row.message].compactMap(\.self))
    }
}
