import Notation

/// Where a number lies that is not known: both ends included.
struct SpecRange: Sendable, Equatable {
    let low: Double
    /// nil where there is no upper end.
    let high: Double?

    /// `0 to 12`, `5 or more`.
    var words: String { high.map { "\(shortestText(low)) to \(shortestText($0))" } ?? "\(shortestText(low)) or more" }
}

extension SpecRange {
    /// As a case table writes it, which is as `words`; nil where the text is no range.
    init?(_ text: String) {
        if let low = text.dropping(suffix: " or more").flatMap(Double.init) {
            self.init(low: low, high: nil)
        } else if let gap = text.firstRange(of: " to "), let low = Double(text[..<gap.lowerBound]), let high = Double(text[gap.upperBound...]) {
            self.init(low: low, high: high)
        } else {
            return nil
        }
    }
}

extension String {
    fileprivate func dropping(suffix: String) -> String? { hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil }
}
