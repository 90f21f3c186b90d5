import Cohorts
import Notation
import PackTestKit
import RulePacks
import Testing

@testable import RulePackTesting

@Suite("Mutants of a pack")
struct MutantFinderTests {
    private func mutants(_ rules: String, parameters: String = "", maxAge: String = "") throws -> [Mutant] {
        var pack = TestPack(rules)
        pack.parameters = parameters
        pack.maxAge = maxAge
        let source = try pack.load()
        return MutantFinder.mutants(ofManifest: source.manifestFile) + source.writtenFiles.flatMap { MutantFinder.mutants(of: $0) }
    }

    private func changes(_ rules: String, _ kinds: Set<Mutant.Kind>) throws -> [String] {
        try mutants(rules).filter { kinds.contains($0.kind) }.map { "\($0.was) → \($0.now)" }
    }

    static let conditions: [(condition: String, changes: [String])] = [
        ("n.age >= 18", [">= 18 → < 18", ">= 18 → > 18", "18 → 17", "18 → 19"]),
        ("n.age < 18", ["< 18 → <= 18", "< 18 → >= 18", "18 → 17", "18 → 19"]),
        ("n.age > 2.5", ["> 2.5 → <= 2.5", "> 2.5 → >= 2.5", "2.5 → 1.5", "2.5 → 3.5"]),
        ("n.sex == \"male\"", ["== \"male\" → ~= \"male\""]),
        ("n.statutory and not n.disability", ["and → or", "not n.disability → n.disability"]),
        ("n.statutory or n.disability", ["or → and"]),
        ("n.offences:any { within = months(12) }", ["12 → 11", "12 → 13"]),
    ]

    @Test("a condition has its neighbours, its numbers its own", arguments: conditions)
    func condition(_ condition: String, _ expected: [String]) throws {
        let found = try changes("selection { { \"a\", \"A\", when = function(n, d) return \(condition) end } }", [.comparison, .number, .logic, .negation])
        #expect(found.sorted() == expected.sorted())
    }

    @Test("each row, criterion, class and rule is taken out, with its place and its name")
    func removals() throws {
        let found = try mutants("""
            criteria "scope" { title = "Scope", all = {
              { "adult", "Adult", function(n) return n.statutory end },
              any = { { "here", "Here", function(n) return true end } },
            } }
            classification "kind" { title = "Kind", classes = { { "one", "One" } } }
            selection { { "a", "A" }, { "b", "B" } }
            """).filter { $0.kind == .removal }
        #expect(found.map { "\($0.rule ?? "") \($0.line):\($0.column)" } == [
            "criteria.scope.adult 2:3", "criteria.scope.here 3:11", "class.kind.one 5:53", "selection.a 6:13", "selection.b 6:27",
        ])
    }

    @Test("a cell of a decision table is changed inside its text, and its outputs are left")
    func cells() throws {
        let found = try mutants("""
            decision_table "tier" { title = "Tier", hit = "first",
              inputs = { { "ogrs", of = function(n) return n.ogrs3 end }, { "harm", of = function(n) return n.risk_of_harm end } },
              outputs = { { "tier", values = { "A", "B" } } },
              rows = { { "[50..75)", '"high2"', "->", "A1" }, { ">= 5.5", "-", "->", "B" } } }
            """).filter { $0.kind != .removal }
        #expect(found.map { "\($0.was) → \($0.now)" }.sorted() == [
            ">= 5.5 → < 5.5", ">= 5.5 → > 5.5", ">= 5.5 → >= 4.5", ">= 5.5 → >= 6.5",
            "[50..75) → (50..75)", "[50..75) → [49..75)", "[50..75) → [50..74)", "[50..75) → [50..75]", "[50..75) → [50..76)",
            "[50..75) → [51..75)",
        ])
        #expect(found.allSatisfy { $0.rule?.hasPrefix("table.tier.") == true })
    }

    @Test("parameters and lengths of max_age are thresholds, their bounds are not")
    func manifest() throws {
        let found = try mutants(
            "selection { { \"a\", \"A\" } }", parameters: "ppo = { 90, min = 70, max = 100, title = \"PPO\" }, on = { true, title = \"On\" }",
            maxAge: "ogrs2 = \"12 months\"").filter { $0.file == "pack.lua" }
        #expect(found.map { "\($0.was) → \($0.now)" } == [
            "90 → 91", "90 → 89", "true → false", "\"12 months\" → \"13 months\"", "\"12 months\" → \"11 months\"",
        ])
    }

    @Test("applying a change alters its own place and keeps every line")
    func application() throws {
        let rules = "selection {\n  { \"a\", \"A\",\n    when = function(n) return n.age >= 18 end },\n  { \"b\", \"B\" },\n}\n"
        let source = Array(rules.utf8)
        for mutant in try mutants(rules) where mutant.file == "rules.lua" {
            let changed = mutant.applied(to: source)
            #expect(changed != source)
            #expect(changed.count { $0 == 0x0A } == source.count { $0 == 0x0A })
            if mutant.now == "> 18" { #expect(mutant.editedLine(of: source) == "when = function(n) return n.age > 18 end },") }
        }
    }
}
