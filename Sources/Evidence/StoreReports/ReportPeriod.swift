package import Notation

/// A calendar month or quarter of a report, as far as the report reaches.
package struct ReportPeriod: Sendable, Hashable {
    package enum Length: String, Sendable, CaseIterable {
        case months, quarters

        /// `month`
        package var one: String { String(rawValue.dropLast()) }
        fileprivate var count: Int { self == .months ? 1 : 3 }
    }

    /// `2026-11`, `2026-Q4`
    package var name: String
    package var days: ClosedRange<Day>

    /// More months than this fit no page.
    package static let mostMonths = 120

    /// The first of the month with which twelve calendar months to a day begin.
    package static func firstDay(ofYearEnding last: Day) -> Day { last.adding(days: 1 - last.parts.day).adding(months: -11) }

    package init(_ name: String, _ days: ClosedRange<Day>) {
        self.name = name
        self.days = days
    }

    /// The months or quarters that have a day of a period in them, oldest first, cut to it.
    package static func all(_ length: Length, in period: ClosedRange<Day>) -> [ReportPeriod] {
        var periods: [ReportPeriod] = []
        var start = period.lowerBound
        while start <= period.upperBound {
            let (year, month, _) = start.parts
            let first = month - (month - 1) % length.count
            let next = (Day(year: year, month: first, day: 1) ?? start).adding(months: length.count)
            let name = length == .months ? String(start.description.dropLast(3)) : "\(start.description.prefix(4))-Q\((month - 1) / 3 + 1)"
            periods.append(ReportPeriod(name, start...min(period.upperBound, next.adding(days: -1))))
            start = next
        }
        return periods
    }
}

extension [ReportPeriod] {
    /// Where the period of a day stands; nil where none has it.
    package func place(of day: Day) -> Int? { firstIndex { $0.days.contains(day) } }
}
