package import RulePacks

/// A cell of a decision table, or a test of a field: S-FEEL unary tests as written. Two are equal where they test alike.
package struct TableCell: Sendable {
    package let text: String
    package let tests: UnaryTests

    package static let any = TableCell(UnaryTests.any)

    /// - Throws: `UnaryTestsError` for text that is not in the grammar.
    package init(_ text: String) throws(UnaryTestsError) {
        let trimmed = TableCell.withoutBlanks(text)
        tests = try UnaryTests(parsing: TableCell.withDates(trimmed))
        self.text = tests.text
    }

    init(_ tests: UnaryTests) {
        self.tests = tests
        text = tests.text
    }

    package var isAny: Bool { tests.isAny }

    static func withoutBlanks(_ text: String) -> String {
        let start = text.unicodeScalars.drop { $0.properties.isWhitespace }
        var end = String.UnicodeScalarView(start)
        while let last = end.last, last.properties.isWhitespace { end.removeLast() }
        return String(end)
    }

    /// Newer DMN writes a date as `@"2026-01-31"`, too.
    private static func withDates(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        var isQuoted = false
        while let letter = rest.popFirst() {
            if letter == "@", !isQuoted, rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
                result += "date(\(rest[...end]))"
                rest = rest[rest.index(after: end)...]
                continue
            }
            if letter == "\\", isQuoted {
                result.append(letter)
                if let next = rest.popFirst() { result.append(next) }
                continue
            }
            if letter == "\"" { isQuoted.toggle() }
            result.append(letter)
        }
        return result
    }
}

extension TableCell: Hashable {
    package static func == (a: TableCell, b: TableCell) -> Bool { a.tests.description == b.tests.description }
    package func hash(into hasher: inout Hasher) { hasher.combine(tests.description) }
}
