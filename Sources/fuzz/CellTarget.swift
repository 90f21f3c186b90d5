import Notation
import RulePacks

/// The S-FEEL cells of decision tables: every text is read or refused with a place in it, what is read can be printed and
/// read back the same, and every cell has an answer for every value.
struct CellTarget: FuzzTarget {
    private static let mutation = Mutation(
        pieces: ["-", "not(", ")", "[", "]", "(", "..", ",", "<", "<=", ">", ">=", "=", "\"", "\\", "\\u0041", "\\ud800", "date(", "true", "false", "null", "1e5", ".5", "5.", "- 5"],
        others: [])

    private static let samples: [TableValue] =
        [0, -0.0, 1, -1, 5, 7.5, 49.999, 50, 75, 1e20, -1e300, 1e-300, .infinity, -.infinity, .nan].map { .number($0) }
        + ["", "high", "a b", "é", "e\u{301}", "\"", "\\", "\n", "\u{0}"].map { .string($0) }
        + [0, 20_484, -719_162, 2_932_896].map { .date(Day(number: $0)) } + [.bool(true), .bool(false)]

    func input(_ numbers: inout FuzzNumbers) -> FuzzInput {
        let cell = Array(CellTarget.cell(&numbers).utf8)
        return FuzzInput("cell", numbers.once(in: 2) ? cell : CellTarget.mutation.changed(cell, &numbers))
    }

    /// A cell of the grammar.
    static func cell(_ numbers: inout FuzzNumbers) -> String {
        if numbers.once(in: 12) { return "-" }
        let tests = (0...numbers.below(3)).map { _ in test(&numbers) }.joined(separator: numbers.pick([",", ", ", " ,\t"]))
        return numbers.once(in: 4) ? "not(\(tests))" : tests
    }

    private static func test(_ numbers: inout FuzzNumbers) -> String {
        switch numbers.below(4) {
        case 0: value(&numbers)
        case 1: numbers.pick(["<", "<=", ">", ">=", "="]) + numbers.pick(["", " "]) + value(&numbers)
        case 2: numbers.pick(["[", "(", "]"]) + number(&numbers) + ".." + number(&numbers) + numbers.pick(["]", ")", "["])
        default: number(&numbers)
        }
    }

    private static func value(_ numbers: inout FuzzNumbers) -> String {
        switch numbers.below(4) {
        case 0: number(&numbers)
        case 1: "\"" + numbers.pick(["", "high", "very_high", "é", "a\\\"b", "\\\\", "\\n", "\\u00e9", "\\u0000", "\n", "a, b"]) + "\""
        case 2: "date(\"" + numbers.pick(["2026-01-31", "2026-02-29", "0001-01-01", "9999-12-31", "x"]) + "\")"
        default: numbers.pick(["true", "false", "null", "low"])
        }
    }

    private static func number(_ numbers: inout FuzzNumbers) -> String {
        switch numbers.below(6) {
        case 0: "\(numbers.below(100)).\(numbers.below(1000))"
        case 1: "-\(numbers.below(100))"
        case 2: numbers.pick(["0", "-0", ".5", "007", "1" + String(repeating: "0", count: 30), "0." + String(repeating: "0", count: 30) + "12", String(repeating: "9", count: 400)])
        default: "\(numbers.below(100))"
        }
    }

    func broken(_ input: FuzzInput) -> String? {
        let text = String(decoding: input["cell"], as: UTF8.self)
        let tests: UnaryTests
        do throws(UnaryTestsError) {
            tests = try UnaryTests(parsing: text)
        } catch {
            if error.message.isEmpty { return "a cell is refused without a word" }
            return (0...text.utf8.count).contains(error.offset) ? nil : "a cell of \(text.utf8.count) bytes is refused at byte \(error.offset)"
        }
        let printed = tests.description
        guard let again = try? UnaryTests(parsing: printed) else { return "`\(printed)`, as it is printed, cannot be read" }
        if again.description != printed { return "`\(printed)` is printed as `\(again.description)` the next time" }
        let complement = try? UnaryTests(parsing: "not(\(printed))")
        for value in CellTarget.samples {
            let matches = tests.matches(value)
            if again.matches(value) != matches { return "`\(printed)`, as it is printed, answers otherwise for \(value)" }
            if tests.isAny, !matches { return "`-` does not match \(value)" }
            if let complement, matches, complement.matches(value) { return "both `\(printed)` and `not(\(printed))` match \(value)" }
        }
        return nil
    }
}
