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

    /// Each once, in the order given: two fields may have one title.
    static func unique(_ parts: [String]) -> [String] {
        var seen: Set<String> = []
        return parts.filter { seen.insert($0).inserted }
    }

    /// What a row of a matrix adds; where the rows are not added up, its number alone.
    static func points(_ points: Double, of matrix: Matrix) -> String {
        matrix.total != nil ? number(points) : "\(number(points)) \(points == 1 ? "point" : "points")"
    }

    /// `OGRS2 is not known`, `earlier scores are not known`, `age and sex are not known`.
    static func notKnown(_ titles: [String]) -> String {
        let last = titles.first?.split(separator: " ").last ?? ""
        let isPlural = titles.count > 1 || (last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("us"))
        return "\(list(titles)) \(isPlural ? "are" : "is") not known"
    }

    /// `crime` of `crimes`: a unit as it stands after 1.
    static func one(_ unit: String) -> String {
        let isPlural = unit.hasSuffix("s") && !["ss", "us", "is"].contains { unit.hasSuffix($0) }
        return isPlural ? String(unit.dropLast()) : unit
    }

    static func count(_ n: Int, _ one: String, _ many: String? = nil) -> String { "\(n) \(n == 1 ? one : many ?? one + "s")" }
}
