import Foundation
import TestSupport
import Testing

@Suite("`check --fix`")
struct CheckFixTests {
    static let faulty = SmallPack(
        reads: ["convictions_totel"], more: "protected = { sex = \"x\" },",
        rules: "selection {\n  { \"a\", \"A\", categry = \"x\", when = function(n) return n.convictions_total > 2 end },\n}\n")

    @Test("changes the files, says what, and leaves nothing else behind")
    func fixes() throws {
        let work = try Workplace()
        try work.write(CheckFixTests.faulty)
        let before = work.files
        let result = try work.run("check", "--fix", "rules/small")
        #expect(result.status == 0)
        #expect(
            result.out == """
                fixed pack.lua:11:13: `convictions_totel` → `convictions_total`
                fixed pack.lua:12:17: took out `sex = "x"`
                fixed rules.lua:2:15: `categry` → `category`
                small 1.0.0: nothing found

                """)
        #expect(try work.read("rules/small/pack.lua").contains("reads = { \"convictions_total\" },\n  protected = {},\n"))
        #expect(try work.read("rules/small/rules.lua") == CheckFixTests.faulty.rules.replacing("categry", with: "category"))
        #expect(work.files == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(work.place.path)/rules/small").sorted() == ["pack.lua", "rules.lua"])
        #expect(try work.run("check", "--fix", "rules/small").out == "small 1.0.0: nothing found\n")
    }

    @Test("as JSON what was fixed stands beside what is left")
    func json() throws {
        let work = try Workplace()
        try work.write(CheckFixTests.faulty)
        let found = try work.run("check", "rules/small", "--format", "json")
        #expect(try Schema.faults(found.out, "check") == [])
        #expect(try JSONValue(found.out)["findings"]?.items.allSatisfy { $0["fix"] != nil } == true)
        let fixed = try work.run("check", "rules/small", "--fix", "--format", "json")
        #expect(try Schema.faults(fixed.out, "check") == [])
        #expect(try JSONValue(fixed.out)["fixed"]?.items.count == 3)
        #expect(try JSONValue(fixed.out)["findings"]?.items.isEmpty == true)
    }

    @Test("says what it left alone, and why, and leaves the file as it is")
    func withheld() throws {
        let work = try Workplace()
        try work.write(SmallPack(reads: ["ethnicty"], rules: "selection {}\n"))
        let before = try work.read("rules/small/pack.lua")
        let result = try work.run("check", "--fix", "rules/small")
        #expect(result.status == 1)
        let said = result.out.replacing("\n    ", with: " ")
        #expect(said.contains("not fixed pack.lua:11:13: `ethnicty` → `ethnicity`: it would bring pack.lua:11:13: error WM011"), "\(said)")
        #expect(said.contains("error WM009"))
        #expect(try work.read("rules/small/pack.lua") == before)
    }

    @Test("what a link leads to is changed, inside the pack only")
    func links() throws {
        let work = try Workplace()
        try work.write(CheckFixTests.faulty)
        let folder = "\(work.place.path)/rules/small"
        try FileManager.default.moveItem(atPath: "\(folder)/rules.lua", toPath: "\(folder)/real.lua")
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/rules.lua", withDestinationPath: "real.lua")
        #expect(try work.run("check", "--fix", "rules/small").status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/rules.lua") == "real.lua")
        #expect(try work.read("rules/small/real.lua").contains("category"))
    }

    @Test("a baseline is left alone")
    func baseline() throws {
        let work = try Workplace()
        try work.write(SmallPack(id: "base", more: "protected = { sex = \"x\" },", rules: "selection {}\n"))
        try work.write(SmallPack(reads: [], more: "extends = \"base\",", rules: "deselection {}\n"))
        let before = try work.read("rules/base/pack.lua")
        let result = try work.run("check", "--fix", "rules/small")
        #expect(result.out.contains("small 1.0.0: 1 warning") && !result.out.contains("fixed"))
        #expect(try work.read("rules/base/pack.lua") == before)
    }
}
