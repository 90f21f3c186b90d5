import Decisions
import PackTestKit
import Testing

/// Points, bands, totals and intervals.
@Suite struct MatrixTests {
    private func matrix(_ rows: String, _ more: String = "", range: String = "0, 100", _ nominal: TestNominal = [:]) throws -> Decision {
        try decide("""
            matrix "m" { title = "M", range = { \(range) }, rows = { \(rows) }, \(more) }
            """, nominal)
    }

    static let bands = #"bands = { { "low", "Low" }, { "high", "High", from = 60 }, { "middle", "Middle", from = 30 } }"#

    @Test("a band reaches from its score up to the next one's", arguments: [(0, "low"), (29.5, "low"), (30, "middle"), (59.9, "middle"), (60, "high"), (100, "high")])
    func band(points: Double, band: String) throws {
        let decision = try matrix(#"{ "a", "A", points = function() return \#(points) end }"#, Self.bands)
        #expect(decision.matrix("m")?.band == band)
    }

    @Test("no band below the lowest: the band is unknown to whoever reads it")
    func noBand() throws {
        let decision = try decide("""
            matrix "m" { title = "M", range = { 0, 10 }, rows = { { "a", "A", points = 1 } }, bands = { { "high", "High", from = 5 } } }
            selection { { "s", "S", when = function(n, d) return d.band.m == "high" end } }
            """)
        #expect(decision.matrix("m")?.words == "1 unknown")
        #expect(decision.recommendation.action == .refer && decision.recommendation.unknown == ["band.m"])
    }

    @Test("the first step reached counts, from the top; below them all it is 0", arguments: [
        ("75", 20.0, "75, which is 75 or more"), ("74.5", 10, "74.5, which is 50 or more"), ("50", 10, "50, which is 50 or more"),
        ("49", 0, "49, below 50"),
    ])
    func steps(ogrs: String, points: Double, because: String) throws {
        let nominal: TestNominal = ["ogrs2": ogrs]
        let row = try matrix(#"{ "a", "A", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } }"#, nominal: nominal)
        #expect(row.low == points && row.because == because)
    }

    private func matrix(_ row: String, nominal: TestNominal) throws -> MatrixAnswer.Row {
        try #require(matrix(row, "", nominal).matrix("m")?.rows.first)
    }

    @Test("points below the minimum or above the maximum are cut, and say so", arguments: [
        ("max = 40, points = function() return 50 end", 40.0, "50 cut to the maximum of 40"),
        ("points = function() return -3 end", 0, "-3 cut to the minimum of 0"),
        ("min = 1, max = 4, points = function() return 0 end", 1, "0 cut to the minimum of 1"),
        ("min = -5, points = function() return -7 end", -5, "-7 cut to the minimum of -5"),
        ("max = 3, points = function() return 9, \"nine\" end", 3, "nine; 9 cut to the maximum of 3"),
        ("max = 3, of = function() return 80 end, steps = { { 75, 20 } }", 3, "80, which is 75 or more; 20 cut to the maximum of 3"),
    ])
    func clamped(row: String, points: Double, because: String) throws {
        let decision = try matrix(#"{ "a", "Row A", \#(row) }"#, range: "-10, 100")
        #expect(decision.matrix("m")?.row("a")?.low == points && decision.matrix("m")?.row("a")?.because == because)
        #expect(decision.warnings("clamped").count == 1 && decision.warnings("clamped").first?.hasPrefix("Row A: ") == true)
    }

    @Test("points within their bounds are not remarked upon")
    func notClamped() throws {
        let decision = try matrix(#"{ "a", "A", min = -5, max = 4, points = function() return -5 end }, { "b", "B", max = 4, points = function() return 4, "why" end }"#, range: "-10, 10")
        #expect(decision.warnings.isEmpty && decision.matrix("m")?.rows.map(\.because) == [nil, "why"])
    }

    @Test("a constant counts where its condition holds, a negative one too")
    func constants() throws {
        let rows = #"{ "a", "A", points = 15, when = function() return true end }, { "b", "B", points = 7, when = function() return false end }, { "c", "C", points = -4 }"#
        let decision = try matrix(rows, range: "-10, 100")
        #expect(decision.matrix("m")?.rows.map(\.low) == [15, 0, -4] && decision.matrix("m")?.words == "11")
        #expect(decision.warnings.isEmpty)
    }

    @Test("a total outside the range is an error that gives both", arguments: [("101", "101"), ("-1", "-1")])
    func outsideRange(total: String, shown: String) throws {
        let decision = try matrix(#"{ "a", "A", min = -5, points = function() return \#(total) end }"#)
        #expect(decision.error?.code == "out_of_range" && decision.error?.rule == "matrix.m" && decision.error?.line == 1)
        #expect(decision.error?.message == "the total of matrix `m` is \(shown), outside its range of 0 to 100")
        #expect(decision.recommendation.action == .refer && decision.matrices.isEmpty)
    }

    @Test("a total that lies outside the range whatever the missing data is an error too")
    func outsideWhateverIsMissing() throws {
        let rows = #"{ "a", "A", points = function() return 120 end }, { "b", "B", max = 5, points = function(n) return n.ogrs2 end }"#
        #expect(try matrix(rows).error?.code == "out_of_range")
        let low = #"{ "a", "A", min = -50, points = function() return -20 end }, { "b", "B", max = 5, points = function(n) return n.ogrs2 end }"#
        #expect(try matrix(low).error?.code == "out_of_range")
    }

    @Test("unknown rows count from their `min` to their `max`", arguments: [
        ("max = 40, points = function(n) return n.ogrs2 end", "10 to 50"),
        ("min = 5, max = 40, points = function(n) return n.ogrs2 end", "15 to 50"),
        ("points = function(n) return n.ogrs2 end", "10 or more"),
        ("of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } }", "10 to 30"),
        ("of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } }, max = 12", "10 to 22"),
        ("of = function(n) return n.ogrs2 end, steps = { { 75, 2 }, { 50, 10 } }", "10 to 20"),
        ("points = 15, when = function(n) return n.ogrs2 > 50 end", "10 to 25"),
        ("points = -5, when = function(n) return n.ogrs2 > 50 end", "5 to 10"),
        ("min = 1, max = 4, when = function(n) return n.ogrs2 > 50 end, points = function() return 3 end", "11 to 14"),
        ("max = 8, when = function(n) return n.ogrs2 > 50 end, points = function() return 3 end", "10 to 18"),
    ])
    func interval(row: String, expected: String) throws {
        let decision = try matrix(#"{ "known", "Known", points = 10 }, { "a", "A", \#(row) }"#, range: "0, 200")
        #expect(decision.matrix("m")?.words == expected)
        #expect(decision.matrix("m")?.row("a")?.unknown == ["ogrs2"])
    }

    @Test("the band is known where both ends fall in one band", arguments: [
        (0, 29, "low"), (0, 30, "unknown"), (30, 29, "middle"), (30, 30, "unknown"), (60, 40, "high"), (20, 50, "unknown"),
    ])
    func bandOfInterval(known: Int, most: Int, band: String) throws {
        let decision = try matrix(#"{ "k", "K", points = \#(known) }, { "a", "A", max = \#(most), points = function(n) return n.ogrs2 end }"#, Self.bands)
        #expect(decision.matrix("m")?.band ?? "unknown" == band)
    }

    @Test("without a maximum there is no upper end, and the band is known only in the top one", arguments: [(0, "unknown"), (59, "unknown"), (60, "high")])
    func openEnd(known: Int, band: String) async throws {
        var pack = TestPack("matrix \"m\" { title = \"M\", range = { 0, 100 }, rows = { { \"k\", \"K\", points = \(known) }, { \"a\", \"A\", points = function(n) return n.ogrs2 end } }, \(Self.bands) }")
        pack.rules += "\nselection { { \"s\", \"S\", when = function(n, d) return d.band.m == \"high\" end } }"
        let ran = try await RanCohort(pack.load(), [TestNominal.neutral.line])
        let shown = band == "unknown" ? "null" : "\"\(band)\""
        #expect(ran.lines[0].contains(#""m":{"score":\#(known),"to":null,"band":\#(shown),"rows":[{"id":"k","points":\#(known)},{"id":"a","points":0,"to":null,"unknown":["ogrs2"]}]}"#))
        #expect(try Record(ran.lines[0]).recommendation.action == (band == "high" ? "select" : "refer"))
    }

    @Test("`total` is worked out at both ends, and the score is known where they agree")
    func totals() throws {
        func decided(_ multiplier: String) throws -> Decision {
            try decide("""
                matrix "m" { title = "M", range = { 0, 64 }, rows = {
                    { "base", "Base", max = 8, points = function(n) return n.ogrs2 end },
                    { "times", "Times", min = 0, max = 4, points = function(n) return \(multiplier) end } },
                  total = function(row) return row.base * row.times end }
                selection { { "s", "S", when = function(n, d) return d.score.m == 0 end } }
                """)
        }
        #expect(try decided("4").matrix("m")?.words == "0 to 32")
        #expect(try decided("4").recommendation.unknown == ["ogrs2"])
        #expect(try decided("0").matrix("m")?.words == "0")
        #expect(try decided("0").recommendation.action == .select)
    }

    @Test("a total that falls as a row rises still gives the lower end first")
    func fallingTotal() throws {
        let decision = try matrix(#"{ "a", "A", max = 10, points = function(n) return n.ogrs2 end }"#, "total = function(row) return 50 - row.a end")
        #expect(decision.matrix("m")?.words == "40 to 50")
    }

    @Test("without `total` the rows are added up")
    func sum() throws { #expect(try matrix(#"{ "a", "A", points = 3 }, { "b", "B", points = 4 }"#).matrix("m")?.words == "7") }

    @Test("`points` that give no number, and `total` that gives none, are errors that name the row", arguments: [
        (#"{ "a", "A", points = function() return "5" end }"#, "", "matrix.m.a", "not_points"),
        (#"{ "a", "A", points = function() end }"#, "", "matrix.m.a", "not_points"),
        (#"{ "a", "A", points = function() return 0/0 end }"#, "", "matrix.m.a", "not_points"),
        (#"{ "a", "A", of = function() return "x" end, steps = { { 1, 1 } } }"#, "", "matrix.m.a", "not_a_number"),
        (#"{ "a", "A", points = 1 }"#, "total = function() return nil end", "matrix.m", "not_a_number"),
    ])
    func noNumber(rows: String, more: String, rule: String, code: String) throws {
        let error = try matrix(rows, more).error
        #expect(error?.rule == rule && error?.code == code)
    }

    @Test("the points of each row are read as `d.row.MATRIX.ROW`, of an unknown row as unknown")
    func rowPoints() throws {
        func recommended(_ condition: String, _ nominal: TestNominal = [:]) throws -> Recommendation {
            try decide("""
                matrix "m" { title = "M", range = { 0, 100 }, rows = { { "a", "A", points = 5 }, { "b", "B", max = 9, points = function(n) return n.ogrs2 end } } }
                selection { { "s", "S", when = function(n, d) return \(condition) end } }
                """, nominal).recommendation
        }
        #expect(try recommended("d.row.m.a == 5").action == .select)
        #expect(try recommended("d.row.m.b == 5").unknown == ["ogrs2"])
        #expect(try recommended("d.row.m.b == 5", ["ogrs2": "5"]).action == .select)
    }
}
