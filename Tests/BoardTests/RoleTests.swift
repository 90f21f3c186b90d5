@testable import Board
import DecisionStore
import Governance
import HTTPTypes
import Testing

@Suite("Who may use which address")
struct RoleTests {
    /// Every address, and who may use it. Written by hand, so that a change of the table of routes has to be meant.
    static let expected = pages + reports + editor + api
    private static let pages: [(route: String, roles: Set<String>)] = [
        ("GET /", all), ("GET /audit", ["auditor"]), ("GET /audit/log.ndjson", ["auditor"]), ("GET /packs", all), ("GET /packs/:approval", all),
        ("GET /packs/:approval/evidence.json", all), ("GET /packs/:approval/page", all), ("GET /packs/:approval/reject", ["board"]),
        ("GET /packs/:approval/sign", ["board"]), ("GET /packs/:approval/withdraw", ["analyst", "board"]), ("GET /packs/:approval/words", all),
        ("POST /packs/:approval/reject", ["board"]), ("POST /packs/:approval/sign", ["board"]), ("POST /packs/:approval/withdraw", ["analyst", "board"]),
        ("POST /sign-out", all), ("GET /purpose", all), ("POST /purpose", all), ("GET /panel", ["panel"]), ("GET /nominals", ["panel"]),
        ("GET /nominals/:reference", ["panel"]), ("POST /nominals/:reference/decision", ["panel"]), ("POST /nominals/:reference/review", ["panel"]),
        ("GET /tasks", all), ("GET /tasks/:task", all), ("POST /tasks/:task/done", all), ("POST /tasks/:task/cancel", all),
    ]
    static let all = Set(SitePlace.ids.keys)
    static let open = Set(["GET /sign-in", "POST /sign-in", "GET /icon.svg", "GET /favicon.ico", "GET /api/v1/openapi.json"] + SiteFiles.all.map { "GET \($0.path)" })

    @Test("every address of the site is in this table, or open to anybody")
    func isComplete() {
        #expect(Set(Routes.all.map { "\($0.method) \($0.path)" }) == Set(RoleTests.expected.map(\.route) + RoleTests.clients.map(\.route)).union(RoleTests.open))
        #expect(Set(Routes.all.filter { $0.access == .anyone }.map { "\($0.method) \($0.path)" }) == RoleTests.open)
    }

    @Test("a role that an address does not allow is refused, and the log says so", arguments: SitePlace.ids.keys.sorted())
    func isEnforced(role: String) async throws {
        let place = try SitePlace()
        let pack = try place.submit()
        let visitor = try await Visitor(place, as: SitePlace.ids[role] ?? "")
        let token = try await visitor.get("/").token
        for (route, roles) in RoleTests.expected where route != "POST /sign-out" {
            let parts = route.split(separator: " ").map(String.init)
            let path = parts[1].replacing("/packs/:approval", with: pack).replacing(":reference", with: "R1").replacing(":task", with: "T1")
            let page = parts[0] == "GET" ? try await visitor.get(path) : try await visitor.post(path, token: token)
            #expect((page.status == 403) == !roles.contains(role), "\(route) as \(role): \(page.status)")
            #expect(page.status < 500)
            if page.headers[.contentType]?.hasPrefix("text/html") == true, !path.hasSuffix("/page") { #expect(!page.text.contains("{"), "a value is missing on \(route)") }
        }
        let refused = RoleTests.expected.count { !$0.roles.contains(role) }
        var rows = 0
        try place.store.read { try $0.auditRows(kind: .access, who: SitePlace.ids[role]) { if $0.what.contains("needs another role") { rows += 1 } } }
        #expect(rows == min(refused, Site.mostRefusalsLogged))
    }

    @Test("whoever is not signed in gets nowhere", arguments: expected.map(\.route))
    func isClosed(route: String) async throws {
        let place = try SitePlace()
        let path = String(route.split(separator: " ")[1]).replacing("/packs/:approval", with: try place.submit()).replacing(":reference", with: "R1").replacing(":task", with: "T1")
        let visitor = Visitor(place)
        if route.hasPrefix("GET") {
            #expect(try await visitor.get(path).location?.hasPrefix("/sign-in") == true)
        } else {
            #expect(try await visitor.post(path, token: try await visitor.get("/sign-in").token).status == 401)
        }
    }

    @Test("a role that is taken away is gone with the next request")
    func isTakenAway() async throws {
        let place = try SitePlace()
        let visitor = try await Visitor(place, as: "r.bell")
        #expect(try await visitor.get("/audit").status == 200)
        try place.write(people: try SitePlace.people().replacing("roles = { \"auditor\" }", with: "roles = { \"admin\" }"))
        #expect(try await visitor.get("/audit").status == 403)
    }

    @Test("the menu leads only where a person may go", arguments: [("r.bell", true), ("a.khan", false)])
    func menu(id: String, hasAudit: Bool) async throws {
        let place = try SitePlace()
        #expect(try await Visitor(place, as: id).get("/").text.contains("href=\"/audit\"") == hasAudit)
    }
}
