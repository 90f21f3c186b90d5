/// A share as people read it: `8.8%` for 0.0879.
package func percentText(_ share: Double) -> String { "\(fixedText(share * 100, places: 1))%" }

/// A number with exactly so many digits behind its point: `8.80`.
package func fixedText(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard value.isFinite, value.magnitude * scale < 1e15 else { return shortestText(value) }
    let whole = Int((value.magnitude * scale).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    if places == 0 { return sign + String(whole) }
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
}
