package import Notation

/// The days that somebody spent in prison, from the custody and remand orders of one record.
///
/// A period's first day counts as one at liberty, since what was done that day came before it; its last day in force counts as
/// one in prison. Orders that follow one another without a day between are one period.
package struct CustodyPeriods: Sendable {
    /// First and last day of each period, apart and in order.
    private var periods: [(start: Int, end: Int)] = []

    package init(_ orders: [(start: Day, end: Day)]) {
        for order in orders.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            let (start, end) = (order.start.number, order.end.number)
            if let last = periods.last, start <= last.end + 1 {
                periods[periods.count - 1].end = max(last.end, end)
            } else {
                periods.append((start, end))
            }
        }
    }

    /// How many days of a window were spent in prison.
    /// - Parameter window: its first day, and the day behind its last.
    package func days(in window: Range<Day>) -> Int {
        periods.reduce(0) { sum, period in
            sum + max(0, min(period.end + 1, window.upperBound.number) - max(period.start + 1, window.lowerBound.number))
        }
    }

    /// Whether a day was spent in prison.
    package func holds(_ day: Day) -> Bool { periods.contains { $0.start < day.number && day.number <= $0.end } }
}
