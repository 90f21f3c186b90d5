import CohortAnalysis
import Notation
import Testing

@Suite("days in prison")
struct CustodyPeriodsTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private func periods(_ orders: [(String, String)]) throws -> CustodyPeriods {
        CustodyPeriods(try orders.map { (start: try day($0.0), end: try day($0.1)) })
    }

    @Test(
        "are those behind the first day of a period up to its last, each once, and inside the window",
        arguments: [
            ([], 0),
            ([("2026-02-10", "2026-02-12")], 2),
            ([("2026-02-10", "2026-02-10")], 0),
            // Remand that turns into a sentence on its last day, or on the day after, is one period.
            ([("2026-02-01", "2026-02-10"), ("2026-02-10", "2026-02-20")], 19),
            ([("2026-02-01", "2026-02-10"), ("2026-02-11", "2026-02-20")], 19),
            ([("2026-02-01", "2026-02-10"), ("2026-02-12", "2026-02-20")], 17),
            ([("2026-02-01", "2026-02-20"), ("2026-02-05", "2026-02-10")], 19),
            ([("2026-02-05", "2026-02-10"), ("2026-02-01", "2026-02-20")], 19),
            // The window is January to March: 90 days.
            ([("2025-06-01", "2026-01-31")], 31),
            ([("2026-01-01", "2026-06-30")], 89),
            ([("2025-06-01", "2026-06-30")], 90),
            ([("2025-06-01", "2025-12-31")], 0),
            ([("2026-04-01", "2026-06-30")], 0),
        ])
    func days(orders: [(String, String)], expected: Int) throws {
        let window = try day("2026-01-01")..<day("2026-04-01")
        #expect(try periods(orders).days(in: window) == expected)
    }

    @Test("hold each day of a period but the first")
    func holds() throws {
        let periods = try periods([("2026-02-10", "2026-02-12")])
        let held = try ["2026-02-09", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13"].map { periods.holds(try day($0)) }
        #expect(held == [false, false, true, true, false])
    }
}
