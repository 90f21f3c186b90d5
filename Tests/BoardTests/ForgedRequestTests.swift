@testable import Board
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Requests that were not meant")
struct ForgedRequestTests {
    let place: SitePlace

    init() throws { place = try SitePlace() }

    @Test("a form without the session's token does nothing", arguments: [nil, "", "0", String(repeating: "0", count: 64)])
    func token(token: String?) async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        let page = try await visitor.post("/sign-out", token: token)
        #expect(page.status == 403)
        #expect(page.heading == "The form was not accepted")
        #expect(try await visitor.get("/packs").status == 200, "the session goes on")
    }

    @Test("the token of somebody else's session does nothing")
    func tokenOfAnother() async throws {
        let other = try await Visitor(place, as: "b.ash")
        let token = try await other.get("/").token
        let visitor = try await Visitor(place, as: "a.khan")
        #expect(try await visitor.post("/sign-out", token: token).status == 403)
    }

    @Test("signing in needs a form of this site, too")
    func signIn() async throws {
        let visitor = Visitor(place)
        #expect(try await visitor.post("/sign-in", ["id": "a.khan", "password": SitePlace.password], token: nil).status == 403)
        let token = try await Visitor(place).get("/sign-in").token
        #expect(try await visitor.post("/sign-in", ["id": "a.khan", "password": SitePlace.password], token: token).status == 403)
    }

    @Test(
        "a form that says it comes from elsewhere does nothing",
        arguments: [
            ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("Origin", "http://127.0.0.1:9"), ("Origin", "https://127.0.0.1:0"), ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", "none"),
        ])
    func origin(name: String, value: String) async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        let token = try await visitor.get("/").token
        visitor.headers[name] = value
        #expect(try await visitor.post("/sign-out", token: token).status == 403)
        visitor.headers = ["Origin": "http://127.0.0.1:0", "Sec-Fetch-Site": "same-origin"]
        #expect(try await visitor.post("/sign-out", token: token).status == 303)
    }

    @Test("a name that leads here and is not ours is turned away", arguments: ["elsewhere.example", "127.0.0.1:0.elsewhere.example", "127.0.0.1:9", "localhost", ""])
    func host(host: String) async throws {
        let page = try await Visitor(place, host: host).get("/sign-in")
        #expect(page.status == 421)
        #expect(!page.text.contains("password"))
    }

    @Test(
        "a path that leads out of the site leads nowhere",
        arguments: [
            "/../waymark.lua", "/packs/../../waymark.lua", "/packs/..%2F..%2Fboard-users", "/packs/%2e%2e/%2e%2e/board-users", "/packs/....//board-users", "/board-users",
            "/waymark.db", "/packs/%00", "/packs/..%5c..%5cwaymark.db", "/packs/%ff", "/packs/%zz", "//waymark.lua", "/packs//etc/passwd", "/icon.svg/../board-users", "/%2e%2e/waymark.lua",
            "/packs/sha256:", "/packs/' OR 1=1 --", "/.git/config",
        ])
    func path(path: String) async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        let page = try await visitor.get(path)
        #expect([400, 404].contains(page.status), "\(path): \(page.status)")
        #expect(!page.text.contains("scrypt") && !page.text.contains("ed25519") && !page.text.contains("root:"))
    }

    @Test("other methods than the site's lead nowhere", arguments: ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "HEAD"])
    func method(name: String) async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        #expect(try await visitor.send(.init(name) ?? .get, "/packs").status == 404)
    }

    @Test("what no form sends is not read", arguments: ["application/json", "text/plain", "multipart/form-data; boundary=line", "application/xml"])
    func type(type: String) async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        let token = try await visitor.get("/").token
        #expect(try await visitor.send(.post, "/sign-out", type: type, Array("token=\(token)".utf8)).status == 400)
    }

    @Test("a form that is too large is not read")
    func size() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        let page = try await visitor.send(.post, "/sign-out", type: "application/x-www-form-urlencoded", [UInt8](repeating: 0x61, count: Site.mostBytes + 1))
        #expect(page.status == 413)
        #expect(page.heading == "The form was too large")
    }

    @Test("too many requests are told when to come back")
    func tooMany() async throws {
        let visitor = try await Visitor(place, as: "a.khan")
        var last = try await visitor.get("/icon.svg")
        for _ in 0..<600 { last = try await visitor.get("/icon.svg") }
        #expect(last.status == 429)
        #expect(last.headers[.retryAfter] == "1")
        let stranger = Visitor(place, address: "10.0.0.1")
        var page = try await stranger.get("/icon.svg")
        for _ in 0..<300 { page = try await stranger.get("/icon.svg") }
        #expect(page.status == 429)
        place.wait(minutes: 1)
        #expect(try await stranger.get("/icon.svg").status == 200)
    }

    @Test("every answer tells the browser to run no script and to load nothing from elsewhere", arguments: ["/sign-in", "/packs", "/nowhere", "/packs/%ff", "/audit"])
    func headers(path: String) async throws {
        let page = try await Visitor(place, as: "a.khan").get(path)
        #expect(page.headers[.contentSecurityPolicy] == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        #expect(page.headers[.xContentTypeOptions] == "nosniff")
        #expect(page.headers[.cacheControl] == "no-store")
        for name in ["Referrer-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"] {
            #expect(page.headers[try #require(HTTPField.Name(name))] != nil, "\(name)")
        }
        #expect(!page.text.contains("<script") && !page.text.contains("<style") && !page.text.contains(" style="))
    }
}
