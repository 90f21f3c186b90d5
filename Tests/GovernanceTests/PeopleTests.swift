import Governance
import Decisions
import Foundation
import Notation
import RulePacks
import Testing

@Suite("`waymark.lua`")
struct PeopleTests {
    static let keys = (1...4).map { "ed25519:" + String(repeating: "\($0)\($0)", count: 32) }
    static let text = """
        return {
          waymark = 1,
          people = {
            { id = "j.ofori", name = "Jo Ofori", agency = "police", roles = { "analyst" }, key = "\(keys[0])" },
            { id = "a.khan", name = "Aisha Khan", agency = "police", roles = { "board" }, key = "\(keys[1])", from = "2026-01-01", until_ = "2027-12-31" },
            { id = "b.ash", name = "Ben Ash", agency = "probation", roles = { "board", "panel" }, key = "\(keys[2])" },
          },
          quorum = { signatures = 2, one_each = { "police", "probation" }, author_may_sign = false },
          panel = { review_every = "6 weeks" },
        }
        """

    @Test("names the people and the quorum")
    func read() throws {
        let people = try People(reading: Array(PeopleTests.text.utf8))
        #expect(people.people.map(\.id) == ["j.ofori", "a.khan", "b.ash"])
        #expect(people["b.ash"]?.roles == [.board, .panel])
        #expect(people["a.khan"]?.until?.description == "2027-12-31")
        #expect(people.panel.reviewEvery == .days(42))
        #expect(people.quorum.inWords == "2 signatures; one each from police and probation; the author may not sign")
    }

    @Test("has panels review every three months where it says nothing of it", arguments: ["", "panel = {},"])
    func withoutPanel(text: String) throws {
        let people = try People(reading: Array(PeopleTests.text.replacing("panel = { review_every = \"6 weeks\" },", with: text).utf8))
        #expect(people.panel.reviewEvery == .months(3))
    }

    static let wrong: [(was: String, now: String, finding: String)] = [
        ("return {", "return 1, {", "waymark.lua: error WM006: `waymark.lua` gives a number, not a table; write `return { … }`"),
        ("waymark = 1", "waymark = 2", "waymark.lua:2:3: error WM007: `waymark = 2` is a version of the file that this program does not know; write `waymark = 1`"),
        ("waymark = 1,", "", "waymark.lua:1:1: error WM004: `waymark.lua` has no `waymark`; add `waymark = …`: a whole number"),
        ("quorum =", "quorom =", "waymark.lua:8:3: error WM005: `waymark.lua` has no `quorom`; did you mean `quorum`?"),
        ("agency = \"police\", roles = { \"analyst\" }", "agancy = \"police\", roles = { \"analyst\" }", "waymark.lua:4:42: error WM005: person 1 has no `agancy`; did you mean `agency`?"),
        ("\"analyst\"", "\"analist\"", "waymark.lua:4:71: error WM007: `analist` is not a role; did you mean `analyst`?"),
        ("\"analyst\"", "7", "waymark.lua:4:71: error WM006: `roles` of person 1 wants text in quotes, not a number"),
        (keys[0], "ed25519:12", "waymark.lua:4:84: error WM007: `ed25519:12` is not a public key; it is `ed25519:` and 64 hexadecimal digits, as `waymark board key new` prints it"),
        (keys[0], keys[1], "waymark.lua:5:83: error WM013: person 2 has the key of `j.ofori`; each person signs with a key of their own"),
        (", key = \"\(keys[0])\"", "", "waymark.lua:4:5: error WM004: `j.ofori` has the role `analyst` and no `key`; add the line that `waymark board key new j.ofori` prints"),
        ("id = \"b.ash\"", "id = \"a.khan\"", "waymark.lua:6:7: error WM013: the id `a.khan` is another person's already; give each person one entry and an id of their own"),
        ("id = \"b.ash\"", "id = \"B Ash\"", "waymark.lua:6:7: error WM007: the id `B Ash` may hold only small letters, digits, `.`, `-` and `_`"),
        ("2027-12-31", "2027-13-31", "waymark.lua:5:186: error WM007: `2027-13-31` is not a date; write it as in `2026-12-01`"),
        ("2027-12-31", "2025-12-31", "waymark.lua:5:186: error WM007: `until_` is before `from`"),
        ("signatures = 2", "signatures = 3", "waymark.lua:8:14: error WM007: `signatures = 3` cannot be: there are 2 people with the role `board`, and 2 agencies must sign; write a number from 2 to 2"),
        ("signatures = 2", "signatures = 1", "waymark.lua:8:14: error WM007: `signatures = 1` cannot be: there are 2 people with the role `board`, and 2 agencies must sign; write a number from 2 to 2"),
        ("signatures = 2", "signatures = 0", "waymark.lua:8:14: error WM007: `signatures = 0` cannot be: there are 2 people with the role `board`, and 2 agencies must sign; write a number from 2 to 2"),
        ("{ \"police\", \"probation\" }", "{ \"police\", \"probatoin\" }", "waymark.lua:8:53: error WM007: nobody with the role `board` is of the agency `probatoin`; did you mean `probation`?"),
        ("{ \"police\", \"probation\" }", "{ \"police\", \"police\" }", "waymark.lua:8:53: error WM013: `police` stands in `one_each` twice; `signatures` says how many must sign"),
        ("author_may_sign = false", "author_may_sign = \"no\"", "waymark.lua:8:68: error WM006: `author_may_sign` of `quorum` of `waymark.lua` wants true or false, not text"),
        ("panel = {", "pannel = {", "waymark.lua:9:3: error WM005: `waymark.lua` has no `pannel`; did you mean `panel`?"),
        ("review_every", "review_evry", "waymark.lua:9:13: error WM005: `panel` of `waymark.lua` has no `review_evry`; did you mean `review_every`?"),
        ("6 weeks", "6 wekes", "waymark.lua:9:13: error WM007: `6 wekes` is not a length of time; write it as in `3 months` or `6 weeks`"),
        ("\"6 weeks\"", "42", "waymark.lua:9:13: error WM006: `review_every` of `panel` of `waymark.lua` wants text in quotes, not a number"),
        ("1,", "os.time(),", "waymark.lua:2:13: error WM012: `os` is used here, and the file sees no names; put it in quotes if it is text"),
        ("quorum = {", "quorum = (", "waymark.lua:8:25: error WM002: `)` is wanted here, to close `(` at line 8, but found `=`"),
    ]

    @Test("with a mistake is refused, with the place and what to do", arguments: wrong)
    func mistakes(was: String, now: String, finding: String) throws {
        let range = try #require(PeopleTests.text.firstRange(of: was))
        let text = PeopleTests.text.replacingCharacters(in: range, with: now)
        do {
            _ = try People(reading: Array(text.utf8))
            Issue.record("`\(now)` was accepted")
        } catch {
            let texts = error.findings.map(\.text)
            #expect(texts.contains { $0 == finding }, "\(texts)")
        }
    }

    @Test("says what changed since the version before")
    func changes() throws {
        let old = try People(reading: Array(PeopleTests.text.utf8))
        let new = try People(
            reading: Array(PeopleTests.text.replacing("\"board\", \"panel\"", with: "\"board\"").replacing("j.ofori", with: "j.o").replacing("2027-12-31", with: "2028-12-31").utf8))
        #expect(new.changes(since: old) == "\(new.digest): added j.o; dates of a.khan changed; roles of b.ash now board; took out j.ofori")
        let slower = try People(reading: Array(PeopleTests.text.replacing("6 weeks", with: "1 year").utf8))
        #expect(slower.changes(since: old) == "\(slower.digest): panels now review every 1 year")
        #expect(old.changes(since: nil).hasSuffix("3 people; 2 signatures; one each from police and probation; the author may not sign"))
    }
}
