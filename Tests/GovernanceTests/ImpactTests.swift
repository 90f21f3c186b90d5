import Decisions
import Evidence
import Governance
import RulePacks
import Testing

@Suite("the impact of a pack on a cohort")
struct ImpactTests {
    /// Scores of 0, 10, … 60, once each.
    private var ladder: Crowd {
        var people = Crowd()
        for convictions in 0...6 { people.add("N-\(convictions)", convictions: convictions) }
        return people
    }

    @Test("between a pack and itself nothing changes for anybody")
    func nothing() throws {
        let report = try ladder.impact(Scheme(), Scheme())
        #expect(report.unchanged == 7)
        #expect(report.joiners.isEmpty && report.leavers.isEmpty && report.moved.isEmpty)
        #expect(report.causes.isEmpty)
        #expect(report.actions.before == report.actions.now)
    }

    @Test("a lower threshold brings in those between, by name, with the rule, the score and the cause")
    func joiners() throws {
        let report = try ladder.impact(Scheme(), Scheme().replacing("{ 50, min", with: "{ 30, min"))
        #expect(report.joiners.map(\.id) == ["N-3", "N-4"])
        #expect(report.leavers.isEmpty)
        let first = report.joiners[0]
        #expect(first.rule == "join")
        #expect(first.from == "monitor")
        #expect(first.to == "core")
        #expect(!first.because.isEmpty)
        #expect(first.differs == ["Score 30: Low before, High now"])
        #expect(first.cause == ImpactCause(.alone, changes: ["parameter.high"], words: ["Score for the scheme: 50 points → 30 points"]))
        #expect(report.causes.map(\.joiners) == [2])
        #expect(report.bands == [.init(matrix: "score", title: "Score", from: "Low", to: "High", count: 2)])
    }

    @Test("a higher one takes them out")
    func leavers() throws {
        let report = try ladder.impact(Scheme().replacing("{ 50, min", with: "{ 30, min"), Scheme())
        #expect(report.leavers.map(\.id) == ["N-3", "N-4"])
        #expect(report.leavers.map(\.to) == ["monitor", "monitor"])
        #expect(report.leavers.allSatisfy { $0.cause.changes == ["parameter.high"] })
    }

    @Test("who joins and leaves adds up to how many more are selected or retained")
    func sums() throws {
        let new = Scheme().replacing("{ 50, min", with: "{ 30, min").replacing("convictions_total * 10", with: "convictions_total * 8")
        let report = try ladder.impact(Scheme(), new)
        func positives(_ actions: [Recommendation.Action: Int]) -> Int { actions[.select, default: 0] + actions[.retain, default: 0] }
        #expect(positives(report.actions.now) - positives(report.actions.before) == report.joiners.count - report.leavers.count)
        #expect(report.joiners.count + report.leavers.count + report.moved.count + report.unchanged == report.cohort.people)
    }

    @Test("where two differences bring somebody in only together, both are named and neither alone")
    func together() throws {
        var people = Crowd()
        people.add("N-1", convictions: 2, ogrs2: 60)
        // 20 + 10 is too little for 50; with 20 for OGRS2 and a threshold of 40 it is enough.
        let new = Scheme().replacing("{ 50, 10 }", with: "{ 50, 20 }").replacing("{ 50, min", with: "{ 40, min")
        let report = try people.impact(Scheme(), new)
        #expect(report.joiners.map(\.id) == ["N-1"])
        #expect(report.joiners[0].cause.certainty == .together)
        #expect(Set(report.joiners[0].cause.changes) == ["parameter.high", "matrix.score.ogrs"])
    }

    @Test("where either of two differences would do, no single one is named")
    func several() throws {
        var people = Crowd()
        people.add("N-1", convictions: 4, arrests: 9, ogrs2: 60)
        let old = Scheme().replacing("{ 50, min", with: "{ 70, min")
        // 40 + 10 + 10: either ten points more or a threshold ten lower brings the person in.
        let new = old.replacing("{ 50, 10 }", with: "{ 50, 20 }").replacing("{ 70, min", with: "{ 60, min")
        let report = try people.impact(old, new)
        #expect(report.joiners.map(\.id) == ["N-1"])
        #expect(report.joiners[0].cause == ImpactCause(.several))
    }

    @Test("of criteria the row that differs is named, with what it found, and nothing that the deciding rule does not read")
    func criteria() throws {
        var scheme = Scheme()
        scheme.rules = """
            criteria "scope" { title = "In scope", all = { { "score", "OGRS2 of " .. param.high .. " or more", function(n) return n.ogrs2 >= param.high end } } }
            criteria "other" { title = "Other", all = { { "score", "High", function(n) return n.ogrs2 >= param.high end } } }
            selection { { "join", "Join", when = function(n, d) return d.met.scope end } }

            """
        var people = Crowd()
        people.add("N-1", ogrs2: 45)
        let report = try people.impact(scheme, scheme.replacing("{ 50, min", with: "{ 40, min"))
        #expect(
            report.joiners.map(\.differs) == [["In scope: not met before, met now (“OGRS2 of 50 or more” not met, “OGRS2 of 40 or more” met. OGRS2: 45.)"]])
    }

    @Test("a rule that is new is the cause where it alone brings somebody in")
    func newRule() throws {
        let new = Scheme().replacing(
            "{ \"watch\",", with: "{ \"arrested\", \"Arrested often\", category = \"outer\", when = function(n) return n.arrests_total >= 9 end },\n  { \"watch\",")
        var people = Crowd()
        people.add("N-1", arrests: 9)
        people.add("N-2", arrests: 2)
        let report = try people.impact(Scheme(), new)
        #expect(report.joiners.map(\.rule) == ["arrested"])
        #expect(report.joiners[0].cause == ImpactCause(.alone, changes: ["selection.arrested"], words: ["new: Arrested often"]))
        let back = try people.impact(new, Scheme())
        #expect(back.leavers.map(\.id) == ["N-1"])
        #expect(back.leavers[0].rule == "arrested")
        #expect(back.leavers[0].cause == ImpactCause(.alone, changes: ["selection.arrested"], words: ["gone: Arrested often"]))
    }

    @Test("another category is a move, and neither joining nor leaving")
    func moved() throws {
        let report = try ladder.impact(Scheme(), Scheme().replacing("category = \"core\"", with: "category = \"outer\""))
        #expect(report.moved.map(\.id) == ["N-5", "N-6"])
        #expect(report.moved.map(\.to) == ["outer", "outer"])
        #expect(report.joiners.isEmpty && report.leavers.isEmpty)
    }

    @Test("counts those within one step of a threshold, on either side")
    func near() throws {
        let report = try ladder.impact(Scheme(), Scheme())
        let near = try #require(report.near.first { $0.at == "matrix.score.high" })
        #expect(near.within == 10)
        #expect(near.threshold == 50)
        #expect(near.below == 1)
        #expect(near.above == 1)
        #expect(near.count == 2)
    }

    @Test("tries the numbers of the rules of selection a step more and a step less")
    func nearParameters() throws {
        var scheme = Scheme().replacing("convictions_total >= 1", with: "convictions_total >= param.few")
        scheme.parameters += "few = { 2, min = 2, title = \"Few convictions\" },"
        let report = try ladder.impact(scheme, scheme)
        let near = try #require(report.near.first { $0.at == "parameter.few" })
        #expect(near.below == 1, "of one more, N-2 would not be monitored")
        #expect(near.above == 0, "the pack does not allow less")
        #expect(near.count == 1)
    }

    @Test("counts what is not known, and what would settle it alone")
    func unknown() throws {
        var people = Crowd()
        people.add("N-1", convictions: 4, ogrs2: nil)
        people.add("N-2", convictions: 1, ogrs2: nil)
        people.add("N-3", convictions: 4, ogrs2: 80)
        let report = try people.impact(Scheme(), Scheme())
        #expect(report.unknown == [.init(field: "ogrs2", title: "OGRS2", count: 1, alone: 1, before: 1)])
    }

    @Test("names the fields that are newly read, with the reason for reading them")
    func fields() throws {
        var new = Scheme()
        new.reads += #", "gang""#
        new.protected += #", gang = "People drawn in by a gang are offered a way out.""#
        let report = try ladder.impact(Scheme(), new)
        #expect(report.fields.added == [.init(field: "gang", title: "gang", care: "sensitive", reason: "People drawn in by a gang are offered a way out.")])
        #expect(report.fields.removed == [])
        #expect(try ladder.impact(new, Scheme()).fields.removed.map(\.field) == ["gang"])
    }

    @Test("says which taskings are gained and lost")
    func taskings() throws {
        let tasking = "tasking { { \"visit\", \"Home visit\", owner = \"officer\", when = function(n) return n.convictions_total >= 5 end } }\n"
        var (old, new) = (Scheme(), Scheme())
        old.rules += tasking
        new.rules += tasking.replacing(">= 5", with: ">= 6")
        let report = try ladder.impact(old, new)
        #expect(report.taskings == [.init(kind: "visit", title: "Home visit", owner: "officer", before: 2, now: 1, gained: 0, lost: 1)])
    }

    @Test("says who has no place, and that the places are the cause")
    func capacity() throws {
        var new = Scheme()
        new.rules += "allocation { title = \"Places\", capacity = 1, rank = { function(n, d) return d.score.score end } }\n"
        let report = try ladder.impact(Scheme(), new)
        #expect(report.capacity.before == .init(places: nil))
        #expect(report.capacity.now == .init(places: 1, wanted: 2, displaced: ["N-5"]))
        #expect(report.leavers.map(\.id) == ["N-5"])
        #expect(report.leavers[0].rule == "allocation")
        #expect(report.leavers[0].cause.changes == ["allocation"])
    }

    @Test("lines that cannot be used are counted, and a second line of the same person is one")
    func rejected() throws {
        var people = ladder
        people.add("N-1", convictions: 6)
        people.add(line: "no JSON")
        let report = try people.impact(Scheme(), Scheme())
        #expect(report.cohort.people == 7)
        #expect(report.cohort.rejected == 2)
    }

    @Test("packs that have little to do with each other are compared all the same")
    func unlike() throws {
        var other = Scheme()
        other.rules = "selection { { \"all\", \"Everybody\", when = function(n) return true end } }\n"
        let report = try ladder.impact(Scheme(), other)
        #expect(report.joiners.count == 5)
        #expect(report.joiners.allSatisfy { $0.rule == "all" })
    }
}
