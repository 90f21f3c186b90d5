@testable import Board
import DecisionStore
import HTTPTypes
import Foundation
import Governance
import Notation
import TestSupport
import Testing

@Suite("Tokens of the API")
struct APITokenTests {
    let place: SitePlace
    let program: Program

    init() throws {
        place = try SitePlace()
        program = try place.client()
    }

    @Test("a token is 32 bytes of chance behind its mark, and only its digest is kept")
    func kept() throws {
        let token = program.token ?? ""
        #expect(token.hasPrefix("wmk_") && token.count == 4 + 43)
        #expect(token.dropFirst(4).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        let file = try String(contentsOfFile: "\(place.place.path)/board-clients", encoding: .utf8)
        #expect(!file.contains(token.dropFirst(4)) && file.contains(hexadecimal(APIClient.digest(of: token))))
        #expect(try APIClients(reading: Array(file.utf8)).text == file)
        #expect(try place.client("other").token != token)
    }

    @Test("a token counts to its last day")
    func end() async throws {
        let short = try place.client("short", until: SitePlace.morning)
        #expect(try await short.get("/packs").status == 200)
        place.wait(minutes: 15 * 60)
        let answer = try await short.get("/packs")
        #expect(answer.status == 401 && answer.problem == "token-over")
        #expect(answer.detail.contains("`short` counted until 21 November 2026"))
    }

    @Test("a client that is taken out, or has another token, is let in no more with the next request")
    func removed() async throws {
        #expect(try await program.get("/packs").status == 200)
        let again = try place.client()
        #expect(try await program.get("/packs").problem == "wrong-token")
        #expect(try await again.get("/packs").status == 200)
        var clients = try APIClients(folder: place.place.path)
        #expect(clients.remove("ecins") && !clients.remove("ecins"))
        try place.write(clients)
        #expect(try await again.get("/packs").problem == "wrong-token")
    }

    @Test("a token in an address is refused, even a good one", arguments: ["token", "access_token", "after"])
    func inAddress(name: String) async throws {
        for header in [program.token, nil] {
            var program = self.program
            program.token = header
            let answer = try await program.get("/recommendations?\(name)=\(self.program.token ?? "")")
            #expect(answer.status == 400 && answer.problem == "token-in-address")
        }
    }

    @Test("a token opens no page")
    func pages() async throws {
        let visitor = Visitor(place)
        visitor.headers["Authorization"] = "Bearer \(program.token ?? "")"
        for path in ["/", "/panel", "/packs", "/tasks", "/audit"] { #expect(try await visitor.get(path).location?.hasPrefix("/sign-in") == true, "\(path)") }
    }

    @Test("who tries tokens is stopped, the log says so, and who has a good one is not")
    func guessing() async throws {
        var guess = program
        guess.address = "10.0.0.9"
        for place in 1...30 {
            guess.token = "wmk_\(place)"
            #expect(try await guess.get("/packs").problem == "wrong-token")
        }
        let stopped = try await guess.get("/packs")
        #expect(stopped.status == 429 && stopped.problem == "too-many-failures" && stopped.page.headers[.retryAfter] != nil)
        #expect(try place.log(by: "nobody") == ["access: kept out: too many tokens were wrong (the API)"])
        guess.token = program.token
        #expect(try await guess.get("/packs").status == 200)
    }

    @Test("a client has 600 requests a minute")
    func often() async throws {
        for _ in 1...600 { #expect(try await program.get("/nothing-such").status == 404) }
        for _ in 1...600 { #expect(try await program.get("/packs?x=1").status == 400) }
        let answer = try await program.get("/packs")
        #expect(answer.status == 429 && answer.problem == "too-many-requests" && answer.page.headers[.retryAfter] != nil)
        #expect(try await place.client("other").get("/packs").status == 200)
        place.wait(minutes: 1)
        #expect(try await program.get("/packs").status == 200)
    }

    @Test("where others can read the clients’ file, or it is damaged, nobody gets in", arguments: [0o644, 0o640, 0o600])
    func readable(mode: Int) async throws {
        let path = "\(place.place.path)/board-clients"
        if mode == 0o600 { try Data("{}\n".utf8).write(to: URL(fileURLWithPath: path)) }
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let answer = try await program.get("/packs")
        #expect(answer.status == 503 && answer.problem == "unavailable")
    }

    @Test(
        "a damaged line of the clients’ file is named",
        arguments: [
            "{\"waymark_client\":2,\"name\":\"a\"", "x", #"{"waymark_client":1,"name":"A b","token":"00","may":[],"boroughs":[],"until":"2027-01-01"}"#,
            #"{"waymark_client":1,"name":"a","token":"00","may":["run"],"boroughs":[],"until":"2027-01-01"}"#,
        ])
    func damaged(line: String) throws {
        let good = try APIClients(folder: place.place.path).text
        let error = #expect(throws: GovernanceError.self) { try APIClients(reading: Array((good + line + "\n").utf8)) }
        #expect(error?.message.contains("line 2") == true)
        #expect(throws: GovernanceError.self) { try APIClients(reading: Array((good + good).utf8)) }
    }
}
