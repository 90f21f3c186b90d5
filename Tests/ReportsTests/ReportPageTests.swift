import Reports
import Testing

@Suite("a report's page")
struct ReportPageTests {
    private let hostile = "</style><script>alert(1)</script>\" onload=\"x\" & '`<b>`' {{title}} {{{title}}} \"\u{301} \u{202E}"

    private func everything(_ text: String) -> ReportPage {
        let blocks: [ReportBlock] = [
            .text(text), .list([text, text]), .code(text), .facts([ReportFact(text, text)]), .figures([ReportFigure(text, text, note: text)]),
            .note(ReportNote(.caution, text, [text])), .note(ReportNote(.remark, text, [text, text])),
            .table(ReportTable(text, columns: [.text(text), .number(text)], rows: [ReportTable.Row([text, text], isTotal: true)], notes: [text])),
            .table(ReportTable(text, columns: [.text(text), .number(text)], rows: [], emptyText: text)),
            .bars(BarChart(text, [BarChart.Bar(text, 2, text), BarChart.Bar(text, 1, text, series: 3)])),
            .lines(LineChart(text, axis: [text, text], [LineChart.Series(text, [1, nil]), LineChart.Series(text, [0, -2.5])])),
        ]
        let part = ReportSection(text, blocks, parts: [ReportSection(text, [.text(text)], startsPage: true)])
        return ReportPage(title: text, lead: [text], facts: [ReportFact(text, text)], sections: [part, part, part, part], footer: [text])
    }

    @Test("holds nobody's markup, whatever stands in its texts")
    func escaping() {
        let html = everything(hostile).html
        for piece in ["<script", "<b>", "onload=\"", "{{", "\u{202E}"] {
            let isText = piece == "{{"
            #expect(html.contains(piece) == isText, "\(piece)")
        }
        #expect(html.unicodeScalars.count { $0 == "<" } == everything("x").html.unicodeScalars.count { $0 == "<" } + codes)
    }

    /// The hostile text has one piece of code; an inline text shows it as `<code>…</code>`. Titles of charts, their names and code blocks do not.
    private var codes: Int {
        let html = everything("`x`").html
        return html.unicodeScalars.count { $0 == "<" } - everything("x").html.unicodeScalars.count { $0 == "<" }
    }

    @Test("has one heading of the first level, and the others in order below it")
    func headings() {
        let html = everything("x").html
        let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        #expect(levels.count == 9)
    }

    @Test("closes each element that it opens, in order")
    func balance() {
        let alone: Set = ["meta", "rect", "line", "circle"]
        var open: [Substring] = []
        let html = everything("x").html
        for tag in html.matches(of: /<(\/?)([a-z0-9]+)([^>]*)>/) {
            let name = tag.output.2
            if tag.output.1 == "/" {
                #expect(open.popLast() == name)
            } else if alone.contains(String(name)) {
                #expect(name == "meta" || tag.output.3.hasSuffix("/"), "\(name)")
            } else {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
    }

    @Test("names each anchor once, and refers to none that is not there")
    func anchors() {
        let html = everything("x").html
        let ids = html.matches(of: /\sid="([^"]+)"/).map { $0.output.1 }
        #expect(Set(ids).count == ids.count)
        let referred = html.matches(of: /(?:aria-labelledby="|href="#)([^"]+)"/).map { $0.output.1 }
        #expect(!referred.isEmpty)
        #expect(Set(referred).subtracting(ids) == [])
    }

    @Test("needs no other file and no script")
    func alone() {
        let html = everything("x").html
        for word in ["<script", "<link", "<img", "src=", "url(", "@import", "http"] { #expect(!html.contains(word), "\(word)") }
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
    }

    @Test("is the same for the same values")
    func same() { #expect(everything("x").html == everything("x").html) }

    @Test(
        "shows what stands between a pair of backticks as code",
        arguments: [
            ("a `b` c", "a <code>b</code> c"), ("`b`", "<code>b</code>"), ("a ` b", "a ` b"), ("`a` and `b", "<code>a</code> and `b"),
            ("`<`", "<code>&lt;</code>"), ("no", "no"), ("`a``b`", "<code>a</code><code>b</code>"),
        ])
    func code(text: String, html: String) {
        #expect(ReportPage(title: "T", sections: [ReportSection("S", [.text(text)])]).html.contains("<p>\(html)</p>"))
    }

    @Test("says the values of a chart in words")
    func charts() {
        let bars = BarChart("People", [BarChart.Bar("Red", 3, "3 (75%)"), BarChart.Bar("Green", 1, "1 (25%)")])
        let lines = LineChart("Bands", axis: ["May", "June"], [LineChart.Series("Red", [3, nil])])
        let html = ReportPage(title: "T", sections: [ReportSection("S", [.bars(bars), .lines(lines)])]).html
        #expect(html.contains(">People. Red: 3 (75%); Green: 1 (25%).</title>"))
        #expect(html.contains(">Bands. Red: May 3, June not known.</title>"))
        #expect(html.contains("width=\"33.33%\" height=\"12\"/>"))
    }

    @Test("draws charts without values, and with values that are all nought")
    func emptyCharts() {
        let blocks: [ReportBlock] = [
            .bars(BarChart("None", [])), .bars(BarChart("Nought", [BarChart.Bar("a", 0, "0")])), .lines(LineChart("None", axis: [], [])),
            .lines(LineChart("Nought", axis: ["a"], [LineChart.Series("s", [0])])),
        ]
        let html = ReportPage(title: "T", sections: [ReportSection("S", blocks)]).html
        for word in ["nan", "inf"] { #expect(!html.contains("=\"\(word)"), "\(word)") }
    }

    @Test("as text fits 80 columns, underlines its headings and keeps the numbers of a table in line")
    func text() {
        let table = ReportTable(
            "Offences", columns: [.text("Kind"), .number("Before"), .number("While managed")],
            rows: [ReportTable.Row(["Burglary", "12", "7"]), ReportTable.Row(["All", "1,012", "7"], isTotal: true)], notes: ["Breaches apart."])
        let page = ReportPage(
            title: "Offences", lead: [String(repeating: "word ", count: 30)], facts: [ReportFact("Cohort", "people.ndjson")],
            sections: [ReportSection("Counts", [.table(table), .note(ReportNote(.caution, "Read with care", ["One.", "Two."]))])])
        #expect(page.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(
            page.text.hasSuffix(
                """
                  Cohort  people.ndjson

                Counts
                ------
                Offences
                                      While
                  Kind      Before  managed
                  --------  ------  -------
                  Burglary      12        7
                  --------  ------  -------
                  All        1,012        7
                  Breaches apart.

                Read with care:
                  - One.
                  - Two.

                """))
    }

    @Test(
        "as CSV keeps words from being taken for a formula, and numbers as they are",
        arguments: [
            ("=1+1", "1", "'=1+1,1"), ("-x", "-1", "'-x,-1"), ("a,b", "1", "\"a,b\",1"), ("\"q\"", "", "\"\"\"q\"\"\","), ("@x", "2", "'@x,2"), ("x", "3", "x,3"),
        ])
    func csv(name: String, number: String, line: String) {
        let table = ReportTable("T", columns: [.text("Name"), .number("n")], rows: [ReportTable.Row([name, number])])
        #expect(table.csv == "Name,n\r\n\(line)\r\n")
    }
}
