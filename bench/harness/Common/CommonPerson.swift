import Notation

/// Who somebody of the common cohort is: drawn in a fixed order, so that the stream of numbers is always used alike.
struct CommonPerson {
    let age: Int
    let custody: String
    private let born: Day
    private let sex: String
    private let borough: String
    private let isStatutory: Bool
    private let harm: String
    private let agency: String
    private let ogrs2: Int?
    private let ogrs2Date: Day?

    private static let pilot = ["Camden", "Enfield", "Hackney", "Haringey", "Islington", "Newham", "Tower Hamlets", "Waltham Forest"]
    private static let outside = ["Barnet", "Brent", "Lambeth", "Redbridge", "Southwark"]

    init(_ numbers: inout SplitMix) {
        let asOf = CommonCohort.asOf
        let group = numbers.below(1000)
        switch group {
        case ..<4: age = 17
        case ..<364: age = 18 + numbers.below(8)
        case ..<654: age = 26 + numbers.below(9)
        default: age = 35 + min(numbers.below(35), numbers.below(35), numbers.below(35))
        }
        let latest = Day(year: asOf.parts.year - age, month: 6, day: 30) ?? asOf
        born = numbers.perMille(3) ? latest : latest.adding(days: -numbers.below(365))
        sex = numbers.perMille(910) ? "M" : "F"
        borough = numbers.perMille(950) ? numbers.pick(CommonPerson.pilot) : numbers.pick(CommonPerson.outside)
        let status = numbers.below(1000)
        custody = status < 374 ? "custody" : status < 748 ? "community" : status < 985 ? "licence" : "none"
        isStatutory = custody != "none" && numbers.perMille(880)
        let risk = numbers.below(100)
        harm = risk < 14 ? "low" : risk < 58 ? "medium" : risk < 92 ? "high" : "very_high"
        agency = !isStatutory ? "none" : risk >= 58 || numbers.perMille(150) ? "NPS" : "CRC"
        ogrs2 = CommonPerson.ogrs2(&numbers)
        ogrs2Date = ogrs2.map { _ in asOf.adding(days: -numbers.below(540)) }
    }

    private static func ogrs2(_ numbers: inout SplitMix) -> Int? {
        let group = numbers.below(1000)
        if group < 20 { return nil }
        if group < 70 { return numbers.below(50) }
        if group < 290 { return 50 + numbers.below(25) }
        let spread = numbers.below(25) + numbers.below(13) + numbers.below(22) * numbers.below(22) / 44
        return min(99, 75 + spread / 2 + numbers.below(2))
    }

    func write(to line: inout ByteText) {
        line.text(",\"borough\":", borough)
        line.text(",\"date_of_birth\":", born.description)
        line.text(",\"sex\":", sex)
    }

    /// What stands behind the ethnicity, which is drawn after everything else.
    func writeRest(to line: inout ByteText) {
        line.text(",\"custody_status\":", custody)
        line.put(isStatutory ? ",\"statutory\":true" : ",\"statutory\":false")
        line.text(",\"managing_agency\":", agency)
        line.number(",\"ogrs2\":", ogrs2)
        line.put(",\"ogrs2_date\":")
        line.quoted(ogrs2Date?.description)
    }

    func writeHarm(to line: inout ByteText) { line.text(",\"risk_of_harm\":", harm) }
}
