import Decisions
import Notation
import RuleChecks
import Testing

@Suite("Checking a pack")
struct PackCheckTests {
    @Test("findings come by file, line, column and code, each once")
    func order() throws {
        let pack = try SnippetPack([
            "pack.lua": "reads = { \"borough\" },\nprotected = { sex = \"x\", age = \"y\", ethnicity = \"z\" },\nfiles = { \"rules.lua\", \"more.lua\" },\n",
            "rules.lua": "selection {\n  { \"b\", \"B\", categry = \"x\" },\n  { \"a\", \"A\", titel = 1, ownr = 2 },\n}\n",
            "more.lua": "deselection { { \"c\", \"C\", tto = \"x\" } }\n",
        ]).checked()
        let places = pack.findings.map { ($0.file ?? "", $0.line ?? 0, $0.column ?? 0) }
        #expect(places.count == 7)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "\(pack.findings.map(\.text))")
        #expect(Set(pack.findings).count == pack.findings.count)
    }

    @Test("a pack that does not load has findings and no source")
    func broken() {
        let pack = CheckedPack("no/such/pack", asOf: .init(number: 0))
        #expect(pack.source == nil)
        #expect(pack.findings.map(\.code) == [.unreadableFile])
        #expect(pack.count(.error) == 1)
    }
}
