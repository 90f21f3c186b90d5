import Testing

@testable import RulePacks

@Suite("text in Markdown")
struct MarkdownTextTests {
    @Test(
        "what an analyst wrote has no meaning in Markdown",
        arguments: [
            ("Score of 75 or more", "Score of 75 or more"),
            ("*all* of_them", "\\*all\\* of\\_them"),
            ("a | b", "a \\| b"),
            ("<script>", "\\<script\\>"),
            ("[text](https://example.org)", "\\[text\\](https://example.org)"),
            ("two\nlines\tand  a tab", "two lines and a tab"),
            ("- not a list", "\\- not a list"),
            ("2. not the second", "2\\. not the second"),
            ("3) not the third", "3\\) not the third"),
            ("# not a heading", "\\# not a heading"),
            ("`not code` &amp; \\", "\\`not code\\` \\&amp; \\\\"),
            ("2026 was a year", "2026 was a year"),
            ("", ""),
        ])
    func plain(text: String, expected: String) {
        #expect(MarkdownText.plain(text) == expected)
    }

    @Test(
        "code keeps its text, and cannot end its span or its cell",
        arguments: [("n.age", "`n.age`"), ("a | b", "`a \\| b`"), ("a ` b", "``a ` b``"), ("`a``", "``` `a`` ```")])
    func code(text: String, expected: String) {
        #expect(MarkdownText.code(text) == expected)
    }

    @Test("a table without rows is left out")
    func emptyTable() {
        var page = MarkdownText()
        page.table(["a"], [])
        #expect(page.text.isEmpty)
        page.table(["a", "b"], [["1", "2"]])
        #expect(page.text == "| a | b |\n|---|---|\n| 1 | 2 |\n")
    }
}
