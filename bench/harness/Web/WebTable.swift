import Notation

/// How long answers took, by address.
struct WebTable {
    let taken: [WebWalk.Taken]
    let seconds: Double
    /// Seconds of processor time that the server took; nil where it was not looked at.
    let processor: Double?

    var text: String {
        let head = "route".padded(36) + ["count", "p50 ms", "p95 ms", "p99 ms", "max ms", "failed"].map { $0.padded(-9) }.joined()
        let routes = Dictionary(grouping: taken, by: \.route).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        var lines = [head] + routes.map { line($0.key, $0.value) } + [line("all", taken)]
        lines.append("\(Numbers.grouped(taken.count)) requests in \(WebTable.fixed(seconds)) s: \(WebTable.fixed(Double(taken.count) / seconds)) a second")
        if let processor {
            lines.append("the server took \(WebTable.fixed(processor)) s of processor time: \(WebTable.fixed(processor / seconds * 100))% of one core, \(WebTable.fixed(processor / Double(max(1, taken.count)) * 1000)) ms a request")
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ route: String, _ taken: [WebWalk.Taken]) -> String {
        let times = taken.map(\.nanoseconds).sorted()
        func at(_ share: Double) -> String { WebTable.fixed(Double(times[max(0, Int((Double(times.count) * share).rounded(.up)) - 1)]) / 1e6).padded(-9) }
        guard !times.isEmpty else { return route }
        return route.padded(36) + String(times.count).padded(-9) + at(0.5) + at(0.95) + at(0.99) + at(1) + String(taken.count { $0.status >= 400 }).padded(-9)
    }

    private static func fixed(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension String {
    /// With blanks behind it, or with a negative width before it.
    fileprivate func padded(_ width: Int) -> String {
        let blanks = String(repeating: " ", count: Swift.max(0, abs(width) - count))
        return width < 0 ? blanks + self : self + blanks
    }
}
