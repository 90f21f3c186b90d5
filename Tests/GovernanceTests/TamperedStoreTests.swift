import DecisionStore
import GRDB
import Governance
import Notation
import Testing

@Suite("a store that somebody changed with a database tool")
struct TamperedStoreTests {
    static func place() throws -> BoardPlace {
        let place = try BoardPlace()
        try place.bringIntoForce(try Pack.source("1.0.0"))
        try place.bringIntoForce(try Pack.source("1.1.0", least: 2))
        place.today = "2026-12-01"
        #expect(try place.inForce == "1.1.0")
        return place
    }

    static let altered: [(sql: String, reason: Refusal.Kind)] = [
        ("UPDATE blob SET bytes = CAST(replace(CAST(bytes AS TEXT), 'least = 2', 'least = 9') AS BLOB)", .packAltered),
        ("UPDATE blob SET bytes = CAST(replace(CAST(bytes AS TEXT), '1.1.0', '1.1.1') AS BLOB)", .packAltered),
        ("DELETE FROM pack_file WHERE path = 'camford/rules.lua' AND pack = (SELECT pack FROM approval ORDER BY audit DESC LIMIT 1)", .packAltered),
        ("INSERT INTO pack_file SELECT pack, 'camford/fields.lua', blob FROM pack_file WHERE path = 'common/numbers.lua' AND pack = (SELECT pack FROM approval ORDER BY audit DESC LIMIT 1)", .packAltered),
        ("UPDATE approval SET document = CAST(replace(CAST(document AS TEXT), '2027-12-01', '2037-12-01') AS BLOB) WHERE audit = (SELECT max(audit) FROM approval)", .approvalAltered),
        ("UPDATE approval SET document = x'7b7d' WHERE audit = (SELECT max(audit) FROM approval)", .approvalAltered),
    ]

    @Test("has the altered pack out of force, and the one before it goes on", arguments: altered)
    func alteredPack(sql: String, reason: Refusal.Kind) throws {
        let place = try TamperedStoreTests.place()
        try place.tamper(sql)
        #expect(try place.inForce == "1.0.0")
        #expect(try place.reasons.contains(reason))
        #expect(try place.board.book(on: place.day).standings.map(\.state).contains(.altered))
    }

    @Test("has a pack with altered evidence out of force", arguments: [("moves", Refusal.Kind.evidenceAltered), ("Twelve", .pageAltered)])
    func alteredEvidence(word: String, reason: Refusal.Kind) throws {
        let place = try TamperedStoreTests.place()
        try place.tamper("UPDATE blob SET bytes = CAST(replace(CAST(bytes AS TEXT), '\(word)', 'other') AS BLOB)")
        #expect(try place.inForce == nil)
        #expect(try place.reasons == [reason, reason])
    }

    static let statements = [
        "DELETE FROM statement WHERE audit = (SELECT max(audit) FROM statement)",
        "UPDATE statement SET text = CAST(CAST(text AS TEXT) || ' ' AS BLOB) WHERE audit = (SELECT max(audit) FROM statement)",
        "UPDATE statement SET signature = zeroblob(64) WHERE audit = (SELECT max(audit) FROM statement)",
        "UPDATE statement SET key = zeroblob(32) WHERE audit = (SELECT max(audit) FROM statement)",
        "UPDATE statement SET audit = 1 WHERE audit = (SELECT max(audit) FROM statement)",
        "UPDATE statement SET approval = (SELECT digest FROM approval ORDER BY audit LIMIT 1) WHERE audit = (SELECT max(audit) FROM statement)",
        "DELETE FROM approval WHERE audit = (SELECT max(audit) FROM approval)",
        "UPDATE approval SET digest = 'sha256:0' WHERE audit = (SELECT max(audit) FROM approval)",
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "UPDATE audit SET what = 'nothing' WHERE seq = 3",
    ]

    @Test("has nothing in force where a statement or the log was changed", arguments: statements)
    func alteredStatement(sql: String) throws {
        let place = try TamperedStoreTests.place()
        try place.tamper(sql)
        #expect { try place.inForce } throws: { error in
            (error as? Refusals)?.all.allSatisfy { $0.kind == .logAltered && $0.message.hasPrefix("the log was tampered with, and nothing is in force: ") } == true
        }
    }

    @Test("does not get a withdrawn pack back into force by deleting the withdrawal")
    func withdrawal() throws {
        let place = try TamperedStoreTests.place()
        _ = try place.board.withdraw("camford@1.1.0", reason: "wrong", by: place.signer("council"))
        try place.tamper("DELETE FROM statement WHERE audit = (SELECT max(audit) FROM statement)")
        #expect { try place.inForce } throws: { error in
            (error as? Refusals)?.all.first?.message == "the log was tampered with, and nothing is in force: the withdrawal in row 10 of the log has lost its statement: that was taken out of the store"
        }
    }

    @Test("takes no statement that was put in without the log")
    func inserted() throws {
        let place = try BoardPlace()
        try place.submit(try Pack.source("1.0.0"))
        try place.approve(by: "police", "probation")
        let dossier = try PackExport.dossier(reading: try place.board.export("camford")).signed(by: place.signer("council"), people: place.people, on: place.day)
        let statement = dossier.statements[3]
        try place.tamper(
            "INSERT INTO statement SELECT 1, approval, CAST(? AS BLOB), unhex_(?), key FROM statement LIMIT 1".replacing("unhex_(?)", with: "x'\(hexadecimal(statement.signature))'"),
            [String(decoding: statement.text, as: UTF8.self)])
        #expect { try place.states } throws: { ($0 as? Refusals)?.all.first?.kind == .logAltered }
    }

    @Test("that has any byte of a kept file flipped runs no such pack")
    func everyByte() throws {
        let place = try TamperedStoreTests.place()
        let stored = try #require(try place.store.read { reader in try reader.approvals().last.flatMap { try reader.approval($0) } })
        for (path, bytes) in stored.files {
            for index in bytes.indices {
                var dossier = Dossier(stored)
                dossier.files[path]?[index] ^= 1 << UInt8(index % 8)
                #expect(!dossier.examined(place.people).isApproved, "\(path), byte \(index)")
            }
        }
    }
}
