import Notation

extension ReportPage {
    /// The report as plain text of 80 columns, save where a table needs more; without its charts, whose figures stand in tables.
    package var text: String {
        var parts = [wrappedText(title)]
        parts += lead.map { wrappedText($0) }
        if !facts.isEmpty { parts.append(PlainText.facts(facts)) }
        for section in sections { parts += PlainText.section(section) }
        parts += footer.map { wrappedText($0) }
        return parts.joined(separator: "\n\n") + "\n"
    }
}

enum PlainText {
    static func section(_ section: ReportSection) -> [String] {
        let heading = wrappedText(section.heading)
        let underlined = heading + "\n" + String(repeating: "-", count: heading.split(separator: "\n").map(\.count).max() ?? 0)
        let blocks = section.blocks.compactMap(block)
        let parts = section.parts.flatMap { self.section($0) }
        guard let first = blocks.first else { return [underlined] + parts }
        return [underlined + "\n" + first] + blocks.dropFirst() + parts
    }

    /// nil for a chart.
    static func block(_ block: ReportBlock) -> String? {
        switch block {
        case .text(let text): wrappedText(text)
        case .list(let items): list(items)
        case .code(let text): text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
        case .facts(let facts): self.facts(facts)
        case .figures(let figures):
            self.facts(figures.map { ReportFact($0.name, $0.value + ($0.note.map { " (\($0))" } ?? "")) })
        case .note(let note): wrappedText(note.title + ":") + "\n" + (note.lines.count == 1 ? wrappedText("  " + note.lines[0], indent: 2) : list(note.lines))
        case .table(let table): table.text
        case .bars, .lines: nil
        }
    }

    static func facts(_ facts: [ReportFact]) -> String {
        let width = min(30, (facts.map(\.name.count).max() ?? 0) + 2)
        return facts.map { fact in
            let value = wrappedText(fact.value, width: 78 - width).replacing("\n", with: "\n" + String(repeating: " ", count: width + 2))
            let isLong = fact.name.count + 2 > width
            return "  " + (isLong ? fact.name + "\n  " + padded("", width) : padded(fact.name, width)) + value
        }.joined(separator: "\n")
    }

    private static func list(_ items: [String]) -> String {
        items.map { wrappedText("  - " + $0, indent: 4) }.joined(separator: "\n")
    }

    static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
        let room = String(repeating: " ", count: max(0, width - text.count))
        return right ? room + text : text + room
    }
}
