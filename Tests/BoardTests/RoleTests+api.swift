@testable import Board
import HTTPTypes
import Testing

extension RoleTests {
    /// No address of the API is for people who sign in.
    static let api: [(route: String, roles: Set<String>)] = []

    /// Every address of the API, and what a client needs for it; nil: open to anybody. None confirms, signs, approves or runs anything.
    static let clients: [(route: String, scope: Scope?)] = [
        ("GET /api/v1/openapi.json", nil), ("PUT /api/v1/nominals", .push), ("POST /api/v1/nominals", .push), ("GET /api/v1/nominals/:id", .recommendations),
        ("GET /api/v1/recommendations", .recommendations), ("GET /api/v1/decisions/:id", .recommendations), ("GET /api/v1/tasks", .tasks),
        ("POST /api/v1/tasks/:id/done", .tasks), ("POST /api/v1/tasks/:id/cancel", .tasks), ("GET /api/v1/packs", .packs),
    ]
}

@Suite("What a client may do")
struct APIRoleTests {
    /// The method and the path behind `/api/v1`, with something that is there in the place of a name.
    static func call(_ route: String) -> (method: String, path: String) {
        let parts = route.split(separator: " ").map(String.init)
        let id = parts[1].contains("/tasks/") ? "T1" : parts[1].contains("/decisions/") ? "1.1" : "N-1"
        return (parts[0], String(parts[1].replacing(":id", with: id).dropFirst("/api/v1".count)))
    }

    @Test("every address of the API asks for what stands in this table")
    func scopes() {
        let known = Dictionary(uniqueKeysWithValues: RoleTests.clients.map { ($0.route, $0.scope) })
        #expect(Set(Endpoint.all.map { "\($0.method) \($0.path)" }) == Set(known.keys))
        for endpoint in Endpoint.all { #expect(known["\(endpoint.method) \(endpoint.path)"] == endpoint.scope, "\(endpoint.path)") }
    }

    @Test("a client that may do everything else may not do this, and the log says that it asked", arguments: RoleTests.clients.filter { $0.scope != nil }.map(\.route))
    func wrongScope(route: String) async throws {
        let place = try SitePlace()
        try place.run(["N-1": 9])
        let scope = RoleTests.clients.first { $0.route == route }?.scope
        let program = try place.client(may: Set(Scope.allCases.filter { $0 != scope }))
        let (method, path) = APIRoleTests.call(route)
        let answer = try await program.send(method, path, Array("{}".utf8))
        #expect(answer.status == 403 && answer.problem == "wrong-scope")
        #expect(answer.detail.contains("--may \(scope?.rawValue ?? "")"))
        #expect(try place.log(by: "client:ecins") == ["access: refused: `\(route)` needs `\(scope?.rawValue ?? "")` (the API)"])
    }

    @Test("nobody gets anywhere in the API without a token that counts", arguments: RoleTests.clients.filter { $0.scope != nil }.map(\.route))
    func noToken(route: String) async throws {
        let place = try SitePlace()
        try place.run(["N-1": 9])
        let (method, path) = APIRoleTests.call(route)
        var program = try place.client()
        let good = program.token ?? ""
        for (token, problem) in [(nil, "no-token"), ("", "no-token"), ("wmk_", "wrong-token"), (good + "A", "wrong-token"), (String(good.dropLast()), "wrong-token"), ("p.lee", "wrong-token")] {
            program.token = token
            let answer = try await program.send(method, path, Array("{}".utf8))
            #expect(answer.status == 401 && answer.problem == problem, "\(token ?? "none")")
            #expect(answer.page.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
        }
        let signedIn = try await Visitor(place, as: "p.lee")
        let answer = try await signedIn.send(.init(method) ?? .get, "/api/v1" + path)
        #expect(answer.status == 401, "a session is no token")
        #expect(try place.log(about: "N-1", by: "p.lee") == [])
    }

    @Test("whatever reads or changes people’s data says what for", arguments: RoleTests.clients.filter { $0.scope != nil && $0.scope != .packs }.map(\.route))
    func noPurpose(route: String) async throws {
        let place = try SitePlace()
        try place.run(["N-1": 9])
        let (method, path) = APIRoleTests.call(route)
        var program = try place.client()
        for purpose in [nil, "", "why", String(repeating: "x", count: 201)] {
            program.purpose = purpose
            let answer = try await program.send(method, path, Array("{}".utf8))
            #expect(answer.status == 400 && answer.problem == "no-purpose")
            #expect(answer.detail.contains("`Waymark-Purpose`"))
        }
        #expect(try place.log(by: "client:ecins") == [])
    }
}
