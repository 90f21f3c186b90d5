import Notation

extension ReportTable {
    /// The first column takes no more than this, less where the others need the room, and goes on below.
    private static let widestName = 44
    private static let narrowestName = 12

    /// The table in columns, under its caption.
    package var text: String {
        let caption = wrappedText(self.caption)
        let below = notes.map { wrappedText("  " + $0, indent: 2) }
        guard !rows.isEmpty, !columns.isEmpty else { return ([caption, "  " + emptyText] + below).joined(separator: "\n") }
        let heads = columns.map { $0.title.split(separator: " ").map(String.init) }
        var widths = columns.indices.map { place in
            let cells = rows.map { place < $0.cells.count ? $0.cells[place].count : 0 }
            return max(cells.max() ?? 0, heads[place].map(\.count).max() ?? 0)
        }
        let room = 78 - widths.dropFirst().reduce(0) { $0 + $1 + 2 }
        widths[0] = min(widths[0], ReportTable.widestName, max(room, ReportTable.narrowestName))
        let headings = columns.indices.map { wrappedText(columns[$0].title, width: widths[$0]).split(separator: "\n").map(String.init) }
        let height = headings.map(\.count).max() ?? 0
        var lines = [caption]
        for level in 0..<height {
            lines.append(line(headings.map { level < height - $0.count ? "" : $0[level - height + $0.count] }, widths))
        }
        let ruled = widths.map { String(repeating: "-", count: $0) }
        lines.append(line(ruled, widths))
        for row in rows {
            if row.isTotal { lines.append(line(ruled, widths)) }
            let name = wrappedText(row.cells.first ?? "", indent: 2, width: widths.first ?? 0).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines += name.dropLast().map { "  " + $0 }
            lines.append(line([name.last ?? ""] + row.cells.dropFirst(), widths))
        }
        return (lines + below).joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(zip(cells, widths), columns).map { PlainText.padded($0.0, $0.1, right: $1.kind == .number) }
        var line = "  " + padded.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
    }
}
