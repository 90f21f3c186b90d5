/// Writes CSV.
///
/// A cell that begins with `'` gets one more before it, and reading takes one away: what a spreadsheet would run, or turn into a
/// date, is made safe in that way without anything being lost.
struct CSVText {
    enum Style: Sendable {
        /// UTF-8, each line ended by a line feed.
        case plain
        /// What spreadsheet programs open without asking: a byte-order mark, lines ended by CR and LF, no cell that such a
        /// program takes for a formula, a date or another number.
        case spreadsheet
    }

    let style: Style

    func text(_ rows: [[String]]) -> String {
        let end = style == .plain ? "\n" : "\r\n"
        return (style == .plain ? "" : "\u{FEFF}") + rows.map { $0.map(cell).joined(separator: ",") + end }.joined()
    }

    private func cell(_ text: String) -> String {
        let safe = text.hasPrefix("'") || (style == .spreadsheet && CSVText.isUnsafe(text)) ? "'" + text : text
        guard safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) || safe.isEmpty == false && safe != TableCell.withoutBlanks(safe) else {
            return safe
        }
        return "\"" + safe.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    /// Whether a spreadsheet would make something else of a cell than the text that stands in it.
    static func isUnsafe(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        if text == "-" || isPlainNumber(text) { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, UInt8(ascii: "$"): return true
        case UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"): return true
        case UInt8(ascii: "("): return text.hasSuffix(")") && text.utf8.dropFirst().dropLast().allSatisfy(isDigit)
        default: break
        }
        if let sign = text.unicodeScalars.first, "£€￥＝＋－＠".unicodeScalars.contains(sign) { return true }
        let months: Set = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return months.contains(text.prefix(3).lowercased()) && text.utf8.contains(where: isDigit)
    }

    /// A number that a spreadsheet keeps: at most fifteen digits, no zero before them.
    private static func isPlainNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return false }
        if parts[0].utf8.count > 1, parts[0].hasPrefix("0") { return false }
        return parts.reduce(0) { $0 + $1.utf8.count } <= 15
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// What a cell that was written in either style says.
    static func read(_ cell: String) -> String { (cell.hasPrefix("'") ? String(cell.dropFirst()) : cell).replacing("\r\n", with: "\n") }
}
