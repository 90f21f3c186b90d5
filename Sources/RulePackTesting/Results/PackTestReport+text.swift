import Decisions

extension PackTestReport {
    /// For people: a count for each file, what checks have to say, each failure in full, and the sum.
    package var lines: [ReportLine] {
        var lines: [ReportLine] = []
        let files = self.files
        let width = files.map(\.name.count).max() ?? 0
        for (name, results) in files where results.contains(where: { $0.status != .skipped }) {
            lines.append(.words("  " + name + String(repeating: " ", count: width - name.count + 2) + PackTestReport.counts(results)))
        }
        // What a check has to say of what it passed on is for people to judge.
        let told = results.filter { $0.status == .failed || $0.message != nil && ($0.status == .skipped || $0.test.kind == .check) }
        for result in told {
            lines += [.words(""), .words("\(result.status == .passed ? "noted" : result.status.rawValue): \(result.test.name)")]
            if let message = result.message { lines.append(.words("  \(message)")) }
            lines += result.lines.map { $0.indented(4) }
        }
        if !told.isEmpty { lines.append(.words("")) }
        if let emptiness { lines.append(.words("  \(emptiness)")) }
        let sum = "\(count(.passed)) passed, \(count(.failed)) failed, \(count(.skipped)) skipped in \(PackTestReport.shown(seconds)) s"
        lines.append(.words("\(pack.id) \(pack.version): \(sum)"))
        return lines
    }

    package var text: String { lines.map { $0.text + "\n" }.joined() }

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
