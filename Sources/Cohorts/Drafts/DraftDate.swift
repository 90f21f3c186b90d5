package import Notation

/// A date of a draft that counts from the date of the run: `today`, `-2 months`, `+10 days`, `-30 years`.
package enum DraftDate {
    /// - Returns: nil where the text is neither a date nor counted from one.
    package static func day(_ text: String, asOf: Day) -> Day? {
        if let day = Day(iso: text) { return day }
        if text == "today" { return asOf }
        let parts = text.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, let sign = parts[0].first, sign == "-" || sign == "+", let count = Int(parts[0]), abs(count) <= 100_000 else { return nil }
        switch parts[1] {
        case "day", "days": return asOf.adding(days: count)
        case "week", "weeks": return asOf.adding(days: 7 * count)
        case "month", "months": return abs(count) <= 12_000 ? asOf.adding(months: count) : nil
        case "year", "years": return abs(count) <= 1_000 ? asOf.adding(months: 12 * count) : nil
        default: return nil
        }
    }
}
