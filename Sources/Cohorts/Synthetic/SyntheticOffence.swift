import Notation

struct SyntheticOffence {
    var type: String
    var date: Day
    var outcome: String
    /// nil where there was no conviction, and where its date is not known.
    var convictedOn: Day?
    /// The linked series to which it belongs; nil: none.
    var series: String?
    /// Pounds; nil where nothing was taken or it was not recorded.
    var value: Int?

    var isAcquisitive: Bool { SyntheticOffence.losses[type] != nil }

    /// What is taken, in pounds.
    static let losses: [String: ClosedRange<Int>] = [
        "burglary_dwelling": 80...6000, "burglary_other": 50...4000, "robbery": 10...1200, "theft_person": 10...900,
        "theft_vehicle": 500...15_000, "theft_from_vehicle": 20...900, "theft_shop": 5...400, "theft_other": 10...700,
        "fraud": 50...9000,
    ]
}
