import Cohorts
import Notation

/// The fields of a record from which outcomes are counted.
struct OutcomeFields {
    let cohort: RowField
    let since: RowField
    let offences: RowField
    let type: RowField
    let date: RowField
    let outcome: RowField
    let convictedOn: RowField
    private let orders: RowField
    private let kind: RowField
    private let start: RowField
    private let end: RowField
    private let status: RowField

    init(_ layout: RowLayout) {
        cohort = RowField("cohort", in: layout)
        since = RowField("cohort.since", in: layout)
        offences = RowField("offences", in: layout)
        type = RowField("offences.type", in: layout)
        date = RowField("offences.date", in: layout)
        outcome = RowField("offences.outcome", in: layout)
        convictedOn = RowField("offences.convicted_on", in: layout)
        orders = RowField("orders", in: layout)
        kind = RowField("orders.kind", in: layout)
        start = RowField("orders.start", in: layout)
        end = RowField("orders.end", in: layout)
        status = RowField("custody_status", in: layout)
    }

    /// The days that a person spent in prison before a day.
    ///
    /// - Parameters:
    ///   - limit: the end of the last window. What began later matters to none.
    ///   - asOf: the date of the file, of which `custody_status` speaks.
    /// - Returns: nil where the record does not say: the orders are left out, one has no end and is not in force now, or the
    ///   orders and the status of that day say different things.
    func custody(_ row: NominalRow, until limit: Day, asOf: Day) -> CustodyPeriods? {
        guard let places = row.places(orders), let status = row.value(status) else { return nil }
        let isInside = status == "custody" || status == "remand"
        var periods: [(start: Day, end: Day)] = []
        var isOpenNow = false
        for item in places {
            guard let kind = row.value(kind, item: item), kind == "custody" || kind == "remand", let start = row.day(start, item: item) else { continue }
            let end = row.day(end, item: item)
            let coversNow = start <= asOf && asOf <= (end ?? asOf)
            if coversNow { isOpenNow = true }
            guard start < limit else { continue }
            if coversNow, !isInside, end != asOf { return nil }
            // A period that goes on now ends, for a window that is over, behind it.
            periods.append((start, max(start, min(end ?? asOf, asOf))))
        }
        // In prison now, and no order says since when.
        if isInside, !isOpenNow { return nil }
        return CustodyPeriods(periods)
    }
}
