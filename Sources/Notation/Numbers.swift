/// Numbers as people read them.
package enum Numbers {
    /// `1,234`
    package static func grouped(_ n: Int) -> String {
        var digits = String(n)
        var place = digits.count - 3
        while place > (n < 0 ? 1 : 0) {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }

    /// `1 line`, `1,234 lines`
    /// - Parameter many: the plural; nil where it is the singular with an `s`.
    package static func count(_ n: Int, _ one: String, _ many: String? = nil) -> String { "\(grouped(n)) \(n == 1 ? one : many ?? one + "s")" }
}
