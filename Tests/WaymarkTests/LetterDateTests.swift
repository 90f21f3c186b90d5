import Foundation
import TestSupport
import Testing

@Suite("the day on which somebody would leave")
struct LetterDateTests {
    /// Robbery, convicted on 15 January 2026, counts for twelve months, both ends included: to 15 January 2027.
    static let member = Line.of(
        "A",
        #""ogrs2":60,"ogrs2_date":"2026-06-01","offences":[{"type":"robbery","date":"2026-01-15","outcome":"convicted","convicted_on":"2026-01-15"}],"#
            + #""cohort":{"category":"gto","since":"2026-02-01"}"#)

    private static let criteria = """
        criteria "ogrs" {
          title = "Meets the OGRS criteria",
          any = {
            { "high", "OGRS2 of 75 or more", function(n) return n.ogrs2 >= 75 end },
            { "recent", "OGRS2 of 50 or more and a recent robbery", function(n)
                return n.ogrs2 >= 50 and RECENT end },
          },
        }
        deselection { { "no_longer", "No longer meets the OGRS criteria", when = function(n, d) return not d.met.ogrs end } }

        """

    private static func pack(_ before: String, recent: String, more: String = "") -> SmallPack {
        SmallPack(reads: ["ogrs2", "offences"], more: more, rules: before + "\n" + criteria.replacing("RECENT", with: recent))
    }

    /// One rule said in four ways.
    static let packs: [SmallPack] = [
        pack("local recent = filter { type = \"robbery\", outcome = \"convicted\", within = months(12) }", recent: "n.offences:any(recent)"),
        pack("local since = as_of - months(12)", recent: "n.offences:latest().date >= since"),
        pack("local recent = filter { type = \"robbery\", from = as_of - months(12) }", recent: "n.offences:count(recent) >= 1"),
        pack("", recent: "as_of <= n.offences[1].date + months(12)"),
    ]

    private func exit(_ pack: SmallPack, _ line: String, asOf: String = Workplace.date) throws -> (letter: String, leaving: JSONValue?) {
        let work = try Workplace()
        try work.write(pack)
        try work.write("people.ndjson", line + "\n")
        let letter = try work.run("explain", "rules/small", "people.ndjson", "A", "--as-of", asOf, "--letter")
        #expect(letter.status == 0, "\(letter.err)")
        let json = try work.run("explain", "rules/small", "people.ndjson", "A", "--as-of", asOf, "--format", "json").out
        #expect(try Schema.faults(json, "explain") == [])
        return (letter.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " "), try JSONValue(json).at("exit.if_nothing_new"))
    }

    @Test("is the first on which the rule holds, however the pack reckons with the date of the run", arguments: packs.indices)
    func leavingDate(index: Int) throws {
        let (letter, leaving) = try exit(LetterDateTests.packs[index], LetterDateTests.member)
        #expect(leaving?["date"]?.text == "2027-01-16")
        #expect(leaving?["rule"]?.text == "no_longer")
        #expect(letter.contains("If nothing new is recorded about you, the rules will recommend that you leave on 16 January 2027 under “No longer meets the OGRS criteria”."))
        #expect(letter.contains("Time alone: from 16 January 2027, if nothing new is recorded."))
        #expect(letter.contains("OGRS2: 49 or less (now 60)."))
    }

    @Test("is the day of the letter from then on, and not before", arguments: packs.indices, [("2027-01-15", false), ("2027-01-16", true), ("2027-01-17", true)])
    func onTheDay(index: Int, day: (asOf: String, leaves: Bool)) throws {
        let (letter, leaving) = try exit(LetterDateTests.packs[index], LetterDateTests.member, asOf: day.asOf)
        #expect(leaving?["date"]?.text == (day.leaves ? day.asOf : "2027-01-16"))
        #expect(letter.contains("The rules recommend that you leave now") == day.leaves)
    }

    @Test("is not told beyond data that grows too old, and what must be brought up to date is said")
    func dataRunsOut() throws {
        // OGRS2 of 1 June 2026 counts for six months, both ends included.
        let pack = LetterDateTests.pack(
            "local recent = filter { type = \"robbery\", within = months(12) }", recent: "n.offences:any(recent)", more: "max_age = { ogrs2 = \"6 months\" },")
        let (letter, leaving) = try exit(pack, LetterDateTests.member)
        #expect(leaving == .null)
        #expect(letter.contains("from 2 December 2026, something recorded about you will be too old to count and has to be brought up to date: OGRS2."))
        #expect(letter.contains("no rule recommends before 1 November 2031 that you leave"))
        let (after, _) = try exit(pack, LetterDateTests.member, asOf: "2026-12-02")
        #expect(after.contains("Its rules cannot tell whether you should stay, because something about you is not recorded."))
        #expect(after.contains("Not recorded: OGRS2."))
    }

    @Test("somebody about to join learns it too")
    func joiner() throws {
        var pack = LetterDateTests.packs[0]
        pack.rules += "selection { { \"gto\", \"In scope\", category = \"gto\", when = function(n, d) return d.met.ogrs end } }\n"
        let line = LetterDateTests.member.replacing(#","cohort":{"category":"gto","since":"2026-02-01"}"#, with: #","cohort":null"#)
        let (letter, leaving) = try exit(pack, line)
        #expect(letter.contains("recommend that you join it"))
        #expect(leaving?["date"]?.text == "2027-01-16")
    }

    @Test("somebody who is not to join has nothing to leave")
    func outsider() throws {
        let line = LetterDateTests.member.replacing(#","cohort":{"category":"gto","since":"2026-02-01"}"#, with: #","cohort":null"#)
        let (letter, leaving) = try exit(LetterDateTests.packs[0], line)
        #expect(leaving == nil)
        #expect(!letter.contains("When you would leave"))
    }
}
