import Notation
import Testing

@Suite("text on a page")
struct EscapedHTMLTests {
    @Test("is text and nothing else", arguments: [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"), ("\" onload=\"x", "&quot; onload=&quot;x"), ("a & b &amp;", "a &amp; b &amp;amp;"),
        // A mark that joins the letter before it hides nothing.
        ("<\u{338}script>", "&lt;\u{338}script&gt;"), ("\u{202E}x\u{0}", "\u{FFFD}x\u{FFFD}"),
    ])
    func escaped(text: String, shown: String) { #expect(escapedHTML(text) == shown) }

    @Test("stays as it is where nothing in it is a sign of HTML", arguments: ["", "plain", "Zoë’s “naïve” list,\n\tline 2: it's"])
    func plain(text: String) { #expect(escapedHTML(text) == text) }
}
