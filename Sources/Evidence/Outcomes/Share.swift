import Notation

/// Quotients of whole numbers, rounded where a half counts as one whatever the sign, so that no figure hangs on how a machine
/// holds fractions.
package enum Share {
    /// `number` over `by`, to the nearest whole number. `by` is over 0.
    package static func rounded(_ number: Int, over by: Int) -> Int {
        let size = Int(number.magnitude)
        let quotient = size / by + (size % by >= by - size % by ? 1 : 0)
        return number < 0 ? -quotient : quotient
    }

    /// A whole number of tenths, hundredths or thousandths in decimals: `−40.8` for −408 with one place.
    package static func decimals(_ scaled: Int, places: Int) -> String {
        var digits = String(scaled.magnitude)
        if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
        let whole = Numbers.grouped(Int(digits.dropLast(places)) ?? 0)
        return (scaled < 0 ? "−" : "") + whole + "." + digits.suffix(places)
    }
}
