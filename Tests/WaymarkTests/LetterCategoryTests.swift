import Foundation
import TestSupport
import Testing

@Suite("a letter where categories, hidden rules and places bear on leaving")
struct LetterCategoryTests {
    private func letter(_ pack: SmallPack, _ line: String, others: [String] = []) throws -> (text: String, json: JSONValue) {
        let work = try Workplace()
        try work.write(pack)
        try work.write("people.ndjson", Line.file([line] + others))
        let command = ["explain", "rules/small", "people.ndjson", "A", "--as-of", Workplace.date, "--letter"]
        let text = try WaymarkBinary.run(command, in: work.place.path)
        #expect(text.status == 0, "\(text.err)")
        let json = try WaymarkBinary.run(command + ["--format", "json"], in: work.place.path).out
        return (text.out.lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " "), try JSONValue(json))
    }

    private static let reviewed = #""cohort":{"category":"ppo","since":"2026-01-01"},"reviews":[]"#

    @Test("a rule that moves people to another category is not told as a way to leave")
    func moves() throws {
        let pack = SmallPack(
            reads: ["cohort.since"],
            rules: """
                deselection { { "calm", "A year on the scheme", to = "light_touch", when = function(n) return n.cohort.since <= as_of - months(12) end } }

                """)
        let (text, json) = try letter(pack, Line.of("A", LetterCategoryTests.reviewed))
        #expect(text.contains("What would have to change for you to leave, or for your place to change"))
        #expect(text.contains("“A year on the scheme”: this is not so now. It would move you to “light touch”, and not end your place."))
        #expect(text.contains("the rules will recommend that your place on it changes to “light touch” on 1 January 2027"))
        #expect(!text.contains("recommend that you leave"))
        #expect(json.at("exit.if_nothing_new")?["to"]?.text == "light_touch")
    }

    @Test("a rule for people of another category is not put to this person")
    func otherCategory() throws {
        let pack = SmallPack(
            reads: ["cohort.category", "convictions_total"],
            rules: """
                deselection {
                  { "schooled", "Schooling finished", when = function(n) return n.cohort.category == "dyo" and n.convictions_total == 0 end },
                  { "clean", "No convictions", when = function(n) return n.convictions_total == 0 end },
                }

                """)
        let (text, _) = try letter(pack, Line.of("A", LetterCategoryTests.reviewed))
        #expect(!text.contains("Schooling finished"))
        #expect(text.contains("“No convictions”: this is not so now."))
        let (own, _) = try letter(pack, Line.of("A", LetterCategoryTests.reviewed.replacing("ppo", with: "dyo")))
        #expect(own.contains("Schooling finished"))
    }

    @Test("a rule that would hold in another category, as things are, is not put to this person either")
    func holdsElsewhere() throws {
        let pack = SmallPack(
            reads: ["cohort.category", "convictions_total"],
            rules: """
                selection { { "watched", "Watch", category = "watched", when = function(n) return n.convictions_total >= 9 end } }
                deselection {
                  { "done", "Watched, with few convictions", when = function(n) return n.convictions_total < 9 and n.cohort.category == "watched" end },
                  { "none", "Watched, and no convictions", when = function(n) return n.convictions_total == 0 and n.cohort.category == "watched" end },
                }

                """)
        let (text, _) = try letter(pack, Line.of("A", LetterCategoryTests.reviewed))
        #expect(!text.contains("Watched, with few convictions"))
        #expect(text.contains("“Watched, and no convictions”: this is not so now. It depends on number of convictions."))
    }

    @Test("the day of a rule that rests on intelligence is not told; the first day by a rule that may be told is")
    func withheldDay() throws {
        func pack(_ second: String) -> SmallPack {
            SmallPack(
                reads: ["gang", "cohort.since"], more: "protected = { gang = \"The scheme is for them.\" },",
                rules: """
                    deselection {
                      { "quiet", "Nothing reported lately", when = function(n) return n.gang.last_confirmed < as_of - months(12) end },
                      \(second)
                    }

                    """)
        }
        let line = Line.of("A", LetterCategoryTests.reviewed + #","gang":{"name":"Marl Hole","role":"core","last_confirmed":"2026-02-01"}"#)
        let served = #"{ "served", "Two years on the scheme", when = function(n) return n.cohort.since <= as_of - months(24) end },"#
        let (text, json) = try letter(pack(served), line)
        #expect(!text.contains("February 2027"))
        #expect(text.contains("the rules will recommend that you leave on 1 January 2028 under “Two years on the scheme”."))
        #expect(text.contains("A rule that is not set out in a letter may recommend it earlier."))
        #expect(json.at("exit.if_nothing_new")?["date"]?.text == "2028-01-01")

        let (alone, none) = try letter(pack(""), line)
        #expect(!alone.contains("February 2027"))
        #expect(alone.contains("A rule that is not set out in a letter says when you would leave"))
        #expect(none.at("exit.if_nothing_new") == .null)
    }

    @Test("somebody without a place learns that the number of places is the reason")
    func displaced() throws {
        let pack = SmallPack(
            reads: ["convictions_total"],
            rules: """
                selection { { "any", "Convicted", when = function(n) return n.convictions_total >= 1 end } }
                allocation { title = "Places", capacity = 1, rank = { function(n) return n.convictions_total end } }

                """)
        let (text, _) = try letter(pack, Line.of("A", convictions: 2, #""cohort":null"#), others: [Line.of("B", convictions: 9, #""cohort":null"#)])
        #expect(text.contains("The reason is the number of places: there are fewer than people for whom the rules recommend one. It is nothing that you did."))
        #expect(text.contains("recommend that your case is watched, and that you do not join it."))
    }
}
