import Testing

@testable import RulePacks

@Suite("cells of a decision table that cannot be read")
struct UnaryTestsErrorTests {
    static let faults: [(cell: String, offset: Int, says: String)] = [
        ("high", 0, #"`high` is not a value: write it in quotes, as in `"high"`"#),
        ("very_high, 5", 0, "`very_high` is not a value: write it in quotes"),
        (#""low", high"#, 7, "`high` is not a value: write it in quotes"),
        ("> high", 2, "`high` is not a value: write it in quotes"),
        ("not(high)", 4, "`high` is not a value: write it in quotes"),
        ("notable", 0, "`notable` is not a value: write it in quotes"),
        ("'high'", 0, #"`'high'` is not a value: write it in quotes, as in `"high"`"#),
        ("“high”", 0, #"`“high”` is not a value: write it in quotes, as in `"high"`"#),
        ("True", 0, "`True` is not a value: write `true`"),
        ("no", 0, "`no` is not a value: write `false`"),
        ("null", 0, "`null` is never matched: write `-`"),
        ("1, null", 3, "`null` is never matched: write `-`"),
        ("not(null)", 4, "`null` is never matched: write `-`"),
        ("–", 0, "write a plain `-`"),
        ("", 0, "the cell is empty: write `-`"),
        ("  ", 0, "the cell is empty: write `-`"),
        ("-, 5", 0, "`-` means any value and stands alone"),
        ("5, -", 3, "`-` means any value and stands alone"),
        ("not(-)", 4, "`-` means any value and stands alone"),
        ("5,", 2, "a value is missing"),
        (">=", 2, "a value is missing"),
        ("5 6", 2, "put a comma"),
        ("not(5), 6", 6, "`not(…)` stands alone"),
        ("6, not(5)", 3, "`not(…)` stands alone"),
        ("not(5", 5, "the bracket of `not(` is not closed"),
        ("not 5", 0, "write `not(5)`"),
        ("5..7", 0, "an interval needs brackets: write `[5..…]`"),
        ("[5, 7]", 2, "put `..` between its ends"),
        ("[5..7", 5, "the interval is not closed"),
        ("[7..5]", 0, "no value lies in `[7..5]`"),
        ("1, (5..5]", 3, "no value lies in `(5..5]`"),
        (#"["a".."b"]"#, 0, "give two numbers or two dates"),
        (#"[1..date("2026-01-31")]"#, 0, "give two numbers or two dates"),
        ("< true", 0, "`true` has no order"),
        ("== 5", 0, "write `=`"),
        ("!= 5", 0, "write `not(…)`"),
        ("5x", 0, "`5x` is not a number"),
        ("1e3", 0, "`1e3` is not a number"),
        ("1.", 1, "`.` does not belong here"),
        ("1, -.", 3, "`-.` is not a number"),
        (#""open"#, 0, "the text is not closed"),
        (#""open\"#, 5, "the text is not closed"),
        (#""a\qb""#, 2, #"write `\\`"#),
        (#""a\u00g0""#, 2, #"write `\\`"#),
        (#"date("2026-02-30")"#, 5, "`2026-02-30` is not a date"),
        (#"> date("31/01/2026")"#, 7, "`31/01/2026` is not a date"),
        ("date(2026)", 5, "`date` needs its day in quotes"),
        ("date", 0, "`date` needs its day"),
        (#"date("2026-01-31""#, 17, "the bracket of `date(` is not closed"),
        ("#", 0, "`#` is not a value"),
        (",", 0, "`,` is not a test"),
    ]

    @Test("the message says what to write and where", arguments: faults)
    func refuses(cell: String, offset: Int, says: String) {
        let error = #expect(throws: UnaryTestsError.self) { try UnaryTests(parsing: cell) }
        #expect(error?.offset == offset)
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    }

    @Test("a number too long for a computer is refused")
    func hugeNumber() {
        #expect(throws: UnaryTestsError.self) { try UnaryTests(parsing: "< " + String(repeating: "9", count: 400)) }
    }
}
