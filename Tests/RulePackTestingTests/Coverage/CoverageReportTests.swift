import Cohorts
import Notation
import RulePackTesting
import RulePacks
import Testing

@Suite("the report of coverage")
struct CoverageReportTests {
    static let rules = """
        local function high(n)
          if n.ogrs2 >= 75 then
            return true
          end
          return n.convictions_total > 50
        end
        matrix "sac" {
          title = "Score", range = { 0, 100 },
          rows = {
            { "ogrs", "OGRS2 <b>&", of = function(n) return n.ogrs2 end, steps = { { 75, 20 } } },
            { "drugs", "Drug need", points = 15, when = function(n) return n.needs.drugs == 2 end },
          },
          bands = { { "ppo", "PPO", from = 40 }, { "low", "Low" } },
        }
        selection {
          { "high", "High risk", when = high },
        }
        """

    @Test("each kind is told with what was missed, and the total leaves the lines out")
    func tallies() throws {
        let report = try CoveredPack(CoverageReportTests.rules).report([:])
        #expect(report[.rows] == CoverageTally(hit: 0, of: 3, missed: report[.rows].missed))
        #expect(report[.rows].missed.map(\.id) == ["matrix.sac.ogrs", "matrix.sac.ogrs.step.1", "matrix.sac.drugs"])
        #expect(report[.branches].missed.map(\.id) == ["matrix.sac.drugs yes", "selection.high yes"])
        #expect(report[.bands].missed.map(\.id) == ["band.sac.ppo"])
        #expect(report[.lines].missed.map(\.id) == ["rules.lua:3"])
        #expect(report[.classes].percent == nil)
        #expect([report.total.hit, report.total.of] == [3, 9])
    }

    @Test("a percentage is rounded down", arguments: [(1, 3, 33), (2, 3, 66), (199, 200, 99), (200, 200, 100), (0, 5, 0)])
    func floored(hit: Int, of: Int, percent: Int) {
        #expect(CoverageTally(hit: hit, of: of, missed: []).percent == percent)
    }

    @Test("a threshold holds where the total reaches it", arguments: [(33, nil), (34, "coverage is 33%, 3 of 9, and 34% is asked for")] as [(Int, String?)])
    func threshold(minimum: Int, words: String?) throws {
        #expect(try CoveredPack(CoverageReportTests.rules).report([:]).shortfall(of: minimum) == words)
    }

    @Test("with nothing to cover no threshold holds")
    func nothing() throws {
        let report = try CoveredPack("").report([:])
        #expect(report.shortfall(of: 0) == "the pack has nothing to cover, so no coverage can be shown")
        #expect(report.text.contains("  rows       nothing to cover\n"))
    }

    @Test("all of it covered is all of it")
    func everything() throws {
        let report = try CoveredPack(CoverageReportTests.rules).report([:], ["ogrs2": .int(80), "needs.drugs": .int(2)], ["ogrs2": .int(76)])
        #expect(report[.bands].missed.map(\.id) == ["band.sac.ppo"])
        #expect(report[.rows].percent == 100 && report[.branches].percent == 100 && report[.lines].percent == 100)
        #expect(report.shortfall(of: 88) == nil)
        #expect(report.shortfall(of: 89) != nil)
    }

    @Test("the text is a table, then the gaps, what decides about people first")
    func text() throws {
        let report = try CoveredPack(CoverageReportTests.rules).report([:])
        #expect(
            report.text == """
                coverage
                  rows          0 of     3    0%
                  branches      2 of     4   50%
                  bands         1 of     2   50%
                  classes    nothing to cover
                  total         3 of     9   33%
                  lines         4 of     5   80%, beside the total

                not covered, what matters most first
                  rules.lua:16: selection.high: “High risk” never held
                  rules.lua:10: matrix.sac.ogrs: “OGRS2 <b>&” never gave points
                  rules.lua:10: matrix.sac.ogrs.step.1: “OGRS2 <b>&, from 75” was never reached
                  rules.lua:11: matrix.sac.drugs: “Drug need” never gave points
                  rules.lua:13: band.sac.ppo: “PPO” was never given
                  rules.lua:3: the line never ran

                """)
    }

    @Test("a condition that never came out is told once, and why", arguments: [
        ([], "rules.lua:16: selection.high: “High risk” was never asked"),
        ([["ogrs2": nil]], "rules.lua:16: selection.high: “High risk” was always unknown, 1 time"),
        ([["ogrs2": .int(80)]], "rules.lua:16: selection.high: “High risk” always held"),
    ] as [([[String: DraftValue?]], String)])
    func undecided(nominals: [[String: DraftValue?]], words: String) throws {
        let pack = try CoveredPack(CoverageReportTests.rules)
        let report = CoverageReport(pack.map, try nominals.reduce(pack.map.noHits) { try $0.union(pack.hits($1)) })
        #expect(report.gaps.filter { $0.rule == "selection.high" }.map(\.text) == [words])
    }

    @Test("lines that never ran and follow one another are told together")
    func ranges() throws {
        let report = try CoveredPack(CoverageReportTests.rules).report()
        #expect(report.gaps.filter { $0.weight == .lines }.map(\.text) == ["rules.lua:2–11: 5 lines never ran"])
    }

    @Test("the JSON has every kind and the total")
    func json() throws {
        var json = JSONWriter()
        try CoveredPack(CoverageReportTests.rules).report([:]).write(to: &json)
        #expect(
            json.text == """
                {"rows":{"hit":0,"of":3,"percent":0,"missed":["matrix.sac.ogrs","matrix.sac.ogrs.step.1","matrix.sac.drugs"]},\
                "branches":{"hit":2,"of":4,"percent":50,"missed":["matrix.sac.drugs yes","selection.high yes"]},\
                "bands":{"hit":1,"of":2,"percent":50,"missed":["band.sac.ppo"]},\
                "classes":{"hit":0,"of":0,"percent":null,"missed":[]},\
                "lines":{"hit":4,"of":5,"percent":80,"missed":["rules.lua:3"]},\
                "total":{"hit":3,"of":9,"percent":33}}
                """)
    }

    @Test("the page marks in words what was missed, and text of the pack is only ever text")
    func page() throws {
        let pack = try CoveredPack(CoverageReportTests.rules)
        let html = CoveragePage(try pack.report([:]), of: pack.pack).html
        #expect(html.contains("<h1>Test coverage of A pack &amp; its &lt;coverage&gt;, version 1.0.0</h1>"))
        #expect(html.contains("33% of rows, branches, bands and classes are covered: 3 of 9."))
        #expect(!html.contains("<b>"))
        #expect(html.contains("<li class=\"no\">Not covered: “OGRS2 &lt;b&gt;&amp;” never gave points</li>"))
        #expect(html.contains("<a href=\"#rules.lua-16\">rules.lua:16</a> “High risk” never held"))
        #expect(
            html.contains(
                "<tr id=\"rules.lua-3\" class=\"missed\"><th scope=\"row\">3</th><td><span class=\"no\">not run</span></td><td><code>    return true</code></td></tr>"))
        #expect(html.contains("<tr id=\"rules.lua-4\"><th scope=\"row\">4</th><td></td><td><code>  end</code></td></tr>"))
        for outside in ["<script", "http:", "https:", "src=", "@import", "url("] { #expect(!html.contains(outside)) }
    }
}
