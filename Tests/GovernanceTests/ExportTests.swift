import Decisions
import DecisionStore
import Governance
import Notation
import RulePacks
import Testing

@Suite("a pack that travels")
struct ExportTests {
    /// Everything for which a file is refused, as `waymark pack verify` finds it.
    static func refusals(_ bytes: [UInt8], _ people: People) -> [Refusal.Kind] {
        do { return try PackExport.dossier(reading: bytes).examined(people).refusals.map(\.kind) } catch { return [error.kind] }
    }

    @Test("verifies without its store, and gives the same bytes each time")
    func verifies() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        let bytes = try place.board.export("camford")
        #expect(try place.board.export("camford") == bytes)
        #expect(ExportTests.refusals(bytes, place.people) == [])
        let dossier = try PackExport.dossier(reading: bytes)
        #expect(try PackSource.load(PackFiles(id: "camford", files: dossier.files)).digest == Pack.source("1.0.0").digest)
    }

    @Test("is refused after any change of any byte")
    func everyByte() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.approve(by: "police.two")
        let bytes = try place.board.export("camford")
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1 << UInt8(index % 7)
            if ExportTests.refusals(changed, place.people).isEmpty { Issue.record("byte \(index) was changed, and nobody noticed") }
        }
    }

    @Test("is refused where it breaks off, or a line is missing, moved or there twice")
    func lines() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        let bytes = try place.board.export("camford")
        let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
        for index in lines.indices {
            var removed = lines, doubled = lines
            removed.remove(at: index)
            doubled.insert(lines[index], at: index)
            #expect(!ExportTests.refusals(Array(removed.joined()), place.people).isEmpty, "without line \(index)")
            #expect(!ExportTests.refusals(Array(doubled.joined()), place.people).isEmpty, "line \(index) twice")
            #expect(!ExportTests.refusals(Array(lines[..<index].joined()), place.people).isEmpty, "up to line \(index)")
        }
        for length in [0, 1, bytes.count - 1] { #expect(!ExportTests.refusals(Array(bytes[..<length]), place.people).isEmpty) }
        #expect(ExportTests.refusals(bytes + [0x0A], place.people) == [.exportAltered])
    }

    @Test("does not verify for those who trust others")
    func others() throws {
        let (place, other) = (try BoardPlace(), try BoardPlace())
        try place.bringIntoForce(try Pack.source("1.0.0"))
        let bytes = try place.board.export("camford")
        #expect(
            ExportTests.refusals(bytes, other.people)
                == [.replacedKey, .replacedKey, .replacedKey, .replacedKey, .signaturesShort, .agencyMissing, .agencyMissing, .agencyMissing])
    }

    @Test("is taken by another store with the same board, and is in force there")
    func taken() throws {
        let place = try BoardPlace()
        let other = try BoardPlace(signers: place.signers)
        try place.bringIntoForce(try Pack.source("1.0.0"))
        let taken = try other.board.take(try place.board.export("camford"), by: "auditor")
        #expect(taken.new == 4)
        #expect(taken.standing.state == .approved)
        other.today = "2026-12-01"
        #expect(try other.inForce == "1.0.0")
        #expect(try other.board.export("camford") == place.board.export("camford"))
        #expect(try other.store.read { try $0.verifyAudit().faults } == [])
        #expect(try other.board.take(try place.board.export("camford"), by: "auditor").new == 0)
    }

    @Test("can be signed away from the store, and brings the signatures back")
    func signedElsewhere() throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        try place.approve(by: "police")
        var dossier = try PackExport.dossier(reading: try place.board.export("camford"))
        dossier = try dossier.signed(by: place.signer("probation"), people: place.people, on: place.day)
        dossier = try dossier.signed(by: place.signer("council"), people: place.people, on: place.day)
        #expect(throws: Refusal(.signedTwice, "`council` has signed `camford` 1.0.0 already: one person has one signature")) {
            try dossier.signed(by: place.signer("council"), people: place.people, on: place.day)
        }
        #expect(throws: Refusal(.authorSigns, "`analyst` submitted the pack and may not sign it: the quorum asks for others")) {
            try dossier.signed(by: place.signer("analyst"), people: place.people, on: place.day)
        }
        #expect(throws: Refusal(.wrongRole, "`auditor` does not have the role `board` in `waymark.lua`, which this needs")) {
            try dossier.signed(by: place.signer("auditor"), people: place.people, on: place.day)
        }
        let taken = try place.board.take(PackExport.text(dossier), by: "auditor")
        #expect(taken.new == 2)
        #expect(taken.standing.state == .approved)
    }

    @Test("of an older approval is refused once a newer one was approved")
    func replayed() throws {
        let place = try BoardPlace()
        let other = try BoardPlace(signers: place.signers)
        try place.bringIntoForce(try Pack.source("1.0.0"))
        let old = try place.board.export("camford")
        try place.bringIntoForce(try Pack.source("1.1.0", least: 2))
        let new = try place.board.export("camford")
        // To a store that never had it.
        _ = try other.board.take(new, by: "auditor")
        let older = Refusal(.olderVersion, "`camford` 1.0.0 is older than 1.1.0, which was approved: an older version never replaces a newer one")
        #expect(throws: older) { try other.board.take(old, by: "auditor") }
        // To its own.
        place.today = "2026-12-01"
        #expect(throws: Refusal(.superseded, "`camford` 1.0.0 was superseded by 1.1.0 on 2026-12-01")) { try place.board.take(old, by: "auditor") }
        // After it was withdrawn.
        _ = try place.board.withdraw("camford@1.1.0", reason: "wrong", by: place.signer("council"))
        #expect(throws: Refusal(.withdrawn, "`camford` 1.1.0 was withdrawn by `council` on 2026-12-01: wrong")) { try place.board.take(new, by: "auditor") }
        #expect(throws: Refusal(.withdrawn, "`camford` 1.1.0 was withdrawn by `council` on 2026-12-01")) {
            try other.board.take(try place.board.export("camford@1.1.0"), by: "auditor")
        }
    }

    @Test("that skips a version is refused where that version is missing")
    func skipped() throws {
        let place = try BoardPlace()
        let other = try BoardPlace(signers: place.signers)
        let first = try Pack.source("1.0.0"), second = try Pack.source("1.1.0", least: 2)
        try place.bringIntoForce(first)
        _ = try other.board.take(try place.board.export("camford"), by: "auditor")
        try place.bringIntoForce(second)
        try place.bringIntoForce(try Pack.source("1.2.0", least: 3))
        #expect(
            throws: Refusal(
                .otherPredecessor,
                "`camford` 1.2.0 was submitted to come after \(second.digest), and what it would come after is 1.0.0, \(first.digest): submit it again")
        ) { try other.board.take(try place.board.export("camford@1.2.0"), by: "auditor") }
        _ = try other.board.take(try place.board.export("camford@1.1.0"), by: "auditor")
        _ = try other.board.take(try place.board.export("camford@1.2.0"), by: "auditor")
        other.today = "2026-12-01"
        #expect(try other.inForce == "1.2.0")
    }

    @Test("is refused as a whole where one signature does not count, and leaves only a line in the log")
    func partlyBad() throws {
        let place = try BoardPlace()
        let other = try BoardPlace(signers: place.signers)
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.approve(by: "police.two")
        try other.change(leaving: ["police.two"])
        #expect(throws: Refusal(.unknownPerson, "`waymark.lua` names nobody `police.two`: add them there before they act or sign")) {
            try other.board.take(try place.board.export("camford"), by: "auditor")
        }
        #expect(try other.states == [])
    }

    @Test("is refused with a signature of tomorrow")
    func tomorrow() throws {
        let place = try BoardPlace(today: "2026-11-22")
        let other = try BoardPlace(signers: place.signers)
        try place.bringIntoForce(try Pack.source("1.0.0"))
        #expect(throws: Refusal(.keyNotYetValid, "the signature of `police` is dated 2026-11-22, which is still to come")) {
            try other.board.take(try place.board.export("camford"), by: "auditor")
        }
    }

    @Test("signed by somebody who copied another's statement is refused")
    func copied() throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        try place.approve(by: "police", "probation")
        var dossier = try PackExport.dossier(reading: try place.board.export("camford"))
        var copy = dossier.statements[1]
        copy.text = Array(String(decoding: copy.text, as: UTF8.self).replacing("\"by\":\"police\"", with: "\"by\":\"council\"").utf8)
        dossier.statements.append(copy)
        #expect(ExportTests.refusals(PackExport.text(dossier), place.people).first == .badSignature)
    }

    @Test("carries no signature over to another approval pack")
    func carriedOver() throws {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        let old = try PackExport.dossier(reading: try place.board.export("camford"))
        try place.submit(try Pack.source("1.1.0", least: 2))
        var new = try PackExport.dossier(reading: try place.board.export("camford"))
        new.statements += old.statements.dropFirst()
        let refusals = new.examined(place.people).refusals
        #expect(Set(refusals.map(\.kind)) == [.statementAltered, .signaturesShort, .agencyMissing])
        #expect(refusals[0].message.hasPrefix("the statement of `police` is about another approval pack: `camford` 1.0.0, sha256:"))
    }
}
