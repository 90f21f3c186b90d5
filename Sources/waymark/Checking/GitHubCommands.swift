import Decisions
import RuleChecks

/// Findings as commands that a GitHub workflow reads from its output and shows beside the lines.
enum GitHubCommands {
    static func text(_ report: CheckReport) -> String {
        var places = FindingPlaces(pack: report.pack.path)
        let lines = report.pack.findings.map { command($0, &places) }
        return (lines + [data(report.summary)]).joined(separator: "\n") + "\n"
    }

    private static func command(_ finding: Finding, _ places: inout FindingPlaces) -> String {
        var properties: [(String, String)] = []
        if let file = finding.file {
            properties.append(("file", places.path(of: file)))
            if let line = finding.line { properties.append(("line", String(line))) }
            if let column = places.column(of: finding) { properties.append(("col", String(column))) }
        }
        properties.append(("title", finding.code.rawValue))
        let word =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let written = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
        return "::\(word) \(written)::\(data(finding.message + (finding.hint.map { "; \($0)" } ?? "")))"
    }

    /// A text that can neither end its line nor be taken for an escape.
    private static func data(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }.joined()
    }

    /// In a property the signs that separate properties are escaped, too.
    private static func property(_ text: String) -> String {
        data(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
    }
}
