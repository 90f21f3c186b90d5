import Foundation
import TestSupport
import Testing

@Suite("the reasons in a letter")
struct LetterReasonTests {
    private func letter(_ work: Workplace, _ pack: String, _ cohort: String, _ id: String) throws -> String {
        let result = try work.run("explain", "rules/\(pack)", cohort, id, "--as-of", Workplace.date, "--letter")
        #expect(result.status == 0, "\(result.err)")
        return result.out
    }

    @Test("somebody who is not to join learns what stood against it, and nothing of services that do not apply")
    func against() throws {
        let letter = try letter(try Workplace(), "gripping-the-offender", "examples/nominals.ndjson", "N-0001")
        #expect(letter.contains("  Within the scope of Gripping the Offender: no.\n  – Convicted of an offence: yes.\n  – Lives in a pilot borough: no.\n"))
        #expect(!letter.contains("Building Bridges"))
    }

    @Test("a score of which a part is withheld shows neither total nor band, which would give the part away")
    func withheldPart() throws {
        let letter = try letter(try Workplace(), "stoke-on-trent", "examples/nominals.ndjson", "N-0004")
        #expect(letter.contains("Risk of re-offending, 0 to 64: not set out in full.\n  – 3: Recent offending (3 offences in 6 months).\n"))
        #expect(!letter.contains("Red: high risk"))
        #expect(!letter.contains("reports and arrests"))
        #expect(letter.contains("Serious acquisitive crime score: 65 points, “Target”."))
    }

    @Test("points are told as they are, halves and very large ones too", arguments: [("2.5", "2.5 points"), ("1", "1 point"), ("-3", "-3 points"), ("1e300", "1e300 points")])
    func points(given: String, told: String) throws {
        let work = try Workplace()
        try work.write(
            SmallPack(
                rules: """
                    matrix "score" {
                      title = "Score", range = { -1e308, 1e308 },
                      rows = { { "record", "Record", min = -5, max = 1e305, points = function(n) return n.convictions_total > 0 and \(given) or 0 end } },
                    }
                    selection { { "any", "Anybody", when = function(n) return n.convictions_total >= 1 end } }

                    """))
        try work.write("people.ndjson", Line.of("A") + "\n")
        let text = try letter(work, "small", "people.ndjson", "A").replacing("e+", with: "e")
        #expect(text.contains("Score: \(told)."), "\(text)")
        #expect(text.contains("– \(told): Record."), "\(text)")
    }

    @Test("what is not recorded is said, and that people will look")
    func unknown() throws {
        let letter = try letter(try Workplace(), "staffordshire", "examples/nominals.ndjson", "N-0002")
        #expect(letter.contains("because"))
        #expect(letter.contains("Not recorded: OGRS2."))
        #expect(letter.contains("Not known: Re-offending multiplier, times 1 to 4."))
    }
}
