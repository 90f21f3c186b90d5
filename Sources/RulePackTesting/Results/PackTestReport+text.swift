import Decisions

extension PackTestReport {
    /// For people: a count for each file, each failure in full, and the sum. Lines are not cut.
    package var text: String {
        var lines: [String] = []
        let files = self.files
        let width = files.map(\.name.count).max() ?? 0
        for (name, results) in files where results.contains(where: { $0.status != .skipped }) {
            lines.append("  " + name + String(repeating: " ", count: width - name.count + 2) + PackTestReport.counts(results))
        }
        for result in results where result.status == .failed {
            lines += ["", "failed: \(result.test.name)"]
            if let message = result.message { lines.append("  \(message)") }
            lines += result.details.map { "    \($0)" }
        }
        if count(.failed) > 0 { lines.append("") }
        if let emptiness { lines.append("  \(emptiness)") }
        lines.append(
            "\(pack.id) \(pack.version): \(count(.passed)) passed, \(count(.failed)) failed, \(count(.skipped)) skipped in \(PackTestReport.shown(seconds)) s")
        return lines.map { $0 + "\n" }.joined()
    }

    /// The results by the file that holds the test, in the order of the files.
    var files: [(name: String, results: [PackTestResult])] {
        var files: [(name: String, results: [PackTestResult])] = []
        for result in results {
            let name = result.test.file ?? "\(result.test.kind.rawValue)s"
            if let place = files.firstIndex(where: { $0.name == name }) {
                files[place].results.append(result)
            } else {
                files.append((name, [result]))
            }
        }
        return files
    }

    private static func counts(_ results: [PackTestResult]) -> String {
        let words = [(PackTestResult.Status.passed, "passed"), (.failed, "failed"), (.skipped, "skipped")].compactMap { status, word in
            let count = results.count { $0.status == status }
            return count > 0 ? "\(count) \(word)" : nil
        }
        return words.joined(separator: ", ")
    }

    /// Seconds to a tenth: `0.4`, `12.0`.
    static func shown(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
