import Notation

/// An amount of money in whole pence. No amount is ever a floating-point number.
package struct Pence: Hashable, Comparable, Sendable {
    package var value: Int

    package init(_ value: Int) { self.value = value }

    package static let zero = Pence(0)

    package static func < (a: Pence, b: Pence) -> Bool { a.value < b.value }
    package static func + (a: Pence, b: Pence) -> Pence { Pence(a.value + b.value) }
    package static func - (a: Pence, b: Pence) -> Pence { Pence(a.value - b.value) }
    package static func += (a: inout Pence, b: Pence) { a = a + b }

    /// The nearest whole pound, half a pound counting as one.
    package var wholePounds: Pence { Pence(Share.rounded(value, over: 100) * 100) }
}

extension Pence: CustomStringConvertible {
    /// `£48,796` or `−£1,234.50`: pence are shown where there are any.
    package var description: String {
        let size = Int(value.magnitude)
        let rest = size % 100
        let pence = rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + String(rest)
        return (value < 0 ? "−" : "") + "£" + Numbers.grouped(size / 100) + pence
    }
}
