import Cohorts
import Decisions
import RulePackTesting
import RulePacks
import Testing

@Suite("what evaluations touch")
struct CoverageRecorderTests {
    private func pack() throws -> CoveredPack { try CoveredPack(CoverageMapTests.rules) }

    private static let member: DraftValue = .record(["category": .text("ppo"), "since": .text("-1 years")])

    @Test("a row counts when it gives more than it gives for nothing, and a step when it is reached", arguments: [
        ([:], ["matrix.sac.flat", "table.tier.2"]),
        (["convictions_total": .int(2)], ["matrix.sac.record", "matrix.sac.flat", "table.tier.2"]),
        (["ogrs2": .int(80)], ["matrix.sac.ogrs", "matrix.sac.ogrs.step.1", "matrix.sac.flat", "table.tier.1"]),
        (["ogrs2": .int(60)], ["matrix.sac.ogrs", "matrix.sac.ogrs.step.2", "matrix.sac.flat", "table.tier.2"]),
        (["ogrs2": nil], ["matrix.sac.flat"]),
        (["needs.drugs": .int(2)], ["matrix.sac.drugs", "matrix.sac.flat", "table.tier.2"]),
        (["statutory": .bool(true)], ["matrix.sac.flat", "matrix.sac.times", "matrix.sac.settled", "table.tier.2"]),
    ] as [([String: DraftValue?], [String])])
    func rows(changes: [String: DraftValue?], expected: [String]) throws {
        #expect(try pack().touched(changes, .rows) == expected)
    }

    @Test("each condition that is asked comes out yes or no, and neither where it is unknown", arguments: [
        (["convictions_total": .int(40), "statutory": .bool(true)], [
            "criteria.scope.convicted yes", "criteria.scope.high no", "criteria.scope.statutory yes", "matrix.sac.drugs no",
            "class.kind.young no", "selection.ppo no",
        ]),
        // Selected: taskings and allocation are asked.
        (["ogrs2": .int(80), "needs.drugs": .int(2), "convictions_total": .int(30)], [
            "criteria.scope.convicted yes", "criteria.scope.high yes", "criteria.scope.statutory no", "matrix.sac.drugs yes",
            "class.kind.young no", "selection.ppo yes", "tasking.visit no", "allocation.keep no",
        ]),
        (["cohort": member, "statutory": .bool(true), "age": .int(17)], [
            "criteria.scope.convicted no", "criteria.scope.high no", "criteria.scope.statutory yes", "matrix.sac.drugs no",
            "class.kind.young yes", "deselection.moved no", "tasking.visit yes", "allocation.keep yes",
        ]),
        (["cohort": member, "borough": .text("Enfield"), "ogrs2": nil], [
            "criteria.scope.convicted no", "criteria.scope.statutory no", "matrix.sac.drugs no", "class.kind.young no",
            "deselection.moved yes", "tasking.visit no",
        ]),
    ] as [([String: DraftValue?], [String])])
    func branches(changes: [String: DraftValue?], expected: [String]) throws {
        #expect(try pack().touched(changes, .branches) == expected)
    }

    @Test("a band and a class count when they are given, and no band where it is unknown", arguments: [
        ([:], ["band.sac.low", "class.kind.other"]),
        (["ogrs2": .int(80), "convictions_total": .int(30), "age": .int(16)], ["band.sac.ppo", "class.kind.young"]),
        (["ogrs2": nil, "convictions_total": .int(25)], ["class.kind.other"]),
    ] as [([String: DraftValue?], [String])])
    func bandsAndClasses(changes: [String: DraftValue?], expected: [String]) throws {
        #expect(try pack().touched(changes, .bands, .classes) == expected)
    }

    @Test("lines count when they run")
    func lines() throws {
        let lines = try pack().touched(["cohort": CoverageRecorderTests.member], .lines)
        // Asked of nobody in the cohort: line 47, the rule of selection.
        #expect(lines == [4, 6, 7, 14, 15, 19, 21, 22, 31, 41, 45, 51, 54, 59, 60].map { "rules.lua:\($0)" })
    }

    @Test("how often a condition was unknown is counted")
    func unknowns() throws {
        let pack = try pack()
        let hits = try pack.hits(["ogrs2": nil]).union(pack.hits(["ogrs2": nil, "needs.drugs": nil])).union(pack.hits([:]))
        #expect(pack.map.unknowns(of: "criteria.scope.high", in: hits) == 2)
        #expect(pack.map.unknowns(of: "matrix.sac.drugs", in: hits) == 1)
        #expect(pack.map.unknowns(of: "criteria.scope.convicted", in: hits) == 0)
    }

    @Test("the rules that an evaluation came to are told")
    func reached() throws {
        let pack = try pack()
        let hits = try pack.hits([:])
        #expect(
            pack.map.rulesReached(by: hits) == [
                "criteria.scope", "criteria.scope.convicted", "criteria.scope.high", "criteria.scope.statutory", "matrix.sac", "matrix.sac.record",
                "matrix.sac.ogrs", "matrix.sac.drugs", "matrix.sac.flat", "matrix.sac.times", "matrix.sac.settled", "table.tier",
                "table.tier.input.ogrs", "class.kind", "class.kind.young", "group.gang", "selection", "selection.ppo", "selection.rest",
            ])
        #expect(pack.map.reached("matrix.sac.ogrs.step.1", by: hits))
        #expect(pack.map.reached("selection.ppo", by: hits))
        #expect(!pack.map.reached("tasking.visit", by: hits))
        #expect(!pack.map.reached("deselection.moved", by: hits))
    }

    @Test("hits are kept apart from one taking to the next, and join")
    func apart() throws {
        let pack = try pack()
        let low = try pack.hits([:])
        let high = try pack.hits(["ogrs2": .int(80)])
        let place = try #require(pack.map.place(of: "matrix.sac.ogrs.step.1"))
        #expect(!low.contains(place))
        #expect(high.contains(place))
        #expect(try pack.hits([:]) == low)
        let both = low.union(high)
        #expect(both.isSuperset(of: low) && both.isSuperset(of: high) && !low.isSuperset(of: high))
        #expect(!low.isDisjoint(with: high))
        #expect(pack.map.noHits.isEmpty && pack.map.noHits.isDisjoint(with: low))
        #expect(both.count > low.count)
    }

    @Test("recording changes no decision")
    func sameDecisions() throws {
        let recorded = try pack()
        _ = try recorded.hits(["ogrs2": .int(80), "convictions_total": .int(30)])
        #expect(recorded.decision.recommendation.rule == "ppo")
        #expect(recorded.decision.taskings.map(\.kind) == ["letter"])
    }

    @Test("what a rule did before it failed was touched")
    func failing() throws {
        let pack = try CoveredPack(
            """
            criteria "scope" { title = "Scope", all = {
              { "first", "First", function(n) return true end },
              { "second", "Second", function(n) return n.age.years end },
            } }
            """)
        #expect(try pack.touched([:], .branches, .lines) == ["criteria.scope.first yes", "rules.lua:2", "rules.lua:3"])
        #expect(try pack.map.rulesReached(by: pack.hits([:])) == ["criteria.scope", "criteria.scope.first", "criteria.scope.second"])
    }
}
