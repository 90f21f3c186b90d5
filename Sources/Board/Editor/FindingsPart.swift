import Decisions

/// What was found, as a list whose items lead to their places.
enum FindingsPart {
    static func list(_ findings: PlacedFindings, _ draft: Draft, _ file: String, _ words: Words) -> HTML {
        if findings.all.isEmpty { return "<p>\(words[.checksNone])</p>" }
        return "<ol class=\"found\">\(findings.all.map { item($0, draft, file, words) })</ol>"
    }

    /// `2 findings`
    static func sum(_ findings: PlacedFindings, _ words: Words) -> String {
        findings.all.isEmpty ? words[.checksNone] : words.count(findings.all.count, .findingsOne, .findingsMany)
    }

    private static func item(_ placed: PlacedFindings.Placed, _ draft: Draft, _ file: String, _ words: Words) -> HTML {
        let finding = placed.finding
        let severity: Phrase = finding.severity == .error ? .findingError : finding.severity == .warning ? .findingWarning : .findingNote
        let place = finding.file.map { name in name + (placed.line.map { ":\($0)" } ?? "") } ?? words[.findingWhole]
        let link: HTML =
            placed.path.map { path -> HTML in
                let line = placed.line.map { "?line=\($0)" } ?? ""
                let here: HTML = path == file ? " data-line=\"\(placed.line ?? 1)\" data-from=\"\(placed.columns.lowerBound)\"" : .empty
                return "<a href=\"\(DraftPages.path(path, of: draft.name) + line)\"\(here)>\(place)</a>"
            } ?? "<span>\(place)</span>"
        let hint = finding.hint.map { "; \($0)" } ?? ""
        let witness: HTML = finding.witness.map { "<pre tabindex=\"0\"><code>\($0)</code></pre>" } ?? .empty
        return """
            <li class="\(finding.severity.rawValue)">\(link) <strong>\(words[severity])</strong> \(Inline.text(capital(finding.message + hint)))
            <span class="why">\(finding.code.rawValue): \(Inline.text(finding.code.meaning))</span>\(witness)</li>

            """
    }
}
