import Decisions
import Foundation
import RulePacks
import TestSupport
import Testing

/// Rules that are right, of which nothing must be said.
@Suite("no false alarms")
struct NoFalseAlarmTests {
    @Test("nothing is found in the project's own packs", arguments: shippedPacks + [examplePack])
    func project(path: String) throws {
        #expect(try TypedPack.findings(projectFolder + "/" + path).map(\.text) == [])
    }

    @Test("nothing but a note is found in the examples of the contract")
    func page() throws {
        let source = try TypedPack.text("Tests/RulePacksTests/Contract/PageExample.swift")
        let place = try TemporaryPlace()
        for (name, file) in [("manifest", "pack.lua"), ("scoring", "scoring.lua"), ("selection", "selection.lua"), ("tasking", "tasking.lua")] {
            try place.file("stoke-on-trent/" + file, Data(try #require(literal(name, in: source)).utf8))
        }
        try place.file("common/rag.lua", Data(try #require(literal("rag", in: source)).utf8))
        let found = try TypedPack.findings(place.path + "/stoke-on-trent")
        // The page's own manifest declares more than the rules that were put together from it.
        #expect(found.filter { $0.file != "pack.lua" }.map(\.text) == [])
        #expect(found.allSatisfy { [.neverRead, .unused].contains($0.code) && $0.severity != .error })
    }

    @Test("nothing is found in the packs of the documentation", arguments: ["docs/pack-reference.md", "docs/tutorial.md"])
    func documentation(page: String) throws {
        let place = try TemporaryPlace()
        var folders: Set<String> = []
        for block in try TypedPack.text(page).components(separatedBy: "```lua file=").dropFirst() {
            let end = try #require(block.range(of: "\n```")), heading = try #require(block.firstIndex(of: "\n"))
            let name = String(block[..<heading])
            try place.file(name, Data(block[heading..<end.lowerBound].dropFirst().utf8))
            if name.hasSuffix("/pack.lua") { folders.insert(String(name.dropLast("/pack.lua".count))) }
        }
        #expect(!folders.isEmpty)
        for folder in folders.sorted() { #expect(try TypedPack.findings(place.path + "/" + folder).map(\.text) == []) }
    }

    private func literal(_ name: String, in source: String) -> String? {
        guard let start = source.range(of: "static let \(name) = \"\"\"\n"), let end = source[start.upperBound...].range(of: "\n        \"\"\"") else {
            return nil
        }
        return source[start.upperBound..<end.lowerBound].split(
            separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(8) }.joined(separator: "\n")
    }

    static let ordinary = ((try? FileManager.default.contentsOfDirectory(atPath: projectFolder + "/" + corpus)) ?? []).filter { $0.hasSuffix(".lua") }.sorted()
    private static let corpus = "Tests/HostilePackTests/Corpus/ordinary"

    @Test("nothing is found in ordinary programs", arguments: ordinary)
    func program(name: String) throws {
        var pack = TypedPack("")
        var file = "rules.lua"
        for line in try TypedPack.text(NoFalseAlarmTests.corpus + "/" + name).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- file: ../") { file = String(line.dropFirst("-- file: ../".count)) } else { pack.files[file, default: ""] += line + "\n" }
        }
        if pack.files["common/tools.lua"] != nil { pack.more = "uses = { \"common.tools\" }," }
        pack.parameters = #"limit = { 3, title = "Limit" }, areas = { { "Camford", "Oxbridge" }, title = "Areas" }"#
        #expect(try pack.ruleFindings().map(\.text) == [])
    }

    @Test("there are ordinary programs to try")
    func size() { #expect(NoFalseAlarmTests.ordinary.count >= 60) }

    @Test("a right function is left alone", arguments: [
        "local o = n.offences:latest() return o ~= nil and o.date >= as_of - months(3)",
        "return n.offences:latest().date > n.offences:earliest().date",
        "local ogrs = n:get(\"ogrs2\", nil) return ogrs ~= nil and ogrs >= 50",
        "return n:get(\"risk_of_harm\", \"none\") == \"none\"",
        "return (n.release_date - as_of) <= 84 and as_of - n.release_date < 3",
        "local total = 0 for _, o in ipairs(n.offences) do total = total + (o:get(\"value\", 0)) end return total > 100",
        "local best for i = 1, #n.offences do local o = n.offences[i] if best == nil or o.date > best then best = o.date end end return best ~= nil",
        "for _, o in ipairs(n.orders) do if o:has \"ends\" and o.ends >= as_of and o[\"end\"] >= o.start then return true end end return false",
        "local t = { low = 1, high = 2 } return (t[n.risk_of_harm] or 0) > 1",
        "local kind = \"none\" for _, o in ipairs(n.offences) do kind = o.type end return kind == \"none\" or kind == \"arson\"",
        "return n.needs.drugs + n.needs.alcohol >= 2 and n.statutory == true",
        "local text = tostring(n.age) return text == \"18\" and #text == 2 and text:sub(1, 1) == \"1\"",
        "return n.scores:all { where = { matrix = \"risk\" }, band = \"green\", within = months(6), at_least = 3 }",
        "return n.scores:any { min_score = 3, max_date = as_of, matrix = { \"risk\", \"sac\" }, flags = \"P\" }",
        "return n.intelligence:count { assessment = { \"A\", \"B\" }, from = date(\"2026-01-01\"), to = as_of } > 2",
        "return (\"%d\"):format(n.age) ~= \"\" and string.format(\"%s\", n.borough):upper() == \"CAMFORD\"",
        "local x = n.age > 3 and \"old\" or nil return x == \"old\"",
        "local x = n.statutory and 1 or 0 return x == 1",
        "local function walk(v) if type(v) == \"table\" then for _, w in pairs(v) do walk(w) end else print(v) end end walk({ 1, { \"x\" } }) return true",
        "return n:has \"gang\" and n.gang.name:find(\"x\", 1, true) ~= nil and n.gang.since <= as_of",
        "return n.cohort.since.year == 2026 and n.mappa_level <= 5 and n.engagement.attended == 0",
        "local here = n.here return here ~= nil",
        "local a, b = math.max(1, n.age), select(\"#\", n.age) return a > b",
        "return n.release_date == as_of and n.release_date ~= date(\"2026-01-01\") and months(3) ~= nil",
        "if true then return n.offences:any { type = param.kinds } else error(\"x\") end",
        "goto done do return true end ::done:: return param.area[n.borough] and param.area[1] ~= \"x\"",
    ])
    func body(_ body: String) throws {
        var pack = TypedPack("criteria \"scope\" { title = \"Scope\", all = { { \"one\", \"One\", function(n, d)\n\(body)\nend } } }")
        pack.parameters = #"kinds = { { "arson" }, title = "Kinds" }, area = { { "Camford" }, title = "Area" }"#
        #expect(try pack.ruleFindings().map(\.text) == [])
    }
}
