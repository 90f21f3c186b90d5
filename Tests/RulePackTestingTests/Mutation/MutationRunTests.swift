import Cohorts
import Decisions
import Foundation
import PackTestKit
@testable import RulePackTesting
import RulePacks
import Testing

@Suite("a mutation run")
struct MutationRunTests {
    private static let scope = "selection {\n  { \"adult\", \"Adult\", when = function(n) return n.age >= 18 end },\n}\n"
    private static let spec = """
        it("selects at thirty", function() expect(evaluate(nominal { age = 30 }).recommendation.action).is("select") end)
        it("does not at seventeen", function() expect(evaluate(nominal { age = 17 }).recommendation.action).is("none") end)

        """

    @Test("says of each change whether a test noticed it, and shows a test for one that none did", arguments: [1, 2])
    func report(jobs: Int) async throws {
        let report = try await MutatedPack(MutationRunTests.scope, tests: ["a.lua": MutationRunTests.spec]).report(jobs: jobs)
        #expect(report.fates == [
            "rules.lua:2 { \"adult\", \"Adult\", when = function(n) return n.age >= 18 end } → removed: killed by selects at thirty",
            "rules.lua:2 >= 18 → < 18: killed by selects at thirty", "rules.lua:2 >= 18 → > 18: survived",
            "rules.lua:2 18 → 17: killed by does not at seventeen", "rules.lua:2 18 → 19: survived",
        ])
        #expect(report.killed == 3 && report.of == 5 && report.percent == 60)
        #expect(report.text == """
            mutation
              3 of 5 changes were noticed, 60%

            survived: rules.lua:2:55 in `selection.adult`
              `>= 18` to `> 18`
              { "adult", "Adult", when = function(n) return n.age > 18 end },
              this nominal tells them apart by `recommendation`:
                it("rules.lua:2:55 is not changed to > 18", function()
                  local d = evaluate(nominal { age = 18 }, { as_of = "2026-01-01" })
                  expect(d.recommendation.action).is("select")
                end)

            survived: rules.lua:2:58 in `selection.adult`
              `18` to `19`
              { "adult", "Adult", when = function(n) return n.age >= 19 end },
              this nominal tells them apart by `recommendation`:
                it("rules.lua:2:58 is not changed to 19", function()
                  local d = evaluate(nominal { age = 18 }, { as_of = "2026-01-01" })
                  expect(d.recommendation.action).is("select")
                end)

            """)
    }

    @Test("the test shown for a survivor, pasted into the pack's tests, kills it")
    func pasted() async throws {
        let before = try await MutatedPack(MutationRunTests.scope, tests: ["a.lua": MutationRunTests.spec]).report()
        for (mutant, survivor) in before.survivors {
            let spec = try #require(survivor.spec)
            let after = try await MutatedPack(MutationRunTests.scope, tests: ["a.lua": MutationRunTests.spec, "b.lua": spec]).report()
            let fate = try #require(after.outcomes.first { $0.mutant == mutant }?.fate)
            #expect(fate == .killed(by: "\(mutant.file):\(mutant.line):\(mutant.column) is not changed to \(mutant.now)"))
        }
        #expect(before.survivors.count == 2)
    }

    @Test("a change that nothing can show says how many nominals were tried in vain")
    func equivalent() async throws {
        let report = try await MutatedPack(
            "selection { { \"a\", \"A\", when = function(n) return n.convictions_total > -5 end } }",
            tests: ["a.lua": "it(\"is everybody\", function() expect(evaluate(nominal {}).recommendation.action).is(\"select\") end)"]).report(nominals: 20)
        #expect(report.survivors.map { "\($0.mutant.now) \($0.survivor.spec ?? "-")" }.contains(">= -5 -"))
        #expect(report.survivors.allSatisfy { $0.survivor.words == "none of 20 made-up nominals tells them apart: the change may make no difference" })
    }

    @Test("a change with which the pack does not load counts as noticed, and says why")
    func loading() async throws {
        var pack = TestPack("""
            criteria "scope" { title = "Scope", all = {
              { "many", "Many", function(n) return n.convictions_total >= param.least end },
            } }
            """)
        pack.parameters = "least = { 5, min = 5, max = 20, title = \"Least\" }"
        let spec = """
            it("wants five", function()
              expect(evaluate(nominal { convictions_total = 5 }).met.scope).is(true)
              expect(evaluate(nominal { convictions_total = 4 }).met.scope).is(false)
            end)
            """
        let report = try await MutatedPack(pack, tests: ["a.lua": spec]).report()
        #expect(report.fates.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
            "5 → 6: killed by wants five", "5 → 4: does not load",
            "{ \"many\", \"Many\", function(n) return n.convictions_total >= param.lea… → removed: does not load",
            ">= param.least → < param.least: killed by wants five", ">= param.least → > param.least: killed by wants five",
        ])
        #expect(report.killedByLoad.map(\.why) == ["`least = 4` is below its minimum, 5", "`all` of criteria `scope` is empty"])
        #expect(report.text == "mutation\n  5 of 5 changes were noticed, 100%\n  2 of them because the pack no longer loads\n")
    }

    @Test("the same pack has the same report for any number of jobs")
    func jobs() async throws {
        let rules = """
            matrix "m" {
              title = "M", range = { 0, 100 },
              rows = {
                { "convictions", "Convictions", max = 50, points = function(n) return 2 * n.convictions_total end },
                { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
              },
              bands = { { "high", "High", from = 40 }, { "low", "Low" } },
            }
            selection { { "high", "High", when = function(n, d) return d.band.m == "high" and n.statutory end } }
            """
        let tests = [
            "a.csv": "name,convictions_total,ogrs2,statutory,expect.score.m,expect.action\nnothing,0,0,,0,none\nten,10,50,,30,none\nmany,30,80,true,70,select\n"]
        let pack = try MutatedPack(rules, tests: tests)
        let reports = [try await pack.report(jobs: 1), try await pack.report(jobs: 2), try await pack.report(jobs: 7)]
        #expect(reports[0].killed > 5 && !reports[0].survivors.isEmpty)
        for report in reports.dropFirst() {
            #expect(report.json == reports[0].json)
            #expect(report.text == reports[0].text)
        }
    }

    // MARK: Which tests run

    private static let rules = """
        selection { { "old", "Old", when = function(n) return n.convictions_total >= 5 end } }
        deselection { { "moved", "Moved", when = function(n) return n.borough ~= "Camden" end } }
        """
    private static let member: DraftValue = .record(["category": .text("ppo"), "since": .text("-1 years")])
    private static let cases = [
        NotedTests.Case(name: "five", changes: ["convictions_total": .int(5)], action: .select),
        NotedTests.Case(name: "six", changes: ["convictions_total": .int(6)], action: .select),
        NotedTests.Case(name: "four", changes: ["convictions_total": .int(4)], action: .none),
        NotedTests.Case(name: "stays", changes: ["cohort": member], action: .retain),
        NotedTests.Case(name: "leaves", changes: ["cohort": member, "borough": .text("Enfield")], action: .deselect),
    ]

    @Test("only tests that come to the changed rule run, what killed before first, until one fails")
    func reached() async throws {
        let pack = try MutatedPack(MutationRunTests.rules)
        defer { withExtendedLifetime(pack) {} }
        let log = RunLog()
        let run = try pack.run([TestSourceMaker { _ in [NotedTests(MutationRunTests.cases, log)] }])
        let report = try await run.run()
        #expect(log.tests(on: run.pack.identity.digest) == ["five", "six", "four", "stays", "leaves"])
        var ran: [String: [String]] = [:]
        for mutant in run.mutants {
            let source = try #require(run.pack.ownRuleFiles.first { $0.name == mutant.file }).bytes
            let changed = try PackSource.load(pack.path, replacing: [mutant.file: mutant.applied(to: source)]).pack
            ran["\(mutant.line) \(mutant.now)"] = log.tests(on: changed.identity.digest)
        }
        #expect(ran == [
            "1 removed": ["five"], "1 < 5": ["five"], "1 > 5": ["five"], "1 4": ["five", "six", "four"], "1 6": ["four", "five"],
            "2 removed": ["stays", "leaves"], "2 == \"Camden\"": ["leaves"],
        ])
        #expect(report.killed == report.of)
    }

    @Test("a change that no test comes to says so")
    func unreached() async throws {
        let pack = try MutatedPack(MutationRunTests.rules)
        defer { withExtendedLifetime(pack) {} }
        let log = RunLog()
        let report = try await pack.run([TestSourceMaker { _ in [NotedTests(Array(MutationRunTests.cases.prefix(3)), log)] }]).run()
        #expect(report.survivors.map(\.mutant.line) == [2, 2])
        #expect(report.survivors.allSatisfy { $0.survivor.reachedBy == 0 })
        #expect(report.text.contains("`~= \"Camden\"` to `== \"Camden\"`; no test comes here\n"))
    }

    @Test("tests that fail without any change are named, and nothing is tried")
    func failing() async throws {
        let wrong = "it(\"is wrong\", function() expect(evaluate(nominal {}).recommendation.action).is(\"refer\") end)\n"
        let pack = try MutatedPack(MutationRunTests.scope, tests: ["a.lua": MutationRunTests.spec, "b.lua": wrong])
        await #expect(performing: { try await pack.report() }, throws: { ($0 as? MutationRun.FailingTests)?.names == ["is wrong"] })
    }

    @Test("a pack whose files change while its mutants are tried has no score", arguments: [nil, "selection {}\n"])
    func changed(text: String?) async throws {
        let pack = try MutatedPack(MutationRunTests.scope, tests: ["a.lua": MutationRunTests.spec])
        defer { withExtendedLifetime(pack) {} }
        var run = try pack.run(PackTestFiles(pack: pack.path).makers())
        let file = URL(fileURLWithPath: pack.path + "/rules.lua")
        run.progress = { step in
            if step.tried > 1 { return }
            if let text { try? Data(text.utf8).write(to: file) } else { try? FileManager.default.removeItem(at: file) }
        }
        await #expect(performing: { try await run.run() }, throws: { $0 is PackError == (text == nil) && $0 is Finding == (text != nil) })
    }

    // MARK: What is left alone

    @Test("a baseline's files and modules are left as they are, and named")
    func untouched() async throws {
        var county = TestPack("selection { { \"adult\", \"Adult\", when = function(n) return n.age >= 18 end } }")
        county.id = "county"
        var city = TestPack("local help = require \"common.help\"\ndeselection { { \"few\", \"Few\", when = function(n) return help.few(n) end } }")
        city.id = "city"
        city.more = "extends = \"county\", uses = { \"common.help\" },"
        city.others = ["common/help.lua": "local help = {}\nfunction help.few(n) return n.convictions_total < 2 end\nreturn help\n"]
        let pack = try MutatedPack(
            city, tests: ["a.csv": "name,convictions_total,cohort.category,cohort.since,expect.action\nfew,1,ppo,today,deselect\nmany,2,ppo,today,retain\n"])
        _ = try county.write(into: pack.folder)
        let report = try await pack.report()
        #expect(report.untouched == ["county/rules.lua", "common/help.lua"])
        #expect(report.fates == ["rules.lua:2 { \"few\", \"Few\", when = function(n) return help.few(n) end } → removed: killed by a > few"])
        #expect(report.text == "mutation\n  1 of 1 changes were noticed, 100%\n  left as they are: county/rules.lua, common/help.lua\n")
    }
}
