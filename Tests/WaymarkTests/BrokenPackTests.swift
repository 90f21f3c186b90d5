import Foundation
import TestSupport
import Testing

@Suite("a pack that does not load")
struct BrokenPackTests {
    /// What is wrong with a pack, and where the finding must stand.
    static let broken: [(pack: SmallPack, place: String, words: String)] = [
        (SmallPack(rules: "selection {\n  { \"x\", \"X\", categry = \"gto\" },\n}\n"), "rules.lua:2:15:", "`category`"),
        (SmallPack(rules: "\nlocal x <close> = nil\n"), "rules.lua:2:9:", "`<close>`"),
        (SmallPack(more: "purpos = \"\",", rules: "selection {}\n"), "pack.lua:12:3:", "`purpose`"),
        (SmallPack(reads: ["convictions_totel"], rules: "selection {}\n"), "pack.lua:11:13:", "`convictions_total`"),
        (SmallPack(rules: "\n\nselecton {}\n"), "rules.lua:3:", "`selection`"),
        (SmallPack(rules: "selection {\n  { \"x\", \"X\", when = function(n) retrun true end },\n}\n"), "rules.lua:2:34:", "`retrun`"),
    ]

    @Test(
        "every verb that loads it ends with 1 and a finding with file, line and column", arguments: broken.indices,
        [
            "check rules/small", "evaluate rules/small people.ndjson -o out", "explain rules/small people.ndjson A -o out",
            "describe rules/small -o out",
        ])
    func findings(index: Int, command: String) throws {
        let (pack, place, words) = BrokenPackTests.broken[index]
        let work = try Workplace()
        try work.write(pack)
        try work.write("people.ndjson", Line.of("A") + "\n")
        let before = work.files
        let result = try WaymarkBinary.run(DocumentationPage.words(command), in: work.place.path)
        #expect(result.status == 1)
        let said = command.hasPrefix("check") ? result.out : result.err
        #expect(said.contains(place), "\(said)")
        #expect(said.contains(words), "\(said)")
        #expect(said.contains("WM0"))
        #expect(work.files == before, "a file was touched")
    }

    @Test("one pack with errors among others makes `check` end with 1, and all are said")
    func several() throws {
        let work = try Workplace()
        try work.write(BrokenPackTests.broken[0].pack)
        let result = try work.run("check", "rules/staffordshire", "rules/small", "rules/stoke-on-trent")
        #expect(result.status == 1)
        for line in ["staffordshire 1.0.0: nothing found", "stoke-on-trent 1.0.0: nothing found", "small 1.0.0: 1 error"] {
            #expect(result.out.contains(line), "\(result.out)")
        }
    }

    @Test("as JSON the findings have the shape that is promised", arguments: broken.indices)
    func json(index: Int) throws {
        let work = try Workplace()
        try work.write(BrokenPackTests.broken[index].pack)
        let result = try work.run("check", "rules/small", "--format", "json")
        #expect(result.status == 1)
        #expect(try Schema.faults(result.out, "check") == [])
        let value = try JSONValue(result.out)
        #expect(value.at("summary.errors") == .number(Double(value["findings"]?.items.count ?? 0)))
        #expect(value["findings"]?.items.first?["file"]?.text?.hasSuffix(".lua") == true)
    }

    @Test("nothing is said of the shipped packs but one note on Birmingham's, whose rule goes through offences one by one", arguments: shippedPackNames)
    func shipped(pack: String) throws {
        let work = try Workplace()
        let text = try work.run("check", "rules/\(pack)")
        #expect(text.status == 0)
        let note = pack == "birmingham"
        #expect(text.out.hasSuffix("\(pack) 1.0.0: \(note ? "1 note" : "nothing found")\n"), "\(text.out)")
        #expect(!note || text.out.contains("note WM037"))
        let json = try work.run("check", "rules/\(pack)", "--format", "json")
        #expect(json.status == 0)
        #expect(try Schema.faults(json.out, "check") == [])
        let summary = try JSONValue(json.out)
        #expect(summary.at("summary.errors") == .number(0) && summary.at("summary.warnings") == .number(0))
    }
}
