import Evidence
import Governance
import Statistics
import Testing

@Suite("how recommendations fall on groups")
struct EqualityTests {
    /// 20 women of whom 2, and 40 men of whom 10, are selected.
    private var cohort: Crowd {
        var people = Crowd()
        for n in 0..<20 { people.add("F-\(n)", convictions: n < 2 ? 6 : 0, #""sex":"female""#) }
        for n in 0..<40 { people.add("M-\(n)", convictions: n < 10 ? 6 : 0, #""sex":"male""#) }
        return people
    }

    private func group(_ report: EqualityReport, _ field: String, _ value: String) throws -> EqualityGroup {
        try #require(report.by.first { $0.field == field }?.groups.first { $0.value == value })
    }

    @Test("rates are plain shares, with Wilson's interval, the ratio to the highest rate and Fisher's p")
    func rates() throws {
        let report = try cohort.equality(Scheme())
        #expect(report.selected == 12)
        let women = try #require(try group(report, "sex", "female").figures)
        let men = try #require(try group(report, "sex", "male").figures)
        #expect((women.n, women.selected, women.rate) == (20, 2, 0.1))
        #expect((men.n, men.selected, men.rate) == (40, 10, 0.25))
        #expect(women.ratio == 0.4)
        #expect(men.ratio == 1)
        let interval = try #require(Proportion(2, of: 20).interval)
        #expect((women.low, women.high) == interval)
        #expect(women.p == FishersExactTest.twoSided(2, 18, 10, 30))
        #expect(abs(women.p - men.p) < 1e-12)
        #expect(women.adjusted == men.adjusted)
    }

    @Test("protected fields that the pack may not read are there, and those of which nothing is known are not")
    func fields() throws {
        let report = try cohort.equality(Scheme())
        #expect(report.by.map(\.field) == ["age", "sex", "age+sex"])
    }

    @Test(
        "ages are put into bands by the date of the run",
        arguments: [
            ("2008-11-02", "under 18"), ("2008-11-01", "18–25"), ("2000-11-02", "18–25"), ("2000-11-01", "26–34"), ("1991-11-02", "26–34"),
            ("1991-11-01", "35–49"), ("1976-11-02", "35–49"), ("1976-11-01", "50+"), ("1930-01-01", "50+"),
        ])
    func bands(born: String, band: String) throws {
        var people = Crowd()
        for n in 0..<10 { people.add("N-\(n)", born: born) }
        let report = try people.equality(Scheme())
        #expect(report.by.first { $0.field == "age" }?.groups.map(\.value) == [band])
    }

    @Test("those of whom it is not known are a group of their own, last")
    func unknown() throws {
        var people = cohort
        for n in 0..<12 { people.add("U-\(n)") }
        let report = try people.equality(Scheme())
        #expect(report.by.first { $0.field == "sex" }?.groups.map(\.value) == ["female", "male", "unknown"])
        #expect(try group(report, "sex", "unknown").figures?.n == 12)
        #expect(report.by.allSatisfy { $0.groups.compactMap(\.figures?.n).reduce(0, +) == 72 })
    }

    @Test("a group of nine is left out, and so is the next smallest, with which it could be worked out")
    func suppressed() throws {
        var people = cohort
        for n in 0..<9 { people.add("O-\(n)", #""sex":"other""#) }
        let report = try people.equality(Scheme())
        #expect(try group(report, "sex", "other") == EqualityGroup(value: "other", title: "other", suppression: .small))
        #expect(try group(report, "sex", "female") == EqualityGroup(value: "female", title: "female", suppression: .beside))
        #expect(try group(report, "sex", "male").figures?.n == 40)
        let shown = try people.equality(Scheme()) { $0.showsSmall = true }
        #expect(try group(shown, "sex", "other").figures?.n == 9)
    }

    @Test("a few of whom it is not known are left out alone: their number says of nobody what they are")
    func fewUnknown() throws {
        var people = cohort
        for n in 0..<3 { people.add("U-\(n)") }
        let report = try people.equality(Scheme())
        #expect(try group(report, "sex", "unknown").suppression == .small)
        #expect(try group(report, "sex", "female").figures?.n == 20)
    }

    @Test("a group of ten is shown")
    func ten() throws {
        var people = cohort
        for n in 0..<10 { people.add("O-\(n)", #""sex":"other""#) }
        #expect(try group(try people.equality(Scheme()), "sex", "other").figures?.n == 10)
    }

    @Test("no row or column of two fields crossed gives a small group away")
    func crossed() throws {
        var people = Crowd()
        // Young women are few; young men, older women and older men are not.
        let cells = [("2004-01-01", "female", 4), ("2004-01-01", "male", 40), ("1985-01-01", "female", 30), ("1985-01-01", "male", 35), ("1960-01-01", "male", 50), ("1960-01-01", "female", 45)]
        for (born, sex, count) in cells { for n in 0..<count { people.add("\(born)-\(sex)-\(n)", born: born, #""sex":"\#(sex)""#) } }
        let report = try people.equality(Scheme())
        let groups = try #require(report.by.first { $0.field == "age+sex" }?.groups)
        let hidden = groups.filter { $0.suppression != nil }.map(\.value)
        #expect(hidden == ["18–25, female", "18–25, male", "35–49, female", "35–49, male"])
        #expect(groups.first { $0.value == "18–25, female" }?.suppression == .small)
    }

    @Test("broad ethnic groups do not give a small code away")
    func ethnicity() throws {
        var people = Crowd()
        let codes = [("W1", 50), ("W2", 20), ("W3", 3), ("B1", 15), ("B2", 12), ("A1", 4), ("A2", 4)]
        for (code, count) in codes { for n in 0..<count { people.add("\(code)-\(n)", #""ethnicity":"\#(code)""#) } }
        let report = try people.equality(Scheme())
        func hidden(_ field: String) -> [String] { report.by.first { $0.field == field }?.groups.filter { $0.suppression != nil }.map(\.value) ?? [] }
        // Eight in all: left out as a broad group, and the next smallest broad group beside it, with all of its codes.
        #expect(hidden("ethnic_group") == ["Asian or Asian British", "Black or Black British"])
        #expect(hidden("ethnicity") == ["A1", "A2", "B1", "B2", "W2", "W3"])
    }

    @Test("error rates count against what became of people")
    func outcomes() throws {
        let lines = ["id,outcome"] + (0..<20).map { "F-\($0),\($0 < 5 ? 1 : 0)" } + (0..<40).map { "M-\($0),\($0 >= 8 && $0 < 20 ? 1 : 0)" } + ["X-1,1"]
        let table = try OutcomeTable(Array(lines.joined(separator: "\n").utf8), name: "outcomes.csv")
        let report = try cohort.equality(Scheme()) { $0.outcomes = table }
        #expect(report.withOutcome == 60)
        #expect(report.strangers == 1)
        let women = try #require(try group(report, "sex", "female").figures?.outcomes)
        #expect((women.truePositives, women.falsePositives, women.trueNegatives, women.falseNegatives) == (2, 0, 15, 3))
        let men = try #require(try group(report, "sex", "male").figures?.outcomes)
        #expect((men.truePositives, men.falsePositives, men.trueNegatives, men.falseNegatives) == (2, 8, 20, 10))
        #expect(men.falsePositiveRate == 8.0 / 28)
        #expect(men.falseNegativeRate == 10.0 / 12)
        #expect(men.positivePredictive == 0.2)
        #expect(men.negativePredictive == 20.0 / 30)
    }

    @Test("where fewer than ten outcomes are known, a group has no error rates")
    func fewOutcomes() throws {
        let lines = ["id,outcome"] + (0..<9).map { "F-\($0),1" } + (0..<10).map { "M-\($0),1" }
        let table = try OutcomeTable(Array(lines.joined(separator: "\n").utf8), name: "outcomes.csv")
        let report = try cohort.equality(Scheme()) { $0.outcomes = table }
        #expect(try group(report, "sex", "female").figures?.outcomes == nil)
        #expect(try group(report, "sex", "male").figures?.outcomes?.truePositives == 10)
    }

    @Test(
        "a file of outcomes that cannot be used says where and why",
        arguments: [
            ("id;outcome\nN-1;1", "outcomes.csv:1: the first line must name the columns `id` and `outcome`"),
            ("id,outcome\nN-1,yes", "outcomes.csv:2: the outcome is `yes`: write 1 where it happened and 0 where it did not"),
            ("id,outcome\nN-1,1\nN-1,0", "outcomes.csv:3: the id `N-1` stands on an earlier line already"),
            ("id,outcome\nN-1", "outcomes.csv:2: the row has 1 values, and the heading names 2"), ("id,outcome\n,1", "outcomes.csv:2: the id is missing"),
        ])
    func badOutcomes(text: String, message: String) {
        #expect(throws: GovernanceError(message)) { try OutcomeTable(Array(text.utf8), name: "outcomes.csv") }
    }

    @Test(
        "a field that puts nobody into groups is refused, with what to do",
        arguments: [
            ("sez", "there is no field `sez` to group people by; did you mean `sex`?"),
            ("offences", "people cannot be grouped by `offences`: it is a list; name a field such as `sex`, `age` or `borough`"),
            ("ogrs2", "people cannot be grouped by `ogrs2`: it has too many values; name a field such as `sex`, `age` or `borough`"),
            ("offences.type", "people cannot be grouped by `offences.type`: it is part of a list; name a field such as `sex`, `age` or `borough`"),
            ("age+sex+borough", "`age+sex+borough` crosses more than two fields: the groups would be too small to show"),
        ])
    func badField(name: String, message: String) throws {
        let run = EqualityRun(try Scheme().load(), asOf: Scheme.asOf)
        #expect(throws: GovernanceError(message)) { try EqualityFields([name], layout: run.layout) }
    }

    @Test("people can be grouped by any field of single values, and by two at once")
    func chosen() throws {
        let report = try cohort.equality(Scheme()) { $0.fields = try EqualityFields(["borough", "needs.drugs", "sex+borough"], layout: $0.layout) }
        #expect(report.by.map(\.field) == ["borough", "needs.drugs", "sex+borough"])
        #expect(report.by[1].groups.map(\.value) == ["unknown"])
        #expect(report.by[2].groups.map(\.value) == ["female, Camden", "male, Camden"])
    }

    @Test("a field that carries a gap is found: with the same value for everybody the gap is gone")
    func proxies() throws {
        var people = Crowd()
        for n in 0..<40 { people.add("M-\(n)", convictions: 3, ogrs2: 80, #""sex":"male""#) }
        for n in 0..<40 { people.add("F-\(n)", convictions: 3, ogrs2: 40, #""sex":"female""#) }
        let report = try people.equality(Scheme())
        let carried = try #require(report.proxies.first { $0.field == "ogrs2" && $0.by == "sex" })
        #expect((carried.gap, carried.without) == (1, 0))
        let other = try #require(report.proxies.first { $0.field == "arrests_total" && $0.by == "sex" })
        #expect(other.shift == 0)
        #expect(report.findings.contains { $0.hasPrefix("If OGRS2 told nobody apart, the gap by sex would narrow from 100.0 to 0.0 points.") })
    }

    @Test("findings name what stands out and how many differences were tested, and accuse nobody and clear nobody")
    func findings() throws {
        var people = Crowd()
        for n in 0..<200 { people.add("M-\(n)", convictions: n < 120 ? 6 : 0, #""sex":"male""#) }
        for n in 0..<200 { people.add("F-\(n)", convictions: n < 20 ? 6 : 0, #""sex":"female""#) }
        let report = try people.equality(Scheme())
        let text = report.findings.joined(separator: "\n")
        #expect(text.contains("35.0%"))
        #expect(text.contains("Sex “female”: 10.0% against 60.0% of everybody else"))
        #expect(text.contains("were tested"))
        #expect(text.contains("neither that people are treated unfairly nor that they are not"))
        #expect(!text.lowercased().contains("discriminat"))
    }

    @Test("with nobody in the cohort it says so")
    func nobody() throws {
        let report = try Crowd().equality(Scheme())
        #expect(report.by.isEmpty)
        #expect(report.findings == ["There is nobody in the cohort, so there is nothing to compare."])
    }
}
