import Foundation
import TestSupport
import Testing

@Suite("a pack as a page for people")
struct DescribePageTests {
    private func page(_ work: Workplace, _ pack: String) throws -> String {
        let result = try work.run("describe", pack, "--html", "--as-of", Workplace.date)
        #expect(result.status == 0)
        return result.out
    }

    @Test("says the conditions in English, with no Lua in them", arguments: ["staffordshire", "stoke-on-trent"])
    func english(pack: String) throws {
        let html = try page(try Workplace(), "rules/\(pack)")
        #expect(html.contains("“Serious acquisitive crime score” is in the band “Prolific and other priority offender”"))
        #expect(html.contains("role in the gang is"))
        for code in ["n.statutory", "param.", "function(", "~="] { #expect(!html.contains(code), "\(code)") }
    }

    @Test("shows each threshold with its unit, its bounds, its source, and what the baseline has")
    func thresholds() throws {
        let html = try page(try Workplace(), "rules/stoke-on-trent")
        #expect(html.contains(/Score for PPO<\/th><td>90 points<\/td><td>70 points<\/td><td>65 to 100<\/td><td>Source: Keele 2014, chapter 3\./))
        #expect(html.contains("illustrative"))
    }

    @Test("marks protected and sensitive fields, with the reason why each is read")
    func fields() throws {
        let html = try page(try Workplace(), "rules/stoke-on-trent")
        #expect(html.contains(/Gang – sensitive<\/dt><dd>Why it is read: Who takes part in a gang by crimes of their own is visited with an offer to leave/))
    }

    @Test("is the same each time, and needs no other file")
    func same() throws {
        let work = try Workplace()
        let html = try page(work, "rules/stoke-on-trent")
        #expect(try page(work, "rules/stoke-on-trent/") == html)
        #expect(!html.contains("src=") && !html.contains("<link") && !html.contains("<script"))
    }

    @Test("what an author wrote has no meaning in HTML")
    func escaping() throws {
        let work = try Workplace()
        var pack = SmallPack.plain
        pack.title = "<b>Bold</b>"
        pack.rules = pack.rules.replacing("Convicted of an offence", with: "<script>alert(1)</script>")
        try work.write(pack)
        let html = try page(work, "rules/small")
        #expect(!html.contains("<b>") && !html.contains("<script"))
    }

    @Test("is either HTML or Markdown")
    func both() throws {
        #expect(try Workplace().run("describe", "rules/stoke-on-trent", "--html", "--markdown").status == 2)
    }
}
