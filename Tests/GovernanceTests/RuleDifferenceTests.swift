import Cohorts
import Evidence
import Governance
import RulePacks
import Testing

@Suite("what differs between two packs, rule by rule")
struct RuleDifferenceTests {
    private func changes(_ old: Scheme, _ new: Scheme) throws -> [RuleChange] {
        func program(_ scheme: Scheme) throws -> RuleProgram {
            let pack = try scheme.load()
            return try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: Scheme.asOf)
        }
        return RuleDifference(try program(old), try program(new)).changes
    }

    @Test("a pack differs in nothing from itself")
    func same() throws {
        #expect(try changes(Scheme(), Scheme()) == [])
    }

    @Test("a parameter shows both values, and the band that it moves follows from it")
    func parameter() throws {
        let found = try changes(Scheme(), Scheme().replacing("{ 50, min", with: "{ 30, min"))
        #expect(
            found == [
                RuleChange(rule: "parameter.high", what: "parameter", title: "Score for the scheme", change: .changed, part: "value", was: "50 points", now: "30 points"),
                RuleChange(rule: "band.score.high", what: "band", title: "High", change: .changed, part: "from", was: "50", now: "30", follows: true),
            ])
        #expect(found[0].inWords == "Score for the scheme: 50 points → 30 points")
    }

    @Test("a new rule, row or tasking is added, and one that is gone is removed")
    func addedAndRemoved() throws {
        let more = Scheme().replacing(
            #"{ "arrests", "Many"#, with: #"{ "age", "Young", points = 5, when = function(n) return n.age < 25 end },\#n    { "arrests", "Many"#)
        let there = try changes(Scheme(), more)
        #expect(there.map(\.rule) == ["matrix.score.age"])
        #expect(there.map(\.change) == [.added])
        #expect(there[0].now?.contains("n.age < 25") == true)
        let back = try changes(more, Scheme())
        #expect(back.map(\.rule) == ["matrix.score.age"])
        #expect(back.map(\.change) == [.removed])
    }

    @Test("of a condition only the lines that differ are shown")
    func condition() throws {
        let longer = Scheme().replacing(
            #"when = function(n) return n.convictions_total >= 1 end"#,
            with: "when = function(n)\n      local few = 1\n      return n.convictions_total >= few\n    end")
        let changed = Scheme().replacing(
            #"when = function(n) return n.convictions_total >= 1 end"#,
            with: "when = function(n)\n      local few = 2\n      return n.convictions_total >= few\n    end")
        let found = try changes(longer, changed)
        #expect(found.map(\.rule) == ["selection.watch"])
        #expect(found[0].isCode)
        #expect(found[0].was == "local few = 1")
        #expect(found[0].now == "local few = 2")
    }

    @Test("a function that a row names is shown with the row, and once")
    func named() throws {
        let found = try changes(Scheme(), Scheme().replacing("arrests_total >= 5", with: "arrests_total >= 9"))
        #expect(found.map(\.rule) == ["matrix.score.arrests"])
        #expect(found[0].was == "return n.arrests_total >= 5" || found[0].was == "n.arrests_total >= 5")
    }

    @Test("rules that are asked in another order say so")
    func order() throws {
        let lines = Scheme.rules.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let (join, watch) = (try #require(lines.firstIndex { $0.contains("\"join\"") }), try #require(lines.firstIndex { $0.contains("\"watch\"") }))
        var swapped = lines
        swapped.swapAt(join, watch)
        var new = Scheme()
        new.rules = swapped.joined(separator: "\n")
        let found = try changes(Scheme(), new)
        #expect(found.map(\.part) == ["order"])
        #expect(found[0].was == "join, watch")
        #expect(found[0].now == "watch, join")
    }

    @Test("titles, sources, steps and points are compared, too")
    func others() throws {
        #expect(try changes(Scheme(), Scheme().replacing("{ 75, 20 }", with: "{ 70, 20 }")).map(\.part) == ["points"])
        #expect(try changes(Scheme(), Scheme().replacing("\"Monitor\"", with: "\"Keep an eye on\"")).map(\.part) == ["title"])
        #expect(try changes(Scheme(), Scheme().replacing("points = 10, when", with: "points = 15, when")).map(\.now) == ["15"])
        #expect(try changes(Scheme(), Scheme().replacing("category = \"core\"", with: "category = \"outer\"")).map(\.now) == ["outer"])
    }
}
