/// Markdown that is put together piece by piece, with other people's text escaped so that it can only ever be text.
struct MarkdownText {
    private(set) var text = ""

    mutating func heading(_ level: Int, _ words: String) {
        paragraph(String(repeating: "#", count: level) + " " + words)
    }

    /// - Parameter markdown: already escaped where it has to be.
    mutating func paragraph(_ markdown: String) {
        if !text.isEmpty { text += "\n" }
        text += markdown + "\n"
    }

    /// - Parameter rows: a cell for each heading, escaped where they have to be. Without rows there is no table.
    mutating func table(_ headings: [String], _ rows: [[String]]) {
        if rows.isEmpty { return }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        paragraph(([line(headings), "|" + String(repeating: "---|", count: headings.count)] + rows.map(line)).joined(separator: "\n"))
    }

    /// Text that somebody else wrote, on one line and without a meaning in Markdown.
    static func plain(_ text: String) -> String {
        var result = ""
        for character in oneLine(text) {
            if special.contains(character) { result.append("\\") }
            result.append(character)
        }
        guard let first = result.first else { return result }
        if first == "-" || first == "+" || first == "=" { return "\\" + result }
        // `1. text` at the start of a line would begin a numbered list.
        let digits = result.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let next = result.dropFirst(digits.count).first, next == "." || next == ")" {
            return digits + "\\" + result.dropFirst(digits.count)
        }
        return result
    }

    private static let special = Set("\\`*_{}[]<>#|~&!")

    /// A code span; a bar would end the cell of a table even there.
    static func code(_ text: String) -> String {
        let line = oneLine(text)
        var longest = 0
        var run = 0
        for character in line {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let padding = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
        let escaped = line.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        return fence + padding + escaped + padding + fence
    }

    private static func oneLine(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }.joined(separator: " ")
    }
}
