/// Something that no test touched, in words. A condition that came out neither yes nor no is one gap, and so are lines that
/// follow one another.
package struct CoverageGap: Sendable, Equatable {
    /// How much it matters, the most first.
    package enum Weight: Int, Sendable, Comparable {
        /// A rule that decides about people was never seen to fire.
        case decision
        /// A row, step, band or class was never given, or a condition never met.
        case answer
        /// A condition always came out yes.
        case otherwise
        case lines

        package static func < (a: Weight, b: Weight) -> Bool { a.rawValue < b.rawValue }
    }

    package let weight: Weight
    package let file: String
    /// nil where it is not known.
    package let line: Int?
    /// Of several lines, the last.
    package let lastLine: Int?
    /// The rule's path; of lines nil.
    package let rule: String?
    /// `“Class A drug need” never gave points`
    package let words: String

    /// `scoring.lua:12`, `scoring.lua:12–14`
    package var place: String {
        file + (line.map { ":\($0)" } ?? "") + (lastLine.map { "–\($0)" } ?? "")
    }

    /// `scoring.lua:12: matrix.sac.drugs: “Class A drug need” never gave points`
    package var text: String { ([place, rule].compactMap(\.self) + [words]).joined(separator: ": ") }
}
