import Notation
package import RulePacks

/// Coverage as one page of HTML that needs nothing else: a summary, what was missed, and the rules' source with marks in words.
package struct CoveragePage {
    let report: CoverageReport
    private let pack: PackSource

    package init(_ report: CoverageReport, of pack: PackSource) {
        self.report = report
        self.pack = pack
    }

    package var html: String {
        let heading = "Test coverage of \(pack.manifest.title), version \(pack.manifest.version)"
        return """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escapedHTML(heading))</title>
            <style>
            \(CoveragePage.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(escapedHTML(heading))</h1>
            \(summary)\(gaps)\(files.map { source(of: $0) }.joined())</main>
            </body>
            </html>

            """
    }

    /// Those with something of the pack's own to cover, in the order in which they load.
    private var files: [SourceFile] {
        let covered = Set(report.own.map { report.map.items[$0].file })
        return (pack.ruleFiles + pack.modules.keys.sorted().compactMap { pack.modules[$0] }).filter { covered.contains($0.name) }
    }

    // MARK: Summary

    private var summary: String {
        let total = report.total
        let lead = total.percent.map { "\($0)% of rows, branches, bands and classes are covered: \(total.hit) of \(total.of)." } ?? "There is nothing to cover."
        let kinds = CoverageReport.counted + (report.map.whyNoLines == nil ? [.lines] : [])
        return """
            <p class="lead">\(lead)</p>
            <table class="summary">
            <caption>By kind</caption>
            <thead><tr><th scope="col">Kind</th><th scope="col">Covered</th><th scope="col">Share</th></tr></thead>
            <tbody>
            \(kinds.map(row).joined(separator: "\n"))
            </tbody>
            </table>
            <p>Shares are rounded down. Lines are shown beside the total and do not count in it.\(whyNoLines)</p>
            \(inherited)
            """
    }

    private var inherited: String {
        guard let (from, tally) = report.inherited else { return "" }
        return """
            <p>Inherited from \(escapedHTML(from)) and left as it is: \(tally.hit) of \(tally.of), beside the total.
            The tests of \(escapedHTML(from)) answer for it.</p>

            """
    }

    private var whyNoLines: String { report.map.whyNoLines.map { " Lines are not counted here: \(escapedHTML($0))." } ?? "" }

    private func row(_ kind: CoverageKind) -> String {
        let tally = report[kind]
        let share = tally.percent.map { "\($0)%" } ?? "nothing to cover"
        return "<tr><th scope=\"row\">\(CoveragePage.name(kind))</th><td>\(tally.hit) of \(tally.of)</td><td>\(share)</td></tr>"
    }

    private static func name(_ kind: CoverageKind) -> String {
        switch kind {
        case .rows: "Rows and steps"
        case .branches: "Branches: yes and no of each condition"
        case .bands: "Bands"
        case .classes: "Classes"
        case .lines: "Lines"
        }
    }

    private var gaps: String {
        if report.gaps.isEmpty { return "<h2>Not covered</h2>\n<p>Nothing: everything here was touched by a test.</p>\n" }
        let shown = Set(files.map(\.name))
        let items = report.gaps.map { gap in
            let place = escapedHTML(gap.place)
            let link = gap.line.flatMap { shown.contains(gap.file) ? "<a href=\"#\(CoveragePage.anchor(gap.file, $0))\">\(place)</a>" : nil } ?? place
            return "<li>\(link) \(escapedHTML(gap.words))\(gap.rule.map { " <code>\(escapedHTML($0))</code>" } ?? "")</li>"
        }
        return "<h2>Not covered</h2>\n<p>What matters most first.</p>\n<ol class=\"gaps\">\n\(items.joined(separator: "\n"))\n</ol>\n"
    }
}
