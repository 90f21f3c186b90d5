import Decisions
import PackTestKit
import RulePacks
import Testing

/// Dates and lengths of time in rules.
@Suite struct DateTests {
    @Test("dates compare, subtract to days and print as ISO 8601", arguments: [
        (#"date("2026-01-31")"#, "2026-01-31"), (#"date("2026-01-31") < as_of"#, "true"), (#"as_of <= as_of"#, "true"), (#"as_of > date("2026-11-01")"#, "false"),
        (#"as_of == date("2026-11-01")"#, "true"), (#"as_of - date("2026-10-01")"#, "31"), (#"date("2026-10-01") - as_of"#, "-31"),
        ("as_of", "2026-11-01"), ("as_of - months(12)", "2025-11-01"), ("as_of + days(30)", "2026-12-01"), ("as_of - years(1)", "2025-11-01"),
        (#"date("2026-03-31") - months(1)"#, "2026-02-28"), (#"date("2024-01-31") + months(1)"#, "2024-02-29"), (#"date("2024-02-29") + years(1)"#, "2025-02-28"),
        (#"tostring(as_of) .. "!""#, "2026-11-01!"), (#""on " .. as_of"#, "on 2026-11-01"), (#"math.type(as_of - date("2026-10-01"))"#, "integer"),
        (#"date("2026-02-30")"#, "error"), (#"date("1 May 2026")"#, "error"), ("as_of + 1", "error"), ("as_of < 3", "error"), ("days(1.5)", "error"),
    ])
    func dates(expression: String, expected: String) throws {
        let answer = try value(of: expression)
        if expected == "error" { #expect(answer.hasPrefix("error: ")) } else { #expect(answer == expected) }
    }

    @Test("`as_of` is the date of the run")
    func asOf() throws { #expect(try value(of: "as_of", asOf: day("2027-05-06")) == "2027-05-06") }

    @Test("`as_of` is the date of the run while a file loads, too")
    func loading() throws {
        let rules = "local start = as_of - months(12)\nselection { { \"s\", \"S\", when = function(n) print(start) return false end } }"
        #expect(try decide(rules, asOf: day("2027-05-06")).trace == ["2026-05-06"])
        #expect(try Decider(rules).program.isTiedToDate)
    }
}
