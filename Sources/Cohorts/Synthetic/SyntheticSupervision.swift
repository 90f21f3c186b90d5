import Notation

/// Where the person stands with prison and probation, and the orders that led there.
struct SyntheticSupervision {
    enum Status: String {
        case custody, remand, licence, community, none

        var isInPrison: Bool { self == .custody || self == .remand }
        var isStatutory: Bool { self == .custody || self == .licence || self == .community }
    }

    let status: Status
    let riskOfHarm: String?
    let prison: String?
    let releaseDate: Day?
    let agency: String
    let mappaLevel: Int?
    /// By start.
    let orders: [SyntheticOrder]
    /// When the present sentence was passed; nil for somebody who serves none.
    let sentenced: Day?

    init(
        _ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson, _ record: SyntheticRecord,
        _ needs: SyntheticNeeds
    ) {
        var numbers = cohort.numbers(index, .supervision)
        status = numbers.pick(SyntheticSupervision.statuses)
        agency = numbers.pick(status.isStatutory ? SyntheticSupervision.agencies : SyntheticSupervision.otherAgencies)
        let harm = numbers.pick(agency == "NPS" ? SyntheticSupervision.harmOfNPS : SyntheticSupervision.harmOfOthers)
        riskOfHarm = numbers.chance(20) ? nil : harm
        let mappa = agency == "NPS" ? numbers.pick(SyntheticSupervision.mappaLevels) : 0
        mappaLevel = numbers.chance(40) ? nil : mappa

        let earliest = person.birthday(max(15, record.firstConvictionAge))
        let present = PresentSentence(status, cohort.asOf, from: earliest, needs, &numbers)
        sentenced = status.isStatutory ? present.orders.first?.start : nil
        releaseDate = present.release
        let before = present.orders.first?.start ?? cohort.asOf.adding(days: -numbers.within(60...400))
        let adult = max(earliest, person.birthday(18))
        orders =
            SyntheticSupervision.pastOrders(from: adult, before: before, person.activity, &numbers) + present.orders
        prison = status.isInPrison && !numbers.chance(20) ? SyntheticSupervision.prison(of: person, &numbers) : nil
    }

    /// Whether the person was in prison on a day up to the date of the run.
    func wasInPrison(on day: Day) -> Bool { prisonOrder(on: day) != nil }

    func prisonOrder(on day: Day) -> SyntheticOrder? { orders.first { $0.isPrison && $0.isInForce(on: day) } }

    private static func pastOrders(
        from earliest: Day, before: Day, _ activity: Int, _ numbers: inout SyntheticNumbers
    ) -> [SyntheticOrder] {
        var orders: [SyntheticOrder] = []
        var next = before
        for _ in 0..<numbers.within(0...(1 + activity / 20)) {
            let end = next.adding(days: -numbers.within(15...500))
            let kind = numbers.pick(pastKinds)
            let start = end.adding(days: -(kind == "custody" ? numbers.low(30...700) : numbers.within(180...730)))
            guard start >= earliest else { break }
            orders.append(SyntheticOrder(kind: kind, start: start, end: end))
            next = start
        }
        return orders.reversed()
    }

    private static func prison(of person: SyntheticPerson, _ numbers: inout SyntheticNumbers) -> String {
        if person.sex == "female" { return "HMP Larkmead" }
        if person.age <= 20 { return "HMYOI Hollin Dene" }
        return numbers.pick(["HMP Aldmoor", "HMP Fenny Cross", "HMP Saltern Quay", "HMP Thornbeck"])
    }

    /// The pilot's shares, with a few who are not under a sentence.
    private static let statuses = WeightedTable<Status>([
        (.custody, 376), (.community, 376), (.licence, 235), (.remand, 8), (.none, 5),
    ])
    private static let agencies = WeightedTable<String>([("CRC", 67), ("NPS", 33)])
    private static let otherAgencies = WeightedTable<String>([("police", 70), ("none", 30)])
    private static let harmOfNPS = WeightedTable<String>([("low", 2), ("medium", 36), ("high", 54), ("very_high", 8)])
    private static let harmOfOthers = WeightedTable<String>([("low", 27), ("medium", 70), ("high", 3)])
    private static let mappaLevels = WeightedTable<Int>([(0, 68), (1, 25), (2, 6), (3, 1)])
    private static let pastKinds = WeightedTable<String>([
        ("community_order", 40), ("suspended_sentence", 22), ("custody", 38),
    ])
}

extension SyntheticSupervision {
    func write(to json: inout JSONWriter) {
        json.field("custody_status", status.rawValue)
        json.field("prison", prison)
        json.field("release_date", releaseDate)
        json.field("statutory", status.isStatutory)
        json.field("managing_agency", agency)
        json.field("mappa_level", mappaLevel)
    }

    func writeOrders(to json: inout JSONWriter) {
        json.list("orders", orders) { json, order in
            json.field("kind", order.kind)
            json.field("start", order.start)
            json.field("end", order.end)
            guard !order.requirements.isEmpty else { return }
            json.key("requirements")
            json.strings(order.requirements)
        }
    }
}
