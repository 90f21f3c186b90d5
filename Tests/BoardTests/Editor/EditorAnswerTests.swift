@testable import Board
import Cohorts
import DecisionStore
import Evidence
import Foundation
import Governance
import HTTPTypes
import Notation
import RuleChecks
import RulePacks
import Testing
import TestSupport

@Suite("What the editor says of a draft")
struct EditorAnswerTests {
    // MARK: Findings

    @Test("findings are those of `waymark check`, for the text in the page", arguments: ["n.convictions_total|n.convictoins_total", "matrix \"risk\"|matrx \"risk\"", "points =|pts =", "end },|end ,"])
    func findings(change: String) async throws {
        let draft = try await DraftPlace()
        let parts = change.split(separator: "|").map(String.init)
        let text = try draft.text("rules.lua").replacing(parts[0], with: parts[1])
        let asked = try await draft.ask("check", text: text)
        try draft.write(text, to: "rules.lua")
        let result = try WaymarkBinary.run(["check", draft.folder, "--format", "json", "--as-of", "\(SitePlace.morning)"], in: draft.place.place.path)
        let printed = try JSONValue(Data(result.out.utf8))
        let expected = (printed["findings"]?.items ?? []).filter { $0.said("file") == "rules.lua" }
        let found = asked["findings"]?.items ?? []
        #expect(!expected.isEmpty)
        #expect(found.map { $0.said("code") } == expected.map { $0.said("code") })
        #expect(found.map { $0["line"] } == expected.map { $0["line"] ?? .null == .null ? .number(1) : $0["line"] })
        for (one, other) in zip(found, expected) { #expect(one.said("message").hasPrefix(other.said("message"))) }
        #expect(asked.said("said").contains("finding"))
    }

    @Test("a finding covers the name that it is about, counted as browsers count")
    func columns() async throws {
        let draft = try await DraftPlace()
        let text = try draft.text("rules.lua").replacing("\"Convictions\", max = 80, points = function(n) return math.min(80, n.convictions_total", with: "\"𝕏é\", max = 80, points = function(n) return math.min(80, n.convictoins_total")
        let finding = try #require(try await draft.ask("check", text: text)["findings"]?.items.first { $0.said("message").contains("convictoins_total") })
        guard case .number(let line) = finding["line"] ?? .null, case .number(let from) = finding["from"] ?? .null, case .number(let to) = finding["to"] ?? .null else {
            Issue.record("no place: \(finding)")
            return
        }
        let units = Array(text.split(separator: "\n", omittingEmptySubsequences: false)[Int(line) - 1].utf16)
        #expect(String(decoding: units[Int(from)..<Int(to)], as: UTF16.self) == "convictoins_total")
        #expect(finding.said("severity") == "error")
    }

    @Test("the page shows the findings without a script, too")
    func withoutScript() async throws {
        let draft = try await DraftPlace()
        try draft.write(try draft.text("rules.lua").replacing("n.ogrs2", with: "n.ogsr2"), to: "rules.lua")
        let page = try await draft.visitor.get("/drafts/camford/files/camford~rules.lua?show=tests")
        #expect(page.text.contains("<code>ogsr2</code>") && page.text.contains("WM009: a field of that name does not exist"))
        #expect(page.text.contains("<p class=\"bad\">1 failed"), "a rule fails")
        #expect(page.headers[.contentSecurityPolicy]?.contains("script-src 'self'; connect-src 'self'") == true)
    }

    // MARK: Tests

    private static let spec = """
        describe("Risk", function()
          it("is red for nine convictions", function()
            expect(evaluate(nominal { convictions_total = 9, ogrs2 = 80 }).band.risk).is("red")
          end)
          it("is red for none", function()
            expect(evaluate(nominal { convictions_total = 0, ogrs2 = 0 }).band.risk).is("red")
          end)
        end)
        """

    @Test("the tests are those of `waymark test`, and failures are told with their lines")
    func tests() async throws {
        let draft = try await DraftPlace()
        try draft.write(EditorAnswerTests.spec, to: "tests/risk.lua")
        let asked = try await draft.ask("test")
        let result = try WaymarkBinary.run(["test", draft.folder, "--format", "json"], in: draft.place.place.path)
        let printed = try JSONValue(Data(result.out.utf8))
        guard case .number(let passed) = printed["passed"] ?? .null, case .number(let failed) = printed["failed"] ?? .null else {
            Issue.record("no result: \(result)")
            return
        }
        #expect(failed == 1)
        #expect(asked.said("said").hasPrefix("1 failed, \(Int(passed)) passed."))
        #expect(asked.said("html").contains("tests/risk.lua:5") && asked.said("html").contains("is red for none"))
        try draft.write(EditorAnswerTests.spec.replacing("ogrs2 = 0 }).band.risk).is(\"red\")", with: "ogrs2 = 0 }).band.risk).is(\"green\")"), to: "tests/risk.lua")
        #expect(try await draft.ask("test").said("said").hasPrefix("All \(Int(passed) + 1) passed."))
    }

    // MARK: Impact

    @Test("the impact is what `waymark impact` says of the same people", arguments: ["from = 50|from = 30", "from = 50|from = 95", "category = \"core\"|category = \"other\""])
    func impact(change: String) async throws {
        let draft = try await DraftPlace()
        try await draft.givePurpose()
        let parts = change.split(separator: "|").map(String.init)
        let text = try draft.text("rules.lua").replacing(parts[0], with: parts[1])
        let asked = try await draft.ask("impact", text: text)
        let folder = draft.place.place.path
        for name in ["old", "new"] { try FileManager.default.copyItem(atPath: draft.folder, toPath: "\(folder)/\(name)") }
        for name in ["old", "new"] {
            let manifest = try fileText("\(folder)/\(name)/pack.lua").replacing("id = \"camford\"", with: "id = \"\(name)\"")
            try draft.place.place.file("\(name)/pack.lua", Data(manifest.utf8))
        }
        try draft.place.place.file("new/rules.lua", Data(text.utf8))
        let lines = try draft.place.store.read { try $0.inputLines(borough: "Camford", day: SitePlace.morning) }
        #expect(lines.count == DraftPlace.people.count)
        try draft.place.place.file("cohort.ndjson", Data(lines.joined(separator: [0x0A])))
        let result = try WaymarkBinary.run(["impact", "old", "new", "cohort.ndjson", "--as-of", "\(SitePlace.morning)", "--format", "json"], in: folder)
        let printed = try JSONValue(Data(result.out.utf8))
        let html = asked.said("html")
        for (title, key) in [("Join", "joiners"), ("Leave", "leavers"), ("Another recommendation", "moved")] {
            let count = printed[key]?.items.count ?? -1
            #expect(html.contains(try Regex("<dt>\(title)</dt>\\s*<dd>\(count)\\b")), "\(title): \(count)")
        }
        #expect(["joiners", "leavers", "moved"].contains { !(printed[$0]?.items ?? []).isEmpty }, "something changes")
        for person in DraftPlace.people { #expect(!html.contains(person.key), "nobody is named") }
        #expect(html.contains("Against camford 1.0.0"))
    }

    @Test("what is left out for somebody who waits leaves the rest as it is")
    func brief() async throws {
        let draft = try await DraftPlace()
        let old = try PackSource.load(draft.folder).pack
        try draft.write(try draft.text("rules.lua").replacing("from = 50", with: "from = 30").replacing("days(5)", with: "days(9)"), to: "rules.lua")
        var run = try ImpactRun(old: old, new: try PackSource.load(draft.folder).pack, asOf: SitePlace.morning)
        let lines = try draft.place.store.read { try $0.inputLines(borough: "Camford", day: SitePlace.morning) }
        let (whole, brief) = try Workbench().work("j.ofori", .impact, seconds: 60) { work in
            let whole = try run.report(HeldCohort(lines, work))
            run.isBrief = true
            return (whole, try run.report(HeldCohort(lines, work)))
        }
        #expect(whole.joiners.map(\.id) == brief.joiners.map(\.id) && !whole.joiners.isEmpty)
        #expect(whole.causes == brief.causes && whole.bands == brief.bands && whole.taskings == brief.taskings && whole.unknown == brief.unknown)
        #expect(whole.rules == brief.rules && whole.unchanged == brief.unchanged)
    }

    @Test("the impact asks what for, and is logged once for one purpose")
    func logged() async throws {
        let draft = try await DraftPlace()
        let before = try draft.kinds
        let asked = try await draft.ask("impact")
        #expect(asked.said("html").contains("href=\"/purpose?then=%2Fdrafts%2Fcamford%2Ffiles%2Fcamford~rules.lua\""))
        #expect(try draft.kinds == before, "nobody was looked at")
        try await draft.givePurpose()
        for _ in 0..<3 { #expect(try await draft.ask("impact").said("said").contains("Nothing changes for any of 5 people")) }
        #expect(try draft.kinds == before + ["consultation"])
        var rows: [String] = []
        try draft.place.store.read { try $0.auditRows(last: 1) { rows.append("\($0.who): \($0.what) (\($0.why))") } }
        #expect(rows == ["j.ofori: read the impact of the draft `camford` on Camford, as counts (the spring review)"])
        draft.place.wait(minutes: 14)
        _ = try await draft.visitor.get("/drafts")
    }

    @Test("where there is nothing to compare with, or nobody to count, that is said")
    func nothing() async throws {
        let draft = try await DraftPlace()
        try await draft.givePurpose()
        let manifest = try draft.text("pack.lua").replacing("borough = \"Camford\"", with: "borough = \"Wexford\"")
        #expect(try await draft.ask("impact", "pack.lua", text: manifest).said("said").contains("No pack is in force for Wexford"))
        #expect(try await draft.ask("impact", text: "this is no Lua").said("said").contains("does not load"))
    }

    // MARK: Names

    @Test("the catalogue has every field with what it means, the functions and the pack's parameters")
    func catalogue() async throws {
        let draft = try await DraftPlace()
        try draft.write(try draft.text("pack.lua").replacing("files =", with: "parameters = { least = { 5, title = \"The least\" } },\n  files ="), to: "pack.lua")
        let known = try JSONValue(Data(try await draft.visitor.get("/drafts/camford/catalogue.json").text.utf8))
        let fields = known["catalogue"]?["fields"]?.items ?? []
        let offences = try #require(fields.first { $0.said("path") == "offences" })
        #expect(offences["parts"]?.items.contains { $0.said("path") == "offences.date" } == true)
        #expect(fields.first { $0.said("path") == "ethnicity" }?.said("about").contains("protected") == true)
        #expect(!fields.contains { $0.said("path") == "date_of_birth" }, "rules read the age instead")
        let functions = known["catalogue"]?["functions"]?.items ?? []
        for name in ["matrix", "selection", "months", "date", "as_of", "require"] {
            let entry = functions.first { $0.said("name") == name && $0.said("of") == "anything" }
            #expect(entry.map { !$0.said("about").isEmpty || !$0.said("signature").isEmpty } == true, "\(name)")
        }
        #expect(functions.first { $0.said("name") == "count" && $0.said("of") == "list" }?.said("about").contains("How many items") == true)
        #expect(functions.contains { $0.said("name") == "has" && $0.said("of") == "record" })
        #expect(known["parameters"]?.items.map { $0.said("name") } == ["least"])
    }
}
