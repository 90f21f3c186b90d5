import Evidence
import Notation

/// One line of figures: before and during.
struct OutcomeMeasure {
    enum Unit: String {
        case count, pence
        /// In hundredths.
        case months
        /// In thousandths.
        case perMonth = "per_month"
    }

    /// For programs.
    let name: String
    let title: String
    let unit: Unit
    /// Whole numbers of the unit; nil where there is none.
    let before: Int?
    let during: Int?

    func words(_ value: Int?) -> String {
        guard let value else { return FigureWords.none }
        return switch unit {
        case .count: Numbers.grouped(value)
        case .pence: Pence(value).wholePounds.description
        case .months: Share.decimals(value, places: 2)
        case .perMonth: Share.decimals(value, places: 3)
        }
    }

    func plain(_ value: Int?) -> String {
        guard let value else { return "" }
        return switch unit {
        case .count: String(value)
        case .pence: CSVNumber.pounds(Pence(value))
        case .months: CSVNumber.decimals(value, places: 2)
        case .perMonth: CSVNumber.decimals(value, places: 3)
        }
    }

    /// The change in tenths of a percent.
    var tenths: Int? {
        guard let before, let during else { return nil }
        return FigureWords.tenths(from: before, to: during)
    }

    var row: ReportTable.Row { ReportTable.Row([title, words(before), words(during), FigureWords.percent(tenths)]) }
}

extension OutcomesReport {
    var offenceMeasures: [OutcomeMeasure] {
        [
            measure("rate", "Offences a month at liberty", .perMonth, \.rateThousandths),
            measure("offences_at_liberty", "Offences done at liberty, of people with a rate", .count, \.offencesAtLiberty),
            measure("months_at_liberty", "Months at liberty, of people with a rate", .months, \.monthsAtLibertyHundredths),
            measure("custody_days", "Days in prison, of people with a rate", .count, \.custodyDays),
            measure("offences_in_custody", "Offences dated in prison, of people with a rate", .count, \.offencesInCustody),
            measure("offences", "Offences of everybody counted", .count, \.offences),
            measure("tics", "Offences taken into consideration, apart", .count, \.tics),
            measure("breaches", "Breaches, apart", .count, \.breaches),
            measure("charged", "Charged and not decided yet, apart", .count, \.charged),
        ]
    }

    var convictionMeasures: [OutcomeMeasure] {
        [
            measure("convictions", "Convictions in the window, whenever it was done", .count, \.convictions),
            measure("breach_convictions", "Convictions of breaches, apart", .count, \.breachConvictions),
            measure("undated_convictions", "Offences done in the window, convicted on a day not recorded", .count, \.undatedConvictions),
        ]
    }

    /// Empty where no table was named.
    var costMeasures: [OutcomeMeasure] {
        if costs == nil { return [] }
        return [
            measure("cost_per_month", "Cost of offences a month at liberty", .pence) { $0.costPerMonth?.value },
            measure("cost", "Cost of the offences of everybody counted", .pence) { $0.cost.value },
            measure("cost_per_offence", "Average cost of an offence that has a published cost", .pence) { $0.costPerOffence?.value },
            measure("costed", "Offences with a published cost", .count, \.costed),
            measure("uncosted", "Offences without one, left out", .count, \.uncosted),
            measure("tic_cost", "Cost of offences taken into consideration, apart", .pence) { $0.ticCost.value },
            measure("tics_uncosted", "Of these, without a published cost and left out", .count, \.ticsUncosted),
        ]
    }

    private func measure(_ name: String, _ title: String, _ unit: OutcomeMeasure.Unit, _ value: (OutcomeWindow) -> Int?) -> OutcomeMeasure {
        OutcomeMeasure(name: name, title: title, unit: unit, before: value(before), during: value(during))
    }

    /// Each person once.
    var peopleCounts: [(name: String, title: String, count: Int)] {
        [
            ("included", "Counted", people.included),
            ("not_managed", store == nil ? "Left out: not managed on the date of the file" : "Left out: never in the cohort", people.notManaged),
            ("management_unknown", "Left out: not known whether they are managed", people.managementUnknown),
            ("outside_period", "Left out: management began outside the days asked for", people.outsidePeriod),
            ("too_short", "Left out: managed for less than \(Numbers.count(months, "month"))", people.tooShort),
            ("offences_unknown", "Left out: no list of offences in the record", people.offencesUnknown),
        ]
    }
}
