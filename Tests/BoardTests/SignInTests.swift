@testable import Board
import DecisionStore
import Foundation
import Governance
import HTTPTypes
import TestSupport
import Testing

@Suite("Signing in")
struct SignInTests {
    let place: SitePlace

    init() throws { place = try SitePlace() }

    @Test("who signs in sees what waits for them, and the log says so")
    func signsIn() async throws {
        let visitor = Visitor(place)
        let page = try await visitor.signIn("a.khan")
        #expect(page.status == 303 && page.location == "/")
        #expect(try await visitor.get("/").text.contains("Signed in as Aisha Khan"))
        var rows: [String] = []
        try place.store.read { try $0.auditRows(who: "a.khan") { rows.append("\($0.kind): \($0.what)") } }
        #expect(rows == ["access: signed in"])
    }

    @Test("whoever is not signed in is asked to, and comes back to the page they wanted")
    func comesBack() async throws {
        let visitor = Visitor(place)
        #expect(try await visitor.get("/packs").location == "/sign-in?then=%2Fpacks")
        let form = try await visitor.get("/sign-in?then=%2Fpacks")
        #expect(form.value(of: "then") == "/packs")
        #expect(try await visitor.signIn("a.khan", then: "/packs").location == "/packs")
    }

    @Test(
        "signing in never leads away from the site",
        arguments: ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "/a\r\nSet-Cookie: a=b", "javascript:alert(1)", "/packs?a=b", "\u{0000}"])
    func staysHere(then: String) async throws {
        #expect(try await Visitor(place).signIn("a.khan", then: then).location == "/")
    }

    @Test(
        "a wrong password and an unknown person are told in the same words",
        arguments: [("a.khan", "not the password"), ("nobody", SitePlace.password), ("A.KHAN", SitePlace.password), ("a.khan ' OR 1=1 --", "x")])
    func isRefused(id: String, password: String) async throws {
        let visitor = Visitor(place)
        let page = try await visitor.signIn(id, password: password)
        #expect(page.status == 403)
        #expect(page.text.contains("The id or the password is wrong."))
        #expect(visitor.cookies[Site.sessionCookie] == nil)
        #expect(try await visitor.get("/packs").status == 303)
    }

    @Test("a field that is left empty is named, and leads to the field", arguments: [("", "x", "Enter your id.", "#id"), ("a.khan", "", "Enter your password.", "#password")])
    func isMissing(id: String, password: String, problem: String, anchor: String) async throws {
        let page = try await Visitor(place).signIn(id, password: password)
        #expect(page.status == 422)
        #expect(page.text.contains("<a href=\"\(anchor)\">\(problem)</a>"))
    }

    @Test("five wrong passwords lock somebody out for a while, even with the right one and from elsewhere")
    func isLockedOut() async throws {
        for count in 1...5 { #expect(try await Visitor(place, address: "10.0.0.\(count)").signIn("a.khan", password: "wrong").status == 403) }
        let late = try await Visitor(place, address: "10.0.0.9").signIn("a.khan")
        #expect(late.status == 429)
        #expect(late.headers[.retryAfter] == "180")
        #expect(try await Visitor(place).signIn("b.ash").status == 303, "others can sign in")
        var kept: [String] = []
        try place.store.read { try $0.auditRows(kind: .access, who: "a.khan") { kept.append($0.what) } }
        #expect(kept == ["kept out: too many sign-ins failed"])
        place.wait(minutes: 3)
        #expect(try await Visitor(place).signIn("a.khan").status == 303)
    }

    @Test("one address cannot try many people's passwords")
    func addressIsLockedOut() async throws {
        for count in 1...30 { #expect(try await Visitor(place, address: "10.0.0.1").signIn("guess.\(count)").status == 403) }
        #expect(try await Visitor(place, address: "10.0.0.1").signIn("a.khan").status == 429)
        #expect(try await Visitor(place, address: "10.0.0.2").signIn("a.khan").status == 303)
    }

    @Test("a session ends after 15 minutes in which nothing is done")
    func idleEnds() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        place.wait(minutes: 15)
        #expect(try await visitor.get("/packs").status == 200)
        place.wait(minutes: 16)
        let page = try await visitor.get("/packs")
        #expect(page.location == "/sign-in?then=%2Fpacks&ended=1")
        #expect(try await visitor.get("/sign-in?ended=1").text.contains("You have been signed out"))
    }

    @Test("a session ends after 8 hours, whatever is done")
    func longestEnds() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        for _ in 0..<48 {
            place.wait(minutes: 10)
            #expect(try await visitor.get("/packs").status == 200)
        }
        place.wait(minutes: 1)
        #expect(try await visitor.get("/packs").status == 303)
    }

    @Test("who signs out is out, and the cookie of that session opens nothing")
    func signsOut() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        let cookies = visitor.cookies
        #expect(try await visitor.post("/sign-out", token: try await visitor.get("/").token).location == "/sign-in?out=1")
        visitor.cookies = cookies
        #expect(try await visitor.get("/packs").status == 303)
    }

    @Test("each sign-in begins another session, whatever cookie came with it")
    func isNotFixed() async throws {
        let visitor = Visitor(place)
        visitor.cookies[Site.sessionCookie] = "laid out by somebody else"
        try await visitor.signIn("a.khan")
        #expect(visitor.cookies[Site.sessionCookie].map { $0.count == 64 && $0 != "laid out by somebody else" } == true)
    }

    @Test("a new password ends the sessions of the old one")
    func passwordChanges() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        try place.setPasswords("another four words here", for: ["a.khan"])
        #expect(try await visitor.get("/packs").status == 303)
        #expect(try await Visitor(place).signIn("a.khan").status == 403)
        #expect(try await Visitor(place).signIn("a.khan", password: "another four words here").status == 303)
    }

    @Test("who is taken out of waymark.lua is out with the next request")
    func personLeaves() async throws {
        let visitor = try await Visitor(place, as: "p.lee")
        #expect(try await visitor.get("/packs").status == 200)
        try place.write(people: try SitePlace.people(leaving: "p.lee"))
        #expect(try await visitor.get("/packs").status == 303)
        #expect(try await Visitor(place).signIn("p.lee").status == 403)
    }

    @Test("whose last day is over cannot sign in")
    func lastDay() async throws {
        try place.write(people: try SitePlace.people().replacing("roles = { \"panel\" }", with: "roles = { \"panel\" }, until_ = \"2026-11-20\""))
        #expect(try await Visitor(place).signIn("p.lee").status == 403)
    }

    @Test("with a waymark.lua that does not load, the site is closed, and says nothing of what is in it")
    func closes() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        try place.write(people: "return { secret = nonsense }")
        let page = try await visitor.get("/packs")
        #expect(page.status == 503)
        #expect(!page.text.contains("secret") && !page.text.contains("nonsense"))
    }

    @Test("a file of passwords that others can read lets nobody in")
    func usersAreReadable() async throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(place.place.path)/\(BoardUsers.fileName)")
        #expect(try await Visitor(place).signIn("a.khan").status == 503)
    }

    @Test("cookies are out of reach of scripts and other sites, and behind TLS of plain connections")
    func cookies() async throws {
        let form = try await Visitor(place).get("/sign-in")
        #expect(form.headers[.setCookie]?.hasSuffix("; Path=/; HttpOnly; SameSite=Strict") == true)
        let behind = try SitePlace(SiteOptions(origin: "https://waymark.example"))
        let page = try await Visitor(behind, host: "waymark.example").get("/sign-in")
        #expect(page.headers[.setCookie]?.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure") == true)
        #expect(page.headers[.strictTransportSecurity] == "max-age=31536000")
    }
}
