@testable import Board
import DecisionStore
import HTTPTypes
import Foundation
import Notation
import TestSupport
import Testing

@Suite("Nominals brought by the API")
struct APIPushTests {
    let place: SitePlace
    let program: Program

    init() throws {
        place = try SitePlace()
        program = try place.client(boroughs: ["Camford", "Eastmoor"])
    }

    /// The lines that the store has now.
    private func kept() throws -> [String] {
        var lines: [String] = []
        _ = try place.store.disclose(borough: nil, who: "j.ofori", why: "a test") { lines.append(String(decoding: $0.dropLast(), as: UTF8.self)) }
        return lines
    }

    @Test("lines are taken as an import takes them, and the same once more changes nothing")
    func twice() async throws {
        let lines = [Program.line("N-1"), Program.line("N-2", borough: "Eastmoor")]
        let first = try await program.push(lines)
        #expect(first.status == 200)
        #expect(try APIShape.faults(first, "Pushed") == [])
        #expect(["read", "accepted", "added", "changed", "unchanged", "rejected"].map { first.json[$0]?.int } == [2, 2, 2, 0, 0, 0])
        #expect(try kept() == lines)
        let again = try await program.push(lines)
        #expect(["read", "accepted", "added", "changed", "unchanged", "rejected"].map { again.json[$0]?.int } == [2, 2, 0, 0, 2, 0])
        #expect(again.json["digest"] == first.json["digest"])
        let changed = try await program.push([Program.line("N-1", convictions: 3), Program.line("N-2", borough: "Eastmoor")])
        #expect(["added", "changed", "unchanged"].map { changed.json[$0]?.int } == [0, 1, 1])
        #expect(try kept()[0].contains(#""convictions_total":3"#))
    }

    @Test("every nominal that is taken or changed is a row of the log in the client’s name, with the purpose")
    func isLogged() async throws {
        _ = try await program.push([Program.line("N-1")])
        _ = try await program.push([Program.line("N-1", convictions: 3)])
        _ = try await program.push([Program.line("N-1", convictions: 3)])
        #expect(
            try place.log(about: "N-1", by: "client:ecins") == ["collection: taken from `push` (nightly update of cases)", "alteration: taken from `push` (nightly update of cases)"])
        #expect(try place.log(by: "client:ecins").count { $0.hasPrefix("collection: imported `push`, sha256:") } == 3)
    }

    @Test("an array is taken like lines, however it is laid out")
    func array() async throws {
        let first = Program.line("N-1"), second = Program.line("N-2")
        let body = "\u{FEFF} [\n  \(first.replacing(",\"", with: ",\n\t\"")) ,\r\n\(second.replacing("\"Camford\"", with: "\"Cam\\u0066ord\""))\n]\n"
        let answer = try await program.send("POST", "/nominals", Array(body.utf8))
        #expect(answer.json["added"]?.int == 2)
        #expect(try kept()[0] == first)
        #expect(try await program.push([first]).json["unchanged"]?.int == 1)
    }

    @Test("what is wrong with a line is said with its line and path, and the others are taken")
    func rejects() async throws {
        let bad = Program.line("N-2").replacing("\"statutory\":false", with: "\"statutory\":\"no\"")
        let answer = try await program.push([Program.line("N-1"), bad, "", "{\"id\":", Program.line("N-1"), Program.line("N-3", borough: "Northton"), Program.line("N-4")])
        #expect(answer.status == 200)
        #expect(try APIShape.faults(answer, "Pushed") == [])
        #expect(["read", "accepted", "rejected"].map { answer.json[$0]?.int } == [6, 2, 4])
        let rejects = answer.json["rejects"]?.items ?? []
        #expect(rejects.map { $0["line"]?.int } == [2, 4, 5, 6])
        #expect(rejects.map { $0["path"]?.text } == ["statutory", "id", "id", "borough"])
        #expect(rejects.last?["message"]?.text?.contains("only lines of `Camford`, `Eastmoor` are taken") == true)
        #expect(try kept().count == 2)
    }

    @Test("nobody of a borough that the client is not for is changed, nor taken away from it")
    func otherBorough() async throws {
        let north = try place.client("north", boroughs: ["Northton"])
        let line = Program.line("N-9", borough: "Northton")
        #expect(try await north.push([line]).json["added"]?.int == 1)
        let taken = try await program.push([Program.line("N-9")])
        #expect(taken.json["rejected"]?.int == 1)
        #expect(taken.json["rejects"]?.items.first?["path"]?.text == "id")
        #expect(try kept() == [line])
        #expect(try await program.push([line]).json["rejected"]?.int == 1)
        #expect(try await north.push([Program.line("N-9", borough: "Camford")]).json["rejected"]?.int == 1)
    }

    @Test(
        "a body that is none changes nothing",
        arguments: [
            ("", "wrong-type"), ("   \n\n", "broken-body"), ("[]", "broken-body"), ("[", "broken-body"), ("[{}", "broken-body"), ("[{}] x", "broken-body"), ("[{},]", "broken-body"),
        ])
    func broken(body: String, problem: String) async throws {
        let answer = try await program.send("PUT", "/nominals", Array(body.utf8))
        #expect(answer.problem == problem)
        #expect(answer.status == (problem == "wrong-type" ? 415 : 400))
        #expect(try place.log(by: "client:ecins") == [])
    }

    @Test(
        "what is not a nominal is rejected, and nothing else happens",
        arguments: ["null", "[[[[]]]]", "\"text\"", "[1,\"a\",null]", "{\"id\":\"a\u{0}b\"}", "[{\"id\":\"a\nb\"}]", String(repeating: "[", count: 60) + String(repeating: "]", count: 60)])
    func noNominals(body: String) async throws {
        let answer = try await program.send("PUT", "/nominals", Array(body.utf8))
        #expect(answer.status == 200)
        #expect(answer.json["accepted"]?.int == 0 && answer.json["rejected"]?.int != 0)
    }

    @Test("an array that is deeper than anybody needs is no array")
    func deep() async throws {
        let answer = try await program.send("PUT", "/nominals", [UInt8](repeating: 0x5B, count: 2_000_000))
        #expect(answer.status == 400 && answer.problem == "broken-body")
    }

    @Test("text that is not UTF-8 is rejected")
    func notUTF8() async throws {
        let answer = try await program.send("PUT", "/nominals", type: "application/x-ndjson", Array("{\"id\":\"".utf8) + [0xFF, 0xFE] + Array("\"}\n".utf8))
        #expect(answer.json["rejected"]?.int == 1)
    }

    @Test("another type of body, or a compressed one, is refused", arguments: ["text/csv", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
    func type(type: String) async throws {
        let answer = try await program.send("PUT", "/nominals", type: type, Array(Program.line("N-1").utf8))
        #expect(answer.status == 415 && answer.problem == "wrong-type")
        var zipped = program
        zipped.headers["Content-Encoding"] = "gzip"
        #expect(try await zipped.push([Program.line("N-1")]).status == 415)
        #expect(try kept() == [])
    }

    @Test("more than 16 MiB is refused, and of anything else more than 64 KiB")
    func large() async throws {
        let blank = [UInt8](repeating: 0x20, count: (16 << 20) - 1)
        #expect(try await program.send("PUT", "/nominals", blank + [0x0A]).problem == "broken-body")
        let answer = try await program.send("PUT", "/nominals", blank + [0x0A, 0x0A])
        #expect(answer.status == 413 && answer.problem == "too-large" && answer.page.headers[.contentType] == "application/problem+json")
        #expect(try await program.send("POST", "/tasks/T1/done", [UInt8](repeating: 0x20, count: (64 << 10) + 1)).status == 413)
    }

    @Test("two pushes at once are both whole")
    func together() async throws {
        let halves = (0..<2).map { half in (0..<200).map { Program.line("N-\(half)-\($0)") } }
        let answers = try await withThrowingTaskGroup(of: Int?.self) { group in
            for half in halves + halves { group.addTask { [program] in try await program.push(half).json["accepted"]?.int } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == [200, 200, 200, 200])
        #expect(try kept().count == 400)
        #expect(try place.log(by: "client:ecins").count { $0.hasPrefix("collection: taken") } == 400)
        let chain = try place.store.read { try $0.verifyAudit() }
        #expect(!chain.hasFaults)
    }

    @Test("who is restricted stays so, whatever is pushed")
    func restricted() async throws {
        _ = try await program.push([Program.line("N-1")])
        #expect(try place.store.restrict("N-1", who: "s.webb", why: "asked for it"))
        #expect(try await program.push([Program.line("N-1", convictions: 3)]).json["changed"]?.int == 1)
        #expect(try place.store.read { try $0.nominal("N-1")?.isRestricted } == true)
    }

    @Test("the fields of a pack’s boroughs are known where the pack is named, and it is in force")
    func pack() async throws {
        try place.run(["N-1": 9])
        let answer = try await program.send("PUT", "/nominals?pack=camford", Array(Program.line("N-1").utf8))
        #expect(answer.status == 200)
        #expect(try await program.send("PUT", "/nominals?pack=other", Array(Program.line("N-1").utf8)).problem == "not-found")
    }
}
