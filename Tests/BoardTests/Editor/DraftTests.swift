@testable import Board
import Foundation
import Governance
import RulePacks
import Testing
import TestSupport

@Suite("Drafts of packs")
struct DraftTests {
    @Test("a draft is begun from what was submitted, as ordinary files that load to the same pack")
    func begins() async throws {
        let draft = try await DraftPlace()
        let inForce = try #require(try draft.place.site.book(draft.place.site.people(), SitePlace.morning).standings.last?.examination.source)
        #expect(try PackSource.load(draft.folder).pack.digest == inForce.digest)
        let list = try await draft.visitor.get("/drafts")
        #expect(list.text.contains("href=\"/drafts/camford\"") && list.text.contains("camford 1.0.0, as it was submitted"))
        let page = try await draft.visitor.get("/drafts/camford")
        #expect(page.text.contains("rules.lua") && page.text.contains("waymark board submit \(draft.folder)"))
        #expect(try await draft.visitor.get("/drafts/camford/files/camford~rules.lua").text.contains("<textarea"))
    }

    @Test("one that is there already is not begun again")
    func beginsOnce() async throws {
        let draft = try await DraftPlace()
        let standing = try #require(try draft.place.site.book(draft.place.site.people(), SitePlace.morning).standings.last)
        try draft.write("-- mine\n", to: "rules.lua")
        let page = try await draft.visitor.post("/drafts", ["from": "store:\(standing.examination.digest)"], token: draft.token)
        #expect(page.status == 422)
        #expect(try draft.text("rules.lua") == "-- mine\n")
    }

    @Test("a new pack is begun with rules, and its tests pass")
    func beginsNew() async throws {
        let place = try SitePlace()
        let visitor = try await Visitor(place, as: "j.ofori")
        let token = try await visitor.get("/drafts").token
        #expect(try await visitor.post("/drafts", ["from": "new", "name": "Not one!"], token: token).text.contains("Name the new pack"))
        #expect(try await visitor.post("/drafts", ["from": "new", "name": "wexford"], token: token).location == "/drafts/wexford")
        let answer = try await visitor.post("/drafts/wexford/test", ["file": "wexford/pack.lua"], token: token)
        #expect(try JSONValue(Data(answer.text.utf8)).said("said").hasPrefix("All "))
    }

    @Test("a draft is begun from a folder of packs, with its tests and what it extends")
    func beginsFromFolder() async throws {
        let place = try SitePlace(SiteOptions(packs: projectFolder + "/rules"))
        let visitor = try await Visitor(place, as: "j.ofori")
        let list = try await visitor.get("/drafts")
        #expect(list.text.contains("stoke-on-trent, with its tests"))
        #expect(try await visitor.post("/drafts", ["from": "folder:stoke-on-trent"], token: list.token).location == "/drafts/stoke-on-trent")
        let page = try await visitor.get("/drafts/stoke-on-trent")
        for file in ["tests/gangs.lua", "tests/thresholds.csv", "scores.lua", "README.md"] where FileManager.default.fileExists(atPath: projectFolder + "/rules/stoke-on-trent/" + file) {
            #expect(page.text.contains(">\(file)</a>"), "\(file)")
        }
        #expect(page.text.contains("What it extends or uses: staffordshire"))
        #expect(try PackSource.load(place.place.path + "/drafts/stoke-on-trent/stoke-on-trent").pack.digest == PackSource.load(projectFolder + "/rules/stoke-on-trent").pack.digest)
        for name in ["..", "../store", "nowhere", "", "common/../.."] {
            #expect(try await visitor.post("/drafts", ["from": "folder:\(name)"], token: list.token).status == 404, "\(name)")
        }
    }

    @Test("what is saved stands in the file, with plain line ends, and the store and its log stay as they were", arguments: ["", "script"])
    func saves(by: String) async throws {
        let draft = try await DraftPlace()
        let before = try draft.kinds
        let text = try draft.text("rules.lua") + "-- “one” more\n"
        let page = try await draft.visitor.post(
            "/drafts/camford/save", ["file": "camford/rules.lua", "text": text.replacing("\n", with: "\r\n"), "mark": try await draft.mark, "for": by], token: draft.token)
        #expect(page.status == (by.isEmpty ? 303 : 200))
        #expect(try draft.text("rules.lua") == text)
        #expect(try draft.kinds == before)
        let mode = try FileManager.default.attributesOfItem(atPath: draft.folder + "/rules.lua")[.posixPermissions] as? Int
        #expect((mode ?? 0o777) & 0o027 == 0, "nobody else reads it")
        #expect(try FileManager.default.contentsOfDirectory(atPath: draft.folder).sorted() == ["pack.lua", "rules.lua"], "nothing is left beside it")
    }

    @Test("where somebody else has saved meanwhile both texts are shown and none is lost")
    func conflict() async throws {
        let draft = try await DraftPlace()
        let mark = try await draft.mark
        try draft.write("-- theirs\n", to: "rules.lua")
        let asked = try await draft.ask("save", text: "-- mine\n", ["mark": mark, "for": "script"])
        #expect(asked["conflict"] == .bool(true))
        let page = try await draft.visitor.post("/drafts/camford/save", ["file": "camford/rules.lua", "text": "-- mine\n", "mark": mark], token: draft.token)
        #expect(page.status == 409)
        #expect(page.text.contains(">\n-- mine\n</textarea>") && page.text.contains("<code>-- theirs\n</code>"))
        #expect(try draft.text("rules.lua") == "-- theirs\n")
        // Whoever has seen theirs may replace it.
        let again = try await draft.visitor.post(
            "/drafts/camford/save", ["file": "camford/rules.lua", "text": "-- both\n", "mark": page.value(of: "mark") ?? ""], token: draft.token)
        #expect(again.status == 303)
        #expect(try draft.text("rules.lua") == "-- both\n")
    }

    private static let strangers = [
        "../waymark.lua", "camford/../../../waymark.lua", "/etc/passwd", "camford//rules.lua", "camford/./rules.lua", "camford/.hidden.lua", "camford/rules.lua/", "rules.lua",
        "camford/rules", "camford/rules.sh", "camford/a b.lua", "camford/a\u{0}.lua", "camford/a\n.lua", "camford/a/b/c/d.lua", "Camford/rules.lua", "camford\\rules.lua",
        "camford/\(String(repeating: "a", count: 60)).lua", "camford/rülés.lua", "camford/~.lua",
    ]

    @Test("a file that is none of a draft's is neither shown nor written", arguments: strangers)
    func strangeFile(path: String) async throws {
        let draft = try await DraftPlace()
        #expect(!DraftNames.isFile(path))
        #expect([400, 404].contains(try await draft.visitor.get("/drafts/camford/files/\(percentEncoded(path.replacing("/", with: "~")))").status))
        #expect([400, 404].contains(try await draft.visitor.get("/drafts/camford/files/\(percentEncoded(path))").status))
        for act in ["save", "check", "test", "impact"] {
            let page = try await draft.visitor.post("/drafts/camford/\(act)", ["file": path, "text": "-- mine\n", "mark": ""], token: draft.token)
            #expect([400, 404].contains(page.status), "\(act)")
        }
        let added = try await draft.visitor.post("/drafts/camford", ["file": path], token: draft.token)
        #expect([404, 422].contains(added.status) || DraftNames.isFile("camford/" + path))
        #expect(try fileText(draft.place.place.path + "/waymark.lua") == SitePlace.people())
    }

    @Test("a draft that is none leads nowhere", arguments: ["..", ".", "%2e%2e", "..%2f..", "nowhere", "camford%2fcamford", "Camford", "cam%00ford", "camford%20", "-", "a--b"])
    func strangeDraft(name: String) async throws {
        let draft = try await DraftPlace()
        for path in ["/drafts/\(name)", "/drafts/\(name)/files/camford~rules.lua", "/drafts/\(name)/catalogue.json"] {
            #expect([400, 404].contains(try await draft.visitor.get(path).status), "\(path)")
        }
        #expect([400, 404].contains(try await draft.visitor.post("/drafts/\(name)/save", ["file": "camford/rules.lua", "text": "", "mark": ""], token: draft.token).status))
    }

    @Test("a link is not followed, be it a file, a folder or a draft")
    func links() async throws {
        let draft = try await DraftPlace()
        let files = FileManager.default
        let drafts = draft.place.place.path + "/drafts"
        try files.createSymbolicLink(atPath: draft.folder + "/stolen.lua", withDestinationPath: draft.place.place.path + "/waymark.lua")
        try files.createSymbolicLink(atPath: drafts + "/camford/away", withDestinationPath: draft.place.place.path)
        try files.createSymbolicLink(atPath: drafts + "/elsewhere", withDestinationPath: draft.place.place.path)
        #expect(try await !draft.visitor.get("/drafts").text.contains("elsewhere"))
        #expect(try await draft.visitor.get("/drafts/elsewhere").status == 404)
        let page = try await draft.visitor.get("/drafts/camford")
        #expect(!page.text.contains("stolen") && !page.text.contains("away"))
        for file in ["camford/stolen.lua", "away/waymark.lua"] {
            #expect(try await draft.visitor.get(DraftPages.path(file, of: "camford")).status == 404)
            #expect(try await draft.visitor.post("/drafts/camford/save", ["file": file, "text": "-- mine\n", "mark": ""], token: draft.token).status == 404)
        }
        #expect(try fileText(draft.place.place.path + "/waymark.lua") == SitePlace.people())
    }

    @Test("a file is added, and one that is there already is not emptied")
    func adds() async throws {
        let draft = try await DraftPlace()
        #expect(try await draft.visitor.post("/drafts/camford", ["file": "tests/more.lua"], token: draft.token).location == "/drafts/camford/files/camford~tests~more.lua")
        #expect(try draft.text("tests/more.lua").isEmpty)
        #expect(try await draft.visitor.post("/drafts/camford", ["file": "rules.lua"], token: draft.token).status == 422)
        #expect(try !draft.text("rules.lua").isEmpty)
    }

    @Test("a file may be as large as one that loads, and no larger")
    func sizes() async throws {
        let draft = try await DraftPlace()
        let line = String(repeating: "-", count: 63) + "\n"
        let most = String(repeating: line, count: 1024)
        #expect(try await draft.ask("save", text: most, ["mark": try await draft.mark, "for": "script"])["mark"] != nil)
        let page = try await draft.visitor.post(
            "/drafts/camford/save", ["file": "camford/rules.lua", "text": most + "-", "mark": try await draft.mark], token: draft.token)
        #expect(page.status == 422)
        #expect(try draft.text("rules.lua") == most)
        let huge = try await draft.visitor.post("/drafts/camford/save", ["file": "camford/rules.lua", "text": String(repeating: line, count: 5000)], token: draft.token)
        #expect(huge.status == 413)
    }

    @Test("script in a draft is shown as text", arguments: ["</textarea><script>alert(1)</script>", "\"'><img src=x onerror=alert(2)>", "]]></code><script>alert(3)</script>"])
    func script(text: String) async throws {
        let draft = try await DraftPlace()
        let mark = try await draft.mark
        try draft.write("local x = \(text)\n", to: "rules.lua")
        try draft.write("describe(\"\(text.replacing("\"", with: "'"))\", function() it(\"fails\", function() expect(1).is(2) end) end)", to: "tests/bad.lua")
        let conflict = try await draft.visitor.post("/drafts/camford/save", ["file": "camford/rules.lua", "text": text, "mark": mark], token: draft.token)
        #expect(conflict.status == 409)
        var pages = [conflict.text, try await draft.visitor.get("/drafts/camford/files/camford~rules.lua?show=tests&line=\(percentEncoded(text))").text]
        for act in ["check", "test", "impact"] { pages.append(try await draft.ask(act, text: text).said("html")) }
        for page in pages {
            let own = page.replacing(/<script src="\/files\/[a-z0-9-]+\.js" defer><\/script>/, with: "")
            #expect(!own.contains("<script") && !own.contains("<img"))
        }
    }

    @Test("nothing in the editor approves, submits or runs anything")
    func actsOnNothing() async throws {
        let draft = try await DraftPlace()
        let before = try draft.kinds
        let standings = try draft.place.site.book(draft.place.site.people(), SitePlace.morning).standings.map { "\($0.examination.digest) \($0.state)" }
        try await draft.givePurpose()
        let text = try draft.text("rules.lua").replacing("from = 50", with: "from = 30")
        _ = try await draft.ask("save", text: text, ["mark": try await draft.mark, "for": "script"])
        for act in ["check", "test", "impact"] { _ = try await draft.ask(act, text: text) }
        #expect(try draft.kinds == before + ["consultation"])
        #expect(try draft.place.site.book(draft.place.site.people(), SitePlace.morning).standings.map { "\($0.examination.digest) \($0.state)" } == standings)
    }

    @Test("a form without the session's token does nothing", arguments: ["save", "check", "test", "impact"])
    func forged(act: String) async throws {
        let draft = try await DraftPlace()
        let before = try draft.text("rules.lua")
        #expect(try await draft.visitor.post("/drafts/camford/\(act)", ["file": "camford/rules.lua", "text": "-- mine\n"], token: nil).status == 403)
        #expect(try draft.text("rules.lua") == before)
    }
}
