import Decisions
import PackTestKit
import RulePacks
import Testing

/// Every way to break a manifest, with the place and the words of what is found.
@Suite struct ManifestFaultTests {
    /// A manifest with one key a line, so that a case can say where it changes it.
    static let lines = [
        #"return {"#,
        #"  waymark = 1,"#,
        #"  id = "test-pack","#,
        #"  title = "A pack","#,
        #"  version = "1.2.0","#,
        #"  owner = { borough = "Camden", contact = "a@example.org" },"#,
        #"  purpose = "Tests.","#,
        #"  lawful_basis = "None.","#,
        #"  valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },"#,
        #"  uses = { "common.words" },"#,
        #"  files = { "rules.lua" },"#,
        #"  reads = { "age", "ogrs2", "needs", "offences" },"#,
        #"  protected = { age = "A reason." },"#,
        #"  parameters = { least = { 3, min = 1, max = 5, unit = "x", title = "Least", source = "s", note = "n" } },"#,
        #"  max_age = { ogrs2 = "12 months" },"#,
        #"  limits = { instructions = 1000000, memory_mib = 16 },"#,
        #"}"#,
    ]

    /// The pack with a line of its manifest changed; nil leaves the line out.
    private func findings(line: Int?, _ text: String?) throws -> [Finding] {
        let folder = try TestFolder()
        var lines = Self.lines
        if let line { lines[line - 1] = text ?? "" }
        try folder.write("test-pack/pack.lua", lines.joined(separator: "\n"))
        try folder.write("test-pack/rules.lua", "")
        try folder.write("common/words.lua", "return {}")
        return packFindings(folder.path + "/test-pack")
    }

    @Test("the manifest that the cases change is sound")
    func sound() throws { #expect(try findings(line: nil, nil).isEmpty) }

    @Test("a key left out", arguments: [
        (2, "waymark"), (3, "id"), (4, "title"), (5, "version"), (6, "owner"), (7, "purpose"), (8, "lawful_basis"), (9, "valid"), (11, "files"), (12, "reads"),
    ])
    func missing(line: Int, key: String) throws {
        let found = try findings(line: line, nil).filter { $0.code == .missingKey }
        #expect(found.count == 1 && found.first?.message == "the manifest has no `\(key)`" && found.first?.file == "pack.lua" && found.first?.line == 1)
        #expect(found.first?.hint?.hasPrefix("add `\(key) = …`") == true)
    }

    @Test("a key that may be left out", arguments: [10, 14, 15, 16])
    func optional(line: Int) throws { #expect(try findings(line: line, nil).isEmpty) }

    @Test("a key of the wrong kind", arguments: [
        (2, #"  waymark = "1","#, "`waymark` of the manifest wants a whole number, not text"),
        (2, "  waymark = true,", "`waymark` of the manifest wants a whole number, not true or false"),
        (2, "  waymark = 1.5,", "`waymark` of the manifest wants a whole number, not a number"),
        (3, "  id = 3,", "`id` of the manifest wants text in quotes, not a number"),
        (4, "  title = {},", "`title` of the manifest wants text in quotes, not a table"),
        (4, "  title = function() end,", "`title` of the manifest wants text in quotes, not a function"),
        (5, "  version = 1.2,", "`version` of the manifest wants text in quotes, not a number"),
        (6, #"  owner = "Camden","#, "`owner` of the manifest wants a table in braces, not text"),
        (7, "  purpose = 3,", "`purpose` of the manifest wants text in quotes, not a number"),
        (8, "  lawful_basis = false,", "`lawful_basis` of the manifest wants text in quotes, not true or false"),
        (9, #"  valid = "2026","#, "`valid` of the manifest wants a table in braces, not text"),
        (10, #"  uses = "common.words","#, "`uses` of the manifest wants a table in braces, not text"),
        (11, #"  files = "rules.lua","#, "`files` of the manifest wants a table in braces, not text"),
        (12, #"  reads = "age","#, "`reads` of the manifest wants a table in braces, not text"),
        (13, #"  protected = "age","#, "`protected` of the manifest wants a table in braces, not text"),
        (14, "  parameters = 3,", "`parameters` of the manifest wants a table in braces, not a number"),
        (15, #"  max_age = "12 months","#, "`max_age` of the manifest wants a table in braces, not text"),
        (16, "  limits = 3,", "`limits` of the manifest wants a table in braces, not a number"),
        (16, "  extends = 3,", "`extends` of the manifest wants text in quotes, not a number"),
    ])
    func wrongKind(line: Int, text: String, message: String) throws {
        let found = try findings(line: line, text).filter { $0.code == .wrongType }
        #expect(found.map(\.message) == [message] && found.first?.file == "pack.lua" && found.first?.line == line && found.first?.column == 3)
    }

    @Test("an unknown key has the nearest one that there is", arguments: [
        (4, #"  titel = "A pack","#, 3, "the manifest has no `titel`", "did you mean `title`?"),
        (16, "  colour = 3,", 3, "the manifest has no `colour`", "it may have `extends`, `files`"),
        (16, "  [1] = 3,", 3, "the manifest holds a value without a name", "write `name = value`"),
        (16, "  3,", 3, "the manifest holds a value without a name", "write `name = value`"),
        (16, "  [0.5] = 3,", nil, "the manifest has the key `0.5`, which is not a name", nil),
        (16, "  [true] = 3,", nil, "the manifest has the key `true`, which is not a name", nil),
        (6, #"  owner = { borough = "C", contact = "a", phone = "1" },"#, 43, "`owner` of the manifest has no `phone`", "it may have `borough`, `contact`"),
        (6, #"  owner = { burough = "C", contact = "a" },"#, 13, "`owner` of the manifest has no `burough`", "did you mean `borough`?"),
        (9, #"  valid = { from = "2026-01-01", review = "2026-06-01", review_by = "2026-06-01", until_ = "2027-01-01" },"#, 34, "`valid` of the manifest has no `review`", nil),
        (10, #"  uses = { words = "common.words" },"#, 12, "`uses` of the manifest has no `words`", nil),
        (11, #"  files = { "rules.lua", also = "more.lua" },"#, 26, "`files` of the manifest has no `also`", nil),
        (12, #"  reads = { "age", ogrs2 = true },"#, 20, "`reads` of the manifest has no `ogrs2`", nil),
        (13, #"  protected = { "age" },"#, 17, "`protected` of the manifest holds a value without a name", "write `name = value`"),
        (14, #"  parameters = { { 3 } },"#, 18, "`parameters` of the manifest holds a value without a name", "write `name = value`"),
        (14, #"  parameters = { least = { 3, titel = "T", title = "T" } },"#, 31, "parameter `least` has no `titel`", "did you mean `title`?"),
        (15, #"  max_age = { "12 months" },"#, 15, "`max_age` of the manifest holds a value without a name", "write `name = value`"),
        (16, "  limits = { memory = 16 },", 14, "`limits` of the manifest has no `memory`", nil),
        (16, "  limits = { memory_mb = 16 },", 14, "`limits` of the manifest has no `memory_mb`", "did you mean `memory_mib`?"),
    ] as [(Int, String, Int?, String, String?)])
    func unknownKey(line: Int, text: String, column: Int?, message: String, hint: String?) throws {
        let found = try #require(findings(line: line, text).first { $0.code == .unknownKey })
        #expect(found.message == message && found.file == "pack.lua")
        if let column { #expect(found.line == line && found.column == column) }
        if let hint { #expect(found.hint?.hasPrefix(hint) == true) }
    }

    @Test("a value that cannot be right", arguments: [
        (2, "  waymark = 2,", .wrongValue, 3, "`waymark = 2` is a version of the contract that this program does not know"),
        (3, #"  id = "Test-Pack","#, .wrongValue, 3, "the id `Test-Pack` may hold only small letters, digits and `-`"),
        (3, #"  id = "test_pack","#, .wrongValue, 3, "the id `test_pack` may hold only small letters, digits and `-`"),
        (3, #"  id = "other","#, .wrongValue, 3, "the id `other` is not the name of the pack's folder, `test-pack`"),
        (4, #"  title = "  ","#, .wrongValue, 3, "`title` of the manifest is empty"),
        (5, #"  version = "1.2","#, .wrongValue, 3, "the version `1.2` is not three numbers"),
        (5, #"  version = "1.02.0","#, .wrongValue, 3, "the version `1.02.0` is not three numbers"),
        (5, #"  version = "v1.2.0","#, .wrongValue, 3, "the version `v1.2.0` is not three numbers"),
        (6, #"  owner = { borough = "Camden" },"#, .missingKey, 3, "`owner` of the manifest has no `contact`"),
        (9, #"  valid = { from = "2026-13-01", review_by = "2026-06-01", until_ = "2027-01-01" },"#, .wrongValue, 13, "`2026-13-01` is not a date"),
        (9, #"  valid = { from = "1 Jan 2026", review_by = "2026-06-01", until_ = "2027-01-01" },"#, .wrongValue, 13, "`1 Jan 2026` is not a date"),
        (9, #"  valid = { from = "2026-01-01", review_by = "2026-06-01" },"#, .missingKey, 3, "`valid` of the manifest has no `until_`"),
        (9, #"  valid = { from = "2026-07-01", review_by = "2026-06-01", until_ = "2027-01-01" },"#, .wrongValue, 34, "`from`, `review_by` and `until_` are not in order"),
        (9, #"  valid = { from = "2026-01-01", review_by = "2027-06-01", until_ = "2027-01-01" },"#, .wrongValue, 34, "`from`, `review_by` and `until_` are not in order"),
        (10, #"  uses = { "rag" },"#, .wrongValue, 12, "`rag` is not a module's name"),
        (10, #"  uses = { "../secret" },"#, .wrongValue, 12, "`../secret` is not a module's name"),
        (10, #"  uses = { "common.wrds" },"#, .missingModule, 12, "there is no module `common.wrds`: the file would be `../common/wrds.lua`"),
        (10, #"  uses = { 3 },"#, .wrongType, 12, "`uses` of the manifest wants text in quotes, not a number"),
        (11, #"  files = { "rules.txt" },"#, .wrongValue, 13, "`rules.txt` is not a rule file"),
        (11, #"  files = { "pack.lua" },"#, .wrongValue, 13, "`pack.lua` is not a rule file"),
        (11, #"  files = { "fields.lua" },"#, .wrongValue, 13, "`fields.lua` is not a rule file"),
        (11, #"  files = { "rules.lua", "rules.lua" },"#, .duplicateName, 26, "`rules.lua` stands in `files` twice"),
        (11, #"  files = { "rules.lua", "more.lua" },"#, .unreadableFile, 26, "there is no file `more.lua` in the pack"),
        (11, #"  files = { "../common/words.lua" },"#, .outsidePack, 13, "`../common/words.lua` lies outside the pack's folder"),
        (11, #"  files = { {} },"#, .wrongType, 13, "`files` of the manifest wants text in quotes, not a table"),
        (12, #"  reads = { "age", "ogsr2" },"#, .unknownField, 20, "there is no field `ogsr2`"),
        (12, #"  reads = { "age", "needs.drug" },"#, .unknownField, 20, "there is no field `needs.drug`"),
        (12, #"  reads = { "age", "date_of_birth" },"#, .unknownField, 20, "rules do not see `date_of_birth`"),
        (12, #"  reads = { "age", "gang" },"#, .unjustifiedField, 20, "`gang` is sensitive, and `protected` does not say why the pack reads it"),
        (12, #"  reads = { "age", "sex" },"#, .unjustifiedField, 20, "`sex` is protected, and `protected` does not say why the pack reads it"),
        (12, #"  reads = { "age", "needs.mental_health" },"#, .unjustifiedField, 20, "`needs.mental_health` is sensitive, and `protected` does not say why the pack reads it"),
        (12, #"  reads = { "age", "gang.name" },"#, .unjustifiedField, 20, "`gang.name` is sensitive, and `protected` does not say why the pack reads it"),
        (13, #"  protected = { age = "" },"#, .wrongValue, 17, "`age` of `protected` of the manifest is empty"),
        (13, #"  protected = { age = true },"#, .wrongType, 17, "`age` of `protected` of the manifest wants text in quotes, not true or false"),
        (13, #"  protected = { age = "A", sax = "B" },"#, .unknownField, 28, "there is no field `sax`"),
        (13, #"  protected = { age = "A", sex = "B" },"#, .needlessJustification, 28, "`sex` is justified, but `reads` does not list it"),
        (15, #"  max_age = { borough = "12 months" },"#, .wrongValue, 15, "`borough` has no date of its own, so its age cannot be told"),
        (15, #"  max_age = { ogrs2 = "a while" },"#, .wrongValue, 15, "`a while` is not a length of time"),
        (15, #"  max_age = { ogrs2 = "0 months" },"#, .wrongValue, 15, "`0 months` is not a length of time"),
        (15, #"  max_age = { ogrs2 = 12 },"#, .wrongType, 15, "`ogrs2` of `max_age` of the manifest wants text in quotes, not a number"),
        (15, #"  max_age = { ogr2 = "12 months" },"#, .unknownField, 15, "there is no field `ogr2`"),
        (16, "  limits = { instructions = 0 },", .limit, 14, "`instructions = 0` is not from 1 to 2000000: a pack may only lower the host's limit"),
        (16, "  limits = { instructions = 2000001 },", .limit, 14, "`instructions = 2000001` is not from 1 to 2000000: a pack may only lower the host's limit"),
        (16, #"  limits = { memory_mib = "16" },"#, .wrongType, 14, "`memory_mib` of `limits` of the manifest wants a whole number, not text"),
        (16, "  limits = { memory_mib = 17 },", .limit, 14, "`memory_mib = 17` is not from 1 to 16: a pack may only lower the host's limit"),
        (16, #"  extends = "../other","#, .wrongValue, 3, "`extends` wants the name of another pack's folder, not `../other`"),
        (16, #"  extends = "test-pack","#, .wrongValue, 3, "`extends` wants the name of another pack's folder, not `test-pack`"),
        (16, #"  extends = "baseline","#, .unreadableFile, 3, "there is no pack `baseline` beside this one to extend"),
        (14, "  parameters = { least = 3 },", .wrongType, 18, "`least` of `parameters` of the manifest wants a table in braces, not a number"),
        (14, #"  parameters = { least = { title = "L" } },"#, .missingKey, 18, "parameter `least` has no value"),
        (14, "  parameters = { least = { 3 } },", .missingTitle, 18, "parameter `least` has no title"),
        (14, #"  parameters = { least = { 3, 4, title = "L" } },"#, .wrongValue, 31, "parameter `least` has more than one value"),
        (14, #"  parameters = { Least = { 3, title = "L" } },"#, .wrongValue, 18, "`Least` is not a name: use small letters, digits and `_`"),
        (14, #"  parameters = { least = { 0, min = 1, title = "L" } },"#, .outOfBounds, 18, "`least = 0` is below its minimum, 1"),
        (14, #"  parameters = { least = { 6, max = 5, title = "L" } },"#, .outOfBounds, 18, "`least = 6` is above its maximum, 5"),
        (14, #"  parameters = { least = { 3, min = 5, max = 1, title = "L" } },"#, .wrongValue, 31, "`min` of parameter `least` is above its `max`"),
        (14, #"  parameters = { least = { "x", min = 5, title = "L" } },"#, .wrongType, 18, "parameter `least` has bounds, so it wants a number"),
        (14, #"  parameters = { least = { 3, min = "1", title = "L" } },"#, .wrongType, 31, "`min` of parameter `least` wants a number, not text"),
        (14, #"  parameters = { least = { 3, unit = 1, title = "L" } },"#, .wrongType, 31, "`unit` of parameter `least` wants text in quotes, not a number"),
        (14, #"  parameters = { least = { { "a", 1 }, title = "L" } },"#, .wrongType, 28, "parameter `least` wants a number, text, true or false, or a list of texts or of numbers, not a table"),
        (14, #"  parameters = { least = { function() end, title = "L" } },"#, .wrongType, 28, "parameter `least` wants a number, text, true or false, or a list of texts or of numbers, not a function"),
        (14, #"  parameters = { least = { 3, title = "" } },"#, .wrongValue, 31, "`title` of parameter `least` is empty"),
    ] as [(Int, String, FindingCode, Int, String)])
    func wrongValue(line: Int, text: String, code: FindingCode, column: Int, message: String) throws {
        let found = try findings(line: line, text)
        let match = found.first { $0.code == code && $0.message == message }
        #expect(match != nil, "found \(found.map(\.text))")
        #expect(match?.file == "pack.lua" && match?.line == line && match?.column == column)
    }

    @Test("the nearest name stands in the hint", arguments: [
        (12, #"  reads = { "age", "ogsr2" },"#, "did you mean `ogrs2`?"), (12, #"  reads = { "age", "needs.drug" },"#, "did you mean `needs.drugs`?"),
        (13, #"  protected = { age = "A", sax = "B" },"#, "did you mean `sex`?"), (15, #"  max_age = { ogr2 = "12 months" },"#, "did you mean `ogrs2`?"),
        (12, #"  reads = { "age", "date_of_birth" },"#, "read `age` instead"), (12, #"  reads = { "age", "gang" },"#, #"add `gang = "…"` to `protected`"#),
    ])
    func nearest(line: Int, text: String, hint: String) throws { #expect(try findings(line: line, text).contains { $0.hint == hint }) }

    @Test("a justification that is not needed is a warning, not an error")
    func warning() throws {
        let found = try findings(line: 13, #"  protected = { age = "A", sex = "B" },"#)
        #expect(found.map(\.severity) == [.warning])
    }

    @Test("a name where a value belongs", arguments: [
        (4, "  title = my_title,", "my_title", 11), (4, "  title == 3,", "title", 3), (16, "  extends = staffordshire,", "staffordshire", 13), (7, #"  purpose = os.getenv("HOME"),"#, "os", nil),
        (12, #"  reads = { "age", ogrs2 },"#, "ogrs2", 20), (14, "  parameters = { [name] = 3 },", "name", nil),
    ] as [(Int, String, String, Int?)])
    func names(line: Int, text: String, name: String, column: Int?) throws {
        let match = try findings(line: line, text).first { $0.message == "`\(name)` is used here, and the file sees no names" }
        #expect(match?.file == "pack.lua" && match?.line == line)
        if let column { #expect(match?.column == column && match?.code == .undefinedName) }
    }

    @Test("text that is not Lua", arguments: [
        (4, "  title = ,"), (4, #"  title = "A pack"#), (17, ""), (4, "  title = 3 4,"),
    ])
    func syntax(line: Int, text: String) throws {
        let found = try #require(findings(line: line, text).first)
        #expect(found.code == .syntax && found.file == "pack.lua" && (line...max(line + 1, 17)).contains(found.line ?? 0))
    }

    @Test("parts of Lua that packs leave out", arguments: [(4, "  title = 2 ^ 3,", "^", 13), (4, "  title = _ENV,", "_ENV", 11)])
    func forbidden(line: Int, text: String, what: String, column: Int) throws {
        let found = try #require(findings(line: line, text).first)
        #expect(found.code == .forbidden && found.message == "`\(what)` is not part of the Lua that packs may use")
        #expect(found.line == line && found.column == column)
    }

    @Test("a manifest that returns no table", arguments: [("return 3", "the manifest gives a number, not a table"), ("", "the manifest gives nothing, not a table"), ("return function() end", "the manifest gives a function, not a table")])
    func noTable(text: String, message: String) throws {
        let folder = try TestFolder()
        try folder.write("test-pack/pack.lua", text)
        #expect(packFindings(folder.path + "/test-pack").map(\.message) == [message])
    }

    @Test("a manifest that does not end is stopped")
    func endless() throws {
        let folder = try TestFolder()
        try folder.write("test-pack/pack.lua", "while true do end return {}")
        let found = packFindings(folder.path + "/test-pack")
        #expect(found.count == 1 && found.first?.file == "pack.lua")
    }

    @Test("a folder without a manifest, and a path without a folder")
    func noFolder() throws {
        let folder = try TestFolder()
        try folder.write("test-pack/rules.lua", "")
        #expect(packFindings(folder.path + "/test-pack").map(\.code) == [.unreadableFile])
        #expect(packFindings(folder.path + "/test-pack").first?.file == "pack.lua")
        #expect(packFindings(folder.path + "/nowhere").map(\.message) == ["there is no folder `\(folder.path)/nowhere`"])
        #expect(packFindings(folder.path + "/test-pack/rules.lua").map(\.message) == ["`\(folder.path)/test-pack/rules.lua` is not a folder"])
    }

    @Test("one reading finds everything that is wrong")
    func several() throws {
        let folder = try TestFolder()
        var lines = Self.lines
        (lines[3], lines[4], lines[8]) = ("  titel = 3,", #"  version = "x","#, "  valid = {},")
        try folder.write("test-pack/pack.lua", lines.joined(separator: "\n"))
        let found = packFindings(folder.path + "/test-pack")
        #expect(found.count == 6 && Set(found.compactMap(\.line)) == [1, 4, 5, 9])
    }
}
