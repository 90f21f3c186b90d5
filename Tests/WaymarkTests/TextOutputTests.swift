import TestSupport
import Testing

@Suite("text for people")
struct TextOutputTests {
    @Test(
        "has no line over 80 columns, and no escape codes where it is no terminal's",
        arguments: [
            "check rules/staffordshire", "check rules/broken", "evaluate rules/stoke-on-trent examples/nominals.ndjson -o records",
            "evaluate rules/stoke-on-trent bad.ndjson -o records", "evaluate rules/broken bad.ndjson", "cohort validate bad.ndjson",
            "explain rules/stoke-on-trent examples/nominals.ndjson N-0004", "explain rules/stoke-on-trent examples/nominals.ndjson N-0002 --letter",
            "explain rules/stoke-on-trent examples/nominals.ndjson N-0001 --letter", "explain rules/stoke-on-trent bad.ndjson N-0001",
            "explain rules/stoke-on-trent examples/nominals.ndjson N-9999", "--help",
            "impact rules/staffordshire rules/stoke-on-trent examples/nominals.ndjson", "impact rules/wakefield rules/stoke-on-trent bad.ndjson",
            "equality rules/stoke-on-trent examples/nominals.ndjson --show-small", "simulate rules/stoke-on-trent examples/nominals.ndjson --vary capacity=100..500/100",
            "simulate rules/stoke-on-trent examples/nominals.ndjson --vary capacity=1",
        ])
    func columns(command: String) throws {
        let work = try Workplace()
        try work.write(
            SmallPack(id: "broken", rules: "selection {\n  { \"x\", \"X\", when = function(n) return n.convictions_total >= 1 end, categry = 1 },\n}\n"))
        try work.write("bad.ndjson", Line.file([Line.of("N-0001", #""offences":[{"type":"roberry","date":"2026-01-01","outcome":"convicted"}]"#), "no JSON"]))
        let result = try work.shell("CLICOLOR_FORCE=1 TERM=xterm-256color \"$WAYMARK\" \(command)")
        let text = result.out + result.err
        #expect(!text.isEmpty)
        #expect(text.longLines.isEmpty, "\(text.longLines)")
        #expect(!text.contains("\u{1B}"))
    }
}
