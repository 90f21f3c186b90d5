@testable import Board
import Governance
import HTTPTypes
import Testing

/// Script in every field of every form. With a browser on the real program there is another such test.
@Suite("Script that somebody writes into a form")
struct ScriptTests {
    /// A form of the site.
    struct Form: Sendable, CustomTestStringConvertible {
        /// `POST /purpose`; what begins with a colon stands for a pack, a nominal or a task.
        let route: String
        let who: String
        /// Its fields, each with what somebody who means it well writes.
        let fields: KeyValuePairs<String, String>
        /// Those that are shown again, to whomever.
        var shown: Set<String> = []
        var hasKey = false

        var testDescription: String { route }
    }

    static let forms = [
        Form(route: "POST /sign-in", who: "", fields: ["id": "p.lee", "password": "not the one", "then": "/packs"], shown: ["id"]),
        Form(route: "POST /sign-out", who: "p.lee", fields: [:]),
        Form(route: "POST /purpose", who: "p.lee", fields: ["purpose": "weekly panel", "then": "/panel"], shown: ["purpose"]),
        Form(route: "POST /packs/:approval/sign", who: "a.khan", fields: ["read": "yes", "passphrase": "wrong"], hasKey: true),
        Form(route: "POST /packs/:approval/reject", who: "a.khan", fields: ["reason": "too few tests", "passphrase": "wrong"], shown: ["reason"], hasKey: true),
        Form(route: "POST /packs/:approval/withdraw", who: "a.khan", fields: ["reason": "too few tests", "passphrase": "wrong"], shown: ["reason"], hasKey: true),
        Form(route: "POST /nominals/:reference/decision", who: "p.lee", fields: ["outcome": "confirm", "words": "agreed"], shown: ["words"]),
        Form(
            route: "POST /nominals/:reference/decision", who: "p.lee",
            fields: ["outcome": "depart", "reason": "capacity", "why": "full", "action": "select", "category": "other", "again": "2027-02-21"], shown: ["why", "category", "again"]),
        Form(route: "POST /nominals/:reference/review", who: "p.lee", fields: ["outcome": "keep", "findings": "well"], shown: ["outcome", "findings"]),
        Form(route: "POST /tasks/:task/done", who: "p.lee", fields: ["came": "met"], shown: ["came"]),
        Form(route: "POST /tasks/:task/cancel", who: "p.lee", fields: ["why": "moved away"], shown: ["why"]),
        Form(route: "GET /panel", who: "p.lee", fields: ["borough": "Camford", "overdue": "1"]),
        Form(route: "GET /nominals", who: "p.lee", fields: ["id": "N-1"]),
        Form(route: "GET /tasks", who: "p.lee", fields: ["owner": "hub", "which": "all"]),
        Form(route: "GET /audit", who: "r.bell", fields: ["kind": "people", "who": "p.lee", "nominal": "N-1", "last": "50"], shown: ["who", "nominal"]),
    ]

    /// Ends an attribute, a text field and a title, and stands between backticks, which pages show as code.
    private static let script = "\"'></textarea></title><script>alert(1)</script>`<img src=x onerror=alert(2)>`"

    private static let pairs: [(Form, String)] = forms.flatMap { form in form.fields.map { (form, $0.key) } }

    /// A store with a pack in force, another before the board, and people who wait.
    private struct Stage {
        let place: SitePlace
        let waiting: String
        let inForce: String

        init() throws {
            place = try SitePlace()
            try place.run(["N-1": 9, "N-2": 8])
            waiting = try place.submit("1.1.0")
            inForce = try place.site.book(place.site.people(), SitePlace.morning).standings.first { $0.state == .inForce }.map(PackPages.path) ?? ""
        }

        func path(_ route: String) -> String {
            String(route.split(separator: " ")[1]).replacing("/packs/:approval", with: route.hasSuffix("withdraw") ? inForce : waiting)
                .replacing(":reference/decision", with: "R1/decision").replacing(":reference", with: "N-1").replacing(":task", with: "T1")
        }

        /// Somebody who has said what for.
        func visitor(_ id: String) async throws -> Visitor {
            if id.isEmpty { return Visitor(place) }
            let visitor = try await Visitor(place, as: id)
            try await visitor.give(purpose: "a look round", for: "/")
            return visitor
        }

        /// Every page that shows what others wrote.
        func pages() async throws -> [Visitor.Page] {
            var pages: [Visitor.Page] = []
            let all = ["/", "/packs", waiting, inForce, "/panel", "/nominals/N-1", "/nominals/R1", "/tasks", "/tasks?which=all", "/tasks/T1", "/audit", "/purpose"]
            for id in ["p.lee", "a.khan", "r.bell"] {
                let visitor = try await visitor(id)
                for path in all { pages.append(try await visitor.get(path)) }
            }
            return pages
        }
    }

    @Test("is shown as text, wherever it is shown", arguments: pairs)
    func text(form: Form, field: String) async throws {
        let stage = try Stage()
        let visitor = try await stage.visitor(form.who)
        var fields = Dictionary(uniqueKeysWithValues: form.fields.map { ($0.key, $0.value) })
        fields[field] = ScriptTests.script
        var pages: [Visitor.Page] = []
        if form.route.hasPrefix("GET") {
            pages.append(try await visitor.get(stage.path(form.route) + "?" + fields.map { "\($0.key)=\(percentEncoded($0.value))" }.joined(separator: "&")))
        } else {
            let token = try await visitor.get(form.who.isEmpty ? "/sign-in" : "/").token
            let path = stage.path(form.route)
            pages.append(
                form.hasKey
                    ? try await visitor.upload(path, fields, file: Array(try SitePlace.key(form.who)), token: token)
                    : try await visitor.post(path, fields, token: token))
        }
        #expect(pages[0].status < 500)
        if let location = pages[0].location {
            #expect(location.hasPrefix("/") && !location.contains("<"))
            pages.append(try await visitor.get(location))
        }
        pages += try await stage.pages()
        for page in pages where page.headers[.contentType]?.hasPrefix("text/html") == true {
            #expect(!page.text.contains("<script") && !page.text.contains("<img"), "\(page.heading)")
        }
        if form.shown.contains(field) {
            #expect(pages.contains { $0.text.contains("&lt;script&gt;alert(1)") && $0.text.contains("&lt;img src=x onerror=alert(2)&gt;") }, "it is shown nowhere")
        }
    }

    @Test("has every form of the site before it, with every field")
    func isComplete() async throws {
        let stage = try Stage()
        var found: [String: Set<String>] = [:]
        let paths = [
            "/", "/panel", "/nominals/R1", "/nominals/N-1", "/tasks", "/tasks/T1", "/audit", "/purpose", stage.waiting + "/sign", stage.waiting + "/reject", stage.inForce + "/withdraw",
        ]
        for id in ["", "p.lee", "a.khan", "r.bell"] {
            let visitor = try await stage.visitor(id)
            for path in id.isEmpty ? ["/sign-in"] : paths {
                for match in try await visitor.get(path).text.matches(of: /(?s)<form[^>]*method="([a-z]+)"[^>]*action="([^"]*)".*?<\/form>/) {
                    let action = match.output.2.replacing(/\/packs\/[0-9a-f]{64}/, with: "/packs/:approval").replacing(/\/R1\//, with: "/:reference/")
                        .replacing("/N-1/", with: "/:reference/").replacing("/T1/", with: "/:task/")
                    let names = match.output.0.matches(of: /\ name="([^"]+)"/).map { String($0.output.1) }.filter { !["token", "key"].contains($0) }
                    found["\(match.output.1.uppercased()) \(action)", default: []].formUnion(names)
                }
            }
        }
        var expected: [String: Set<String>] = [:]
        for form in ScriptTests.forms { expected[form.route, default: []].formUnion(form.fields.map(\.key)) }
        #expect(found == expected)
    }
}
