import Notation

/// The first day and the length of each month from 1900 to 2099, so that most dates cost one look instead of a division.
final class MonthTable {
    struct Month {
        /// Days since 1970-01-01 of the day before the first.
        var dayZero: Int32
        var length: Int32
    }

    static let firstYear = 1900
    static let monthCount = 200 * 12
    let months: UnsafeMutablePointer<Month>

    init() {
        months = .allocate(capacity: MonthTable.monthCount)
        for place in 0..<MonthTable.monthCount {
            let year = MonthTable.firstYear + place / 12
            let month = place % 12 + 1
            let first = Day(year: year, month: month, day: 1)?.number ?? 0
            let length = Day.length(ofMonth: month, year: year)
            (months + place).initialize(to: Month(dayZero: Int32(first - 1), length: Int32(length)))
        }
    }

    deinit { months.deallocate() }
}
