import Foundation
import TestSupport
import Testing

/// What a hostile pack does to a whole run, and to those who read what comes of it.
@Suite("runs of hostile packs")
struct RunTests {
    private static let day = ["--as-of", "2026-11-01"]

    private func place(_ rules: String, people: [String] = People.all) throws -> SmallPack {
        let pack = try SmallPack(["rules.lua": rules, "../common/tools.lua": "return {}"], limits: SmallPack.unchanged)
        try pack.place.file("people.ndjson", Data(people.map { $0 + "\n" }.joined().utf8))
        return pack
    }

    /// Few instructions, each of which takes long: the second nominal runs into the clock.
    private static let slow = """
        local function slow()
          local t = {}
          for i = 1, 80000 do t[i * 3] = true end
          for i = 1, 80000 do t[i * 3] = nil end
          while true do next(t) end
        end
        """

    @Test("a rule that the clock ends stops the run, and nothing is written", arguments: [
        "matrix \"probe\" { title = \"Probe\", range = { 0, 9 }, rows = { { \"probe\", \"Probe\", points = function(n) if n.borough == \"Oxbridge\" then slow() end return 1 end } } }",
        "group \"probe\" { title = \"Probe\", key = function(n) if n.borough == \"Oxbridge\" then slow() end return \"x\" end }",
    ])
    func clock(rule: String) throws {
        let pack = try place(RunTests.slow + "\n" + rule)
        let before = pack.contents
        let result = try WaymarkBinary.run(["evaluate", "rules/probe", "people.ndjson", "-o", "out.ndjson"] + RunTests.day, in: pack.place.path)
        #expect(result.status == 1, "\(result.err)")
        let words = result.err.replacing(#/\s+/#, with: " ")
        #expect(words.contains("waymark: the run is stopped, and nothing of it counts: the rule `") && words.contains("at rules.lua:5 takes more time for the nominal `N-0002` than"))
        #expect(pack.contents == before)
        let explained = try WaymarkBinary.run(["explain", "rules/probe", "people.ndjson", "N-0002"] + RunTests.day, in: pack.place.path)
        #expect(explained.status == 1 && explained.out.isEmpty, "\(explained.err)")
    }

    @Test("no text of a pack reaches a terminal with commands in it, nor a page with marks in it", arguments: ["N-0001", "N-0003"])
    func commands(id: String) throws {
        let pack = try place("""
            matrix "probe" { title = "Probe", range = { 0, 100 }, rows = { { "probe", "Probe", points = function(n)
              print("\\27[31mtrace <script>") return 1, "\\27[2Jreason \\u{202e}<script> \\u{9b}2J\\r" end } } }
            criteria "c" { title = "C <b>", all = { { "c", "C <script>", function(n)
              if n.convictions_total > 20 then error("\\27[2J<script>") end return true end } } }
            selection { { "s", "S <script>", because = function() return "\\27]0;x\\7because <script>" end } }
            """)
        for more in [[], ["--letter"], ["--format", "json"], ["--html"], ["--letter", "--html"]] {
            let result = try WaymarkBinary.run(["explain", "rules/probe", "people.ndjson", id] + more + RunTests.day, in: pack.place.path)
            #expect(result.status == (id == "N-0003" ? 3 : 0), "\(result.err)")
            #expect(!result.out.isEmpty)
            let hidden = (result.out + result.err).unicodeScalars.filter { $0.value < 32 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}" }
            #expect(hidden.isEmpty, "\(more) \(hidden.map(\.value))")
            if more.contains("--html") { #expect(!result.out.contains("<script") && !result.out.contains("<b>")) }
        }
    }

    @Test("findings show a pack's text without its commands")
    func findings() throws {
        let pack = try place("matrix \"probe\" { [\"\\27[2Jtitel\"] = \"\\u{202e}\", title = \"P\", range = { 0, 9 }, rows = { { \"probe\", \"P\", points = 1 } } }")
        let result = try WaymarkBinary.run(["check", "rules/probe"], in: pack.place.path)
        #expect(result.status == 1)
        #expect((result.out + result.err).contains("titel"))
        #expect(!(result.out + result.err).unicodeScalars.contains("\u{1B}"))
    }
}
