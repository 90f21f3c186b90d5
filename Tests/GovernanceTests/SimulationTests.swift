import Decisions
import Evidence
import Governance
import Testing

@Suite("simulating other values")
struct SimulationTests {
    private var ladder: Crowd {
        var people = Crowd()
        for convictions in 0...6 { people.add("N-\(convictions)", convictions: convictions) }
        return people
    }

    @Test(
        "a range is read from low to high in steps",
        arguments: [
            ("x=40..90/10", [40, 50, 60, 70, 80, 90]), ("x=1..3", [1, 2, 3]), ("x=0.1..0.5/0.2", [0.1, 0.3, 0.5]), ("x=7", [7]), ("x=1..4/2", [1, 3]),
            ("x = 5 .. 5 / 1", [5]), ("x=-2..2/2", [-2, 0, 2]),
        ])
    func ranges(text: String, values: [Double]) throws {
        let variation = try Variation(text)
        #expect(variation.name == "x")
        #expect(variation.values == values)
    }

    @Test(
        "what is no range is refused",
        arguments: [
            ("x", "names no values"), ("x=", "names no values"), ("=1..2", "names no values"), ("x=1..two", "is not a range"), ("x=1..2/0", "must be more than 0"),
            ("x=1..2/-1", "must be more than 0"), ("x=9..2", "goes down"), ("x=0..1e9/0.001", "more than 1000 values"), ("x=1..2..3", "is not a range"),
            ("x=nan", "is not a range"), ("x=1..inf", "is not a range"),
        ])
    func badRanges(text: String, part: String) {
        do {
            let variation = try Variation(text)
            Issue.record("\(text) was read as \(variation.values)")
        } catch {
            #expect(error.message.contains(part))
        }
    }

    @Test("each value is one run, compared with the pack as it stands")
    func runs() throws {
        let report = try ladder.simulate(Scheme(), "high=30..60/10")
        #expect(report.runs.map(\.values) == [[30], [40], [50], [60]])
        #expect(report.runs.map(\.joiners) == [2, 1, 0, 0])
        #expect(report.runs.map(\.leavers) == [0, 0, 0, 1])
        #expect(report.runs.map(\.selected) == [4, 3, 2, 1])
        #expect(report.usual.selected == 2)
        #expect(report.usual.values == [50])
        #expect(report.runs.allSatisfy { $0.displaced == nil })
    }

    @Test("with several, each combination is a run")
    func combinations() throws {
        var scheme = Scheme().replacing("convictions_total * 10", with: "convictions_total * param.each")
        scheme.parameters += "each = { 10, min = 5, max = 15, title = \"For each conviction\" },"
        let report = try ladder.simulate(scheme, "high=50..60/10", "each=5..15/5")
        #expect(report.runs.map(\.values) == [[50, 5], [50, 10], [50, 15], [60, 5], [60, 10], [60, 15]])
        #expect(report.runs.map(\.selected) == [0, 2, 3, 0, 1, 3])
    }

    @Test("more runs than go side by side give the same as one at a time")
    func many() throws {
        let report = try ladder.simulate(Scheme(), "high=20..90/1")
        #expect(report.runs.count == 71)
        #expect(report.runs.first { $0.values == [45] }?.selected == 2)
        #expect(report.runs.first { $0.values == [30] }?.selected == 4)
        #expect(report.runs.last?.selected == 0)
    }

    @Test(
        "a value that the pack does not allow is refused, and so is what is no number of it",
        arguments: [
            ("high=10..50/10", "`high` cannot be 10: the pack allows from 20 to 90 points"), ("hihg=30", "`scheme` has no parameter `hihg`; did you mean `high`?"),
            ("names=1", "the parameter `names` is not a number, so it has no range: only numbers can be varied"),
            ("capacity=5", "`scheme` has no limit on places, so there is no `capacity` to vary"),
        ])
    func refused(text: String, message: String) throws {
        var scheme = Scheme()
        scheme.parameters += "names = { { \"a\" }, title = \"Names\" },"
        #expect(throws: GovernanceError(message)) { try ladder.simulate(scheme, text) }
    }

    @Test("too many runs, and one thing varied twice, are refused")
    func tooMany() throws {
        var scheme = Scheme()
        scheme.parameters += "other = { 1, min = 1, max = 50, title = \"Other\" },"
        #expect(throws: GovernanceError("these ranges make more than 100 runs together: take larger steps, or vary fewer parameters at once")) {
            try ladder.simulate(scheme, "high=20..90/10", "other=1..50/1")
        }
        #expect(throws: GovernanceError("`high` is varied twice")) { try ladder.simulate(scheme, "high=50", "high=60") }
    }

    @Test("values with which the pack does not load are named")
    func notLoading() throws {
        var scheme = Scheme().replacing("{ \"low\", \"Low\" }", with: "{ \"middle\", \"Middle\", from = param.middle }, { \"low\", \"Low\" }")
        scheme.parameters += "middle = { 30, min = 1, max = 90, title = \"Middle\" },"
        do {
            _ = try ladder.simulate(scheme, "high=30..60/10", "middle=50")
            Issue.record("two bands that begin at one score load")
        } catch let error as GovernanceError {
            #expect(error.message.hasPrefix("with `high` at 50 and `middle` at 50 the pack does not load: "))
        }
    }

    @Test("the number of places is varied by itself, or through the parameter that gives it", arguments: ["capacity = 2", "capacity = param.places"])
    func capacity(written: String) throws {
        var scheme = Scheme()
        scheme.parameters += "places = { 2, min = 1, max = 5, unit = \"people\", title = \"Places\" },"
        scheme.rules += "allocation { title = \"Places\", \(written), rank = { function(n, d) return d.score.score end } }\n"
        let report = try ladder.simulate(scheme.replacing("{ 50, min", with: "{ 30, min"), "capacity=1..4/1")
        #expect(report.runs.map(\.selected) == [1, 2, 3, 4])
        #expect(report.runs.map(\.displaced) == [3, 2, 1, 0])
        #expect(report.usual.selected == 2)
        let beyond = written == "capacity = 2" ? nil : GovernanceError("`capacity`, the parameter `places`, cannot be 6: the pack allows from 1 to 5 people")
        if let beyond { #expect(throws: beyond) { try ladder.simulate(scheme, "capacity=6") } }
    }

    @Test("places cannot be fewer than none, or a fraction", arguments: ["capacity=-1..2", "capacity=1..2/0.5"])
    func badCapacity(text: String) {
        var scheme = Scheme()
        scheme.rules += "allocation { title = \"Places\", capacity = 2, rank = { function(n, d) return d.score.score end } }\n"
        #expect(throws: GovernanceError.self) { try ladder.simulate(scheme, text) }
    }
}
