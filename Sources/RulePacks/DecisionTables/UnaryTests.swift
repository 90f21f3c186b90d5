/// The S-FEEL unary tests of one cell of a decision table: `-`, `>= 75`, `"high", "very_high"`, `not("low")`, `[50..75)`.
///
/// A test on a value of another type does not match; neither does `not(…)` of such tests.
package struct UnaryTests: Hashable, Sendable {
    enum Form: Hashable {
        case any
        case positive([UnaryTest])
        case negated([UnaryTest])
    }

    /// The cell as it was written.
    package let text: String
    let form: Form

    /// `-`
    package static let any = UnaryTests(text: "-", form: .any)

    private init(text: String, form: Form) {
        self.text = text
        self.form = form
    }

    /// - Throws: `UnaryTestsError` for text that is not in the grammar, with the place in it.
    package init(parsing text: String) throws(UnaryTestsError) {
        var parser = UnaryTestsParser(text)
        self.form = try parser.parse()
        self.text = text
    }

    /// Whether the cell is `-`, the only test that an unknown input satisfies.
    package var isAny: Bool { form == .any }

    /// Whether the tests stand within `not`.
    package var isNegated: Bool { if case .negated = form { true } else { false } }

    package func matches(_ value: TableValue) -> Bool {
        switch form {
        case .any:
            true
        case .positive(let tests):
            tests.contains { $0.matches(value) }
        case .negated(let tests):
            tests.contains { $0.accepts(value.kind) } && !tests.contains { $0.matches(value) }
        }
    }

    /// The single tests of the cell, whether they stand within `not` or not; none for `-`.
    package var tests: [UnaryTest] {
        switch form {
        case .any: []
        case .positive(let tests), .negated(let tests): tests
        }
    }
}
