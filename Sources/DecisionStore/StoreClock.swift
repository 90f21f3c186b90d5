import Glibc
package import Notation

/// Where a store takes the time from.
package struct StoreClock: Sendable {
    /// Milliseconds since the beginning of 1970, UTC.
    package var now: @Sendable () -> Int

    package init(now: @escaping @Sendable () -> Int) { self.now = now }

    /// The machine's clock.
    package static let system = StoreClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }

    /// How far the clock may be behind the log's last row before work is refused, in milliseconds: clocks are set back by a
    /// little all the time.
    package static let tolerance = 300_000

    /// Noon on a day, for tests.
    package static func noon(of day: Day) -> StoreClock { StoreClock { (day.number * 24 + 12) * 3_600_000 } }

    /// Today, in UTC.
    package var today: Day { StoreClock.day(now()) }

    static func day(_ milliseconds: Int) -> Day { Day(number: Int((Double(milliseconds) / 86_400_000).rounded(.down))) }

    /// `2026-11-21T12:06:09.123Z`
    package static func text(_ milliseconds: Int) -> String {
        let day = day(milliseconds)
        var rest = milliseconds - day.number * 86_400_000
        func next(_ unit: Int, _ width: Int) -> String {
            let text = String(rest / unit)
            rest %= unit
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(day)T\(next(3_600_000, 2)):\(next(60_000, 2)):\(next(1000, 2)).\(next(1, 3))Z"
    }
}
