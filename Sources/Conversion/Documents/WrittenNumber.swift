import Notation
import RulePacks

/// A number with its digits as somebody wrote them: `7.50` stays `7.50`. Two are equal where their values are.
package struct WrittenNumber: Sendable {
    /// In digits, with a point and a sign where they are wanted; it reads alike in Lua, in CSV and in DMN.
    package let text: String
    package let value: Double

    package init(_ value: Double) {
        self.value = value
        text = TableValue.number(value).description
    }

    /// - Returns: nil where the text is not a number in digits: `1,000`, `1e3` and `5%` are none.
    package init?(_ text: String) {
        guard let written = WrittenValue(text), case .number(let value) = written.value else { return nil }
        self.value = value
        self.text = written.text
    }
}

extension WrittenNumber: Hashable {
    package static func == (a: WrittenNumber, b: WrittenNumber) -> Bool { a.value == b.value }
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
