import Notation

/// Small words that several explanations share.
enum DecisionWords {
    static func number(_ value: Double) -> String { shortestText(value) }

    /// `burglary_dwelling` as people write it.
    static func value(_ text: String) -> String { text.split(separator: "_", omittingEmptySubsequences: false).joined(separator: " ") }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ parts: [String], _ last: String = "and") -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(last) " + (parts.last ?? "")
    }

    static func count(_ n: Int, _ one: String, _ many: String? = nil) -> String { "\(n) \(n == 1 ? one : many ?? one + "s")" }
}
