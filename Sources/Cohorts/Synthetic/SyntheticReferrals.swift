import Notation

/// Referrals to services that the person's age, sex and needs call for, and how far appointments are kept.
struct SyntheticReferrals {
    /// By date; nil: left out of the file.
    let list: [Referral]?
    /// nil: not recorded.
    let engagement: (offered: Int, attended: Int, lastContact: Day)?

    struct Referral {
        let service: String
        let date: Day
        let outcome: String
        /// nil where there is nothing to explain, and where nobody wrote it down.
        let reason: String?
    }

    init(
        _ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson, _ needs: SyntheticNeeds,
        _ supervision: SyntheticSupervision
    ) {
        var numbers = cohort.numbers(index, .referrals)
        let earliest = person.birthday(18)
        var list: [Referral] = []
        for service in SyntheticReferrals.services(person, needs) where numbers.chance(330) {
            let date = max(earliest, cohort.asOf.adding(days: -numbers.low(2...700)))
            list.append(SyntheticReferrals.referral(to: service, date, cohort.asOf, needs, supervision, &numbers))
        }
        list.sort { ($0.date, $0.service) < ($1.date, $1.service) }
        engagement = SyntheticReferrals.engagement(cohort.asOf, supervision.status, &numbers)
        self.list = numbers.chance(20) ? nil : list
    }

    private static func services(_ person: SyntheticPerson, _ needs: SyntheticNeeds) -> [String] {
        var services: [String] = []
        if person.isYoungMan { services += ["mentoring", "right_track", "tiger"] }
        if person.isYoungMan, needs.relationships > 0 { services.append("building_bridges") }
        if person.sex == "female" { services.append("personalised_budget") }
        if needs.mentalHealth > 0 { services.append("mental_health") }
        if needs.ete > 0 { services.append("employment") }
        if needs.drugs == 2 { services.append("drug_treatment") }
        if needs.alcohol == 2 { services.append("alcohol_treatment") }
        if needs.accommodation == 2 { services.append("housing") }
        return services
    }

    private static func referral(
        to service: String, _ date: Day, _ asOf: Day, _ needs: SyntheticNeeds, _ supervision: SyntheticSupervision,
        _ numbers: inout SyntheticNumbers
    ) -> Referral {
        let isRecent = date >= asOf.adding(days: -60)
        let outcome = numbers.pick(isRecent ? recentOutcomes : oldOutcomes)
        var reason: String?
        switch outcome {
        case "refused":
            var reasons = ["no full referral form", "no place free", "needs too complex"]
            if supervision.wasInPrison(on: date) { reasons.append("in custody") }
            if service == "employment", needs.drugs == 2 { reasons.append("identified drug user") }
            reason = numbers.pick(reasons)
        case "withdrawn": reason = numbers.pick(["did not attend", "recalled to prison", "moved to another service"])
        default: break
        }
        return Referral(service: service, date: date, outcome: outcome, reason: numbers.chance(100) ? nil : reason)
    }

    private static func engagement(
        _ asOf: Day, _ status: SyntheticSupervision.Status, _ numbers: inout SyntheticNumbers
    ) -> (offered: Int, attended: Int, lastContact: Day)? {
        guard !numbers.chance(40) else { return nil }
        let offered = numbers.within(status.isInPrison ? 0...10 : status == .none ? 0...6 : 4...44)
        let kept = numbers.chance(120) ? numbers.within(0...35) : numbers.within(36...100)
        let last = numbers.chance(60) ? numbers.within(190...420) : numbers.low(0...60)
        return (offered, offered * kept / 100, asOf.adding(days: -last))
    }

    private static let recentOutcomes = WeightedTable<String>([
        ("pending", 50), ("accepted", 22), ("started", 18), ("refused", 10),
    ])
    private static let oldOutcomes = WeightedTable<String>([
        ("accepted", 6), ("started", 26), ("completed", 34), ("refused", 16), ("withdrawn", 18),
    ])
}

extension SyntheticReferrals {
    func write(to json: inout JSONWriter) {
        json.list("referrals", list) { json, referral in
            json.field("service", referral.service)
            json.field("date", referral.date)
            json.field("outcome", referral.outcome)
            json.field("reason", referral.reason)
        }
        guard let engagement else { return }
        json.key("engagement")
        json.beginObject()
        json.field("offered", engagement.offered)
        json.field("attended", engagement.attended)
        json.field("last_contact", engagement.lastContact)
        json.endObject()
    }
}
