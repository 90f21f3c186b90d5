import Foundation
import TestSupport
import Testing

@Suite("`check` for other programs")
struct CheckFormatTests {
    /// An error and a warning in the manifest.
    static let faulty = SmallPack(reads: ["convictions_totel"], more: "protected = { sex = \"x\" },", rules: "selection {}\n")

    private func sarif(_ work: Workplace, _ packs: String...) throws -> JSONValue {
        let result = try WaymarkBinary.run(["check", "--format", "sarif"] + packs, in: work.place.path)
        #expect(SarifSchema.faults(result.out) == [])
        return try JSONValue(result.out)
    }

    private func results(_ log: JSONValue) -> [JSONValue] { log["runs"]?.items.first?["results"]?.items ?? [] }

    private func place(_ result: JSONValue) -> JSONValue? { result["locations"]?.items.first?["physicalLocation"] }

    @Test("SARIF names the rule, the level and the place, from where the command was started")
    func sarifLog() throws {
        let work = try Workplace()
        try work.write(CheckFormatTests.faulty)
        let log = try sarif(work, "rules/small", "rules/staffordshire")
        let rules = log["runs"]?.items.first?["tool"]?["driver"]?["rules"]?.items ?? []
        let found = results(log)
        #expect(found.map { $0["ruleId"]?.text } == ["WM009", "WM023"])
        #expect(found.map { $0["level"]?.text } == ["error", "warning"])
        #expect(place(found[0])?.at("artifactLocation.uri") == .string("rules/small/pack.lua"))
        #expect(place(found[0])?.at("region.startLine") == .number(11))
        #expect(place(found[0])?.at("region.startColumn") == .number(13))
        for result in found {
            let index = try #require(rules.firstIndex { $0["id"] == result["ruleId"] })
            #expect(result["ruleIndex"] == .number(Double(index)))
            #expect(rules[Int(index)]["helpUri"]?.text == "docs/checks/\(result["ruleId"]?.text ?? "").md")
        }
    }

    @Test("a fingerprint stays when lines move, and two findings on equal lines have two")
    func fingerprints() throws {
        func prints(_ rules: String) throws -> [String] {
            let work = try Workplace()
            try work.write(SmallPack(rules: rules))
            return results(try sarif(work, "rules/small")).compactMap { $0["partialFingerprints"]?["waymarkFinding/v1"]?.text }
        }
        let row = "  { \"a\", \"A\", categry = \"x\" },\n"
        let before = try prints("selection {\n\(row)}\n")
        let moved = try prints("-- a line more\n\nselection {\n  \(row)}\n")
        #expect(before.count == 1 && before == moved)
        let both = try prints("selection {\n\(row)}\ndeselection {\n\(row)}\n")
        #expect(both.count == 2 && both.contains(before[0]) && Set(both).count == 2)
        #expect(try prints("selection {\n\(row.replacing("\"A\"", with: "\"B\""))}\n") != before)
    }

    @Test(
        "paths lead to the file from where the command was started",
        arguments: [
            (".", "rules/small", "rules/small/pack.lua"), (".", "./rules/small/", "rules/small/pack.lua"), ("rules", "small", "small/pack.lua"),
            ("rules/small", ".", "pack.lua"), ("examples", "../rules/small", "../rules/small/pack.lua"),
        ])
    func paths(folder: String, pack: String, path: String) throws {
        let work = try Workplace()
        try work.write(CheckFormatTests.faulty)
        let result = try WaymarkBinary.run(["check", "--format", "github", pack], in: "\(work.place.path)/\(folder)")
        #expect(result.out.contains("::error file=\(path),line=11,col=13,title=WM009::"), "\(result.out)")
    }

    @Test("a baseline's finding leads to the baseline")
    func baseline() throws {
        let work = try Workplace()
        try work.write(SmallPack(id: "base", reads: [], more: "protected = { sex = \"x\" },", rules: "selection {}\n"))
        try work.write(SmallPack(reads: [], more: "extends = \"base\",", rules: "deselection {}\n"))
        let result = try work.run("check", "--format", "github", "rules/small")
        #expect(result.out.contains("file=rules/base/pack.lua,line=12,"), "\(result.out)")
        #expect(try sarif(work, "rules/small")["runs"]?.items.first?["results"]?.items.count == 1)
        #expect(results(try sarif(work, "rules/small", "rules/base")).count == 1, "the same finding twice")
    }

    @Test("columns count letters, not bytes")
    func letters() throws {
        let work = try Workplace()
        try work.write(SmallPack(rules: "selection {\n  { \"a\", \"Á – é\", categry = \"x\" },\n}\n"))
        #expect(try work.run("check", "rules/small").out.contains("rules.lua:2:23:"))
        #expect(try work.run("check", "--format", "github", "rules/small").out.contains("line=2,col=19,"))
    }

    @Test("nothing that a pack says can end a command of GitHub's or begin another")
    func escaping() throws {
        let work = try Workplace()
        let odd = "rules/a,b:c%d"
        try work.write("\(odd)/pack.lua", SmallPack.plain.manifest.replacing("\"rules.lua\"", with: "\"x\\n::warning::y%\\r.lua\""))
        let result = try work.run("check", "--format", "github", odd)
        #expect(result.status == 1)
        #expect(result.out.lines.filter { $0.hasPrefix("::") }.allSatisfy { $0.hasPrefix("::error file=rules/a%2Cb%3Ac%25d/pack.lua,line=") }, "\(result.out)")
        #expect(result.out.contains("%0A::warning::y%25%0D"), "\(result.out)")
    }

    @Test("warnings fail with --strict only", arguments: [[], ["--strict"]])
    func strict(options: [String]) throws {
        let work = try Workplace()
        try work.write(SmallPack(more: "protected = { sex = \"x\" },", rules: SmallPack.plain.rules))
        let result = try WaymarkBinary.run(["check", "rules/small"] + options, in: work.place.path)
        #expect(result.out.contains("small 1.0.0: 1 warning"))
        #expect(result.status == (options.isEmpty ? 0 : 1))
    }

    @Test("the list of codes is the page in the documentation")
    func codes() throws {
        let work = try Workplace()
        let page = try String(contentsOfFile: "\(Project.folder)/docs/checks/README.md", encoding: .utf8)
        #expect(try work.run("check", "--codes").out == page)
        #expect(try work.run("check", "--codes", "-o", "codes.md").out == "")
        #expect(try work.read("codes.md") == page)
        #expect(try work.run("check", "--codes", "rules/staffordshire").status == 2)
        #expect(try work.run("check").status == 2)
    }
}
