import Notation

extension SyntheticOffences {
    /// Draws one offence after another, keeping within the totals of the record.
    struct Drawing {
        private let asOf: Day
        /// The birthday at which the first arrest came; more than a year ago.
        private let earliest: Day
        private let firstConviction: Day
        private let supervision: SyntheticSupervision
        private let favoured: String
        private var convictionsLeft: Int
        private var othersLeft: Int

        init(
            _ asOf: Day, _ person: SyntheticPerson, _ record: SyntheticRecord, _ supervision: SyntheticSupervision,
            favoured: String
        ) {
            self.asOf = asOf
            self.supervision = supervision
            self.favoured = favoured
            earliest = person.birthday(record.firstArrestAge)
            firstConviction = person.birthday(record.firstConvictionAge)
            convictionsLeft = record.convictions
            othersLeft = record.arrests - record.convictions
        }

        mutating func all(_ numbers: inout SyntheticNumbers) -> [SyntheticOffence] {
            let count = min(40, 6 + numbers.below(convictionsLeft + 1))
            var offences: [SyntheticOffence] = []
            if let sentenced = supervision.sentenced {
                let date = max(earliest, sentenced.adding(days: -numbers.within(20...160)))
                let type = numbers.chance(700) ? favoured : numbers.pick(SyntheticOffences.otherTypes)
                offences.append(convicted(type, date, on: sentenced, &numbers))
            }
            if supervision.status == .remand, let remand = supervision.orders.last {
                let date = remand.start.adding(days: -numbers.below(4))
                othersLeft -= 1
                let value = value(favoured, &numbers)
                offences.append(SyntheticOffence(type: favoured, date: date, outcome: "charged", value: value))
            }
            for _ in 0..<count where convictionsLeft + othersLeft > 0 { offences.append(next(&numbers)) }
            return offences
        }

        private mutating func next(_ numbers: inout SyntheticNumbers) -> SyntheticOffence {
            let type = numbers.chance(500) ? favoured : numbers.pick(SyntheticOffences.otherTypes)
            let date = date(&numbers)
            let trial = date.adding(days: numbers.within(14...240))
            let isConvicted = convictionsLeft > 0 && (othersLeft == 0 || numbers.chance(700))
            if isConvicted, firstConviction <= trial, trial <= asOf {
                return convicted(type, date, on: trial, &numbers)
            }
            if othersLeft == 0 { return convicted(type, date, on: min(max(trial, firstConviction), asOf), &numbers) }
            othersLeft -= 1
            let isRecent = date >= asOf.adding(days: -300)
            let outcomes = isRecent ? SyntheticOffences.recentOutcomes : SyntheticOffences.oldOutcomes
            let outcome = isConvicted && isRecent ? "charged" : numbers.pick(outcomes)
            return SyntheticOffence(type: type, date: date, outcome: outcome, value: value(type, &numbers))
        }

        private mutating func convicted(
            _ type: String, _ date: Day, on trial: Day, _ numbers: inout SyntheticNumbers
        ) -> SyntheticOffence {
            convictionsLeft -= 1
            return SyntheticOffence(
                type: type, date: date, outcome: "convicted", convictedOn: numbers.chance(40) ? nil : trial,
                value: value(type, &numbers))
        }

        /// Two in ten in the last year, as many in the two before, the rest anywhere back to the first arrest.
        private func date(_ numbers: inout SyntheticNumbers) -> Day {
            let years = numbers.below(10)
            let all = asOf.number - earliest.number
            let range = years < 2 ? 0...365 : years < 4 ? 366...min(all, 1095) : 0...all
            let date = asOf.adding(days: -numbers.within(range))
            // Somebody in prison has no chance to steal: what would have happened there happened before.
            guard let prison = supervision.prisonOrder(on: date) else { return date }
            return max(earliest, prison.start.adding(days: -numbers.within(10...300)))
        }

        private func value(_ type: String, _ numbers: inout SyntheticNumbers) -> Int? {
            guard let loss = SyntheticOffence.losses[type], numbers.chance(600) else { return nil }
            return numbers.low(loss)
        }
    }

    private static let otherTypes = WeightedTable<String>([
        ("burglary_dwelling", 8), ("burglary_other", 5), ("robbery", 6), ("theft_person", 5), ("theft_vehicle", 4),
        ("theft_from_vehicle", 6), ("theft_shop", 11), ("theft_other", 5), ("violence", 10), ("sexual", 1),
        ("weapon", 3), ("drugs_supply", 3), ("drugs_possession", 9), ("criminal_damage", 5), ("arson", 1), ("fraud", 2),
        ("driving", 6), ("public_order", 5), ("breach", 8), ("other", 2),
    ])
    private static let recentOutcomes = WeightedTable<String>([("charged", 32), ("arrested", 38), ("nfa", 30)])
    private static let oldOutcomes = WeightedTable<String>([("nfa", 56), ("tic", 26), ("cautioned", 18)])
}
