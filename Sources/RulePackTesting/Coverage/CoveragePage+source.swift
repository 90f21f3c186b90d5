import Decisions
import Notation
import RulePacks

extension CoveragePage {
    /// A file with a row for each line: its number, whether it ran, its text, and what of the rules on it was missed.
    func source(of file: SourceFile) -> String {
        let map = report.map
        var ran: [Int: Bool] = [:]
        var rules: [Int: [CoverageItem]] = [:]
        for place in report.own where map.items[place].file == file.name {
            let item = map.items[place]
            guard let line = item.line else { continue }
            if item.kind == .lines { ran[line] = report.hits.contains(place) } else { rules[line, default: []].append(item) }
        }
        let gaps = Dictionary(grouping: report.gaps.filter { $0.file == file.name && $0.rule != nil }, by: { $0.line ?? 0 })
        let lines = CoveragePage.lines(file.bytes)
        let rows = lines.enumerated().map { index, text in
            row(file, index + 1, text, ran[index + 1], rules[index + 1] ?? [], gaps[index + 1] ?? [])
        }
        return """
            <h2>\(escapedHTML(file.name))</h2>
            <table class="source">
            <caption>Lines of \(escapedHTML(file.name)): which ran, and what of the rules was covered</caption>
            <thead><tr><th scope="col">Line</th><th scope="col">Run</th><th scope="col">Source</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>

            """
    }

    private func row(_ file: SourceFile, _ line: Int, _ text: String, _ ran: Bool?, _ items: [CoverageItem], _ gaps: [CoverageGap]) -> String {
        let mark = ran.map { $0 ? "<span class=\"yes\">ran</span>" : "<span class=\"no\">not run</span>" } ?? ""
        let isMissed = ran == false || !gaps.isEmpty
        var notes = gaps.map { "<li class=\"no\">Not covered: \(escapedHTML($0.words))</li>" }
        let covered = items.count { item in report.map.place(of: item.id).map(report.hits.contains) ?? false }
        if covered > 0 {
            notes.append("<li class=\"yes\">Covered: \(covered == items.count ? "all" : "\(covered)") of \(items.count)</li>")
        }
        let list = notes.isEmpty ? "" : "<ul>\(notes.joined())</ul>"
        let start = "<tr id=\"\(CoveragePage.anchor(file.name, line))\"\(isMissed ? " class=\"missed\"" : "")><th scope=\"row\">\(line)</th>"
        return start + "<td>\(mark)</td><td><code>\(escapedHTML(text))</code>\(list)</td></tr>"
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Where a line stands on the page. Names of files may hold anything, an anchor no space.
    static func anchor(_ file: String, _ line: Int) -> String {
        let safe = file.utf8.map { byte -> String in
            let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x2D
            return isPlain ? String(UnicodeScalar(byte)) : "_\(byte)"
        }
        return "\(safe.joined())-\(line)"
    }
}
