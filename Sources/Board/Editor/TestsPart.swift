import RulePackTesting

/// What the tests of a draft came to.
enum TestsPart {
    /// More would not be read, and the impact stands below.
    private static let most = 10

    static func sum(_ report: PackTestReport, _ words: Words) -> String {
        let (passed, failed, skipped) = (report.count(.passed), report.count(.failed), report.count(.skipped))
        let result = failed == 0 ? words(.testsPassed, ["n": String(passed)]) : words(.testsFailed, ["failed": String(failed), "passed": String(passed)])
        return result + (skipped == 0 ? "" : " " + words.count(skipped, .testsSkippedOne, .testsSkipped))
    }

    static func list(_ report: PackTestReport, _ draft: Draft, _ file: String, _ words: Words) -> HTML {
        let told = report.results.filter { $0.status == .failed } + report.results.filter { $0.status != .failed && $0.test.kind == .check && $0.message != nil }
        let emptiness: HTML = report.emptiness.map { "<p>\(Inline.text(capital($0)))</p>" } ?? .empty
        let items = told.prefix(most).map { item($0, draft, file, words) }
        let more: HTML = told.count > most ? "<p>\(words(.testsMore, ["n": String(told.count - most)]))</p>" : .empty
        return "<p class=\"\(report.count(.failed) == 0 ? "good" : "bad")\">\(sum(report, words))</p>\(emptiness)\(items.isEmpty ? .empty : "<ol class=\"found\">\(items)</ol>\(more)")"
    }

    private static func item(_ result: PackTestResult, _ draft: Draft, _ file: String, _ words: Words) -> HTML {
        let path = result.test.file.map { "\(draft.name)/\($0)" }
        let place: HTML =
            path.map { path -> HTML in
                let line = result.test.line
                let here: HTML = path == file ? " data-line=\"\(line ?? 1)\" data-from=\"0\"" : .empty
                return "<a href=\"\(DraftPages.path(path, of: draft.name) + (line.map { "?line=\($0)" } ?? ""))\"\(here)>\(result.test.file ?? "")\(line.map { ":\($0)" } ?? "")</a> "
            } ?? .empty
        let isFailure = result.status == .failed
        let lines: HTML = result.lines.isEmpty || !isFailure ? .empty : "<pre tabindex=\"0\"><code>\(result.details.joined(separator: "\n"))</code></pre>"
        return """
            <li class="\(isFailure ? "error" : "note")">\(place)<strong>\(words[isFailure ? .testFailed : .testNoted])</strong> \(Inline.text(result.test.name))
            \(result.message.map { "<span class=\"why\">\(Inline.text($0))</span>" } ?? .empty)\(lines)</li>

            """
    }
}
