import Cohorts
import Notation
import Testing

private let asOf = Day(number: 20_758)  // 2026-11-01
private let sample = Sample()
private var nominals: [Decoded] { sample.nominals }

/// Five thousand nominals, read back through the import. Shared by tests, which is safe since nobody changes their rows.
private struct Sample: @unchecked Sendable {
    let nominals: [Decoded]

    init() {
        let cohort = SyntheticCohort(seed: 7, asOf: asOf)
        nominals = (0..<5000).map { Decoded(cohort.line($0)) }
    }
}

@Suite("Proportions of a synthetic cohort")
struct SyntheticMarginalsTests {
    @Test("shares are those of the pilot, within two percentage points", arguments: [
        ("sex", "male", 91), ("custody_status", "custody", 38), ("custody_status", "community", 38),
        ("custody_status", "licence", 24), ("managing_agency", "CRC", 67), ("managing_agency", "NPS", 33),
    ] as [(String, String, Double)])
    func shares(field: String, value: String, percent: Double) {
        #expect(abs(share { $0.value(field) == value } - percent) <= 2)
    }

    @Test("ages are those of the pilot")
    func ages() {
        let ages = nominals.compactMap(age)
        #expect(ages.count == nominals.count)
        #expect(ages.min() == 18 && (60...69).contains(ages.max() ?? 0))
        #expect(abs(average(ages) - 31) <= 0.5)
        #expect(abs(share { (18...25).contains(age($0) ?? 0) } - 36) <= 2)
        #expect(abs(share { (26...34).contains(age($0) ?? 0) } - 29) <= 2)
    }

    @Test("averages are those of the pilot", arguments: [
        ("arrests_total", 53, 2), ("convictions_total", 33, 1.5), ("age_first_arrest", 15, 0.4), ("ogrs2", 82, 1),
    ] as [(String, Double, Double)])
    func averages(field: String, expected: Double, within tolerance: Double) {
        #expect(abs(average(numbers(field)) - expected) <= tolerance)
    }

    @Test("OGRS2 spans 52 to 98, and 62 in a hundred were arrested before 16")
    func ranges() {
        let ogrs = numbers("ogrs2")
        #expect(ogrs.min() == 52 && ogrs.max() == 98)
        let first = numbers("age_first_arrest")
        #expect(abs(100 * Double(first.count { $0 < 16 }) / Double(first.count) - 62) <= 2)
    }

    @Test("the eight boroughs have about an eighth each")
    func boroughs() {
        let counts = Dictionary(grouping: nominals) { $0.value("borough") ?? "none" }.mapValues(\.count)
        #expect(counts.keys.sorted() == [
            "Camden", "Enfield", "Hackney", "Haringey", "Islington", "Newham", "Tower Hamlets", "Waltham Forest",
        ])
        #expect(counts.values.allSatisfy { (540...710).contains($0) })
    }

    @Test("needs are those of the forty files in Wakefield, within two and a half percentage points", arguments: [
        ("thinking", 36), ("lifestyle", 35), ("ete", 35), ("drugs", 32), ("attitudes", 31), ("accommodation", 29),
        ("relationships", 25), ("mental_health", 23), ("finance", 21), ("alcohol", 18),
    ] as [(String, Double)])
    func needs(need: String, of40: Double) {
        let levels = numbers("needs." + need)
        #expect(abs(100 * Double(levels.count { $0 > 0 }) / Double(levels.count) - of40 / 40 * 100) <= 2.5)
        #expect(Set(levels) == [0, 1, 2])
    }

    @Test("some data is missing or old, and most is not", arguments: [
        ("ogrs2", 1.0...3.0), ("ogrs3", 10...14), ("risk_of_harm", 1...3), ("needs", 2...4), ("offences", 0.2...1),
        ("intelligence", 1...3), ("engagement", 3...5), ("ethnicity", 1...4), ("disability", 6...10),
        ("safeguarding", 2...4), ("victim", 2...4),
    ] as [(String, ClosedRange<Double>)])
    func missing(field: String, percent: ClosedRange<Double>) throws {
        let id = try #require(standardLayout.id(ofPath: field))
        let cell = standardLayout.fields[id].cell
        #expect(percent.contains(share { $0.row.cells[cell] == NominalRow.none }))
    }

    @Test("OGRS2 scores of more than a year ago are five to ten in a hundred")
    func stale() {
        let yearAgo = asOf.adding(months: -12).description
        #expect((5...10).contains(share { ($0.value("ogrs2_date") ?? "9") < yearAgo }))
    }

    @Test("older people have the longer records")
    func joint() {
        func convictions(_ ages: ClosedRange<Int>) -> Double {
            average(nominals.filter { ages.contains(age($0) ?? 0) }.compactMap { Int($0.value("convictions_total") ?? "") })
        }
        #expect(convictions(18...20) < convictions(21...25))
        #expect(convictions(21...25) < convictions(26...34))
        #expect(convictions(26...34) < convictions(35...49))
    }

    @Test("gangs are for the young above all, in every role")
    func gangs() {
        let members = nominals.filter { $0.value("gang.name") != nil }
        #expect(Set(members.compactMap { $0.value("gang.role") }) == [
            "core", "member", "peripheral", "associate", "exploited", "victim",
        ])
        #expect(members.count { (age($0) ?? 0) <= 25 } * 2 > members.count)
    }

    @Test("seven in ten are in the cohort already, and only they have reviews and taskings")
    func membership() {
        #expect(abs(share { $0.value("cohort.category") != nil } - 70) <= 2)
        let others = nominals.filter { $0.value("cohort.category") == nil }
        #expect(others.allSatisfy { $0.values("reviews.date") == [] && $0.values("taskings.kind") == [] })
        #expect(nominals.contains { !($0.values("taskings.kind") ?? []).isEmpty })
    }

    @Test("prisons and planned releases go with custody")
    func custody() {
        for nominal in nominals where nominal.value("custody_status") == "custody" {
            #expect((nominal.value("release_date") ?? "9") >= asOf.description)
            #expect(nominal.values("orders.kind")?.contains("custody") == true)
        }
        let elsewhere = nominals.filter { !["custody", "remand"].contains($0.value("custody_status")) }
        #expect(elsewhere.allSatisfy { $0.value("prison") == nil })
    }

    private func age(_ nominal: Decoded) -> Int? {
        nominal.value("date_of_birth").flatMap { Day(iso: $0) }?.wholeYears(until: asOf)
    }

    /// Whole numbers and percents; what was left out is not among them.
    private func numbers(_ field: String) -> [Int] {
        nominals.compactMap { $0.value(field).flatMap(Double.init).map { Int($0) } }
    }

    private func average(_ values: [Int]) -> Double { Double(values.reduce(0, +)) / Double(max(1, values.count)) }

    /// In a hundred.
    private func share(_ holds: (Decoded) -> Bool) -> Double { 100 * Double(nominals.count(where: holds)) / 5000 }
}
