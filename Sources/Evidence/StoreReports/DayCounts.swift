/// How long things took, in days.
package struct DayCounts: Sendable, Equatable {
    private(set) var days: [Int] = []

    package init(_ days: [Int] = []) { self.days = days.sorted() }

    package mutating func add(_ count: Int) { days.insert(count, at: days.firstIndex { $0 > count } ?? days.endIndex) }

    package var count: Int { days.count }

    /// Twice the middle one, so that the mean of two middle ones is a whole number, too; nil where there are none.
    package var twiceMedian: Int? {
        days.isEmpty ? nil : days[(days.count - 1) / 2] + days[days.count / 2]
    }

    /// The least number of days within which nine of ten were done; nil where there are none.
    package var nineOfTen: Int? { days.isEmpty ? nil : days[(days.count * 9 + 9) / 10 - 1] }
}
