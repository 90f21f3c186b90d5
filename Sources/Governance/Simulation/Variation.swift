import Notation

/// One thing to vary and the values to try: `ppo_threshold=40..90/10`.
package struct Variation: Sendable, Equatable {
    package let name: String
    package let values: [Double]

    /// More values than this are a slip of the pen.
    private static let mostValues = 1_000

    package init(name: String, values: [Double]) {
        self.name = name
        self.values = values
    }

    /// Reads `name=low..high/step`, `name=low..high` in steps of 1, or `name=value`.
    /// - Throws: `GovernanceError` where it is none of them.
    package init(_ text: String) throws(GovernanceError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { Variation.trimmed($0) }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw GovernanceError("`--vary \(text)` names no values: write it as in `--vary ppo_threshold=40..90/10`")
        }
        name = parts[0]
        values = try Variation.values(parts[1], in: text)
    }

    private static func values(_ range: String, in text: String) throws(GovernanceError) -> [Double] {
        let unreadable = GovernanceError("`\(range)` in `--vary \(text)` is not a range: write it as in `40..90/10`, from 40 to 90 in steps of 10")
        let halves = range.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        var step = 1.0
        if halves.count == 2 {
            guard let given = number(halves[1]) else { throw unreadable }
            step = given
        }
        guard let dots = halves[0].firstRange(of: "..") else {
            guard halves.count == 1, let value = number(halves[0]) else { throw unreadable }
            return [value]
        }
        guard let low = number(halves[0][..<dots.lowerBound]), let high = number(halves[0][dots.upperBound...]) else { throw unreadable }
        guard step > 0 else { throw GovernanceError("the step in `--vary \(text)` must be more than 0") }
        guard low <= high else { throw GovernanceError("the range in `--vary \(text)` goes down: write the lower end first") }
        let count = ((high - low) / step + 1e-9).rounded(.down)
        guard count < Double(mostValues) else { throw GovernanceError("`--vary \(text)` has more than \(mostValues) values: take a larger step") }
        // Worked out from the start each time, and without the digits that only rounding makes.
        return (0...Int(count)).map { ((low + Double($0) * step) * 1e9).rounded() / 1e9 }
    }

    private static func number(_ text: some StringProtocol) -> Double? {
        Double(trimmed(text)).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
