import Notation

/// One invented nominal, every part drawn with the parts before it in mind.
struct SyntheticNominal {
    let index: Int
    let person: SyntheticPerson
    let record: SyntheticRecord
    let needs: SyntheticNeeds
    let supervision: SyntheticSupervision
    let offences: SyntheticOffences
    /// nil: no link with a gang.
    let gang: SyntheticGang?
    let intelligence: SyntheticIntelligence
    let associates: SyntheticAssociates
    let referrals: SyntheticReferrals
    let membership: SyntheticMembership
    let scores: SyntheticScores
    let taskings: SyntheticTaskings
    /// nil, here and below: not known.
    let safeguarding: Bool?
    let victim: Bool?

    init(_ cohort: SyntheticCohort, _ index: Int) {
        self.index = index
        person = SyntheticPerson(cohort, index)
        record = SyntheticRecord(cohort, index, person)
        needs = SyntheticNeeds(cohort, index)
        supervision = SyntheticSupervision(cohort, index, person, record, needs)
        offences = SyntheticOffences(cohort, index, person, record, supervision)
        gang = SyntheticGang(cohort, index, person)
        intelligence = SyntheticIntelligence(cohort, index, person, offences.favoured, gang)
        associates = SyntheticAssociates(cohort, index, person, gang)
        referrals = SyntheticReferrals(cohort, index, person, needs, supervision)
        membership = SyntheticMembership(cohort, index, person, supervision)
        scores = SyntheticScores(cohort, index, person, record, supervision, offences, intelligence, membership)
        taskings = SyntheticTaskings(cohort, index, supervision, scores, gang, membership)

        var numbers = cohort.numbers(index, .safeguarding)
        let isHarmed = gang?.isHarmed ?? false
        safeguarding = numbers.chance(30) ? nil : numbers.chance(isHarmed ? 850 : person.age <= 20 ? 160 : 90)
        victim = numbers.chance(30) ? nil : gang?.role == "victim" || numbers.chance(person.sex == "female" ? 480 : 270)
    }

    /// The fields in the catalogue's order.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("id", SyntheticCohort.id(index))
        json.field("borough", person.borough)
        json.field("date_of_birth", person.born)
        json.field("sex", person.sex)
        json.field("ethnicity", person.ethnicity)
        json.field("disability", person.disability)
        record.write(to: &json)
        json.field("risk_of_harm", supervision.riskOfHarm)
        supervision.write(to: &json)
        needs.write(to: &json)
        offences.write(to: &json)
        supervision.writeOrders(to: &json)
        intelligence.write(to: &json)
        json.key("gang")
        if let gang { gang.write(to: &json) } else { json.null() }
        associates.write(to: &json)
        offences.writeSeries(to: &json)
        referrals.write(to: &json)
        membership.writeReviews(to: &json)
        membership.writePlace(to: &json)
        scores.write(to: &json)
        taskings.write(to: &json)
        json.field("safeguarding", safeguarding)
        json.field("victim", victim)
        json.endObject()
    }
}
