package import Notation

/// Working days in England and Wales: neither Saturday nor Sunday nor a bank holiday.
///
/// The bank holidays are those of every year (Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day, Good
/// Friday and the early May bank holiday by proclamation); one that was proclaimed for a single year is not among them.
package enum WorkingDays {
    package static func has(_ day: Day) -> Bool { !isWeekend(day) && !isBankHoliday(day) }

    /// The day itself if it is a working day, else the next one.
    package static func from(_ day: Day) -> Day {
        var day = day
        while !has(day) { day = Day(number: day.number + 1) }
        return day
    }

    private static func isWeekend(_ day: Day) -> Bool { weekday(day) >= 5 }

    /// 0 for Monday. Day 0, 1 January 1970, was a Thursday.
    private static func weekday(_ day: Day) -> Int { ((day.number + 3) % 7 + 7) % 7 }

    private static func isBankHoliday(_ day: Day) -> Bool {
        let (year, month, dayOfMonth) = day.parts
        let easter = easterSunday(year)
        switch day.number - easter.number {
        case -2, 1: return true
        default: break
        }
        switch (month, dayOfMonth) {
        case (5, 1...7), (5, 25...31), (8, 25...31): return weekday(day) == 0
        case (1, 1...3): return day == substitute(for: [Day(year: year, month: 1, day: 1)])[0]
        case (12, 25...28):
            return substitute(for: [Day(year: year, month: 12, day: 25), Day(year: year, month: 12, day: 26)]).contains(day)
        default: return false
        }
    }

    /// Where holidays that fall on a weekend are kept: on the next weekdays that are none of them.
    private static func substitute(for holidays: [Day?]) -> [Day?] {
        let known = holidays.compactMap { $0 }
        var taken = known.filter { !isWeekend($0) }
        return known.map { holiday in
            guard isWeekend(holiday) else { return holiday }
            var day = holiday
            while isWeekend(day) || taken.contains(day) { day = Day(number: day.number + 1) }
            taken.append(day)
            return day
        }
    }

    /// The Sunday of Easter in the Gregorian calendar: the anonymous algorithm of Meeus, Astronomical Algorithms, ch. 8.
    private static func easterSunday(_ year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e, f) = (b / 4, b % 4, (b + 8) / 25)
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1) ?? Day(number: 0)
    }
}
