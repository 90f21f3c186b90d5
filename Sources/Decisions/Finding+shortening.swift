extension Finding {
    /// Letters of a name that a message shows.
    package static let longestName = 60
    /// Letters of a file's path.
    private static let longestPath = 255
    /// Letters of a whole message.
    package static let longestMessage = 2_000

    /// A message in which no name, as they stand in backticks, is longer than people read.
    static func shortened(_ message: String) -> String {
        guard message.utf8.count > longestName else { return message }
        let parts = message.split(separator: "`", omittingEmptySubsequences: false)
        let short = parts.indices.map { index in
            // Every second part stands between backticks.
            index.isMultiple(of: 2) ? String(parts[index]) : cut(parts[index], parts[index].contains("/") ? longestPath : longestName)
        }
        return cut(short.joined(separator: "`")[...], longestMessage)
    }

    static func shortened(path: String) -> String { cut(path[...], longestPath) }

    /// By scalars, as one letter can have any number of marks upon it.
    private static func cut(_ text: Substring, _ most: Int) -> String {
        guard text.utf8.count > most, text.unicodeScalars.count > most else { return String(text) }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most))) + "…"
    }
}
