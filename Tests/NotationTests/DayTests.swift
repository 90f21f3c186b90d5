import Testing

@testable import Notation

@Suite("Dates")
struct DayTests {
    @Test("text that is a date of the calendar is read, and nothing else", arguments: [
        ("2026-01-31", true), ("2024-02-29", true), ("2000-02-29", true), ("0001-01-01", true), ("9999-12-31", true),
        ("2023-02-29", false), ("1900-02-29", false), ("2026-02-30", false), ("2026-13-01", false), ("2026-00-10", false),
        ("2026-04-31", false), ("2026-1-01", false), ("2026-01-01T00:00", false), ("26-01-01", false), ("", false),
        ("2026/01/01", false), ("0000-01-01", false), ("２026-01-01", false),
    ])
    func reads(text: String, isDate: Bool) {
        #expect((Day(iso: text) != nil) == isDate)
        if isDate { #expect(Day(iso: text)?.description == text) }
    }

    @Test("every day from 1600 to 2400 has the parts that it was made of, and follows the day before")
    func calendar() throws {
        var number = try #require(Day(year: 1600, month: 1, day: 1)).number
        for year in 1600...2400 {
            for month in 1...12 {
                for day in 1...Day.length(ofMonth: month, year: year) {
                    let date = try #require(Day(year: year, month: month, day: day))
                    #expect(date.number == number)
                    #expect(date.parts == (year, month, day))
                    number += 1
                }
            }
        }
    }

    @Test("months are counted to the same day, or to the month's last", arguments: [
        ("2026-05-31", -3, "2026-02-28"), ("2024-05-31", -3, "2024-02-29"), ("2024-02-29", -12, "2023-02-28"),
        ("2024-02-29", 48, "2028-02-29"), ("2026-01-15", -1, "2025-12-15"), ("2026-11-30", 3, "2027-02-28"),
        ("2026-03-31", -12, "2025-03-31"), ("0001-03-01", -2, "0001-01-01"),
    ])
    func months(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(iso: from)).adding(months: months).description == to)
    }

    @Test("age in whole years, with 29 February a year older on 1 March", arguments: [
        ("2008-11-01", "2026-11-01", 18), ("2008-11-02", "2026-11-01", 17), ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2028-02-28", 19), ("2008-02-29", "2028-02-29", 20),
        ("2026-11-01", "2026-11-01", 0),
    ])
    func ages(born: String, on: String, years: Int) throws {
        #expect(try #require(Day(iso: born)).wholeYears(until: try #require(Day(iso: on))) == years)
    }

    @Test("in words for people")
    func words() throws {
        #expect(try #require(Day(iso: "2027-05-03")).inWords == "3 May 2027")
    }
}

@Suite("Lengths of time")
struct SpanTests {
    @Test("words are read", arguments: [
        ("12 months", Span.months(12)), ("1 year", .months(12)), ("90 days", .days(90)), ("2 weeks", .days(14)), ("1 month", .months(1)),
    ])
    func reads(words: String, span: Span) { #expect(Span(words: words) == span) }

    @Test("other words are not", arguments: ["", "months", "12", "-1 months", "0 days", "1.5 years", "12 fortnights", "12  months x"])
    func refuses(words: String) { #expect(Span(words: words) == nil) }

    @Test("and come back as words", arguments: [(Span.months(12), "1 year"), (.months(1), "1 month"), (.days(5), "5 days"), (.months(18), "18 months")])
    func says(span: Span, words: String) { #expect(span.description == words) }
}
