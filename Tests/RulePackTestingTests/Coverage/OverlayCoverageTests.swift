import Notation
import PackTestKit
import RulePackTesting
import RulePacks
import Testing

@Suite("the coverage of a pack that extends another")
struct OverlayCoverageTests {
    private static let base = """
        local help = require "common.help"
        local recent = filter { within = months(param.window) }
        local function high(n) return n.ogrs2 >= param.high end
        criteria "scope" { title = "Scope", all = {
          { "often", "Often", function(n) return n.convictions_total >= param.least end },
          { "statutory", "Statutory", function(n) return n.statutory end },
          { "recent", "Recent", function(n) return n.offences:any(recent) end },
          { "high", "High", high },
          { "helped", "Helped", function(n) return help.old(n) end },
        } }
        matrix "m" { title = "M", range = { 0, 100 },
          rows = { { "ogrs", "OGRS2", of = function(n) return n.ogrs3 end, steps = { { param.step, 20 }, { 10, 5 } } } },
          bands = { { "top", "Top", from = param.top }, { "low", "Low" } } }
        decision_table "t" { title = "T", hit = "first", inputs = { { "far", of = function(n) return n.arrests_total > param.far end } },
          outputs = { { "x" } }, rows = { { "true", "->", 1 }, { "-", "->", 2 } } }
        selection { { "one", "One", when = function(n, d) return d.met.scope end }, { "two", "Two", when = function(n) return n.age > 40 end } }
        """
    private static let parameters = """
        least = { 3, min = 1, max = 9, title = "L" }, window = { 12, min = 1, max = 24, title = "W" }, high = { 75, min = 50, max = 90, title = "H" },
        years = { 50, min = 40, max = 60, title = "Y" }, step = { 50, min = 20, max = 80, title = "S" }, top = { 20, min = 5, max = 90, title = "T" },
        far = { 7, min = 1, max = 9, title = "F" }, unused = { 1, min = 1, max = 2, title = "U" },
        """

    private func pack(_ parameters: String, maxAge: String = "", rules: String = "", more: String = "") throws -> PackSource {
        let folder = try TestFolder()
        var base = TestPack(OverlayCoverageTests.base)
        base.id = "base"
        base.parameters = OverlayCoverageTests.parameters
        base.maxAge = #"ogrs2 = "12 months""#
        base.more = #"uses = { "common.help" },"#
        base.others = ["common/help.lua": "return { old = function(n) return n.age > param.years end }"]
        _ = try base.write(into: folder)
        var overlay = TestPack(rules)
        overlay.id = "overlay"
        (overlay.reads, overlay.protected) = ("", "")
        (overlay.parameters, overlay.maxAge, overlay.more) = (parameters, maxAge, "extends = \"base\"," + more)
        return try PackSource.load(overlay.write(into: folder)).pack
    }

    private func report(_ pack: PackSource) throws -> CoverageReport {
        let map = CoverageMap(try PackDecider(pack, asOf: testDay).program)
        return CoverageReport(map, map.noHits, inherited: InheritedItems(map, of: pack))
    }

    private func own(_ report: CoverageReport) -> [String] { CoverageReport.counted.flatMap { report[$0].missed.map(\.id) } }

    @Test("what goes by a value that the pack moves is its own, and nothing else of the pack that it extends", arguments: [
        ("", "", []), ("least = { 3 }", "", []), ("unused = { 2 }", "", []),
        ("least = { 4 }", "", ["criteria.scope.often yes", "criteria.scope.often no"]),
        ("window = { 6 }", "", ["criteria.scope.recent yes", "criteria.scope.recent no"]),
        ("high = { 80 }", "", ["criteria.scope.high yes", "criteria.scope.high no"]),
        ("years = { 51 }", "", ["criteria.scope.helped yes", "criteria.scope.helped no"]),
        ("step = { 60 }", "", ["matrix.m.ogrs", "matrix.m.ogrs.step.1"]),
        ("top = { 30 }", "", ["band.m.top"]),
        ("far = { 8 }", "", ["table.t.1", "table.t.2"]),
        ("", #"ogrs2 = "6 months""#, ["criteria.scope.high yes", "criteria.scope.high no"]), ("", #"ogrs2 = "12 months""#, []),
        ("", #"ogrs3 = "6 months""#, ["matrix.m.ogrs", "matrix.m.ogrs.step.1", "matrix.m.ogrs.step.2"]),
    ])
    func moved(parameters: String, maxAge: String, ids: [String]) throws {
        let report = try report(pack(parameters, maxAge: maxAge))
        #expect(own(report) == ids)
        #expect(report.inherited?.from == "base" && report.inherited?.tally.of == 21 - ids.count && report.inherited?.tally.hit == 0)
        #expect(report[.lines].of == 0)
        #expect(Set(report.gaps.compactMap(\.rule)) == Set(ids.map { $0.split(separator: " ").first.map(String.init) ?? $0 }))
    }

    @Test("rules that the pack adds or puts in the place of others are its own, with their lines")
    func added() throws {
        let report = try report(pack("", rules: """
            selection { { "two", "Two", when = function(n) return n.age > 50 end }, { "three", "Three" } }
            tasking { { "t", "T", owner = "o", when = function(n) return n.statutory end } }
            """))
        #expect(own(report) == ["selection.two yes", "selection.two no", "tasking.t yes", "tasking.t no"])
        #expect(report[.lines].missed.map(\.id) == ["rules.lua:1", "rules.lua:2"])
        #expect([report.total.hit, report.total.of] == [0, 4] && report.inherited?.tally.of == 19)
    }

    @Test("the threshold is for what is its own, and the rest is on a line beside it")
    func threshold() throws {
        let pack = try pack("least = { 4 }")
        let map = CoverageMap(try PackDecider(pack, asOf: testDay).program)
        let decider = try PackDecider(pack, asOf: testDay)
        let touched = CoverageRecorder(map)
        decider.setUp = { $0.coverage = touched }
        for count in [3, 4] {
            let line = TestNominal.neutral.with("convictions_total", "\(count)").with("ogrs2", "80").with("ogrs2_date", #""2026-10-01""#).line
            _ = try decider.decide(line: Array(line.utf8), asOf: testDay).get()
        }
        let report = CoverageReport(map, touched.take(), inherited: InheritedItems(map, of: pack))
        #expect(report.shortfall(of: 100) == nil)
        #expect(report.text.contains("\n  total         2 of     2  100%\n"))
        let inherited = try #require(report.inherited).tally
        #expect(inherited.hit > 0 && inherited.hit < inherited.of)
        #expect(report.text.hasSuffix("%, from base, beside the total\n"))
        var json = JSONWriter()
        report.write(to: &json)
        #expect(json.text.contains(#""total":{"hit":2,"of":2,"percent":100},"inherited":{"from":"base","hit":\#(inherited.hit),"of":19,"percent":"#))
        let html = CoveragePage(report, of: pack).html
        #expect(html.contains("<p>Inherited from base and left as it is: \(inherited.hit) of 19, beside the total."))
        #expect(html.contains("Nothing: everything here was touched by a test."))
    }

    @Test("a pack that only moves what no rule goes by has nothing of its own to cover")
    func nothing() throws {
        #expect(try report(pack("unused = { 2 }")).shortfall(of: 0) == "the pack has nothing of its own to cover, so no coverage can be shown")
    }
}
