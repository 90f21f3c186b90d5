import Notation

/// Who the nominal is. Cheap to draw, since associates are looked for among others.
struct SyntheticPerson {
    let borough: String
    let born: Day
    /// Whole years.
    let age: Int
    /// nil: not known.
    let sex: String?
    let ethnicity: String?
    let disability: Bool?
    /// From 0 to 99: how much the person offends, which shows in the criminal record, the intelligence and the scores.
    let activity: Int

    var isYoungMan: Bool { sex == "male" && age <= 25 }

    init(_ cohort: SyntheticCohort, _ index: Int) {
        var numbers = cohort.numbers(index, .person)
        borough = numbers.pick(SyntheticPerson.boroughs)
        age = numbers.within(numbers.pick(SyntheticPerson.ages))
        born = cohort.asOf.adding(months: -12 * age).adding(days: -numbers.below(365))
        sex = numbers.pick(SyntheticPerson.sexes)
        activity = numbers.below(100)
        ethnicity = numbers.pick(SyntheticPerson.ethnicities)
        disability = numbers.chance(80) ? nil : numbers.chance(150)
    }

    /// The birthday of an age; for somebody born on 29 February the last of February in other years.
    func birthday(_ age: Int) -> Day { born.adding(months: 12 * age) }

    private static let boroughs = [
        "Camden", "Enfield", "Hackney", "Haringey", "Islington", "Newham", "Tower Hamlets", "Waltham Forest",
    ]

    /// Per hundred: 36 up to 25, 29 from 26 to 34, and 31 years on average.
    private static let ages = WeightedTable<ClosedRange<Int>>([
        (18...20, 10), (21...23, 15), (24...25, 11),
        (26...28, 11), (29...31, 10), (32...34, 8),
        (35...39, 18), (40...44, 9), (45...49, 5), (50...59, 2), (60...69, 1),
    ])

    private static let sexes = WeightedTable<String?>([("male", 910), ("female", 84), ("other", 2), (nil, 4)])

    private static let ethnicities = WeightedTable<String?>([
        ("W1", 300), ("W2", 20), ("W3", 8), ("W9", 110), ("M1", 50), ("M2", 20), ("M3", 8), ("M9", 22), ("A1", 15),
        ("A2", 25), ("A3", 55), ("A4", 5), ("A9", 30), ("B1", 130), ("B2", 90), ("B9", 47), ("O2", 8), ("O9", 20),
        ("NS", 17), (nil, 20),
    ])
}
