import RulePackTesting
import RulePacks
import Testing

@Suite("a survivor's test")
struct SurvivorSpecTests {
    private static let rules = """
        matrix "m" { title = "M", range = { 0, 30 }, rows = {
          { "drugs", "Drugs", max = 12, points = function(n) return n.needs.drugs > 1 and 12 or 0 end },
          { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 60, 10 } } } },
          bands = { { "high", "High", from = 20 }, { "low", "Low" } } }
        decision_table "t" { title = "T", hit = "first", inputs = { { "o", of = function(n) return n.ogrs3 end } }, outputs = { { "x" } },
          rows = { { ">= 50", "->", "A" }, { "-", "->", "B" } } }
        classification "k" { title = "K", classes = { { "young", "Young", when = function(n) return n.age < 25 end }, { "old", "Old" } } }
        selection { { "s", "S", when = function(n, d) return d.band.m == "high" and d.class.k == "young" end } }
        deselection { { "out", "Out", when = function(n) return n.convictions_total == 0 end } }
        tasking { { "t", "T", owner = "o", due = days(5), when = function(n) return n.statutory end } }

        """

    private func report(_ camford: Camford, _ spec: String) async throws -> MutationReport {
        try camford.write("camford/tests/a.lua", spec)
        let pack = try camford.load()
        return try await MutationRun(pack, tests: PackTestFiles(pack: camford.path).makers(), asOf: pack.manifest.valid.from, jobs: 2).run()
    }

    @Test("kills it, once it is pasted")
    func kills() async throws {
        let camford = try Camford()
        try camford.write("camford/rules.lua", SurvivorSpecTests.rules)
        try camford.write("camford/pack.lua", """
            return {
              waymark = 1, id = "camford", title = "Camford", version = "1.2.0",
              owner = { borough = "Camford", contact = "iom@camford.example.org" },
              purpose = "Tests.", lawful_basis = "None is needed.",
              valid = { from = "2026-10-01", review_by = "2027-04-01", until_ = "2027-10-01" },
              files = { "rules.lua" },
              reads = { "age", "needs", "ogrs2", "ogrs3", "convictions_total", "statutory", "cohort" },
              protected = { age = "A test.", ["needs.mental_health"] = "A test.", ["needs.physical_health"] = "A test." },
            }
            """)
        let first = try await report(camford, "it(\"runs\", function() expect(evaluate(nominal {}).error).is_nothing() end)\n")
        let told = first.survivors.filter { $0.survivor.spec != nil }
        #expect(told.count > 15)
        #expect(told.allSatisfy { $0.survivor.spec?.contains("expect(") == true })
        let ranges = told.compactMap(\.survivor.spec).filter { $0.contains("is_unknown_between") }
        #expect(!ranges.isEmpty, "a change of `max` shows only where the score is not known")
        let second = try await report(camford, told.compactMap(\.survivor.spec).joined(separator: "\n"))
        let left = Set(second.survivors.map(\.mutant))
        for (mutant, survivor) in told { #expect(!left.contains(mutant), "\(mutant.was) to \(mutant.now) survives\n\(survivor.spec ?? "")") }
    }

    private static let worded = """
        matrix "m" { title = "M", range = { 0, 30 }, rows = { { "drugs", "Drugs", max = 12, points = function(n) return n.needs.drugs > 1 and 12 or 0, "seen " .. 7 end } } }
        criteria "c" { title = "C", any = { { "a", "A", function(n) return n.statutory end }, { "b", "B", function(n) return n.statutory end } } }
        selection { { "s", "S", when = function(n) return n.statutory end, because = function() return "point " .. 3 end } }
        tasking { { "t", "T", owner = "o", when = function(n) return n.statutory end, because = function() return "after " .. 5 end } }
        """

    @Test("expects the words where only words differ, and where no test sees them the survivor says so", arguments: [
        ("7", nil, "no test can tell it apart: the reason of `matrix.m.drugs` is “seen 6”, and was “seen 7”, in the record alone"),
        ("3", "expect(d.recommendation.because).contains(", nil), ("5", "expect(d.tasking.t.because).is(\"after 5\")", nil),
    ] as [(String, String?, String?)])
    func words(was: String, expectation: String?, message: String?) async throws {
        let pack = try MutatedPack(Self.worded, tests: ["a.lua": "it(\"runs\", function() expect(evaluate(nominal {}).error).is_nothing() end)\n"])
        let report = try await pack.report(nominals: 200)
        let found = try #require(report.survivors.first { $0.mutant.was == was && $0.mutant.file == "rules.lua" }, "\(report.fates)")
        if let expectation { #expect(found.survivor.spec?.contains(expectation) == true, "\(found.survivor.spec ?? found.survivor.words)") }
        if let message { #expect(found.survivor.spec == nil && found.survivor.words == message, "\(found.survivor.words)") }
    }
}
