import Decisions
import FieldDefinitions
import Notation
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// A pack that extends another.
@Suite struct OverlayTests {
    private static let base = """
        criteria "scope" { title = "Scope", all = { { "a", "A", function(n) return n.convictions_total >= param.least end } } }
        matrix "sac" { title = "Base score", range = { 0, 9 }, rows = { { "a", "A", points = 1 } } }
        selection {
          { "one", "One", when = function(n) return n.borough == "1" end },
          { "two", "Two", when = function(n) return n.borough == "2" end },
          { "three", "Three", when = function(n, d) return d.met.scope end },
        }
        tasking { { "visit", "Visit", owner = "base" }, { "review", "Review", owner = "base" } }
        """

    /// A folder with `base` and `over`, which extends it.
    private func folder(_ rules: String, parameters: String = "", more: String = "", fields: String? = nil) throws -> TestFolder {
        let folder = try TestFolder()
        var base = TestPack(Self.base)
        (base.id, base.reads, base.protected) = ("base", #""borough", "convictions_total", "ogrs2""#, "")
        base.maxAge = #"ogrs2 = "12 months""#
        base.parameters = """
            least = { 3, min = 1, max = 5, unit = "convictions", title = "Least", source = "a source" },
            areas = { { "A", "B" }, title = "Areas" },
            """
        base.more = #"uses = { "common.words" },"#
        base.fields = #"return { tent = { "bool", title = "Tent" } }"#
        _ = try base.write(into: folder)
        try folder.write("common/words.lua", "return { hello = \"hello\" }")
        var over = TestPack(rules)
        (over.id, over.reads, over.protected) = ("over", #""statutory""#, "")
        over.parameters = parameters
        over.more = #"extends = "base", "# + more
        over.fields = fields
        _ = try over.write(into: folder)
        return folder
    }

    private func load(_ rules: String, parameters: String = "", more: String = "", fields: String? = nil) throws -> PackSource {
        let folder = try folder(rules, parameters: parameters, more: more, fields: fields)
        return try PackSource.load(folder.path + "/over").pack
    }

    private func findings(_ rules: String, parameters: String = "", more: String = "") throws -> [Finding] {
        let folder = try folder(rules, parameters: parameters, more: more)
        return packFindings(folder.path + "/over")
    }

    @Test("it has the baseline's rules, reads, ages, modules and local fields, and adds its own")
    func inherits() throws {
        let pack = try load(
            #"criteria "more" { title = "More", all = { { "m", "M", function(n) return n.statutory or n.here.tent or n.here.hut end } } }"#,
            more: #"uses = { "common.words" },"#,
            fields: #"return { hut = { "bool", title = "Hut" } }"#)
        #expect(pack.identity.id == "over" && pack.baselines.map(\.id) == ["base"])
        #expect(pack.reads == ["borough", "convictions_total", "ogrs2", "statutory"] && pack.maxAge == ["ogrs2": .months(12)])
        #expect(pack.uses == ["common.words"] && pack.ruleFiles.map(\.name) == ["base/rules.lua", "rules.lua"])
        #expect(pack.catalogue.field(at: "local.tent") != nil && pack.catalogue.field(at: "local.hut") != nil)
        let rules = try Decider(pack).program.rules
        #expect(rules.criteria.map(\.name) == ["scope", "more"] && rules.matrices.count == 1)
    }

    @Test("a rule of the same kind and name replaces the baseline's in its place")
    func replaces() throws {
        let decider = try Decider(load(#"matrix "sac" { title = "Own score", range = { 0, 9 }, rows = { { "b", "B", points = 2 } } }"#))
        #expect(decider.program.rules.matrices.map(\.heading.title) == ["Own score"])
        #expect(try decider.decide(TestNominal.neutral).matrix("sac")?.words == "2")
    }

    @Test("a rule of a list with a known id replaces it in its place, a new one goes to the end or before the one named")
    func lists() throws {
        let rules = try Decider(load("""
            selection {
              { "two", "Own two", when = function(n) return true end },
              { "four", "Four" },
              { "half", "Half", before = "two" },
            }
            tasking { { "review", "Own review", owner = "over" }, { "call", "Call", owner = "over", before = "visit" } }
            """)).program.rules
        #expect(rules.selection.map(\.id) == ["one", "half", "two", "three", "four"])
        #expect(rules.selection.map(\.heading.title) == ["One", "Half", "Own two", "Three", "Four"])
        #expect(rules.taskings.map(\.id) == ["call", "visit", "review"] && rules.taskings.map(\.owner) == ["over", "base", "over"])
    }

    @Test("`before` a rule that is not there is an error with the nearest name")
    func beforeNothing() throws {
        let found = try findings("selection {\n  { \"half\", \"Half\", before = \"tow\" },\n}")
        #expect(found.map(\.text) == ["rules.lua:2:21: error WM007: there is no rule `tow` to put `half` before; did you mean `two`?"])
    }

    @Test("a parameter takes another value inside the baseline's bounds and keeps its title", arguments: [("1", "select"), ("5", "none")])
    func parameter(value: String, action: String) throws {
        let pack = try load("", parameters: "least = { \(value) }")
        let merged = try #require(pack.parameters.first { $0.name == "least" })
        #expect(merged.title == "Least" && merged.unit == "convictions" && merged.source == "a source" && merged.min == 1 && merged.max == 5)
        #expect(try Decider(pack).decide(TestNominal.neutral).recommendation.action.rawValue == action)
    }

    @Test("a parameter that the baseline cannot take is an error", arguments: [
        ("least = { 6 }", "`least = 6` is above its maximum, 5"), ("least = { 0 }", "`least = 0` is below its minimum, 1"),
        ("least = { 4, max = 9 }", "the bounds of `least` are the baseline's: a pack that extends it may only set another value"),
        ("least = { \"4\" }", "parameter `least` is a number in the baseline, not text"),
        ("areas = { { 1 } }", "parameter `areas` is a list of texts in the baseline, not a list of numbers"),
        ("lest = { 4 }", "parameter `lest` has no title"),
    ])
    func wrongParameter(parameters: String, message: String) throws {
        let found = try findings("", parameters: parameters)
        #expect(found.contains { $0.message == message && $0.file == "pack.lua" && $0.line == 13 && $0.column == 18 })
    }

    @Test("a pack may add parameters of its own")
    func ownParameter() throws {
        #expect(try load("", parameters: #"mine = { 4, title = "Mine" }"#).parameters.map(\.name) == ["areas", "least", "mine"])
    }

    @Test("the same name twice in one pack is an error, in a pack and its baseline it is not", arguments: [
        (#"criteria "x" { title = "X", all = { { "a", "A", function() end } } }"#, "criteria `x` is declared twice: first at rules.lua:1"),
        (#"selection { { "x", "X" } }"#, "rule `x` of `selection` is declared twice: first at rules.lua:1"),
    ])
    func twice(rule: String, message: String) throws {
        #expect(try findings(rule + "\n" + rule).map(\.message) == [message])
        #expect(try findings(rule).isEmpty)
    }

    @Test("messages name the baseline's files by their folder")
    func baselineFile() throws {
        let folder = try folder("")
        try folder.write("base/rules.lua", "criteria \"x\" {}")
        #expect(packFindings(folder.path + "/over").first?.file == "base/rules.lua")
    }

    @Test("a baseline that is not there, and a loop, are errors at `extends`")
    func loops() throws {
        let folder = try folder("")
        try folder.write("base/pack.lua", TestPack().overlay("base", of: "third"))
        let missing = try #require(packFindings(folder.path + "/over").first)
        #expect(missing.code == .unreadableFile && missing.message == "there is no pack `third` beside this one to extend")
        #expect(missing.file == "base/pack.lua" && missing.line != nil)
        try folder.write("third/pack.lua", TestPack().overlay("third", of: "over"))
        try folder.write("third/rules.lua", "")
        let loop = try #require(packFindings(folder.path + "/over").first)
        #expect(loop.code == .extendsLoop && loop.message == "packs extend one another in a loop: over → base → third → over")
        #expect(loop.file == "third/pack.lua" && loop.line != nil && loop.column != nil)
    }

    @Test("the digest covers all that is loaded, and nothing else", arguments: [
        ("base/rules.lua", true), ("base/pack.lua", true), ("base/fields.lua", true), ("over/rules.lua", true), ("over/pack.lua", true),
        ("common/words.lua", true), ("base/README.md", false), ("common/other.lua", false), ("over/tests/a.lua", false),
    ])
    func digest(file: String, changes: Bool) throws {
        let folder = try folder("-- own")
        let before = try PackSource.load(folder.path + "/over").pack.digest
        #expect(before.hasPrefix("sha256:") && before.utf8.count == 71)
        let old = (try? fileText(folder.path + "/" + file)) ?? ""
        try folder.write(file, old + "\n-- a remark")
        #expect(try (PackSource.load(folder.path + "/over").pack.digest != before) == changes)
    }

    @Test("of two limits the lower one holds", arguments: [(500_000, 1_000_000), (1_000_000, 500_000)])
    func limits(base: Int, over: Int) throws {
        let folder = try TestFolder()
        var pack = TestPack()
        (pack.id, pack.more) = ("base", "limits = { instructions = \(base), memory_mib = 8 },")
        _ = try pack.write(into: folder)
        (pack.id, pack.more) = ("over", #"extends = "base", limits = { instructions = \#(over) },"#)
        let merged = try PackSource.load(pack.write(into: folder)).pack.limits
        #expect(merged.instructions == 500_000 && merged.memoryMiB == 8)
    }

    @Test("a chain of three packs merges from the far end")
    func chain() throws {
        let folder = try folder(#"selection { { "two", "Over two" } }"#)
        var last = TestPack(#"selection { { "two", "Last two" }, { "five", "Five" } }"#)
        (last.id, last.reads, last.protected, last.parameters, last.more) = ("last", #""age""#, #"age = "a reason""#, "least = { 5 }", #"extends = "over","#)
        let pack = try PackSource.load(last.write(into: folder)).pack
        #expect(pack.baselines.map(\.id) == ["over", "base"] && pack.parameters.first { $0.name == "least" }?.value == .number(5))
        #expect(try Decider(pack).program.rules.selection.map(\.heading.title) == ["One", "Last two", "Three", "Five"])
    }
}

extension TestPack {
    /// The manifest of an otherwise empty pack that extends another.
    func overlay(_ id: String, of base: String) -> String {
        var pack = self
        (pack.id, pack.more) = (id, "extends = \"\(base)\",")
        return pack.manifest
    }
}
