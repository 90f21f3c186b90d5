import Foundation
import TestSupport
import Testing

@Suite("`new`")
struct NewPackTests {
    private let date = ["--valid-from", "2026-12-01"]

    @Test("writes a pack in which `check` finds nothing", arguments: ["camford", "stoke-on-the-wold", "b2"])
    func sound(name: String) throws {
        let work = try Workplace()
        let made = try WaymarkBinary.run(["new", name] + date, in: work.place.path)
        #expect(made.status == 0)
        for line in ["wrote rules/\(name)\n", "  waymark check rules/\(name)\n", "  waymark test rules/\(name)\n"] { #expect(made.out.contains(line)) }
        let checked = try work.run("check", "--strict", "rules/\(name)")
        #expect(checked.out == "\(name) 0.1.0: nothing found\n")
        #expect(checked.status == 0)
        for file in ["tests/scheme.lua", "tests/thresholds.csv", "README.md", ".luarc.json", ".editor/waymark.lua"] {
            #expect(work.has("rules/\(name)/\(file)"), "\(file)")
            #expect(made.out.contains("  \(file)\n"), "\(file)")
        }
        #expect(try JSONValue(try work.read("rules/\(name)/.luarc.json"))["workspace.library"] == .array([.string(".editor")]))
        #expect(try work.read("rules/\(name)/.editor/waymark.lua") == work.run("stubs", "--pack", "rules/\(name)").out)
    }

    @Test("every number in its rules is a parameter with a title, bounds, a source and a note")
    func parameters() throws {
        let work = try Workplace()
        _ = try WaymarkBinary.run(["new", "camford"] + date, in: work.place.path)
        let manifest = try work.read("rules/camford/pack.lua")
        let named = Set(manifest.components(separatedBy: "parameters = {")[1].matches(of: /^ {4}(\w+) = \{/.anchorsMatchLineEndings()).map { String($0.output.1) })
        var used: Set<String> = []
        for file in ["scope", "score", "decisions"] {
            let text = try work.read("rules/camford/\(file).lua")
            used.formUnion(text.matches(of: /param\.(\w+)/).map { String($0.output.1) })
            #expect(!text.contains(/(?:>=|<=|from =|max =|months\(|days\() ?\d/), "\(file)")
        }
        #expect(used == named && used.count > 10)
        let entries = manifest.components(separatedBy: "title = ").dropFirst(2)
        #expect(entries.allSatisfy { $0.contains("source = ") && $0.contains("note = ") })
    }

    @Test("decides on somebody as its tests say", arguments: [(75, "select", "high"), (74, "monitor", "medium")])
    func decides(ogrs: Int, action: String, rule: String) throws {
        let work = try Workplace()
        _ = try WaymarkBinary.run(["new", "camford"] + date, in: work.place.path)
        let burglary = #"{"type":"burglary_dwelling","date":"2026-06-03","outcome":"convicted"}"#
        let line = Line.of(
            "A", convictions: 5,
            #""ogrs2":\#(ogrs),"ogrs2_date":"2026-11-01","needs":{"drugs":2},"offences":[\#(Array(repeating: burglary, count: 3).joined(separator: ","))],"cohort":null"#)
        try work.write("people.ndjson", line.replacing("Camden", with: "Camford") + "\n")
        _ = try work.run("evaluate", "rules/camford", "people.ndjson", "--as-of", "2026-12-01", "-o", "out")
        let decision = try JSONValue(try work.read("out"))
        #expect(decision.at("recommendation.action") == .string(action))
        #expect(decision.at("recommendation.rule") == .string(rule))
    }

    @Test("with --extends writes a pack with all of another's rules and one number of its own", arguments: shippedPackNames)
    func overlay(base: String) throws {
        let work = try Workplace()
        let made = try WaymarkBinary.run(["new", "tamworth", "--extends", base] + date, in: work.place.path)
        #expect(made.status == 0, "\(made.err)")
        // As much as is said of the pack that it extends: nothing, or a note on what cannot be followed there.
        let checked = try work.run("check", "--strict", "rules/tamworth")
        let said = try work.run("check", "--strict", "rules/\(base)").out.components(separatedBy: "\(base) 1.0.0").last
        #expect(checked.status == 0 && checked.out.components(separatedBy: "tamworth 0.1.0").last == said, "\(checked.out)")
        let described = try work.run("describe", "rules/tamworth").out
        let changes = described.components(separatedBy: "| Parameter | There | Here | Allowed |\n|---|---|---|---|\n")
        #expect(changes.count == 2)
        #expect(changes.last?.prefix { $0 != "\n" }.isEmpty == false)
        #expect(changes.last?.components(separatedBy: "\n\n")[0].split(separator: "\n").count == 1)
    }

    static let refused: [(arguments: [String], words: String)] = [
        (["staffordshire"], "already"), (["Stoke on Trent"], "`stoke-on-trent`"), (["rules/camford"], "`camford`"), (["--", "-"], "letters"), (["camford-"], "`camford`"),
        (["çamford"], "`amford`"), (["camford", "--extends", "stafordshire"], "`staffordshire`"), (["camford", "--extends", "camford"], "itself"),
        (["camford", "--in", "no/such"], "no such"), (["camford", "--in", "examples/nominals.ndjson"], "not a directory"),
        ([String(repeating: "a", count: 41)], "40"), (["camford", "--extends", "broken"], "WM0"),
    ]

    @Test("is refused with 2, in words that help, and leaves nothing behind", arguments: refused.indices)
    func refusal(index: Int) throws {
        let (arguments, words) = NewPackTests.refused[index]
        let work = try Workplace()
        try work.write("rules/broken/pack.lua", "return {}\n")
        let before = try FileManager.default.subpathsOfDirectory(atPath: work.place.path).sorted()
        let result = try WaymarkBinary.run(["new"] + arguments, in: work.place.path)
        #expect(result.status == 2, "\(result.out)")
        #expect(result.err.replacing("\n    ", with: " ").contains(words), "\(result.err)")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: work.place.path).sorted() == before)
    }

    @Test("makes the folder of packs where there is none yet")
    func firstPack() throws {
        let place = try TemporaryPlace()
        #expect(try WaymarkBinary.run(["new", "camford"], in: place.path).status == 0)
        #expect(try WaymarkBinary.run(["new", "oxbridge", "--in", "more"], in: place.path).out.hasPrefix("wrote more/oxbridge\n"))
        #expect(try WaymarkBinary.run(["check", "rules/camford", "more/oxbridge"], in: place.path).status == 0)
    }
}
