import Notation

/// The place in the cohort, with the reviews that it brings.
struct SyntheticMembership {
    /// nil: not managed at present.
    let place: (category: String, since: Day, leadAgency: String?)?
    /// By date.
    let reviews: [(date: Day, outcome: String, by: String?)]

    init(_ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson, _ supervision: SyntheticSupervision) {
        var numbers = cohort.numbers(index, .membership)
        guard numbers.chance(700) else {
            place = nil
            reviews = []
            return
        }
        let since = max(person.birthday(18), cohort.asOf.adding(days: -numbers.low(10...1400)))
        let lead = numbers.chance(300) ? "police" : supervision.agency == "none" ? "local_authority" : supervision.agency
        place = (numbers.chance(880) ? "gto" : "monitor", since, numbers.chance(50) ? nil : lead)
        var reviews: [(date: Day, outcome: String, by: String?)] = []
        var date = cohort.asOf.adding(days: -(numbers.chance(80) ? numbers.within(200...400) : numbers.within(0...110)))
        while date > since, reviews.count < 4 {
            let by = numbers.pick(["panel", "offender_manager", "local_iom_team"])
            reviews.append((date, numbers.pick(SyntheticMembership.outcomes), numbers.chance(150) ? nil : by))
            date = date.adding(days: -numbers.within(70...120))
        }
        self.reviews = reviews.reversed()
    }

    private static let outcomes = WeightedTable<String>([
        ("retain", 66), ("more_support", 14), ("less_contact", 12), ("more_enforcement", 8),
    ])
}

extension SyntheticMembership {
    func writeReviews(to json: inout JSONWriter) {
        json.list("reviews", reviews) { json, review in
            json.field("date", review.date)
            json.field("outcome", review.outcome)
            json.field("by", review.by)
        }
    }

    func writePlace(to json: inout JSONWriter) {
        json.key("cohort")
        guard let place else { return json.null() }
        json.beginObject()
        json.field("category", place.category)
        json.field("since", place.since)
        json.field("lead_agency", place.leadAgency)
        json.endObject()
    }
}
