import DecisionStore
import Governance
import Testing

@Suite("the last row of a log, lodged elsewhere")
struct LodgedHeadTests {
    static func head(_ place: BoardPlace) throws -> AuditHead {
        try place.submit(try Pack.source("1.0.0"))
        return try place.store.read { try $0.auditHead() }
    }

    @Test("reads as it was written, with an auditor's signature or without")
    func read() throws {
        let place = try BoardPlace()
        let head = try LodgedHeadTests.head(place)
        let plain = LodgedHead(head)
        #expect(try LodgedHead(reading: Array(plain.text.utf8), name: "head") == plain)
        #expect(plain.refusal(place.people) == nil)
        let signed = try LodgedHead(head, by: place.signer("auditor"), people: place.people, on: place.day)
        #expect(try LodgedHead(reading: Array(signed.text.utf8), name: "head") == signed)
        #expect(signed.refusal(place.people) == nil)
    }

    @Test("is signed by auditors only")
    func auditors() throws {
        let place = try BoardPlace()
        let head = try LodgedHeadTests.head(place)
        #expect(throws: Refusal(.wrongRole, "`police` does not have the role `auditor` in `waymark.lua`, which this needs")) {
            try LodgedHead(head, by: place.signer("police"), people: place.people, on: place.day)
        }
        let signed = try LodgedHead(head, by: place.signer("auditor"), people: place.people, on: place.day)
        try place.change(leaving: ["auditor"])
        #expect(signed.refusal(place.people)?.kind == .unknownPerson)
    }

    @Test("shows any byte that was changed")
    func everyByte() throws {
        let place = try BoardPlace()
        let signed = try LodgedHead(try LodgedHeadTests.head(place), by: place.signer("auditor"), people: place.people, on: place.day)
        let text = Array(signed.text.utf8)
        for index in text.indices.dropLast() {
            var changed = text
            changed[index] ^= 1
            guard let read = try? LodgedHead(reading: changed, name: "head") else { continue }
            #expect(read.refusal(place.people) != nil, "byte \(index)")
        }
    }
}
