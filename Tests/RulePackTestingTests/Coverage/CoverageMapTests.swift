import Cohorts
import Decisions
import RulePackTesting
import RulePacks
import Testing

@Suite("what there is to cover")
struct CoverageMapTests {
    static let rules = """
        criteria "scope" {
          title = "In scope",
          all = {
            { "convicted", "Convicted", function(n) return n.convictions_total >= 1 end },
            any = {
              { "high", "High OGRS2", function(n) return n.ogrs2 >= 75 end },
              { "statutory", "Statutory", function(n) return n.statutory end },
            },
          },
        }
        matrix "sac" {
          title = "Score", range = { -10, 100 },
          rows = {
            { "record", "Convictions", max = 30, points = function(n) return n.convictions_total end },
            { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = {
              { 75, 20 },
              { 50, 10 },
            } },
            { "drugs", "Drug need", points = 15, when = function(n) return n.needs.drugs == 2 end },
            { "flat", "For everybody", points = 1 },
            { "times", "Multiplier", min = 1, max = 4, points = function(n) return n.statutory and 2 or 1 end },
            { "settled", "Settled", min = -10, max = 0, points = function(n) return n.statutory and -5 or 0 end },
          },
          bands = {
            { "ppo", "PPO", from = 40 },
            { "low", "Low" },
          },
        }
        decision_table "tier" {
          title = "Tier", hit = "first",
          inputs = { { "ogrs", of = function(n) return n.ogrs2 end } },
          outputs = { { "tier", values = { "A", "B" } } },
          rows = {
            { ">= 75", "->", "A" },
            { "-", "->", "B" },
          },
        }
        classification "kind" {
          title = "Kind", pick = "first",
          classes = {
            { "young", "Young", when = function(n) return n.age < 18 end },
            { "other", "Other" },
          },
        }
        group "gang" { title = "Gang", key = function(n) return n.gang.name end }
        selection {
          { "ppo", "PPO", when = function(n, d) return d.band.sac == "ppo" end, category = "ppo" },
          { "rest", "Everybody else", action = "monitor" },
        }
        deselection {
          { "moved", "Moved", when = function(n) return n.borough ~= "Camden" end },
        }
        tasking {
          { "visit", "Visit", when = function(n) return n.statutory end, owner = "team", due = days(5) },
          { "letter", "Letter", owner = "team", due = days(5) },
        }
        allocation {
          title = "Places", capacity = 1,
          rank = { function(n, d) return d.score.sac end },
          keep = function(n) return n.statutory end,
        }
        """

    @Test("every row, step and row of a table is one thing to cover, every condition two, every band, class and line one", arguments: [
        (CoverageKind.rows, [
            "matrix.sac.record", "matrix.sac.ogrs", "matrix.sac.ogrs.step.1", "matrix.sac.ogrs.step.2", "matrix.sac.drugs", "matrix.sac.flat",
            "matrix.sac.times", "matrix.sac.settled", "table.tier.1", "table.tier.2",
        ]),
        (.branches, [
            "criteria.scope.convicted yes", "criteria.scope.convicted no", "criteria.scope.high yes", "criteria.scope.high no",
            "criteria.scope.statutory yes", "criteria.scope.statutory no", "matrix.sac.drugs yes", "matrix.sac.drugs no",
            "class.kind.young yes", "class.kind.young no", "selection.ppo yes", "selection.ppo no", "deselection.moved yes",
            "deselection.moved no", "tasking.visit yes", "tasking.visit no", "allocation.keep yes", "allocation.keep no",
        ]),
        (.bands, ["band.sac.ppo", "band.sac.low"]),
        (.classes, ["class.kind.young", "class.kind.other"]),
        (.lines, [4, 6, 7, 14, 15, 19, 21, 22, 31, 41, 45, 47, 51, 54, 59, 60].map { "rules.lua:\($0)" }),
    ] as [(CoverageKind, [String])])
    func items(kind: CoverageKind, expected: [String]) throws {
        #expect(try CoveredPack(CoverageMapTests.rules).ids(kind) == expected)
    }

    @Test("an item knows its rule, its title and where it is written", arguments: [
        ("matrix.sac.drugs", "matrix.sac.drugs", "Drug need", 19), ("matrix.sac.ogrs.step.2", "matrix.sac.ogrs.step.2", "OGRS2, from 50", 17),
        ("band.sac.ppo", "band.sac.ppo", "PPO", 25), ("table.tier.2", "table.tier.2", "Tier, row 2", 35),
        ("criteria.scope.high no", "criteria.scope.high", "High OGRS2", 6), ("class.kind.other", "class.kind.other", "Other", 42),
        ("selection.ppo yes", "selection.ppo", "PPO", 47), ("allocation.keep yes", "allocation.keep", "Places: kept", 57),
        ("rules.lua:14", "rules.lua", "", 14),
    ])
    func places(id: String, rule: String, title: String, line: Int) throws {
        let map = try CoveredPack(CoverageMapTests.rules).map
        let item = try #require(map.place(of: id).map { map.items[$0] })
        #expect(item.rule == rule)
        #expect(item.title == title)
        #expect(item.file == "rules.lua")
        #expect(item.line == line)
    }

    @Test("rules that rows, steps and bands belong to are found for them", arguments: [
        ("matrix.sac.ogrs.step.1", "matrix.sac.ogrs"), ("table.tier.2", "table.tier"), ("table.tier.input.ogrs", "table.tier.input.ogrs"),
        ("band.sac.ppo", "matrix.sac"), ("criteria.scope.high", "criteria.scope.high"), ("class.kind.other", "class.kind"),
        ("selection.rest", "selection.rest"), ("allocation", "allocation"), ("matrix.other.row", nil),
    ] as [(String, String?)])
    func holders(path: String, holder: String?) throws {
        #expect(try CoveredPack(CoverageMapTests.rules).map.rule(holding: path) == holder)
    }
}
