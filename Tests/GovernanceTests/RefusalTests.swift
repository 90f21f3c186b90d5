import DecisionStore
import Governance
import RulePacks
import Testing

/// Something that a board must not get through, and what it is told.
struct RefusedCase: Sendable, CustomTestStringConvertible {
    let kind: Refusal.Kind
    let message: String
    let attempt: @Sendable (BoardPlace) throws -> Void

    init(_ kind: Refusal.Kind, _ message: String, _ attempt: @escaping @Sendable (BoardPlace) throws -> Void) {
        self.kind = kind
        self.message = message
        self.attempt = attempt
    }

    var testDescription: String { message }

    static let all: [RefusedCase] = [
        // Who signs.
        RefusedCase(.unknownPerson, "`waymark.lua` names nobody `polise`: did you mean `police`?") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.approve(by: "polise")
        },
        RefusedCase(.wrongKey, "the key is not the one that `waymark.lua` gives for `police`: sign with that one, or have the new one put in") { place in
            try place.submit(try Pack.source("1.0.0"))
            place.signers["police"] = Signer(newKeyFor: "police")
            try place.approve(by: "police")
        },
        RefusedCase(.wrongRole, "`auditor` does not have the role `board` in `waymark.lua`, which this needs") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.approve(by: "auditor")
        },
        RefusedCase(.wrongRole, "`police` does not have the role `analyst` in `waymark.lua`, which this needs") { place in
            try place.submit(try Pack.source("1.0.0"), by: "police")
        },
        RefusedCase(.wrongRole, "`auditor` does not have the role `board` in `waymark.lua`, which this needs") { place in
            try place.submit(try Pack.source("1.0.0"))
            _ = try place.board.reject("camford", reason: "no", by: place.signer("auditor"))
        },
        RefusedCase(.wrongRole, "`auditor` does not have the role `board` in `waymark.lua`, which this needs") { place in
            try place.bringIntoForce(try Pack.source("1.0.0"))
            _ = try place.board.withdraw("camford", reason: "no", by: place.signer("auditor"))
        },
        RefusedCase(.keyExpired, "the key of `police` expired on 2026-11-20: it does not count on 2026-11-21; a new key goes into `waymark.lua`") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.change(more: ["police": #"until_ = "2026-11-20""#])
            try place.approve(by: "police")
        },
        RefusedCase(.keyNotYetValid, "the key of `police` counts from 2026-11-22 on: it cannot have signed on 2026-11-21") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.change(more: ["police": #"from = "2026-11-22""#])
            try place.approve(by: "police")
        },
        RefusedCase(.authorSigns, "`analyst` submitted the pack and may not sign it: the quorum asks for others") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.approve(by: "analyst")
        },
        RefusedCase(.signedTwice, "`police` has signed `camford` 1.0.0 already: one person has one signature") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.approve(by: "police", "police")
        },
        // Where the pack stands.
        RefusedCase(.notSubmitted, "nothing was submitted as `camfort`: did you mean `camford`?") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.approve("camfort", by: "police")
        },
        RefusedCase(.notSubmitted, "nothing was submitted as `camford`: `waymark board status` lists what was") { place in
            try place.approve(by: "police")
        },
        RefusedCase(.alreadySubmitted, "`camford` 1.0.0 was submitted on 2026-11-21 and waits for signatures: have it rejected or withdrawn first") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.submit(try Pack.source("1.0.0", least: 2))
        },
        RefusedCase(.rejected, "`camford` 1.0.0 was rejected by `council` on 2026-11-21: no") { place in
            try place.submit(try Pack.source("1.0.0"))
            _ = try place.board.reject("camford", reason: "no", by: place.signer("council"))
            try place.approve(by: "police")
        },
        RefusedCase(.withdrawn, "`camford` 1.0.0 was withdrawn by `council` on 2026-11-21: no") { place in
            try place.bringIntoForce(try Pack.source("1.0.0"))
            _ = try place.board.withdraw("camford", reason: "no", by: place.signer("council"))
            try place.approve(by: "police.two")
        },
        RefusedCase(.notPending, "`camford` 1.0.0 is approved: it can be withdrawn, and no longer be rejected") { place in
            try place.bringIntoForce(try Pack.source("1.0.0"))
            _ = try place.board.reject("camford", reason: "no", by: place.signer("council"))
        },
        RefusedCase(.olderVersion, "`camford` 1.0.9 is older than 1.1.0, which was approved: an older version never replaces a newer one") { place in
            try place.bringIntoForce(try Pack.source("1.1.0"))
            try place.submit(try Pack.source("1.0.9", least: 2))
        },
        RefusedCase(.olderVersion, "`camford` 1.0.0 is older than 1.1.0, which was approved: an older version never replaces a newer one") { place in
            try place.submit(try Pack.source("1.0.0"))
            try place.approve(by: "police", "probation")
            try place.bringIntoForce(try Pack.source("1.1.0", least: 2))
            try place.approve("camford@1.0.0", by: "council")
        },
        RefusedCase(.sameVersion, "`camford` 1.0.0 was approved already: give a changed pack a new version") { place in
            try place.bringIntoForce(try Pack.source("1.0.0"))
            try place.submit(try Pack.source("1.0.0", least: 2))
        },
        RefusedCase(.superseded, "`camford` 1.0.0 was superseded by 1.1.0 on 2026-11-01") { place in
            try place.bringIntoForce(try Pack.source("1.0.0", from: "2026-10-01"))
            try place.bringIntoForce(try Pack.source("1.1.0", from: "2026-11-01", least: 2))
            try place.approve("camford@1.0.0", by: "police.two")
        },
        RefusedCase(.expired, "`camford` 1.0.0 would never be in force: its last day was 2026-11-20") { place in
            try place.submit(try Pack.source("1.0.0", from: "2026-10-01", until: "2026-11-20"))
        },
        RefusedCase(.expired, "`camford` 1.0.0 would never be in force: its last day was 2026-12-01") { place in
            try place.submit(try Pack.source("1.0.0", until: "2026-12-01"))
            place.today = "2026-12-02"
            try place.approve(by: "police")
        },
        RefusedCase(.boroughTaken, "`Camford` has the pack `camford` 1.0.0 until 2027-12-01: withdraw that one first") { place in
            try place.bringIntoForce(try Pack.source("1.0.0"))
            try place.submit(try Pack.source("1.0.0", id: "other"))
        },
    ]
}

@Suite("what a board does not get through")
struct RefusalTests {
    @Test("is refused with a message of its own", arguments: RefusedCase.all)
    func refused(refused: RefusedCase) throws {
        let place = try BoardPlace()
        #expect(throws: Refusal(refused.kind, refused.message)) { try refused.attempt(place) }
    }

    @Test("leaves a line in the log and nothing else", arguments: RefusedCase.all)
    func logged(refused: RefusedCase) throws {
        let place = try BoardPlace()
        #expect(throws: Refusal.self) { try refused.attempt(place) }
        var last: AuditRow?
        try place.store.read { try $0.auditRows(last: 1) { last = $0 } }
        #expect(last?.kind == "failure")
        #expect(last?.what == "refused: \(refused.message)")
        #expect(try place.store.read { try $0.verifyAudit().faults } == [])
    }

    @Test("is refused where another pack has been approved since")
    func otherPredecessor() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.submit(try Pack.source("1.2.0", least: 2))
        try place.approve(by: "police", "probation")
        let between = try Pack.source("1.1.0", least: 3)
        try place.bringIntoForce(between)
        let first = try Pack.source("1.0.0").digest
        #expect(
            throws: Refusal(
                .otherPredecessor, "`camford` 1.2.0 was submitted to come after \(first), and what it would come after is 1.1.0, \(between.digest): submit it again")
        ) { try place.approve("camford@1.2.0", by: "council") }
        #expect(try place.states == ["1.0.0 approved", "1.2.0 stale", "1.1.0 approved"])
    }
}
