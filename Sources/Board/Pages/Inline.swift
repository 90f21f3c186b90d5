func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// Text with what stands between a pair of backticks as code.
enum Inline {
    static func text(_ text: String) -> HTML {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        guard pieces.count % 2 == 1 else { return .text(text) }
        return HTML(pieces.enumerated().map { place, piece -> HTML in place % 2 == 1 ? "<code>\(piece)</code>" : .text(piece) })
    }
}
