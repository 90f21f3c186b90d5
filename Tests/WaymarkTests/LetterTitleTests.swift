import Foundation
import TestSupport
import Testing

@Suite("a pack's words in a letter")
struct LetterTitleTests {
    /// Every place where an analyst writes words, filled with words that give somebody away.
    private static let telling = SmallPack(
        id: "telling", title: "Women aged 18–40", purpose: "Watch young women of gangs.",
        reads: ["convictions_total", "statutory", "borough", "scores"],
        rules: """
            criteria "women" {
              title = "Women aged 18–40",
              all = { { "convicted", "A woman with a conviction", function(n) return n.convictions_total >= 1 end } },
            }
            matrix "score" {
              title = "Score", range = { 0, 64 },
              rows = {
                { "youth", "Youth", max = 4, points = function(n) return 4 end },
                { "record", "Record", max = 4, points = function(n) return 3, "for a young man" end },
              },
              bands = { { "high", "High for a gang member", from = 5 }, { "low", "Low for a gang member" } },
            }
            selection { { "women", "Women aged 18–40", category = "women", when = function(n, d) return d.met.women end } }
            deselection {
              { "girl_left", "Not so telling", when = function(n) return n.borough == "Enfield" end },
              { "grown", "No longer a woman aged 18–40", when = function(n) return not n.statutory end },
              { "low", "Scored low", to = "gang_watch", when = function(n)
                  return n.scores:all { where = { matrix = "score" }, band = "low", at_least = 2 } end },
            }

            """)

    private static var words: Regex<(Substring, Substring)> { /(?i)\b(wom[ae]n|aged|young|youth|girl|gangs?|man)\b/ }

    private func outputs(_ cohort: String) throws -> [String] {
        let work = try Workplace()
        try work.write(LetterTitleTests.telling)
        try work.write("people.ndjson", Line.of("A", cohort) + "\n")
        return try [[], ["--html"], ["--format", "json"]].map { more in
            let command = ["explain", "rules/telling", "people.ndjson", "A", "--letter", "--as-of", Workplace.date] + more
            let result = try WaymarkBinary.run(command, in: work.place.path)
            #expect(result.status == 0, "\(result.err)")
            return result.out
        }
    }

    @Test(
        "titles, reasons, bands, categories and purposes that name a protected or sensitive thing are left out, in every form",
        arguments: [
            #""cohort":null,"scores":[]"#, #""cohort":{"category":"x","since":"2026-01-01"},"scores":[]"#,
            #""cohort":{"category":"x","since":"2026-01-01"},"scores":[{"date":"2026-09-01","matrix":"score","score":1,"band":"low"},{"date":"2026-10-01","matrix":"score","score":1,"band":"low"}]"#,
        ])
    func withheld(cohort: String) throws {
        for text in try outputs(cohort) {
            #expect(text.firstMatch(of: LetterTitleTests.words) == nil, "\(text)")
            let flat = text.lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
            #expect(flat.contains("You can ask about it: see the end."))
        }
    }

    @Test("the person still learns which scheme it is, and where to ask")
    func still() throws {
        let letter = try outputs(#""cohort":null,"scores":[]"#)[0]
        #expect(letter.contains("the scheme of Camford"))
        #expect(letter.contains("The rules: telling 1.0.0."))
        #expect(letter.contains("board@camford.example"))
    }

    @Test("the name of somebody's gang does not stand in their letter, even where it is a word of the pack")
    func gangName() throws {
        let work = try Workplace()
        try work.write(
            SmallPack(rules: "selection { { \"x\", \"Known with Marl Hole\", when = function(n) return n.convictions_total >= 1 end } }\n"))
        let gang = #""gang":{"name":"marl hole","role":"core"}"#
        try work.write("people.ndjson", Line.file([Line.of("A", gang), Line.of("B", gang.replacing("marl hole", with: "the"))]))
        let letter = try work.run("explain", "rules/small", "people.ndjson", "A", "--letter").out
        #expect(!letter.contains("Marl"))
        #expect(letter.contains("board@camford.example"))
        let odd = try work.run("explain", "rules/small", "people.ndjson", "B", "--letter").out
        #expect(odd.contains("board@camford.example"), "a gang's name that is an everyday word takes no rights away")
    }
}
