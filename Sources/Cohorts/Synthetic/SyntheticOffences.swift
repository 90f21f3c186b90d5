import Notation

/// Offences by date, most of them older ones and many of the person's favoured type, and the series they belong to.
struct SyntheticOffences {
    let favoured: String
    /// By date; nil: left out of the file.
    let list: [SyntheticOffence]?
    /// By date.
    let series: [LinkedSeries]

    struct LinkedSeries {
        let id: String
        let date: Day
        let isOpen: Bool
    }

    init(
        _ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson, _ record: SyntheticRecord,
        _ supervision: SyntheticSupervision
    ) {
        var numbers = cohort.numbers(index, .offences)
        favoured = numbers.pick(
            person.sex == "female" ? SyntheticOffences.favouredByWomen
                : person.age <= 25 ? SyntheticOffences.favouredByTheYoung : SyntheticOffences.favouredByOthers)
        guard !numbers.chance(5) else {
            list = nil
            series = []
            return
        }
        var drawing = Drawing(cohort.asOf, person, record, supervision, favoured: favoured)
        var offences = drawing.all(&numbers).enumerated()
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
        series = SyntheticOffences.link(&offences, cohort, index)
        list = offences
    }

    /// Gives some recent thefts, burglaries and robberies to series under investigation.
    private static func link(
        _ offences: inout [SyntheticOffence], _ cohort: SyntheticCohort, _ index: Int
    ) -> [LinkedSeries] {
        var numbers = cohort.numbers(index, .series)
        var series: [LinkedSeries] = []
        let since = cohort.asOf.adding(days: -900)
        for place in offences.indices where offences[place].isAcquisitive && offences[place].date >= since {
            guard numbers.chance(70), series.count < 3 else { continue }
            let found = min(cohort.asOf, offences[place].date.adding(days: numbers.within(2...90)))
            let number = String(1000 + numbers.within(1...240)).dropFirst()
            let id = "LS-\(offences[place].date.parts.year)-\(number)"
            guard !series.contains(where: { $0.id == id }) else { continue }
            offences[place].series = id
            let isRecent = found >= cohort.asOf.adding(days: -240)
            series.append(LinkedSeries(id: id, date: found, isOpen: numbers.chance(isRecent ? 750 : 100)))
        }
        return series.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    private static let favouredByTheYoung = WeightedTable<String>([
        ("robbery", 24), ("burglary_dwelling", 18), ("drugs_supply", 14), ("theft_person", 9), ("theft_vehicle", 9),
        ("violence", 9), ("theft_from_vehicle", 6), ("weapon", 4), ("theft_shop", 4), ("driving", 3),
    ])
    private static let favouredByOthers = WeightedTable<String>([
        ("burglary_dwelling", 25), ("theft_shop", 24), ("burglary_other", 10), ("theft_from_vehicle", 10), ("robbery", 8),
        ("violence", 8), ("drugs_supply", 5), ("theft_person", 4), ("theft_vehicle", 3), ("fraud", 3),
    ])
    private static let favouredByWomen = WeightedTable<String>([
        ("theft_shop", 58), ("violence", 10), ("robbery", 8), ("burglary_dwelling", 8), ("theft_person", 8), ("fraud", 8),
    ])
}

extension SyntheticOffences {
    func write(to json: inout JSONWriter) {
        json.list("offences", list) { json, offence in
            json.field("type", offence.type)
            json.field("date", offence.date)
            json.field("outcome", offence.outcome)
            json.field("convicted_on", offence.convictedOn)
            json.field("series", offence.series)
            json.field("value", offence.value)
        }
    }

    func writeSeries(to json: inout JSONWriter) {
        json.list("linked_series", series) { json, series in
            json.field("id", series.id)
            json.field("date", series.date)
            json.field("status", series.isOpen ? "open" : "closed")
        }
    }
}
