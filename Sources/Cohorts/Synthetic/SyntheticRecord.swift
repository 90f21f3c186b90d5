import Notation

/// The criminal record in numbers, and the scores worked out from it.
struct SyntheticRecord {
    let firstArrestAge: Int
    let firstConvictionAge: Int
    let arrests: Int
    /// From 1 up to the number of arrests: the pilot took nobody who had not been convicted.
    let convictions: Int
    /// nil: never worked out.
    let ogrs2: (score: Int, date: Day)?
    let ogrs3: (score: Int, date: Day)?
    private let knowsFirstArrest: Bool
    private let knowsFirstConviction: Bool

    init(_ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson) {
        var numbers = cohort.numbers(index, .record)
        firstArrestAge = min(numbers.within(numbers.pick(SyntheticRecord.firstArrestAges)), person.age - 2)
        firstConvictionAge = min(firstArrestAge + numbers.low(0...3), person.age - 1)
        // Years beyond the tenth count a third: most people slow down.
        let years = person.age - firstArrestAge
        let activeYears = min(years, 10) * 3 + max(0, years - 10)
        arrests = 3 + activeYears * (127 + person.activity * 6 + numbers.below(60)) / 300
        convictions = max(1, arrests * numbers.within(48...77) / 100)
        knowsFirstArrest = !numbers.chance(20)
        knowsFirstConviction = !numbers.chance(30)

        var score = 73 + person.activity / 6 + min(convictions, 60) / 6 - max(0, person.age - 30) / 3
        score += numbers.below(9) - numbers.below(9)
        if numbers.chance(140) { score -= numbers.within(8...26) }
        score = min(98, max(52, score))
        let date = SyntheticRecord.scoreDate(cohort.asOf, &numbers)
        ogrs2 = numbers.chance(20) ? nil : (score, date)
        let later = min(99, max(30, score - numbers.within(2...14)))
        let isMissing = numbers.chance(120)
        let laterDate = numbers.chance(700) ? date : SyntheticRecord.scoreDate(cohort.asOf, &numbers)
        ogrs3 = isMissing ? nil : (later, laterDate)
    }

    /// Seldom older than a year.
    private static func scoreDate(_ asOf: Day, _ numbers: inout SyntheticNumbers) -> Day {
        asOf.adding(days: -(numbers.chance(75) ? numbers.within(370...900) : numbers.low(0...330)))
    }

    /// Per hundred: 62 before 16, and 15 years on average.
    private static let firstArrestAges = WeightedTable<ClosedRange<Int>>([
        (10...10, 4), (11...11, 7), (12...12, 11), (13...13, 14), (14...14, 14), (15...15, 12),
        (16...16, 13), (17...17, 9), (18...18, 6), (19...21, 5), (22...26, 5),
    ])
}

extension SyntheticRecord {
    func write(to json: inout JSONWriter) {
        json.field("convictions_total", convictions)
        json.field("arrests_total", arrests)
        json.field("age_first_conviction", knowsFirstConviction ? firstConvictionAge : nil)
        json.field("age_first_arrest", knowsFirstArrest ? firstArrestAge : nil)
        json.field("ogrs2", ogrs2?.score)
        json.field("ogrs2_date", ogrs2?.date)
        json.field("ogrs3", ogrs3?.score)
        json.field("ogrs3_date", ogrs3?.date)
    }
}
