import Decisions
import Notation

extension PackTestReport {
    /// The Test Anything Protocol, version 13: one stream for all packs.
    package static func tap(_ reports: [PackTestReport]) -> String {
        var lines = ["TAP version 13", "1..\(reports.reduce(0) { $0 + $1.results.count })"]
        var number = 0
        for report in reports {
            if let emptiness = report.emptiness { lines.append("# \(report.pack.id): \(emptiness)") }
            for result in report.results {
                number += 1
                let name = (reports.count > 1 ? "\(report.pack.id): " : "") + result.test.name
                let words = result.status == .failed ? "not ok" : "ok"
                lines.append(
                    "\(words) \(number) - \(oneLine(name))" + (result.status == .skipped ? " # SKIP \(oneLine(result.message ?? "not asked for"))" : ""))
                guard result.status == .failed else { continue }
                lines.append("  ---")
                lines.append("  message: \(quoted(result.message ?? "it failed"))")
                if let file = result.test.file { lines.append("  at: \(quoted(file + (result.test.line.map { ":\($0)" } ?? "")))") }
                if !result.details.isEmpty { lines += ["  details:"] + result.details.map { "    - \(quoted($0))" } }
                lines.append("  ...")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A `#` would begin a directive.
    private static func oneLine(_ text: String) -> String {
        harmless(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#").replacing("\n", with: " ")
    }

    /// A text in YAML, as JSON writes it.
    private static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(harmless(text))
        return json.text
    }
}
