@testable import Board
import DecisionStore
import HTTPTypes
import Reports
import StoreTestKit
import TestSupport
import Testing

@Suite("Reports on the site")
struct SiteReportTests {
    let place: SitePlace
    let store: FilledStore

    init() throws {
        place = try SitePlace()
        store = try FilledStore(place.place.path)
        // What is filled in is logged at noon, and the log's times go forward only.
        place.wait(minutes: 180)
    }

    /// Three people of whom one joined and one was departed from, and two pieces of work.
    private func fill() throws {
        try store.take([FilledStore.line("SECRET-1"), FilledStore.line("SECRET-2"), FilledStore.line("SECRET-3", borough: "=HYPERLINK(1)")])
        try store.recommends("SECRET-1", on: "2026-11-02", by: "2026-11-16", "select", rule: "ppo", state: "confirmed", closed: "2026-11-12")
        try store.moves("SECRET-1", on: "2026-11-12", from: "none", to: "ppo", rule: "ppo")
        try store.recommends("SECRET-2", on: "2026-11-02", by: "2026-11-16", "select", rule: "ppo", state: "departed", closed: "2026-11-04", reason: "capacity")
        try store.tasks("SECRET-1", "plan", in: "Camden", opened: "2026-11-12", due: "2026-11-16", "done", closed: "2026-11-18")
        try store.tasks("SECRET-3", "plan", in: "=HYPERLINK(1)", opened: "2026-11-12", due: "2026-11-16")
    }

    private func reader(_ id: String = "a.khan", purpose: String = "for the programme board") async throws -> Visitor {
        let visitor = try await Visitor(place, as: id)
        let page = try await visitor.give(purpose: purpose, for: "/reports")
        #expect(page.location == "/reports")
        return visitor
    }

    private static let days = "from=2026-10-01&to=2026-11-20"

    @Test("each report is listed with what it answers, and can be made", arguments: ReportKind.allCases)
    func isThere(kind: ReportKind) async throws {
        try fill()
        let visitor = try await reader()
        let list = try await visitor.get("/reports")
        #expect(list.text.contains("<a href=\"\(kind.path)\">") && list.text.contains(Words.english[kind.answers]))
        let page = try await visitor.get(kind.path)
        #expect(page.status == 200)
        #expect(page.heading == Words.english[kind.title])
        #expect(page.text.contains("<table>") || kind == .equality)
        #expect(!page.text.contains("SECRET"))
        let csv = try await visitor.get(kind.path + ".csv")
        #expect(csv.status == 200 && csv.text.hasPrefix("\u{FEFF}"))
        #expect(!csv.text.contains("SECRET"))
    }

    @Test("the figures are those that can be worked out by hand")
    func figures() async throws {
        try fill()
        let page = try await reader().get("/reports/recruitment?\(Self.days)").text
        #expect(page.contains("1 person joined the cohort and 0 left it; on the last day 1 person is in it."))
        #expect(page.contains("<th scope=\"row\">2026-11</th><td class=\"number\">1</td><td class=\"number\">0</td><td class=\"number\">0</td><td class=\"number\">1</td><td class=\"number\">0</td>"))
        #expect(page.contains("<dt>Period</dt><dd>1 October 2026 to 20 November 2026</dd>"))
    }

    @Test("a table is CSV to the last sign, with what must be read beside it")
    func csv() async throws {
        try fill()
        let file = try await reader().get("/reports/recruitment.csv?table=recommended-and-decided-month-by-month&borough=Camden&\(Self.days)")
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8; header=present")
        #expect(
            file.headers[.contentDisposition]
                == "attachment; filename=\"recruitment-recommended-and-decided-month-by-month-camden-2026-10-01-to-2026-11-20.csv\"")
        #expect(
            file.text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init) == [
                "\u{FEFF}Month,Recommended,Confirmed,Departed from", "2026-10,0,0,0", "2026-11,2,1,1", "All,2,1,1", ",,,",
                "\"Recruitment, progress and de-selection: Recommended and decided, month by month\",,,", "Period: 1 October 2026 to 20 November 2026,,,",
                "Borough: Camden,,,", "People in the store: 2,,,", "A recommendation is what the pack's rules give. People decide.,,,",
                "Each thing is counted in the month in which it was done: what is recommended in one month may be decided in the next.,,,",
                "People are counted in the borough where they live now.,,,",
                "\"People who were erased from the store are in no figure, not in those of earlier months either.\",,,", "",
            ])
    }

    @Test("a borough's name that reads like a formula is harmless in a spreadsheet, and text on the page")
    func formula() async throws {
        try fill()
        let visitor = try await reader()
        let csv = try await visitor.get("/reports/taskings.csv?table=taskings-of-every-kind&\(Self.days)").text
        #expect(csv.contains("\r\n'=HYPERLINK(1),1,0,0,0,1,1,–\r\nCamden,1,1,0,1,0,0,6\r\nTotal,2,1,0,1,1,1,6\r\n"))
        for line in csv.dropFirst().split(separator: "\r\n") { #expect(!"=+-@".contains(line.first ?? " "), "\(line)") }
        #expect(try await visitor.get("/reports/taskings?borough=%3DHYPERLINK(1)").text.contains("<option value=\"=HYPERLINK(1)\" selected>"))
    }

    @Test("every table of every report leads to itself as CSV with as many columns in each line", arguments: ReportKind.allCases)
    func everyTable(kind: ReportKind) async throws {
        try fill()
        let visitor = try await reader()
        let page = try await visitor.get(kind.path).text
        let addresses = page.matches(of: /href="([^"]*\.csv\?table=[^"]*)"/).map { String($0.output.1).replacing("&amp;", with: "&") }
        #expect(Set(addresses).count == addresses.count)
        #expect(addresses.count == page.matches(of: /<table>/).count)
        for address in addresses {
            let csv = try await visitor.get(address)
            #expect(csv.status == 200, "\(address)")
            #expect(Set(csv.text.split(separator: "\r\n").map { line in line.replacing(/"[^"]*"/, with: "").count { $0 == "," } }).count == 1, "\(address)")
        }
        #expect(try await visitor.get(kind.path + ".csv?table=nonsense").status == 404)
    }

    @Test("a group of fewer than ten people is on no page, in no chart and in no file")
    func suppression() async throws {
        let sexes = Array(repeating: "female", count: 12) + Array(repeating: "male", count: 14) + Array(repeating: "other", count: 3)
        try store.take(sexes.enumerated().map { FilledStore.line("SECRET-\($0)", "\"sex\":\"\($1)\"") })
        for number in [0, 13, 27] { try store.moves("SECRET-\(number)", on: "2026-11-01", from: "none", to: "ppo") }
        let visitor = try await reader()
        let csv = try await visitor.get("/reports/equality.csv?table=share-in-the-cohort-by-sex&from=2026-04-01&to=2026-11-20").text
        #expect(csv.contains("\r\nother,–,–,–,–\r\n"))
        let whole = try await visitor.get("/reports/equality.csv?from=2026-04-01&to=2026-11-20").text
        let page = try await visitor.get("/reports/equality?from=2026-04-01&to=2026-11-20").text
        #expect(!page.contains("<th scope=\"row\">other</th><td class=\"number\">3</td>"))
        #expect(!page.contains("<th scope=\"col\" class=\"number\">other</th>"), "the chart draws what the table has")
        for text in [csv, whole, page] { #expect(!text.contains("33.3%") && !text.contains("0.333")) }
    }

    @Test("the equality report has one protected field alone where one is chosen")
    func chosenField() async throws {
        let people = ["female", "male"].flatMap { Array(repeating: $0, count: 12) }
        try store.take(people.enumerated().map { FilledStore.line("N-\($0)", "\"sex\":\"\($1)\",\"ethnicity\":\"W1\"") })
        let visitor = try await reader()
        let all = try await visitor.get("/reports/equality?\(Self.days)").text
        #expect(all.contains("by sex") && all.contains("by ethnic group"))
        let page = try await visitor.get("/reports/equality?field=sex&\(Self.days)").text
        #expect(page.contains("by sex") && !page.contains("by ethnic group"))
        #expect(page.contains("<option value=\"sex\" selected>"))
        #expect(page.contains("/reports/equality.csv?table=share-in-the-cohort-by-sex&amp;from=2026-10-01&amp;to=2026-11-20&amp;every=quarters&amp;field=sex"))
        let codes = try await visitor.get("/reports/equality.csv?field=ethnicity&\(Self.days)")
        #expect(codes.headers[.contentDisposition]?.contains("equality-ethnicity-2026-10-01") == true)
    }

    @Test(
        "a choice that cannot be counted is said in words, and nothing is read",
        arguments: [
            ("recruitment?from=2026-13-01", "Write the day as in"), ("recruitment?to=2027-01-01", "nothing is known of later days yet"),
            ("referrals?from=2026-11-20&to=2026-11-01", "after the last one, 1 November 2026"), ("taskings?from=2001-01-01", "more than 120 months"),
            ("recruitment?borough=Camdn", "Nobody in the store lives in “Camdn”"), ("trends?months=0", "a number of months from 1 to 120"),
            ("outcomes?months=ten", "a number of months from 1 to 120"), ("equality?to=%3Cscript%3E", "Write the day as in"),
            ("recruitment.csv?to=2027-01-01", "nothing is known of later days yet"), ("trends?matrix=%3Cscript%3E&to=x", "Write the day as in"),
            ("equality?field=postcode", "People cannot be grouped by “postcode” here"), ("equality?field=age%2Bsex", "People cannot be grouped by “age+sex” here"),
        ])
    func validation(path: String, problem: String) async throws {
        try fill()
        let page = try await reader().get("/reports/" + path)
        #expect(page.status == 422)
        #expect(page.text.contains(problem))
        #expect(!page.text.contains("<script>"))
        #expect(try store.logged(.consultation) == [])
    }

    @Test("each reading is a row of the log with its purpose, and without one nothing is read")
    func isLogged() async throws {
        try fill()
        let visitor = try await Visitor(place, as: "r.bell")
        for path in ["/reports/recruitment?\(Self.days)", "/reports/recruitment.csv?\(Self.days)"] {
            let asked = try await visitor.get(path)
            #expect(asked.heading == "What are the figures for?")
            #expect(asked.value(of: "then") == "/reports/recruitment")
        }
        #expect(try store.logged(.consultation) == [])
        let reader = try await reader("r.bell", purpose: "yearly review")
        _ = try await reader.get("/reports/recruitment?borough=Camden&\(Self.days)")
        _ = try await reader.get("/reports/trends.csv?to=2026-11-20&months=3")
        #expect(
            try store.logged(.consultation) == [
                "r.bell: read the report `recruitment` on Camden, 2026-10-01 to 2026-11-20 (yearly review)",
                "r.bell: read the report `trends` on all boroughs, as of 2026-11-20 (yearly review)",
            ])
    }

    @Test("without scripts each chart stands there as a drawing; scripts are the site's own files")
    func drawings() async throws {
        try fill()
        let page = try await reader().get("/reports/recruitment?\(Self.days)")
        #expect(page.text.contains("<figure data-chart=\"lines\" data-columns=\"1 3\">") && page.text.contains("<svg role=\"img\""))
        #expect(page.headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
        #expect(page.text.matches(of: /<script(?! src="\/files\/[a-z]+-[0-9a-f]{12}\.js" defer><\/script>)/).isEmpty)
        #expect(page.text.matches(of: /<script src/).count == SiteFiles.charts.count)
        #expect(try await reader().get("/reports").headers[.contentSecurityPolicy]?.contains("script-src") == false)
    }
}

@Suite("A table for a spreadsheet")
struct SpreadsheetTests {
    @Test(
        "numbers are written as programs read them, and what a spreadsheet would work out as words",
        arguments: [
            ("1,234", "1234"), ("−12.4%", "-12.4%"), ("+22.5%", "22.5%"), ("0", "0"), ("–", "–"), ("", ""), ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-1+1", "'-1+1"),
            ("@SUM(1)", "'@SUM(1)"), ("−", "−"), ("1.2.3", "1.2.3"), ("130 to 137", "130 to 137"), ("£602", "£602"), ("a,\"b\"", "\"a,\"\"b\"\"\""),
        ])
    func cells(cell: String, written: String) {
        let table = ReportTable("A table", columns: [.text("Name"), .number("Number")], rows: [.init(["x", cell])])
        let page = ReportPage(title: "T", sections: [ReportSection("S", [.table(table)])])
        #expect(page.spreadsheet("a-table") == "Name,Number\r\nx,\(written)\r\n,\r\nT: A table,\r\n")
    }

    @Test("tables of one caption are told apart by their headings")
    func names() {
        func section(_ heading: String) -> ReportSection { ReportSection(heading, [.table(ReportTable("By month", columns: [.text("M")], rows: []))]) }
        let page = ReportPage(title: "T", sections: [section("By sex"), section("By age"), section("By age"), ReportSection("X", [.table(ReportTable("Other", columns: [], rows: []))])])
        #expect(page.tables.map(\.name) == ["by-sex-by-month", "by-age-by-month", "by-age-by-month-2", "other"])
    }
}
