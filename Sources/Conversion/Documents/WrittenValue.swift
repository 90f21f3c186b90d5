import Notation
package import RulePacks

/// A value with the text that somebody wrote for it in a table: `"high"`, `7.50`, `true`, `date("2026-01-31")`.
package struct WrittenValue: Sendable {
    package let value: TableValue
    /// As a cell of a table writes it.
    package let text: String

    package init(_ value: TableValue, text: String? = nil) {
        self.value = value
        self.text = text ?? value.description
    }

    /// - Returns: nil where the text is not one value and nothing more.
    package init?(_ text: String) {
        guard let cell = try? TableCell(text), case .equal(let value)? = cell.tests.tests.first, cell.tests.tests.count == 1 else { return nil }
        // `not(5)` and `= 5` are tests, not values.
        let start = cell.text.first
        guard start != "n", start != "=" else { return nil }
        self.value = value
        self.text = cell.text.contains(" ") && value.isNumber ? value.description : cell.text
    }

    /// As Lua writes it: the digits as they are, text in quotes.
    package var lua: String {
        switch value {
        case .string(let text): LuaText.quoted(text)
        case .number: text
        case .bool(let value): value ? "true" : "false"
        case .date(let day): "date \"\(day)\""
        }
    }
}

extension WrittenValue: Hashable {
    package static func == (a: WrittenValue, b: WrittenValue) -> Bool { a.value == b.value }
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension TableValue {
    var isNumber: Bool { if case .number = self { true } else { false } }
}
