import Notation

/// What is on record about somebody of the common cohort: offences, reports, needs, a gang, orders.
struct CommonEvents {
    private struct Offence {
        var date: Day
        var type: String
        var outcome: String
    }

    private struct Report {
        var date: Day
        var grade: String
        var kind: String
    }

    private struct Order {
        var kind: String
        var start: Day
        var end: Day?
    }

    private var offences: [Offence] = []
    private var reports: [Report] = []
    private var orders: [Order] = []
    private var needs: [Int] = []
    private var gang: (name: String, role: String)?
    private let convictions: Int
    private let arrests: Int
    private let first: Int?
    private let ethnicity: String

    private static let types = [
        "burglary_dwelling", "burglary_other", "robbery", "theft_person", "theft_vehicle", "theft_from_vehicle", "theft_shop",
        "violence", "drugs_supply", "drugs_possession", "criminal_damage", "driving", "public_order", "breach",
    ]
    private static let typeWeights = [11, 6, 9, 6, 5, 8, 14, 10, 4, 9, 4, 5, 4, 5]
    private static let outcomes = ["convicted", "charged", "arrested", "nfa"]
    private static let outcomeWeights = [48, 12, 22, 18]
    private static let grades = ["A", "B", "C", "D", "E"]
    private static let gradeWeights = [8, 28, 36, 18, 10]
    private static let kinds = ["sighting", "associates", "handling", "vehicle", "drug_dealing", "domestic"]
    private static let needNames = [
        "accommodation", "ete", "drugs", "alcohol", "finance", "relationships", "lifestyle", "thinking", "attitudes",
        "mental_health", "physical_health",
    ]
    private static let gangs = ["Northgate", "E-Block", "Canal Side", "Marsh Lane", "Mill Crew", "Station Rd"]
    private static let roles = ["core", "associate", "peripheral"]
    private static let ethnicities = [
        "W1", "W2", "W9", "M1", "M2", "M3", "M9", "A1", "A2", "A3", "A9", "B1", "B2", "B9", "O1", "O9", "NS",
    ]
    private static let ethnicityWeights = [30, 2, 10, 4, 2, 1, 2, 2, 3, 6, 4, 12, 11, 5, 1, 3, 2]

    init(_ numbers: inout SplitMix, person: CommonPerson) {
        let asOf = CommonCohort.asOf
        let count = numbers.below(31) + numbers.below(31)
        let active = numbers.below(100)
        let career = min((person.age - 10) * 365, 330 + numbers.below(2700))
        let favourite = numbers.pick(CommonEvents.types, weights: CommonEvents.typeWeights)
        let favoured = numbers.below(450)
        for _ in 0..<count {
            var back = numbers.below(career)
            if active < 45 {
                back = back * (career / 4 + numbers.below(career)) / (career + career / 4)
            } else if active >= 80 {
                back = min(career - 1, 200 + back)
            }
            let type = numbers.perMille(favoured) ? favourite : numbers.pick(CommonEvents.types, weights: CommonEvents.typeWeights)
            let outcome = numbers.pick(CommonEvents.outcomes, weights: CommonEvents.outcomeWeights)
            offences.append(Offence(date: asOf.adding(days: -back), type: type, outcome: outcome))
        }
        if numbers.perMille(12) {
            for place in offences.indices where offences[place].outcome == "convicted" { offences[place].outcome = "arrested" }
        }
        // Some records hold a date that is still to come.
        if count > 0, numbers.perMille(15) { offences[0].date = asOf.adding(days: 1 + numbers.below(20)) }
        offences = CommonEvents.inOrder(offences) { $0.date }
        let convicted = offences.count { $0.outcome == "convicted" }
        convictions = convicted == 0 ? 0 : convicted + numbers.below(12) * numbers.below(8) / 4
        arrests = count + numbers.below(25)
        first = convictions == 0 ? nil : min(person.age, 10 + numbers.below(6) + numbers.below(9))
        for _ in 0..<numbers.below(8) + numbers.below(7) * numbers.below(3) {
            var back = numbers.below(1100)
            if active < 45 { back = back * numbers.below(1100) / 1100 }
            let grade = numbers.pick(CommonEvents.grades, weights: CommonEvents.gradeWeights)
            reports.append(Report(date: asOf.adding(days: -back), grade: grade, kind: numbers.pick(CommonEvents.kinds)))
        }
        reports = CommonEvents.inOrder(reports) { $0.date }
        let lift = numbers.below(3)
        for _ in CommonEvents.needNames {
            let level = numbers.below(10) + lift
            needs.append(level < 5 ? 0 : level < 9 ? 1 : 2)
        }
        if needs[2] == 0, numbers.perMille(500) { needs[2] = 2 }
        if (person.age < 30 && numbers.perMille(190)) || numbers.perMille(20) {
            gang = (numbers.pick(CommonEvents.gangs), numbers.pick(CommonEvents.roles))
        }
        orders = CommonEvents.orders(&numbers, custody: person.custody)
        ethnicity = numbers.pick(CommonEvents.ethnicities, weights: CommonEvents.ethnicityWeights)
    }

    private static func orders(_ numbers: inout SplitMix, custody: String) -> [Order] {
        let asOf = CommonCohort.asOf
        var orders: [Order] = []
        switch custody {
        case "custody":
            let start = asOf.adding(days: -numbers.below(900))
            orders.append(Order(kind: "custody", start: start, end: asOf.adding(days: numbers.below(720))))
        case "licence":
            let start = asOf.adding(days: -numbers.below(400))
            orders.append(Order(kind: "custody", start: start.adding(days: -300), end: start))
            orders.append(Order(kind: "licence", start: start, end: asOf.adding(days: numbers.below(500))))
        case "community":
            let start = asOf.adding(days: -numbers.below(500))
            orders.append(Order(kind: "community_order", start: start, end: start.adding(days: 548)))
        default: break
        }
        if numbers.perMille(120) {
            let start = asOf.adding(days: -numbers.below(1200))
            orders.append(Order(kind: "criminal_behaviour_order", start: start, end: numbers.perMille(400) ? nil : start.adding(days: 730)))
        }
        return orders
    }

    /// By date, otherwise as they were drawn.
    private static func inOrder<Item>(_ items: [Item], _ date: (Item) -> Day) -> [Item] {
        items.enumerated().sorted { (date($0.element), $0.offset) < (date($1.element), $1.offset) }.map(\.element)
    }

    func write(_ person: CommonPerson, to line: inout ByteText) {
        line.text(",\"ethnicity\":", ethnicity)
        person.writeRest(to: &line)
        line.number(",\"convictions_total\":", convictions)
        line.number(",\"arrests_total\":", arrests)
        line.number(",\"age_first_conviction\":", first)
        person.writeHarm(to: &line)
        if let gang {
            line.text(",\"gang\":{\"name\":", gang.name)
            line.text(",\"role\":", gang.role)
            line.put("}")
        } else {
            line.put(",\"gang\":null")
        }
        for (place, level) in needs.enumerated() {
            line.put(place == 0 ? ",\"needs\":{\"" : ",\"")
            line.put(CommonEvents.needNames[place])
            line.number("\":", level)
        }
        line.put("},\"offences\":[")
        for (place, offence) in offences.enumerated() {
            line.text(place == 0 ? "{\"type\":" : ",{\"type\":", offence.type)
            line.text(",\"date\":", offence.date.description)
            line.text(",\"outcome\":", offence.outcome)
            line.put("}")
        }
        line.put("],\"intelligence\":[")
        for (place, report) in reports.enumerated() {
            line.text(place == 0 ? "{\"date\":" : ",{\"date\":", report.date.description)
            line.text(",\"grade\":", report.grade)
            line.text(",\"kind\":", report.kind)
            line.put("}")
        }
        line.put("],\"orders\":[")
        for (place, order) in orders.enumerated() {
            line.text(place == 0 ? "{\"kind\":" : ",{\"kind\":", order.kind)
            line.text(",\"start\":", order.start.description)
            line.put(",\"end\":")
            line.quoted(order.end?.description)
            line.put("}")
        }
        line.put("]")
    }
}
