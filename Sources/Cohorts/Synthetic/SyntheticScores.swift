import Notation

/// Earlier scores of the matrix `risk`: four parts of 0 to 4 times a multiplier of 1 to 4, and 0 in prison.
struct SyntheticScores {
    /// By date.
    let list: [Score]

    struct Score {
        let date: Day
        let score: Int
        /// `P`: in prison; `W`: wanted.
        let flags: [String]

        var band: String { score >= 39 ? "red" : score >= 20 ? "amber" : "green" }
    }

    init(
        _ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson, _ record: SyntheticRecord,
        _ supervision: SyntheticSupervision, _ offences: SyntheticOffences, _ intelligence: SyntheticIntelligence,
        _ membership: SyntheticMembership
    ) {
        var numbers = cohort.numbers(index, .scores)
        let wasScored = membership.place != nil || numbers.chance(200)
        guard wasScored else {
            list = []
            return
        }
        let since = membership.place?.since ?? cohort.asOf.adding(days: -numbers.within(100...700))
        let most = membership.place == nil ? 1 : 9
        let harm = ["low": 1, "medium": 2, "high": 3, "very_high": 4][supervision.riskOfHarm ?? "medium"] ?? 2
        let multiplier = (record.ogrs2?.score ?? 80) / 10 - 5
        let openSeries = offences.series.count { $0.isOpen }
        var list: [Score] = []
        var date = cohort.asOf.adding(days: -(numbers.chance(80) ? numbers.within(100...300) : numbers.low(0...45)))
        while date >= since, list.count < most {
            let history = min(4, 1 + person.activity / 25 + numbers.below(2))
            let reports = min(4, 1 + intelligence.recent(date) + numbers.below(2))
            let parts = history + harm + reports + min(4, openSeries * 2 + numbers.below(2))
            let isInside = supervision.wasInPrison(on: date)
            let score = isInside ? 0 : parts * min(4, max(1, multiplier + numbers.below(2)))
            let isWanted = score >= 39 && numbers.chance(40)
            list.append(Score(date: date, score: score, flags: isInside ? ["P"] : isWanted ? ["W"] : []))
            date = date.adding(days: -numbers.within(25...60))
        }
        self.list = list.reversed()
    }

    func write(to json: inout JSONWriter) {
        json.list("scores", list) { json, score in
            json.field("date", score.date)
            json.field("matrix", "risk")
            json.field("score", score.score)
            json.field("band", score.band)
            guard !score.flags.isEmpty else { return }
            json.key("flags")
            json.strings(score.flags)
        }
    }
}
