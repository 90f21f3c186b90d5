import Notation

extension ReportTable {
    /// The table as CSV (RFC 4180), headings first.
    ///
    /// Words that a spreadsheet would take for a formula get an apostrophe before them.
    package var csv: String {
        ([columns.map { CSVText.words($0.title) }] + rows.map { row in
            zip(row.cells, columns).map { $1.kind == .number ? CSVText.quoted($0) : CSVText.words($0) }
        }).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}

enum CSVText {
    static func words(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return quoted(text) }
        return quoted("'" + text)
    }

    static func quoted(_ cell: String) -> String {
        let text = harmless(cell)
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
