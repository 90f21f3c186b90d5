import Notation
import Testing

@testable import TaskingProcess

struct WorkingDaysTests {
    // gov.uk/bank-holidays, England and Wales, for 2026 to 2028.
    static let holidays = [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26",
        "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28", "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01",
        "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
    ]

    @Test("the days from Monday to Friday that are not worked are the published bank holidays, in three years")
    func published() throws {
        let first = try #require(Day(iso: "2026-01-01")), last = try #require(Day(iso: "2028-12-31"))
        let found = (first.number...last.number).map(Day.init(number:)).filter { !WorkingDays.has($0) && !["Saturday", "Sunday"].contains(Self.name($0)) }
        #expect(found.map { "\($0)" } == Self.holidays)
    }

    private static func name(_ day: Day) -> String {
        ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"][((day.number % 7) + 7) % 7]
    }

    @Test(
        "a day that is not worked gives way to the next that is",
        arguments: [
            ("2026-11-06", "2026-11-06"), ("2026-11-07", "2026-11-09"), ("2026-12-25", "2026-12-29"), ("2027-03-26", "2027-03-30"),
            ("2027-12-31", "2027-12-31"), ("2028-01-01", "2028-01-04"),
        ])
    func next(day: String, worked: String) throws {
        #expect("\(WorkingDays.from(try #require(Day(iso: day))))" == worked)
    }
}
