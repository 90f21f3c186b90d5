import Notation
import Testing

@Suite("text for people's eyes")
struct HarmlessTextTests {
    @Test("hidden characters are shown as one that is seen", arguments: [
        ("\u{1B}[2Jx", "\u{FFFD}[2Jx"), ("a\u{0}b", "a\u{FFFD}b"), ("a\r\nb", "a\u{FFFD}\nb"), ("\u{9B}2J", "\u{FFFD}2J"), ("\u{7F}", "\u{FFFD}"),
        ("not \u{202E}ton\u{202C}", "not \u{FFFD}ton\u{FFFD}"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
    ])
    func hidden(text: String, shown: String) { #expect(harmless(text) == shown) }

    @Test("what people write stays as it is", arguments: ["", "plain", "two\nlines\tand a tab", "Zoë, naïve — “ß” 漢字 🏳️‍🌈", "عربي", "a\u{200B}b", "\u{FFFD}"])
    func visible(text: String) { #expect(harmless(text) == text) }
}
