import Foundation
import TestSupport
import Testing

/// What asks the served program, as in the documentation.
private enum Curl {
    static let isInstalled = (try? WaymarkBinary.shell("command -v curl", in: "/"))?.status == 0
}

@Suite("The API of the served program", .enabled(if: Curl.isInstalled, "curl is not installed"))
struct APIServedTests {
    /// A site with a pack in force and a night's run, and what `waymark board client` printed.
    private func served(_ arguments: String...) async throws -> (site: ServedSite, token: String) {
        let site = try await ServedSite { try $0.layOutEverything() }
        let result = try client(site, ["ecins", "--may", "push,recommendations,tasks,packs", "--borough", "Camford"] + arguments)
        #expect(result.status == 0 && result.err.hasPrefix("ecins may packs, push, recommendations, tasks for Camford until "))
        return (site, String(result.out.dropLast()))
    }

    private func client(_ site: ServedSite, _ arguments: [String]) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(["board", "client"] + arguments + ["--store", "store"], in: site.place.path)
    }

    @Test("every command of docs/api.md is answered")
    func documentation() async throws {
        let (site, token) = try await served()
        defer { site.stop() }
        let blocks = try fileText("\(projectFolder)/docs/api.md").matches(of: /```sh\n(.*?)```/.dotMatchesNewlines()).map { String($0.output.1) }
        #expect(blocks.count >= 5)
        for block in blocks {
            let script = "set -e; SITE=\(site.origin); TOKEN=\(token); curl() { command curl --fail-with-body \"$@\"; echo; }\n\(block)"
            let result = try WaymarkBinary.shell(script, in: site.place.path)
            #expect(result.status == 0, "\(block)\n\(result.out)\(result.err)")
            for line in result.out.split(separator: "\n") { #expect(throws: Never.self) { try JSONValue(Data(line.utf8)) } }
        }
        let log = try site.run("audit", "list", "--store", "store").out
        #expect(log.contains("client:ecins") && !log.contains(token))
        #expect(try site.run("audit", "verify", "--store", "store").status == 0)
    }

    @Test("a body that is too large is refused over the wire, and two pushes at once are both taken")
    func wire() async throws {
        let (site, token) = try await served()
        defer { site.stop() }
        let push = "curl -sS -X PUT \(site.origin)/api/v1/nominals -H 'Authorization: Bearer \(token)' -H 'Waymark-Purpose: nightly update' -H 'Content-Type: application/x-ndjson'"
        let large = try WaymarkBinary.shell("head -c 17000000 /dev/zero | tr '\\0' ' ' | \(push) -o answer -w '%{http_code}' --data-binary @- ; cat answer", in: site.place.path)
        #expect(large.out.hasPrefix("413") && large.out.contains("too-large"), "\(large.out.prefix(300)) \(large.err)")
        let both = try WaymarkBinary.shell("\(push) --data-binary @cohort.ndjson >a & \(push) --data-binary @cohort.ndjson >b; wait; cat a b", in: site.place.path)
        #expect(both.out.matches(of: /"accepted":60,/).count == 2, "\(both.out.prefix(600)) \(both.err)")
    }

    @Test("a token that is taken away counts no longer, and its file is its owner’s")
    func removed() async throws {
        let (site, token) = try await served("--until", "2099-12-31")
        defer { site.stop() }
        let path = "\(site.place.path)/store/board-clients"
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(!(try fileText(path).contains(token.dropFirst(4))))
        let ask = "curl -sS -o /dev/null -w '%{http_code}' \(site.origin)/api/v1/packs -H 'Authorization: Bearer \(token)'"
        #expect(try WaymarkBinary.shell(ask, in: "/").out == "200")
        #expect(try client(site, ["ecins", "--remove"]).out == "ecins is let in no more\n")
        #expect(try WaymarkBinary.shell(ask, in: "/").out == "401")
        let again = try client(site, ["ecins", "--remove"])
        #expect(again.status == 2 && again.err.contains("there is no client `ecins`"))
    }
}

@Suite("Who gets a token")
struct ClientCommandTests {
    @Test(
        "a client that cannot be so is refused with what to do",
        arguments: [
            (["ecins"], 2, "`--may`"), (["ecins", "--may", "push"], 2, "`--borough`"), (["ecins", "--may", "pusch", "--borough", "Camford"], 2, "did you mean `push`?"),
            (["ecins", "--may", "approve", "--borough", "Camford"], 2, "it may push, recommendations, tasks, packs"), (["ecins", "--may", "", "--borough", "Camford"], 2, "`--may`"),
            (["Ecins 2", "--may", "push", "--borough", "Camford"], 2, "small letters"), (["a.khan", "--may", "push", "--borough", "Camford"], 4, "a name of its own"),
            (["ecins", "--may", "push", "--borough", "Camford", "--until", "2020-01-01"], 2, "is over"), (["ecins", "--may", "push", "--borough", ""], 2, "`--borough`"),
        ])
    func refused(arguments: [String], status: Int32, words: String) throws {
        let place = try TemporaryPlace()
        try place.file("waymark.lua", Data(try SitePlace.people().utf8))
        let result = try WaymarkBinary.run(["board", "client"] + arguments + ["--store", place.path], in: place.path)
        #expect(result.status == status)
        #expect(result.err.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words), "\(result.err)")
        #expect(result.out.isEmpty && !FileManager.default.fileExists(atPath: "\(place.path)/board-clients"))
    }
}
