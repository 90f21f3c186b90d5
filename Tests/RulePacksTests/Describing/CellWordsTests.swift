import Testing

@testable import RulePacks

@Suite("cells of decision tables in words")
struct CellWordsTests {
    @Test(
        "a cell reads as people say it",
        arguments: [
            ("-", "any"), (">= 75", "75 or more"), ("> 75", "above 75"), ("<= 2.5", "2.5 or less"), ("< 0", "below 0"),
            ("[50..75)", "50 or more and below 75"), ("(50..75]", "above 50 and 75 or less"),
            ("\"high\", \"very_high\"", "high or very high"), ("not(\"low\")", "not low"), ("not(1, 2)", "not 1 and not 2"),
            ("true", "yes"), ("date(\"2026-01-31\")", "31 January 2026"),
        ])
    func cell(text: String, expected: String) throws {
        #expect(try UnaryTests(parsing: text).inWords == expected)
    }
}
