import RulePacks

extension CoverageReport {
    /// Gaps that the text lists; the JSON and the page have all.
    private static let listed = 40

    /// A table of the kinds, then what was missed, one gap a line. Lines may be longer than 80 columns, for the caller to wrap.
    package var text: String {
        var lines = ["coverage"]
        for kind in CoverageReport.counted { lines.append(row(kind.rawValue, self[kind])) }
        lines.append(row("total", total))
        lines.append(map.whyNoLines.map { "  lines      not counted: \($0)" } ?? row("lines", self[.lines]) + ", beside the total")
        if let inherited { lines.append(row("inherited", inherited.tally) + ", from \(inherited.from), beside the total") }
        if !gaps.isEmpty {
            lines += ["", "not covered, what matters most first"]
            lines += gaps.prefix(CoverageReport.listed).map { "  \($0.text)" }
            let left = gaps.count - CoverageReport.listed
            if left > 0 { lines.append("  … and \(left) more: `--format json` and `--coverage-html` show all") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ name: String, _ tally: CoverageTally) -> String {
        func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
        let left = "  \(name)" + String(repeating: " ", count: max(0, 9 - name.count))
        guard let percent = tally.percent else { return left + "  nothing to cover" }
        return left + right("\(tally.hit)", 6) + " of " + right("\(tally.of)", 5) + right("\(percent)%", 6)
    }
}
