import Mustache
import Notation

/// A piece of HTML that is safe to put into a page: written by this module, or somebody's text made harmless.
///
/// Templates show such pieces only, unescaped: the template engine's own escaping goes by whole characters, and lets through a
/// quote that has an accent set upon it.
struct Markup: MustacheCustomRenderable {
    let html: String

    var renderText: String { html }
    var isNull: Bool { html.isEmpty }

    /// HTML of this module's own making.
    init(html: String) { self.html = html }

    /// Somebody's text.
    init(_ text: String) { html = escapedHTML(text) }

    /// Somebody's text, with what stands between a pair of backticks as code.
    init(inline text: String) {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map { escapedHTML(String($0)) }
        guard pieces.count > 2 else {
            self.init(text)
            return
        }
        var html = pieces[0]
        for place in 1..<pieces.count {
            let isCode = place % 2 == 1 && place < pieces.count - 1
            let isAfterCode = place % 2 == 0
            html += isCode ? "<code>\(pieces[place])</code>" : isAfterCode ? pieces[place] : "`" + pieces[place]
        }
        self.init(html: html)
    }
}
