/// The points of a row as a bar: what is certain filled, what is not known yet outlined behind it.
enum ScoreBar {
    /// - Parameters:
    ///   - high: nil where there is no upper end.
    ///   - most: the points of a bar of full length.
    static func svg(_ low: Double, _ high: Double?, most: Double) -> HTML {
        guard most > 0 else { return .empty }
        func share(_ points: Double) -> Int { Int((min(1, max(0, points / most)) * 100).rounded()) }
        let sure = share(low), open = share(high ?? most)
        let maybe: HTML = open > sure ? "<rect class=\"maybe\" x=\"\(sure)%\" y=\"1\" width=\"\(open - sure)%\" height=\"8\"/>" : .empty
        return "<svg class=\"bar\" aria-hidden=\"true\" width=\"100%\" height=\"10\"><rect class=\"s0\" x=\"0\" y=\"0\" width=\"\(sure)%\" height=\"10\"/>\(maybe)</svg>"
    }
}
