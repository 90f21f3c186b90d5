import DecisionStore
import Governance
import Notation
import RulePacks
import Testing

@Suite("the approval of a pack")
struct ApprovalTests {
    @Test("goes from submitted over approved to in force, with one signature after the other")
    func life() throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        #expect(try place.states == ["1.0.0 submitted"])
        #expect(try place.approve(by: "police") == .submitted)
        #expect(try place.approve(by: "council") == .submitted)
        #expect(try place.inForce == nil)
        #expect(try place.approve(by: "probation") == .approved)
        #expect(try place.inForce == nil)
        place.today = "2026-12-01"
        #expect(try place.states == ["1.0.0 in_force"])
        #expect(try place.inForce == "1.0.0")
        place.today = "2027-12-01"
        #expect(try place.inForce == "1.0.0")
        place.today = "2027-12-02"
        #expect(try place.states == ["1.0.0 expired"])
        #expect(try place.inForce == nil)
        #expect(try place.reasons == [.expired])
    }

    @Test("writes each step into the log, with who took it")
    func logged() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        var rows: [AuditRow] = []
        try place.store.read { try $0.auditRows { rows.append($0) } }
        #expect(rows.map(\.kind) == ["people", "submission", "approval", "approval", "approval"])
        #expect(rows.map(\.who) == ["analyst", "analyst", "police", "probation", "council"])
        #expect(rows[1].what.hasPrefix("camford 1.0.0, sha256:"))
        #expect(try place.store.read { try $0.verifyAudit().faults } == [])
    }

    @Test("of a later version supersedes the earlier one on its first day, and not before")
    func superseded() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.bringIntoForce(try Pack.source("1.1.0", from: "2027-02-01", least: 2))
        place.today = "2027-01-31"
        #expect(try place.states == ["1.0.0 in_force", "1.1.0 approved"])
        place.today = "2027-02-01"
        #expect(try place.states == ["1.0.0 superseded", "1.1.0 in_force"])
        #expect(try place.inForce == "1.1.0")
    }

    @Test("that is short leaves the pack before it in force until that one's own end")
    func short() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.submit(try Pack.source("1.1.0", least: 2))
        try place.approve(by: "police", "probation")
        place.today = "2026-12-01"
        #expect(try place.inForce == "1.0.0")
        #expect(try place.reasons == [.signaturesShort, .agencyMissing])
        place.today = "2027-12-02"
        #expect(try place.inForce == nil)
    }

    @Test("that is withdrawn gives way to the pack before it")
    func withdrawn() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.bringIntoForce(try Pack.source("1.1.0", least: 2))
        place.today = "2026-12-01"
        #expect(try place.inForce == "1.1.0")
        #expect(try place.board.withdraw("camford@1.1.0", reason: "a wrong threshold", by: place.signer("council")).state == .withdrawn)
        #expect(try place.inForce == "1.0.0")
        #expect(try place.states == ["1.0.0 in_force", "1.1.0 withdrawn"])
        _ = try place.board.withdraw("camford@1.0.0", reason: "that one, too", by: place.signer("police"))
        #expect(try place.inForce == nil)
        #expect(try place.reasons == [.withdrawn, .withdrawn])
        // A new version follows no other.
        try place.bringIntoForce(try Pack.source("1.2.0", least: 3))
        #expect(try place.inForce == "1.2.0")
    }

    @Test("goes on beyond the day of its review, and says so")
    func review() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0", reviewBy: "2027-06-01"))
        for (day, isDue) in [("2027-06-01", false), ("2027-06-02", true), ("2028-01-01", false)] {
            place.today = day
            #expect(try place.board.book(on: place.day).standings.map(\.isReviewDue) == [isDue])
        }
    }

    @Test("that is rejected is over, and the same pack can be submitted again")
    func rejected() throws {
        let place = try BoardPlace()
        let pack = try Pack.source("1.0.0")
        try place.submit(pack)
        try place.approve(by: "police", "council")
        let rejected = try place.board.reject("camford", reason: "too few tests", by: place.signer("probation"))
        #expect(rejected.state == .rejected)
        #expect(rejected.reasons.map(\.message) == ["`camford` 1.0.0 was rejected by `probation` on 2026-11-21: too few tests"])
        try place.bringIntoForce(pack)
        place.today = "2026-12-01"
        #expect(try place.states == ["1.0.0 rejected", "1.0.0 in_force"])
    }

    @Test("can be taken back by its author until it is approved")
    func takenBack() throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        #expect(try place.board.withdraw("camford", reason: "a slip", by: place.signer("analyst")).state == .withdrawn)
    }

    @Test("counts the author's signature only where the quorum says so")
    func author() throws {
        let open = #"{ signatures = 3, one_each = { "police" }, author_may_sign = true }"#
        let place = try BoardPlace(quorum: open)
        try place.submit(try Pack.source("1.0.0"))
        #expect(try place.approve(by: "analyst", "probation", "council") == .approved)
        // Where the quorum stops saying so, it stops counting.
        try place.change()
        #expect(try place.states == ["1.0.0 submitted"])
    }

    @Test("does not come of lowering the quorum afterwards")
    func loweredQuorum() throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        try place.approve(by: "police")
        try place.change(quorum: "{ signatures = 1 }")
        place.today = "2026-12-01"
        #expect(try place.inForce == nil)
        #expect(try place.reasons == [.signaturesShort, .agencyMissing, .agencyMissing])
    }

    @Test("is suspended where the quorum is raised, until more have signed")
    func raisedQuorum() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        place.today = "2026-12-01"
        try place.change(quorum: "{ signatures = 4 }")
        #expect(try place.inForce == nil)
        #expect(try place.reasons == [.signaturesShort])
        #expect(try place.approve(by: "police.two") == .inForce)
        #expect(try place.inForce == "1.0.0")
    }

    @Test("keeps a signature made before the key's last day, and loses that of a person who is taken out or has another key")
    func people() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        place.today = "2026-12-15"
        try place.change(more: ["police": #"until_ = "2026-11-30""#])
        #expect(try place.inForce == "1.0.0")
        try place.change(more: ["police": #"until_ = "2026-11-20""#])
        #expect(try place.reasons == [.signaturesShort, .agencyMissing, .keyExpired])
        try place.change(leaving: ["police"])
        #expect(try place.reasons == [.signaturesShort, .agencyMissing, .unknownPerson])
        place.signers["police"] = Signer(newKeyFor: "police")
        try place.change()
        #expect(try place.reasons == [.signaturesShort, .agencyMissing, .replacedKey])
        #expect(try place.approve(by: "police.two") == .inForce)
    }

    @Test("notes in the log that `waymark.lua` was changed, once")
    func peopleLogged() throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        try place.change(leaving: ["police.two"])
        try place.approve(by: "police")
        try place.approve(by: "council")
        var rows: [String] = []
        try place.store.read { try $0.auditRows(kind: .people) { rows.append($0.what) } }
        #expect(rows.count == 2)
        #expect(rows[1] == "\(place.people.digest): took out police.two")
    }

    @Test("finds a submission by its pack, its version and its digest", arguments: ["camford", "camford@1.1.0", "digest"])
    func find(reference: String) throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        let digest = try place.submit(try Pack.source("1.1.0", least: 2))
        let book = try place.board.book(on: place.day)
        let found = try place.board.find(reference == "digest" ? String(digest.prefix(20)) : reference, in: book)
        #expect(found.digest == digest)
    }

    @Test("of packs for two boroughs goes side by side")
    func boroughs() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.bringIntoForce(try Pack.source("2.0.0", id: "oxbridge", borough: "Oxbridge"))
        place.today = "2026-12-01"
        let packs = PacksInForce(place.store, people: place.people)
        #expect(try packs.boroughs(on: place.day) == ["Camford", "Oxbridge"])
        #expect(try packs.at(place.day, borough: "Oxbridge").pack?.manifest.id == "oxbridge")
        #expect(try packs.at(place.day, borough: "Nowhere").refusals.map(\.kind) == [.notSubmitted])
    }
}
