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

    /// What a row of a matrix adds; where the rows are not added up, its number alone.
    static func points(_ points: Double, of matrix: Matrix) -> String {
        matrix.total != nil ? number(points) : "\(number(points)) \(points == 1 ? "point" : "points")"
    }

    static func count(_ n: Int, _ one: String, _ many: String? = nil) -> String { "\(n) \(n == 1 ? one : many ?? one + "s")" }
}
