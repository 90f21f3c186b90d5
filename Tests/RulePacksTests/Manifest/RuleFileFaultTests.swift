import Decisions
import PackTestKit
import RulePacks
import Testing

/// Rule files, modules and `fields.lua` that do not load.
@Suite struct RuleFileFaultTests {
    @Test("text that is not Lua", arguments: [
        ("local x = = 3", 1), ("selection {\n  { \"a\", \"A\"", 2), ("local s = \"open\nlocal t = 1", 1), ("if true then\n", 2), ("\nreturn }", 2), ("\n\nx = 5 5", 3),
    ])
    func syntax(rules: String, line: Int) throws {
        let found = try TestPack(rules).findings()
        #expect(found.count == 1 && found.first?.code == .syntax && found.first?.file == "rules.lua" && found.first?.line == line)
    }

    @Test("parts of Lua that packs leave out", arguments: [
        ("local x = 2 ^ 3", "^", 1, 13), ("\nlocal x = _ENV", "_ENV", 2, 11), ("local x <close> = nil", "<close>", 1, nil), ("local _ENV = {}", "_ENV", 1, 7),
    ] as [(String, String, Int, Int?)])
    func forbidden(rules: String, what: String, line: Int, column: Int?) throws {
        let found = try #require(TestPack(rules).findings().first)
        #expect(found.code == .forbidden && found.message == "`\(what)` is not part of the Lua that packs may use" && found.line == line && found.column != nil)
        if let column { #expect(found.column == column) }
    }

    @Test("`^` and `_ENV` in text and remarks are only text")
    func notForbidden() throws { #expect(try TestPack("-- 2 ^ 3 and _ENV\nlocal x = \"2 ^ 3 _ENV <close>\"").findings().isEmpty) }

    @Test("an undefined name while the file loads", arguments: [
        ("local x = months(12)\nlocal y = mnths(3)", 2, "`mnths` is not defined: did you mean `months`?"),
        ("critera \"x\" { title = \"X\" }", 1, "`critera` is not defined: did you mean `criteria`?"),
        ("local x = os.time()", 1, "`os` is not defined"), ("local x = param.nothing", 1, "there is no parameter `nothing`"),
    ])
    func undefined(rules: String, line: Int, message: String) throws {
        let found = try #require(TestPack(rules).findings().first)
        #expect(found.code == .undefinedName && found.message.hasPrefix(message) && found.file == "rules.lua" && found.line == line)
    }

    @Test("a condition of a filter that no list has")
    func filter() throws {
        let found = try #require(TestPack("\nlocal f = filter { outcom = \"convicted\" }").findings().first)
        #expect(found.code == .unknownField && found.message == "no list has a field `outcom`: did you mean `outcome`?" && found.line == 2)
    }

    @Test("an error while the file loads", arguments: [("\nerror(\"no good\")", 2), ("local t = nil\nlocal x = t.y", 2), ("local x = 1 + {}", 1)])
    func error(rules: String, line: Int) throws {
        let found = try #require(TestPack(rules).findings().first)
        #expect(found.code == .loadFailed && found.line == line && found.file == "rules.lua")
    }

    @Test("a file that does not end is stopped")
    func endless() throws {
        let found = try TestPack("while true do end").findings()
        #expect(found.map(\.code) == [.limit] && found.first?.file == "rules.lua")
    }

    @Test("a declaration that is not written as one", arguments: [
        "criteria { title = \"X\" }", "criteria \"x\"  ({})(3)", "selection \"x\" { }", "matrix(3) { }", "matrix \"x\" \"y\"", "selection(3)",
    ])
    func badForm(rules: String) throws {
        let found = try TestPack("\n" + rules).findings()
        #expect(found.contains { $0.severity == .error && $0.file == "rules.lua" && $0.line == 2 })
    }

    @Test("a declaration inside a rule is an error")
    func late() throws {
        let error = try decide("selection { { \"s\", \"S\", when = function() selection { { \"t\", \"T\" } } return true end } }").error
        #expect(error != nil && error?.line == 1)
    }

    @Test("a file that is not UTF-8 text, or is compiled")
    func notText() throws {
        let folder = try TestFolder()
        let path = try TestPack().write(into: folder)
        try folder.write("test-pack/rules.lua", "\u{1B}Lua")
        #expect(packFindings(path).map(\.text) == ["rules.lua: error WM002: the file is compiled Lua; a pack is made of text"])
    }

    // MARK: Modules

    private func withModule(_ rules: String, _ module: String, uses: String = #""common.words""#) throws -> TestPack {
        var pack = TestPack(rules)
        pack.more = "uses = { \(uses) },"
        pack.others = ["common/words.lua": module]
        return pack
    }

    @Test("`require` loads a declared module, once")
    func require() throws {
        let pack = try withModule(
            "local a, b = require \"common.words\", require \"common.words\"\nselection { { \"s\", \"S\", when = function() return a.hello == \"hello\" and a == b end } }",
            "local words = {} words.hello = \"hello\" return words")
        #expect(try Decider(pack.load()).decide(TestNominal.neutral).recommendation.action == .select)
    }

    @Test("a module that `uses` does not name is an error with the nearest", arguments: [
        ("common.word", "the module `common.word` is not in the manifest's `uses`: did you mean `common.words`?"),
        ("secret.things", "the module `secret.things` is not in the manifest's `uses`: add it there to load it"),
    ])
    func undeclared(name: String, message: String) throws {
        let found = try #require(withModule("\nlocal x = require \"\(name)\"", "return {}").findings().first)
        #expect(found.code == .missingModule && found.message == message && found.line == 2 && found.file == "rules.lua")
    }

    @Test("a fault in a module is named by the module's file", arguments: [("return = 3", FindingCode.syntax), ("return 2 ^ 3", .forbidden), ("\nreturn undefined_thing", .undefinedName)])
    func faultInModule(module: String, code: FindingCode) throws {
        let found = try #require(withModule("local x = require \"common.words\"", module).findings().first)
        #expect(found.code == code && found.file == "common/words.lua" && found.line == (code == .undefinedName ? 2 : 1))
    }

    @Test("a module's table is read only inside a rule")
    func moduleReadOnly() throws {
        let pack = try withModule("local w = require \"common.words\"\nselection { { \"s\", \"S\", when = function() w.x = 1 return true end } }", "return {}")
        #expect(try Decider(pack.load()).decide(TestNominal.neutral).error?.code == "read_only")
    }

    @Test("a module may require another that `uses` names")
    func chain() throws {
        var pack = try withModule("local w = require \"common.words\"\nselection { { \"s\", \"S\", when = function() return w.x == 4 end } }", "local o = require \"common.other\" return { x = o }", uses: #""common.words", "common.other""#)
        pack.others["common/other.lua"] = "return 4"
        #expect(try Decider(pack.load()).decide(TestNominal.neutral).recommendation.action == .select)
    }

    // MARK: fields.lua

    @Test("every way to break `fields.lua`", arguments: [
        ("tent = { \"boolean\", title = \"T\" }", .fieldFile, "`boolean` is not a type of field"),
        ("tent = { title = \"T\" }", .fieldFile, "field `tent` does not start with its type"),
        ("tent = \"bool\"", .wrongType, "`tent` of `fields.lua` wants a table in braces, not text"),
        ("tent = { \"bool\" }", .missingKey, "field `tent` has no `title`"),
        ("tent = { \"bool\", title = \"T\", sensitve = true }", .unknownKey, "field `tent` has no `sensitve`"),
        ("Tent = { \"bool\", title = \"T\" }", .fieldFile, "`Tent` cannot be a field's name"),
        ("[\"end\"] = { \"bool\", title = \"T\" }", .fieldFile, "`end` cannot be a field's name"),
        ("has = { \"bool\", title = \"T\" }", .fieldFile, "`has` cannot be a field's name"),
        ("tent = { \"enum\", title = \"T\" }", .missingKey, "field `tent` has no `values`"),
        ("tent = { \"enum\", values = {}, title = \"T\" }", .fieldFile, "`values` of field `tent` wants 1 to 64 different texts"),
        ("tent = { \"enum\", values = { \"a\", \"a\" }, title = \"T\" }", .fieldFile, "`values` of field `tent` wants 1 to 64 different texts"),
        ("tent = { \"list\" }", .missingKey, "field `tent` has no `of`"),
        ("tent = { \"list\", of = { date = 3 } }", .fieldFile, "`date` of a list wants a type in quotes"),
        ("tent = { \"list\", of = { within = \"date\" } }", .fieldFile, "`within` cannot be the name of a list's field"),
        ("tent = { \"list\", of = { min_x = \"int\" } }", .fieldFile, "`min_x` cannot be the name of a list's field"),
        ("tent = { \"bool\", title = \"T\", sensitive = 1 }", .wrongType, "`sensitive` of field `tent` wants true or false, not a number"),
        ("tent = { \"bool\", \"int\", title = \"T\" }", .badRow, "field `tent` has text without a name in place 2, which means nothing there"),
        ("tent = { bool, title = \"T\" }", .undefinedName, "`bool` is used here, and the file sees no names"),
    ] as [(String, FindingCode, String)])
    func fields(text: String, code: FindingCode, message: String) throws {
        var pack = TestPack()
        pack.fields = "return {\n  \(text),\n}"
        let found = try pack.findings()
        let match = found.first { $0.code == code && $0.message == message }
        #expect(match != nil, "found \(found.map(\.text))")
        #expect(match?.file == "fields.lua" && match?.line == 2 && match?.column != nil)
    }
}
