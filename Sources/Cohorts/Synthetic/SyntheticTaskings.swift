import Notation

/// Work given out earlier, most of it after a red score; none outside the cohort.
struct SyntheticTaskings {
    /// By date of opening.
    let list: [Tasking]

    struct Tasking {
        let kind: String
        let opened: Day
        /// nil: no date was set.
        let due: Day?
        let status: String
    }

    init(
        _ cohort: SyntheticCohort, _ index: Int, _ supervision: SyntheticSupervision, _ scores: SyntheticScores,
        _ gang: SyntheticGang?, _ membership: SyntheticMembership
    ) {
        var numbers = cohort.numbers(index, .taskings)
        guard let place = membership.place else {
            list = []
            return
        }
        var list: [Tasking] = []
        func add(_ kind: String, _ opened: Day, days: Int, _ numbers: inout SyntheticNumbers) {
            let opened = min(cohort.asOf, opened)
            let due = opened.adding(days: days)
            let isOpen = due >= cohort.asOf ? numbers.chance(800) : numbers.chance(60)
            let status = isOpen ? "open" : numbers.chance(880) ? "done" : "cancelled"
            list.append(Tasking(kind: kind, opened: opened, due: numbers.chance(50) ? nil : due, status: status))
        }
        // Nobody who is only harmed by a gang is given out for enforcement.
        let enforces = !(gang?.isHarmed ?? false)
        for score in scores.list.suffix(5) where score.band == "red" {
            if numbers.chance(500) { add("intel_plan", score.date.adding(days: numbers.below(4)), days: 5, &numbers) }
            if enforces, numbers.chance(350) { add("pacesetter", score.date.adding(days: 1), days: 1, &numbers) }
        }
        let recent = max(place.since, cohort.asOf.adding(days: -numbers.within(0...200)))
        if supervision.status == .custody, numbers.chance(450) { add("prison_coordination", recent, days: 14, &numbers) }
        if supervision.status == .licence, numbers.chance(350) { add("weekly_appointments", recent, days: 7, &numbers) }
        if numbers.chance(120) { add("review", recent, days: 14, &numbers) }
        self.list = list.sorted { ($0.opened, $0.kind) < ($1.opened, $1.kind) }
    }

    func write(to json: inout JSONWriter) {
        json.list("taskings", list) { json, tasking in
            json.field("kind", tasking.kind)
            json.field("opened", tasking.opened)
            json.field("due", tasking.due)
            json.field("status", tasking.status)
        }
    }
}
