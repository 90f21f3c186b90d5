import Foundation
import TestSupport
import Testing

@Suite("waymark impact")
struct ImpactCommandTests {
    /// Invented people who live in Stoke-on-Trent.
    static func cohort(_ work: Workplace, _ count: Int = 150, seed: Int = 7) throws {
        let made = try work.run("cohort", "synth", "--count", "\(count)", "--seed", "\(seed)", "--as-of", Workplace.date)
        try work.write("cohort.ndjson", made.out.replacing(/"borough":"[^"]*"/, with: #""borough":"Stoke-on-Trent""#))
    }

    private func impact(_ work: Workplace, _ old: String, _ new: String, _ more: String...) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(["impact", old, new, "cohort.ndjson", "--as-of", Workplace.date] + more, in: work.place.path)
    }

    /// Stoke-on-Trent 1.3.0, with another threshold, beside the baseline that it extends.
    private func proposed(_ work: Workplace, threshold: Int) throws {
        for file in ["rules/staffordshire", "rules/common"] {
            try FileManager.default.createDirectory(atPath: "\(work.place.path)/next", withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: "\(work.place.path)/\(file)", toPath: "\(work.place.path)/next/\(file.dropFirst(6))")
        }
        try FileManager.default.copyItem(atPath: "\(work.place.path)/rules/stoke-on-trent", toPath: "\(work.place.path)/next/stoke-on-trent")
        let manifest = try work.read("next/stoke-on-trent/pack.lua")
        let changed = manifest.replacing(/version = "[^"]*"/, with: #"version = "1.3.0""#).replacing("ppo_threshold = { 90 }", with: "ppo_threshold = { \(threshold) }")
        try #require(changed != manifest)
        try work.write("next/stoke-on-trent/pack.lua", changed)
    }

    @Test("of two packs has the promised shape as JSON, and its numbers add up")
    func json() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work)
        let result = try impact(work, "rules/staffordshire", "rules/stoke-on-trent", "--format", "json")
        #expect(result.status == 0)
        #expect(result.err.isEmpty)
        #expect(try Schema.faults(result.out, "impact") == [])
        let report = try JSONValue(result.out)
        let groups = ["joiners", "leavers", "moved"].map { report[$0]?.items.count ?? 0 }
        #expect(report["unchanged"] == .number(Double(150 - groups.reduce(0, +))))
        #expect(report["in_force"] == .bool(false))
        #expect(report.at("old.pack")?.text == "staffordshire")
        #expect(report["leavers"]?.items.isEmpty == false)
    }

    @Test("agrees with evaluating each pack by itself")
    func agrees() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work)
        func recommendations(_ pack: String) throws -> [String: String] {
            let records = try work.run("evaluate", pack, "cohort.ndjson", "--as-of", Workplace.date).out.lines.map { try JSONValue($0) }
            return Dictionary(records.map { ($0["nominal"]?.text ?? "", $0.at("recommendation.action")?.text ?? "") }) { first, _ in first }
        }
        let (old, new) = (try recommendations("rules/staffordshire"), try recommendations("rules/stoke-on-trent"))
        let positive: Set<String> = ["select", "retain"]
        let joined = new.filter { positive.contains($0.value) && !positive.contains(old[$0.key] ?? "") }.keys.sorted()
        let left = old.filter { positive.contains($0.value) && !positive.contains(new[$0.key] ?? "") }.keys.sorted()
        let report = try JSONValue(try impact(work, "rules/staffordshire", "rules/stoke-on-trent", "--format", "json").out)
        #expect(report["joiners"]?.items.compactMap { $0["id"]?.text }.sorted() == joined)
        #expect(report["leavers"]?.items.compactMap { $0["id"]?.text }.sorted() == left)
        for action in ["select", "monitor", "none", "retain", "deselect", "refer"] {
            #expect(report.at("actions.old.\(action)") == .number(Double(old.values.count { $0 == action })))
            #expect(report.at("actions.new.\(action)") == .number(Double(new.values.count { $0 == action })))
        }
    }

    @Test("of a new version with another threshold names the threshold as the cause, for each person")
    func threshold() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work)
        try proposed(work, threshold: 70)
        let report = try JSONValue(try impact(work, "rules/stoke-on-trent", "next/stoke-on-trent", "--format", "json").out)
        #expect(report.at("new.version")?.text == "1.3.0")
        let parameter = try #require(report["rules"]?.items.first { $0["rule"]?.text == "parameter.ppo_threshold" })
        #expect(parameter["was"]?.text == "90 points")
        #expect(parameter["now"]?.text == "70 points")
        let people = ["joiners", "leavers", "moved"].flatMap { report[$0]?.items ?? [] }
        #expect(!people.isEmpty)
        for person in people { #expect(person.at("cause.changes")?.items.compactMap(\.text) == ["parameter.ppo_threshold"]) }
        let text = try impact(work, "rules/stoke-on-trent", "next/stoke-on-trent").out
        #expect(text.contains("Score for PPO: 90 points → 70 points"))
        #expect(text.contains("Nothing here is in force"))
        #expect(text.longLines.isEmpty, "\(text.longLines)")
    }

    @Test("gives the same bytes whenever it is asked, from a file and from standard input")
    func same() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work, 60)
        let first = try impact(work, "rules/staffordshire", "rules/stoke-on-trent", "--format", "json").out
        let again = try work.run(
            "impact", "rules/staffordshire", "rules/stoke-on-trent", "-", "--as-of", Workplace.date, "--format", "json", input: try work.read("cohort.ndjson"))
        #expect(again.out == first)
    }

    @Test("writes a page of HTML that needs nothing from elsewhere, and leaves small groups out of it")
    func html() throws {
        let work = try Workplace()
        try ImpactCommandTests.cohort(work)
        let result = try impact(work, "rules/staffordshire", "rules/stoke-on-trent", "--html", "impact.html", "-o", "impact.txt")
        #expect(result.status == 0)
        #expect(result.out.isEmpty)
        let page = try work.read("impact.html")
        #expect(page.hasPrefix("<!doctype html>"))
        #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"))
        #expect(page.contains("Who leaves"))
        #expect(page.contains("fewer than 10 people"))
        #expect(try work.read("impact.txt").contains("Who leaves"))
    }

    @Test("lines that cannot be used are said, and the end says so")
    func rejected() throws {
        let work = try Workplace()
        try work.write("cohort.ndjson", Line.file([Line.of("N-1"), "no JSON"]))
        let result = try impact(work, "rules/staffordshire", "rules/stoke-on-trent")
        #expect(result.status == 3)
        #expect(result.out.contains("1 line of the cohort that cannot be used"))
        #expect(result.err == "waymark: 1 line of the cohort cannot be used: `waymark cohort validate` says why\n")
    }

    @Test("a pack that does not load, and a cohort that is not there, end it without a result")
    func failures() throws {
        let work = try Workplace()
        try work.write("cohort.ndjson", Line.file([Line.of("N-1")]))
        let missing = try impact(work, "rules/nowhere", "rules/stoke-on-trent")
        #expect(missing.status == 1)
        #expect(missing.out.isEmpty)
        let nothing = try work.run("impact", "rules/staffordshire", "rules/stoke-on-trent", "nothing.ndjson", "--html", "x.html")
        #expect(nothing.status == 2)
        #expect(!work.has("x.html"))
    }

    @Test("packs with fields of their own are compared over one cohort; a field that both declare otherwise is refused")
    func localFields() throws {
        let work = try Workplace()
        var old = SmallPack.plain
        old.id = "old"
        var new = SmallPack(reads: ["convictions_total", "local.sleeping_rough"], rules: SmallPack.plain.rules.replacing("n.convictions_total >= 1", with: "n.here.sleeping_rough"))
        new.id = "new"
        try work.write(old)
        try work.write(new)
        try work.write("rules/new/fields.lua", "return { sleeping_rough = { \"bool\", title = \"Sleeping rough\" } }\n")
        try work.write("cohort.ndjson", Line.file([Line.of("N-1", convictions: 0, #""local":{"sleeping_rough":true}"#), Line.of("N-2", #""local":{"sleeping_rough":false}"#)]))
        let report = try JSONValue(try impact(work, "rules/old", "rules/new", "--format", "json").out)
        #expect(report["joiners"]?.items.compactMap { $0["id"]?.text } == ["N-1"])
        #expect(report["leavers"]?.items.compactMap { $0["id"]?.text } == ["N-2"])
        #expect(report.at("fields.added")?.items.compactMap(\.text) == ["local.sleeping_rough"])
        try work.write("rules/old/fields.lua", "return { sleeping_rough = { \"int\", title = \"Nights\" } }\n")
        let refused = try impact(work, "rules/old", "rules/new")
        #expect(refused.status == 2)
        #expect(refused.err.replacing("\n    ", with: " ").contains("`local.sleeping_rough` is true or false in `new` and whole number in `old`"))
    }
}
