@testable import Board
import Testing

@Suite("Pieces of pages and of forms")
struct PartsTests {
    @Test(
        "whatever is put into a page is text",
        arguments: [
            ("<b>", "&lt;b&gt;"), ("\"", "&quot;"), ("&amp;", "&amp;amp;"), ("\"\u{0301}", "&quot;\u{0301}"), ("<\u{0338}script>", "&lt;\u{0338}script&gt;"),
        ])
    func escapes(text: String, shown: String) {
        let page: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(page.text == "<p title=\"\(shown)\">\(shown)</p>")
    }

    @Test("a query and a form are read as browsers write them")
    func fields() {
        let fields = FormFields(encoded: "a=1&b=two+words&c=%C3%A9&a=2&broken=%ff&d&e=%2")
        #expect([fields["a"], fields["b"], fields["c"], fields["broken"], fields["d"], fields["e"], fields["f"]] == ["1", "two words", "é", "", "", "", ""])
        #expect(fields.exactly("d") == "" && fields.exactly("e") == nil)
    }

    private static let part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"

    @Test("a form with a file is read as browsers write it")
    func multipart() throws {
        let body = PartsTests.part + "one\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../a.key\"\r\nContent-Type: text/plain\r\n\r\nb\r\n--y\r\n\r\n--x--\r\n"
        let form = try #require(MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=\"x\""))
        #expect(form.fields["a"] == "one")
        #expect(form.files == ["f": Array("b\r\n--y\r\n".utf8)])
        let empty = try #require(MultipartForm(Array((PartsTests.part + "\r\n--x--").utf8), contentType: "multipart/form-data; boundary=x"))
        #expect(empty.fields.exactly("a") == "")
    }

    @Test(
        "a form with a file that is broken is not read",
        arguments: [
            "", "--x", "--x\r\n", "--x\r\n\r\n", "nothing", "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--", part + "one", part + "one\r\n--x", part + "one\r\n--xx",
            "--x\r\nA: b\r\n--x--\r\n\r\n",
        ])
    func brokenMultipart(body: String) {
        #expect(MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=x") == nil)
    }

    @Test("a form without a boundary, or with one that is too long, is not read", arguments: ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\(String(repeating: "x", count: 71))"])
    func boundary(type: String) {
        #expect(MultipartForm(Array((PartsTests.part + "one\r\n--x--").utf8), contentType: type) == nil)
    }

    @Test("so many attempts are let through, and as many again in each window")
    func attempts() {
        let attempts = Attempts(most: 2, window: 60_000)
        #expect(attempts.take("a", now: 0) == .allowed(left: 1))
        #expect(attempts.take("a", now: 0) == .allowed(left: 0))
        #expect(attempts.take("a", now: 0) == .wait(30))
        #expect(attempts.take("b", now: 0) == .allowed(left: 1))
        #expect(attempts.take("a", now: 29_000) == .wait(1))
        #expect(attempts.take("a", now: 30_000) == .allowed(left: 0))
        attempts.giveBack("a")
        #expect(attempts.take("a", now: 30_000) == .allowed(left: 0))
        #expect(attempts.take("a", now: 3_600_000) == .allowed(left: 1))
    }

    @Test("a phrase says what is put into it, and the values are those it names")
    func phrases() {
        #expect(Words.english(.signaturesOf, ["have": "1", "need": "3"]) == "1 of 3 signatures")
        #expect(Words(tag: "cy", [.signIn: "Mewngofnodi"])[.signIn] == "Mewngofnodi")
        #expect(Words(tag: "cy")[.signIn] == "Sign in")
    }

    @Test("base64 is what browsers expect", arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
    func base64(text: String, encoded: String) { #expect(SecurityHeaders.base64(Array(text.utf8)) == encoded) }

    @Test("a site that others can reach is served only behind TLS", arguments: [("0.0.0.0", nil), ("127.0.0.1", "http://waymark.example"), ("127.0.0.1", "https://"), ("127.0.0.1", "https://a.example/path")])
    func options(host: String, origin: String?) { #expect(SiteOptions(host: host, origin: origin).refusal != nil) }
}
