@testable import Board
import Cohorts
import DecisionStore
import FieldDefinitions
import Governance
import RulePacks
@testable import TaskingProcess
import Testing

@Suite("A nominal's exit plan and group on the site")
struct LinkedPageTests {
    private static let manifest = """
        return {
          waymark = 1, id = "camford", title = "Camford", version = "1.0.0",
          owner = { borough = "Camford", contact = "board@camford.example" },
          purpose = "Offer help to those who want it.", lawful_basis = "For the board to confirm.",
          valid = { from = "2026-11-01", review_by = "2027-05-01", until_ = "2027-11-01" },
          files = { "rules.lua" }, reads = { "convictions_total", "cohort", "associates", "gang" },
          protected = { associates = "To offer help to those around.", gang = "To protect people from it." },
        }
        """
    private static let rules = """
        group "network" { title = "Co-offending network", link = { "co_offender", "family" } }
        group "gang" { title = "Named gang", key = function(n) return n.gang.name end }
        criteria "many" { title = "Many", all = {
          { "convicted", "Convicted often", function(n) return n.convictions_total >= 5 end },
          { "linked", "Linked", function(n, d) return d.group.network.size >= 0 and d.group.gang.size >= 0 end },
        } }
        selection { { "join", "Offer help", category = "core", when = function(n, d) return d.met.many end } }
        deselection { { "served", "Six months in the cohort", when = function(n) return n.cohort.since <= as_of - months(6) end } }
        """

    /// People by id with further members in JSON, after a run.
    private func place(_ people: KeyValuePairs<String, String>) throws -> SitePlace { try place(of: people.map { ($0.key, $0.value) }) }

    private func place(of people: [(id: String, more: String)]) throws -> SitePlace {
        let place = try SitePlace()
        let list = try place.site.people()
        let files = ["camford/pack.lua": Array(Self.manifest.utf8), "camford/rules.lua": Array(Self.rules.utf8)]
        let digest = try Board(place.store, people: list).submit(
            PackSource.load(PackFiles(id: "camford", files: files)), evidence: EvidenceDocument(json: Array("{}".utf8), page: Array(ReportedPage.html.utf8)),
            by: try SitePlace.signer("j.ofori"))
        for id in ["a.khan", "b.ash", "c.day"] { _ = try Board(place.store, people: list).approve(digest, by: try SitePlace.signer(id)) }
        let lines = people.map { id, more in
            #"{"id":"\#(id)","borough":"Camford","date_of_birth":"1990-02-03","convictions_total":9,"arrests_total":0,"custody_status":"none","statutory":false,\#(more)}"#
        }
        _ = try place.store.take(LinesInMemory(lines), layout: RowLayout(.standard), name: "cohort.ndjson", who: "j.ofori", why: "nightly extract") { throw $0 }
        let results = try TaskingRun(place.store, people: list, program: "test").run(borough: "Camford")
        guard case .done? = results.first?.outcome else { throw Failed(what: "\(results)") }
        return place
    }

    /// An id as lists show it.
    private func id(_ id: String) -> String { "<span class=\"id\">\(id)</span>" }

    private struct Failed: Error { let what: String }

    private func member(_ place: SitePlace) async throws -> Visitor {
        let visitor = try await Visitor(place, as: "p.lee")
        try await visitor.give(purpose: "weekly panel", for: "/panel")
        return visitor
    }

    private static func associates(_ links: (String, String)...) -> String {
        "\"gang\":null,\"associates\":[" + links.map { #"{"id":"\#($0)","kind":"\#($1)"}"# }.joined(separator: ",") + "]"
    }

    private static let member = #""cohort":{"category":"core","since":"2026-09-21","lead_agency":"police"}"#

    @Test("the exit plan says the day on which somebody would leave, and is a row of the log")
    func exit() async throws {
        let place = try place(["N-1": Self.member + "," + Self.associates(), "N-2": Self.associates()])
        let visitor = try await member(place)
        #expect(try await visitor.get("/nominals/N-1").text.contains("href=\"/nominals/N-1/exit\""))
        let page = try await visitor.get("/nominals/N-1/exit")
        #expect(page.heading == "How N-1 would leave")
        #expect(page.text.contains("If nothing new is recorded, leaving is recommended from 21 March 2027, by “Six months in the cohort”."))
        #expect(page.text.contains("Time alone: from 21 March 2027, if nothing new is recorded."))
        #expect(page.text.contains("Worked out as of 21 November 2026 by camford 1.0.0."))
        #expect(
            try place.log(about: "N-1", by: "p.lee") == [
                "consultation: shown to the panel (weekly panel)", "consultation: exit plan shown to the panel (weekly panel)",
            ])
    }

    @Test("nothing is shown of somebody's exit or group before a purpose is given, about somebody restricted, or about nobody", arguments: ["exit", "group"])
    func guarded(page: String) async throws {
        let place = try place(["N-1": Self.member + "," + Self.associates(("N-2", "family")), "N-2": Self.associates()])
        #expect(try await Visitor(place, as: "p.lee").get("/nominals/N-1/\(page)").heading == "Why are you looking at nominals?")
        let visitor = try await member(place)
        #expect(try await visitor.get("/nominals/N-9/\(page)").status == 404)
        _ = try place.store.restrict("N-1", who: "s.webb", why: "by law")
        let refused = try await visitor.get("/nominals/N-1/\(page)")
        #expect(refused.status == 403)
        #expect(!refused.text.contains("N-2") && !refused.text.contains("March"))
    }

    @Test("a group is drawn and told in words; each who is shown is a row of the log, and nobody restricted or unknown is shown")
    func network() async throws {
        let place = try place([
            "N-1": Self.associates(("N-2", "co_offender"), ("N-4", "co_offender")), "N-2": Self.member + "," + Self.associates(("N-3", "family"), ("N-1", "co_offender")),
            "N-3": Self.associates(), "N-4": Self.associates(("N-5", "family"), ("X-9", "family")), "N-5": Self.associates(("X-9", "family")), "N-6": Self.associates(),
        ])
        _ = try place.store.restrict("N-4", who: "s.webb", why: "by law")
        let visitor = try await member(place)
        #expect(try await visitor.get("/nominals/N-1").text.contains("href=\"/nominals/N-1/group\""))
        let page = try await visitor.get("/nominals/N-1/group").text
        #expect(page.contains("<h2 id=\"group-0\">Co-offending network</h2>\n<p>4 people</p>"))
        #expect(page.contains("<li><strong>\(id("N-1"))</strong>: not in the cohort; linked with \(id("N-2")) (co-offender)</li>"))
        #expect(page.contains("<li><a href=\"/nominals/N-2\">\(id("N-2"))</a>: in the cohort as core; linked with \(id("N-1")) (co-offender), \(id("N-3")) (family)</li>"))
        #expect(page.contains("<li><a href=\"/nominals/N-5\">\(id("N-5"))</a>: not in the cohort</li>"))
        #expect(page.matches(of: /<g[^>]*><circle[^>]*\/><text/).count == 4)
        #expect(page.matches(of: /<line class="co_offender" x1="\d+" y1="\d+" x2="\d+" y2="\d+"/).count == 2, "one between them, and one that says what it means")
        for hidden in ["N-4", "X-9", "N-6"] { #expect(!page.contains(hidden)) }
        for id in ["N-2", "N-3", "N-5"] { #expect(try place.log(about: id, by: "p.lee") == ["consultation: shown to the panel in a group (weekly panel)"]) }
        for id in ["N-4", "N-6"] { #expect(try place.log(about: id, by: "p.lee") == []) }
        #expect(try await visitor.get("/nominals/N-1/group").text == page, "the same drawing each time")
    }

    @Test("people who share a key stand around it, and what they share is text")
    func key() async throws {
        let gang = #""gang":{"name":"<b>Row</b>","role":"member"},"associates":[]"#
        let place = try place(["N-1": gang, "N-2": gang, "N-3": Self.associates()])
        let visitor = try await member(place)
        let page = try await visitor.get("/nominals/N-2/group").text
        #expect(page.contains("Named gang: &lt;b&gt;Row&lt;/b&gt;") && page.contains("<a href=\"/nominals/N-1\">\(id("N-1"))</a>"))
        #expect(!page.contains("<b>Row"))
        #expect(!page.contains("Co-offending network") && !page.contains("N-3"))
        #expect(try await visitor.get("/nominals/N-3/group").text.contains("In no group with anybody else who may be shown."))
    }

    @Test("a wide group is capped, and the page says so")
    func wide() async throws {
        let gang = #""gang":{"name":"Row","role":"member"},"associates":[]"#
        let ids = (1...45).map { "N-\($0 + 100)" }
        let place = try place(of: ids.map { ($0, gang) })
        let page = try await member(place).get("/nominals/N-101/group").text
        #expect(page.contains("<p>45 people</p>") && page.contains("40 of 45 people are shown, the nearest first."))
        #expect(page.matches(of: /<g[^>]*><circle[^>]*\/><text/).count == 40)
        #expect(page.contains("N-140") && !page.contains("N-141"))
        #expect(try place.log(about: "N-141", by: "p.lee") == [])
    }

    @Test("where the pack has no group, no page is offered")
    func noGroup() async throws {
        let place = try SitePlace()
        try place.run(["N-1": 9])
        let visitor = try await member(place)
        #expect(!(try await visitor.get("/nominals/N-1").text.contains("/group")))
        #expect(try await visitor.get("/nominals/N-1/group").text.contains("In no group with anybody else"))
        #expect(try await visitor.get("/nominals/N-1/exit").text.contains("Settled"))
    }

    @Test("nobody stands on anybody else, however many there are and however they are linked", arguments: [2, 9, 23, 40])
    func apart(count: Int) {
        let chain = (1..<count).map { (from: $0 - 1, to: $0) }, star = (1..<count).map { (from: 0, to: $0) }, none: [(from: Int, to: Int)] = []
        let tree = (1..<count).map { (from: ($0 - 1) / 3, to: $0) }
        for layout in [NetworkLayout(around: count), NetworkLayout(linked: count, chain), NetworkLayout(linked: count, star), NetworkLayout(linked: count, none), NetworkLayout(linked: count, tree)] {
            #expect(layout.spots.count == count)
            for (place, spot) in layout.spots.enumerated() {
                #expect((50...layout.width - 50).contains(spot.x) && (20...layout.height - 40).contains(spot.y))
                for other in layout.spots[..<place] {
                    let (x, y) = (spot.x - other.x, spot.y - other.y)
                    #expect(x * x + y * y > 28 * 28, "two circles of \(count) people meet")
                }
            }
        }
    }

    @Test("a link that would pass behind somebody goes around them")
    func around() {
        let people = ["N-1", "N-2", "N-3"].map { GroupPicture.Person(id: $0, standing: NominalStanding()) }
        func picture(_ ties: [(Int, Int)]) -> String {
            let ties = ties.map { GroupPicture.Tie(from: $0.0, to: $0.1, kinds: ["family"]) }
            return NetworkDrawing(GroupPicture(title: "Network", key: nil, people: people, ties: ties, left: 0), words: .english).figure(0).text
        }
        #expect(picture([(0, 1), (0, 2), (1, 2)]).matches(of: /<path class="family" d="M \d+ \d+ Q \d+ -?\d+ \d+ \d+"\/>/).count == 1)
        #expect(!picture([(0, 1), (0, 2)]).contains("<path"))
    }
}
