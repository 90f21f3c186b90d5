@testable import Board
import Crypto
import DecisionStore
import Foundation
import Governance
import HTTPTypes
import TestSupport
import Testing

@Suite("Packs on the site")
struct PackPageTests {
    let place: SitePlace

    init() throws { place = try SitePlace() }

    private func sign(_ pack: String, as id: String) async throws -> Visitor.Page {
        let visitor = try await Visitor(place, as: id)
        let form = try await visitor.get("\(pack)/sign")
        return try await visitor.upload(
            "\(pack)/sign", ["read": "yes", "passphrase": try SitePlace.passphrase()], file: Array(try SitePlace.key(id)), token: form.token)
    }

    @Test("three sign, and the pack is in force")
    func quorum() async throws {
        let pack = try place.submit()
        let reader = try await Visitor(place, as: "p.lee")
        for (count, id) in ["a.khan", "b.ash", "c.day"].enumerated() {
            let page = try await reader.get(pack)
            #expect(page.text.contains("\(count) of 3 signatures"))
            #expect(try await sign(pack, as: id).location == pack)
        }
        let page = try await reader.get(pack)
        #expect(page.text.contains("In force now"))
        for name in ["Aisha Khan", "Ben Ash", "Cy Day"] { #expect(page.text.contains(name)) }
    }

    @Test("the approval pack is shown to the last letter, with its own stylesheet and no other")
    func page() async throws {
        let pack = try place.submit()
        let page = try await Visitor(place, as: "a.khan").get("\(pack)/page")
        #expect(page.text == ReportedPage.html)
        let digest = Data(SHA256.hash(data: Data("\nbody { margin: 0 }\n".utf8))).base64EncodedString()
        #expect(page.headers[.contentSecurityPolicy]?.contains("style-src 'sha256-\(digest)';") == true)
    }

    @Test("the pack in words and its evidence can be read by everybody who may sign in")
    func reading() async throws {
        let pack = try place.submit()
        let visitor = try await Visitor(place, as: "p.lee")
        let words = try await visitor.get("\(pack)/words")
        #expect(words.heading == "camford 1.0.0 in words")
        #expect(words.text.contains("Who joins"))
        #expect(try await visitor.get("\(pack)/evidence.json").text == #"{"moves":12}"#)
    }

    @Test("a form that is not filled in signs nothing, and names what is missing")
    func missing() async throws {
        let pack = try place.submit()
        let visitor = try await Visitor(place, as: "a.khan")
        let form = try await visitor.get("\(pack)/sign")
        let page = try await visitor.upload("\(pack)/sign", file: [], token: form.token)
        #expect(page.status == 422)
        for anchor in ["#read", "#key", "#passphrase"] { #expect(page.text.contains("<a href=\"\(anchor)\">")) }
        #expect(try await visitor.get(pack).text.contains("0 of 3 signatures"))
    }

    @Test("somebody else's key, a wrong passphrase and a file that is no key sign nothing", arguments: ["other", "passphrase", "file"])
    func wrongKey(what: String) async throws {
        let pack = try place.submit()
        let visitor = try await Visitor(place, as: "a.khan")
        let form = try await visitor.get("\(pack)/sign")
        let file = what == "file" ? Array("not a key".utf8) : Array(try SitePlace.key(what == "other" ? "b.ash" : "a.khan"))
        let page = try await visitor.upload(
            "\(pack)/sign", ["read": "yes", "passphrase": what == "passphrase" ? "four other words here" : try SitePlace.passphrase()], file: file, token: form.token)
        #expect(page.status == (what == "file" ? 422 : 403))
        #expect(page.heading == "Sign camford 1.0.0")
        #expect(try await visitor.get(pack).text.contains("0 of 3 signatures"))
    }

    @Test("nobody signs twice, and the author does not sign")
    func twice() async throws {
        let pack = try place.submit()
        #expect(try await sign(pack, as: "a.khan").status == 303)
        let visitor = try await Visitor(place, as: "a.khan")
        #expect(try await visitor.get("\(pack)/sign").location == pack)
        let again = try await visitor.upload(
            "\(pack)/sign", ["read": "yes", "passphrase": try SitePlace.passphrase()], file: Array(try SitePlace.key("a.khan")), token: try await visitor.get("/").token)
        #expect(again.status == 403)
        #expect(again.text.contains("one person has one signature"))
    }

    @Test("one member turns a pack down, with a reason that everybody can read and that stays text")
    func reject() async throws {
        let pack = try place.submit()
        let visitor = try await Visitor(place, as: "a.khan")
        let reason = "<script>alert(1)</script> \"too few\" tests"
        let form = try await visitor.get("\(pack)/reject")
        let done = try await visitor.upload(
            "\(pack)/reject", ["reason": reason, "passphrase": try SitePlace.passphrase()], file: Array(try SitePlace.key("a.khan")), token: form.token)
        #expect(done.location == pack)
        let page = try await visitor.get(pack)
        #expect(page.text.contains("Rejected"))
        #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;too few&quot; tests"))
        #expect(!page.text.contains("<script"))
    }

    @Test("a member withdraws a pack that is in force")
    func withdraw() async throws {
        let pack = try place.submit()
        for id in ["a.khan", "b.ash", "c.day"] { #expect(try await sign(pack, as: id).status == 303) }
        let visitor = try await Visitor(place, as: "b.ash")
        let form = try await visitor.get("\(pack)/withdraw")
        let done = try await visitor.upload(
            "\(pack)/withdraw", ["reason": "A threshold is wrong.", "passphrase": try SitePlace.passphrase()], file: Array(try SitePlace.key("b.ash")), token: form.token)
        #expect(done.location == pack)
        #expect(try await visitor.get(pack).text.contains("A threshold is wrong."))
        #expect(try await visitor.get("/packs").text.contains("No pack is in force."))
    }

    @Test("a pack that nobody submitted is not there")
    func unknown() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        #expect(try await visitor.get("/packs/" + String(repeating: "0", count: 64)).status == 404)
        #expect(try await visitor.get("/packs/" + String(repeating: "0", count: 64) + "/page").status == 404)
    }

    @Test("what somebody wrote into a pack is text on every page", arguments: ["", "/words"])
    func script(page: String) async throws {
        let pack = try place.submit(title: "<img src=x onerror=alert(1)>")
        let text = try await Visitor(place, as: "a.khan").get(pack + page).text
        #expect(!text.contains("<img"))
    }
}

@Suite("The log on the site")
struct AuditPageTests {
    @Test("an auditor reads, searches and exports the log")
    func list() async throws {
        let place = try SitePlace()
        try place.submit()
        let visitor = try await Visitor(place, as: "r.bell")
        let page = try await visitor.get("/audit")
        #expect(page.text.contains("The log is whole: 3 rows."))
        #expect(page.text.contains("j.ofori"))
        #expect(try await visitor.get("/audit?kind=submission").text.contains("for approval"))
        #expect(try await visitor.get("/audit?who=nobody").text.contains("No row is like that."))
        let export = try await visitor.get("/audit/log.ndjson")
        #expect(export.text.hasPrefix("{\"waymark_audit\":1"))
        #expect(export.headers[.contentDisposition] == "attachment; filename=\"log.ndjson\"")
    }

    @Test("the log is shown a part at a time, from the newest row back")
    func parts() async throws {
        let place = try SitePlace()
        for number in 1...7 { try place.site.log(AuditEvent(.access, who: "p.lee", why: "a test", what: "act \(number)")) }
        let visitor = try await Visitor(place, as: "r.bell")
        let newest = try await visitor.get("/audit?who=p.lee&last=3").text
        #expect(newest.contains("act 7") && newest.contains("act 5") && !newest.contains("act 4"))
        #expect(newest.contains("href=\"/audit?who=p.lee&amp;last=3&amp;before=5\">Earlier rows") && !newest.contains("Newest rows"))
        let next = try await visitor.get("/audit?who=p.lee&last=3&before=5").text
        #expect(next.contains("act 4") && next.contains("act 2") && !next.contains("act 5") && !next.contains("act 1<") && next.contains("Newest rows"))
        let last = try await visitor.get("/audit?who=p.lee&last=3&before=2").text
        #expect(last.contains("act 1") && !last.contains("Earlier rows"))
    }

    @Test("a row that is changed behind the log's back is found, the newest at once, all within a minute", arguments: [(8, 0), (4, 1)])
    func tampered(row: Int, minutes: Int) async throws {
        let place = try SitePlace()
        try place.submit()
        let visitor = try await Visitor(place, as: "r.bell")
        for _ in 0..<4 { try place.site.log(AuditEvent(.access, who: "p.lee", why: "a test", what: "an act")) }
        #expect(try await visitor.get("/audit").text.contains("The log is whole: 7 rows."))
        try place.site.log(AuditEvent(.access, who: "p.lee", why: "a test", what: "an act"))
        try place.tamper("UPDATE audit SET what = 'nothing' WHERE seq = \(row)")
        place.wait(minutes: minutes)
        let page = try await visitor.get("/audit").text
        #expect(page.contains("The log was tampered with") && page.contains("row \(row) was changed") && !page.contains("The log is whole"))
        #expect(try await visitor.get("/packs").status == 403)
    }

    @Test("what is searched for is text on the page", arguments: ["who", "nominal", "kind", "last"])
    func script(field: String) async throws {
        let place = try SitePlace()
        let visitor = try await Visitor(place, as: "r.bell")
        let page = try await visitor.get("/audit?\(field)=" + percentEncoded("\"><script>alert(1)</script>"))
        #expect(page.status == 200)
        #expect(!page.text.contains("<script"))
    }
}
