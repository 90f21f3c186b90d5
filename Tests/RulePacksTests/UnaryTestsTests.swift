import Notation
import Testing

@testable import RulePacks

@Suite("the cells of a decision table")
struct UnaryTestsTests {
    static let numbers: [(cell: String, matching: [Double], others: [Double])] = [
        ("-", [-1, 0, 7.5], []),
        (" - ", [-1, 0, 7.5], []),
        ("5", [5], [4.999, 5.001, -5]),
        ("= 5", [5], [4, 6]),
        ("-5", [-5], [5]),
        ("- 5", [-5], [5]),
        ("=-5", [-5], [5]),
        ("-0.25", [-0.25], [0.25, 0]),
        (".5", [0.5], [5]),
        ("007", [7], [0]),
        ("0", [0, -0.0], [1]),
        ("< 5", [4.999, -100], [5, 6]),
        ("<= 5", [4, 5], [5.001]),
        ("<=5", [4, 5], [5.001]),
        ("> 5", [5.001], [5, 4]),
        (">= 5", [5, 6], [4.999]),
        (">=-5", [-5, 0], [-5.001]),
        ("1, 3, 5", [1, 3, 5], [2, 4]),
        ("1,3 ,5", [1, 3, 5], [2, 4]),
        ("< 0, > 10", [-1, 11], [0, 5, 10]),
        ("[50..75)", [50, 60, 74.9], [49.9, 75]),
        ("(50..75]", [50.1, 75], [50, 75.1]),
        ("(50..75)", [50.1, 74.9], [50, 75]),
        ("[50..75]", [50, 75], [49, 76]),
        ("]50..75[", [50.1, 74.9], [50, 75]),
        ("]50..75]", [75], [50]),
        ("[50..75[", [50], [75]),
        ("[5..5]", [5], [4, 6]),
        ("[ -1.5 .. .5 ]", [-1.5, 0.5], [-1.6, 0.6]),
        ("[.25...5]", [0.25, 0.5], [0.2, 0.6, 5]),
        ("not(5)", [4, 6], [5]),
        ("not (5)", [4, 6], [5]),
        ("not( < 0, [5..10), 20 )", [0, 4.9, 10, 21], [-1, 5, 9.9, 20]),
    ]

    @Test("a cell of numbers matches what it says", arguments: numbers)
    func numberCells(cell: String, matching: [Double], others: [Double]) throws {
        let tests = try UnaryTests(parsing: cell)
        for number in matching { #expect(tests.matches(.number(number)), "\(number)") }
        for number in others { #expect(!tests.matches(.number(number)), "\(number)") }
        #expect(tests.text == cell)
    }

    static let texts: [(cell: String, matching: [String], others: [String])] = [
        ("-", ["", "x"], []),
        (#""high""#, ["high"], ["High", "high ", ""]),
        (#"= "high""#, ["high"], ["low"]),
        (#""high", "very_high""#, ["high", "very_high"], ["low"]),
        (#""a, b""#, ["a, b"], ["a", "b"]),
        (#""""#, [""], [" "]),
        (#""say \"no\"""#, [#"say "no""#], ["say"]),
        (#""a\\b""#, [#"a\b"#], ["a"]),
        (#""a\nb\tc""#, ["a\nb\tc"], ["a"]),
        (#""caf\u00e9""#, ["café"], ["cafe"]),
        ("\"café – 5\"", ["café – 5"], ["café"]),
        (#""not(5)""#, ["not(5)"], ["5"]),
        (#""-""#, ["-"], [""]),
        (#"not("low")"#, ["high", ""], ["low"]),
        (#"not("low", "medium")"#, ["high"], ["low", "medium"]),
        (#"< "b""#, ["a", "azz", ""], ["b", "c"]),
        (#">= "b""#, ["b", "ba", "c"], ["a"]),
    ]

    @Test("a cell of texts matches what it says", arguments: texts)
    func textCells(cell: String, matching: [String], others: [String]) throws {
        let tests = try UnaryTests(parsing: cell)
        for text in matching { #expect(tests.matches(.string(text)), "\(text)") }
        for text in others { #expect(!tests.matches(.string(text)), "\(text)") }
    }

    static let dates: [(cell: String, matching: [String], others: [String])] = [
        (#"date("2026-01-31")"#, ["2026-01-31"], ["2026-01-30"]),
        (#"< date( "2026-01-31" )"#, ["2026-01-30"], ["2026-01-31"]),
        (#">= date ("2024-02-29")"#, ["2024-02-29", "2025-01-01"], ["2024-02-28"]),
        (#"[date("2026-01-01")..date("2027-01-01"))"#, ["2026-01-01", "2026-12-31"], ["2025-12-31", "2027-01-01"]),
        (#"not(date("2026-01-31"))"#, ["2026-02-01"], ["2026-01-31"]),
    ]

    @Test("a cell of dates matches what it says", arguments: dates)
    func dateCells(cell: String, matching: [String], others: [String]) throws {
        let tests = try UnaryTests(parsing: cell)
        for day in matching { #expect(tests.matches(.date(try #require(Day(iso: day)))), "\(day)") }
        for day in others { #expect(!tests.matches(.date(try #require(Day(iso: day)))), "\(day)") }
    }

    @Test("a cell of true or false matches what it says")
    func booleans() throws {
        for value in [true, false] {
            #expect(try UnaryTests(parsing: "true").matches(.bool(value)) == value)
            #expect(try UnaryTests(parsing: "= false").matches(.bool(value)) == !value)
            #expect(try UnaryTests(parsing: "not(true)").matches(.bool(value)) == !value)
            #expect(try UnaryTests(parsing: "true, false").matches(.bool(value)))
        }
    }

    @Test(
        "a test on a value of another type does not match",
        arguments: [
            ("> 5", TableValue.string("9")), ("5", .string("5")), (#""5""#, .number(5)), ("not(5)", .string("x")),
            (#"not("a")"#, .number(1)), ("1", .bool(true)), ("true", .number(1)), (#""true""#, .bool(true)),
            ("[0..99999]", .date(Day(number: 5))), (#"date("2026-01-31")"#, .string("2026-01-31")),
            (#"< date("2026-01-31")"#, .number(0)), (">= 0", .number(.nan)),
        ])
    func otherTypes(cell: String, value: TableValue) throws {
        #expect(!(try UnaryTests(parsing: cell).matches(value)))
    }

    @Test("a cell may test values of two types")
    func twoTypes() throws {
        let tests = try UnaryTests(parsing: #"not(5, "none")"#)
        #expect(tests.matches(.number(4)) && tests.matches(.string("some")))
        #expect(!tests.matches(.number(5)) && !tests.matches(.string("none")) && !tests.matches(.bool(true)))
    }

    @Test("only `-` is any", arguments: [("-", true), ("  -\t", true), ("-1", false), ("true, false", false), ("not(1)", false)])
    func any(cell: String, expected: Bool) throws {
        #expect(try UnaryTests(parsing: cell).isAny == expected)
    }
}
