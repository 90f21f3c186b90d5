import LuaRuntime
import Testing

@Suite("Dates and spans")
struct DateTests {
    @Test("dates and spans calculate, compare and print", arguments: [
        ("as_of", "2026-11-01"),
        ("as_of - date(\"2026-10-01\")", "31"),
        ("date(\"2024-02-29\") - date(\"2023-02-28\")", "366"),
        ("date(\"2026-03-31\") - months(1)", "2026-02-28"),
        ("date(\"2024-03-31\") - months(1)", "2024-02-29"),
        ("date(\"2026-05-31\") + months(1)", "2026-06-30"),
        ("date(\"2024-02-29\") + years(1)", "2025-02-28"),
        ("date(\"2024-02-29\") - years(4)", "2020-02-29"),
        ("date(\"2026-12-31\") + days(1)", "2027-01-01"),
        ("days(5) + date(\"1969-12-30\")", "1970-01-04"),
        ("date(\"1900-02-28\") + days(1)", "1900-03-01"),
        ("date(\"0001-01-01\")", "0001-01-01"),
        ("date(\"9999-12-31\")", "9999-12-31"),
        ("date(date(\"2026-01-02\"))", "2026-01-02"),
        ("days(2) + days(3)", "5 days"),
        ("months(6) + years(1)", "18 months"),
        ("months(12)", "1 year"),
        ("days(1)", "1 day"),
        ("tostring(date(\"2026-01-02\"))", "\"2026-01-02\""),
        ("tostring(years(2))", "\"2 years\""),
        ("tostring(months(-12))", "\"-1 year\""),
        ("tostring(days(-1))", "\"-1 day\""),
        ("\"on \" .. date(\"2026-01-02\")", "\"on 2026-01-02\""),
        ("date(\"2026-01-02\") .. \" it was\"", "\"2026-01-02 it was\""),
        ("3 .. days(4)", "\"34 days\""),
        ("string.format(\"%s\", date(\"1999-12-31\"))", "\"1999-12-31\""),
        ("table.concat({ date(\"2026-01-02\"), \"x\", 3 }, \",\")", "\"2026-01-02,x,3\""),
        ("date(\"2026-01-02\") < date(\"2026-01-03\")", "true"),
        ("date(\"1960-01-02\") < date(\"1959-12-31\")", "false"),
        ("date(\"2026-01-02\") >= date(\"2026-01-02\")", "true"),
        ("date(\"2026-01-02\") == date(\"2026-01-02\")", "true"),
        ("date(\"2026-01-02\") == date(\"2026-01-03\")", "false"),
        ("days(30) == months(1)", "false"),
        ("days(3) < days(4)", "true"),
        ("date(\"2026-11-07\").year", "2026"),
        ("date(\"2026-11-07\").month", "11"),
        ("date(\"2026-11-07\").day", "7"),
        ("date(\"1601-02-03\").day", "3"),
        ("date(\"1601-02-03\").year", "1601"),
    ])
    func values(expression: String, expected: String) throws {
        #expect(try run("return \(expression)") == expected)
    }

    @Test("what makes no sense is refused in words", arguments: [
        ("date(\"2026-02-30\")", "`2026-02-30` is not a date: write year, month and day as in `2026-01-31`"),
        ("date(\"2023-02-29\")", "`2023-02-29` is not a date: write year, month and day as in `2026-01-31`"),
        ("date(\"26-2-3\")", "`26-2-3` is not a date: write year, month and day as in `2026-01-31`"),
        ("date(\"0000-01-01\")", "`0000-01-01` is not a date: write year, month and day as in `2026-01-31`"),
        ("date()", "`date` wants text such as `date(\"2026-01-31\")`, not nothing"),
        ("date(20260131)", "`date` wants text such as `date(\"2026-01-31\")`, not a number"),
        ("days(1.5)", "`days` wants a whole number, as in `days(3)`, not a number"),
        ("months(\"3\")", "`months` wants a whole number, as in `months(3)`, not text"),
        ("years(300000)", "a length of time is at most 200000 days or years"),
        ("days(math.mininteger)", "a length of time is at most 200000 days or years"),
        ("days(150000) + days(150000)", "a length of time is at most 200000 days or years"),
        ("date(\"9999-12-31\") + days(1)", "the date is outside the years 1 to 9999"),
        ("date(\"0001-01-01\") - months(1)", "the date is outside the years 1 to 9999"),
        ("as_of - 5", "a number cannot be taken from a date: say which, as in `as_of - days(5)`"),
        ("as_of + 5", "only a length of time can be added to a date, as in `as_of + days(5)`"),
        ("as_of + as_of", "only a length of time can be added to a date, as in `as_of + days(5)`"),
        ("as_of < \"2026-01-01\"", "a date cannot be compared with text"),
        ("as_of < nil", "a date cannot be compared with nil"),
        ("days(3) < months(1)", "a length of time cannot be compared with a length of time"),
        ("as_of * 2", "a date and a number cannot be calculated with"),
        ("-as_of", "a date and a date cannot be calculated with"),
        ("as_of.week", "a date has `year`, `month` and `day`, but no `week`"),
        ("as_of[1]", "a date has `year`, `month` and `day`, but no `?`"),
        ("#as_of", "a date has no length"),
        ("as_of()", "a date is not a function"),
        ("as_of .. nil", "nil cannot be joined to text"),
        ("n .. \"x\"", "a record cannot be joined to text: name one of its fields"),
        ("days(3).n", "a length of time has no parts"),
    ])
    func refusals(expression: String, message: String) throws {
        let code = message.contains("but no") ? "unknown_field" : "bad_argument"
        #expect(try run("return \(expression)") == "\(code) at test.lua:1: \(message)")
    }

    @Test("a file that uses as_of while it loads is noticed; one that uses it in a rule is not")
    func loadingReadsDate() throws {
        let early = try Workbench()
        try early.load("local start = as_of - months(1)\nrule \"r\" { run = function() return start end }")
        #expect(early.state.loadingReadDate)
        let late = try Workbench()
        try late.load("rule \"r\" { run = function() return as_of end }")
        try late.seal()
        late.begin()
        #expect(late.call("r") == "2026-11-01")
        #expect(!late.state.loadingReadDate)
    }

    @Test("a new date of the run moves as_of and what a kept filter counts back from")
    func newDate() throws {
        let bench = try Workbench(asOf: "2026-11-01")
        try bench.load(
            """
            local recent = filter { within = months(6) }
            rule "r" { run = function(n) return n.offences:count(recent) .. " by " .. as_of end }
            """)
        try bench.seal()
        let row = Row(offences: [.init(date: "2026-04-30"), .init(date: "2026-05-01"), .init(date: "2026-11-01"), .init(date: "2026-11-02")])
        bench.begin(row)
        #expect(bench.call("r") == "\"2 by 2026-11-01\"")
        bench.setDate("2026-10-30")
        bench.begin(row)
        #expect(bench.call("r") == "\"2 by 2026-10-30\"")
        bench.setDate("2026-11-02")
        bench.begin(row)
        #expect(bench.call("r") == "\"2 by 2026-11-02\"")
        bench.setDate("2027-11-02")
        bench.begin(row)
        #expect(bench.call("r") == "\"0 by 2027-11-02\"")
    }

    @Test("a sweep of days agrees with the calendar, to and fro")
    func sweep() throws {
        let bench = try Workbench()
        try bench.load(
            """
            rule "r" { run = function()
              local day, months_seen = date("1899-12-30"), 0
              for i = 1, 60000 do
                local again = date(tostring(day))
                if again ~= day or again - date("1899-12-30") ~= i - 1 then return "wrong at " .. day end
                if day.day == 1 then months_seen = months_seen + 1 end
                if day + months(12) - months(12) ~= day and not (day.month == 2 and day.day == 29) then return "year at " .. day end
                day = day + days(1)
              end
              return months_seen .. " to " .. day
            end }
            """)
        try bench.seal()
        bench.begin()
        #expect(bench.call("r") == "\"1972 to 2064-04-08\"")
    }
}
