package import DecisionStore
package import Notation

/// The last row of a store's log, to be kept elsewhere: signed by an auditor, or as it is.
package struct LodgedHead: Sendable, Hashable {
    package struct Signature: Sendable, Hashable {
        package let by: String
        package let on: Day
        package let key: PublicKey
        let bytes: [UInt8]
    }

    package let head: AuditHead
    /// nil where nobody signed it.
    package let signature: Signature?

    package init(_ head: AuditHead) {
        self.head = head
        signature = nil
    }

    /// Signed by an auditor.
    /// - Throws: `Refusal` where their signature would not count.
    package init(_ head: AuditHead, by signer: Signer, people: People, on day: Day) throws {
        let person = try people.person(signer.id, as: .auditor)
        guard let key = signer.publicKey, person.key == key else {
            throw Refusal(.wrongKey, "the key is not the one that `\(People.fileName)` gives for `\(signer.id)`: sign with that one")
        }
        if let refusal = person.refusal(on: day) { throw refusal }
        self.head = head
        signature = Signature(by: signer.id, on: day, key: key, bytes: try signer.signature(of: LodgedHead.members(head, signer.id, day, key)))
    }

    /// What the signature covers: the members of the object before it.
    private static func members(_ head: AuditHead, _ by: String, _ on: Day, _ key: PublicKey) -> [UInt8] {
        var json = JSONWriter()
        write(head, to: &json)
        json.key("by"); json.string(by)
        json.key("on"); json.string(on.description)
        json.key("key"); json.string(key.description)
        return json.bytes
    }

    private static func write(_ head: AuditHead, to json: inout JSONWriter) {
        json.key("waymark_head"); json.int(1)
        json.key("store"); json.string(head.store)
        json.key("row"); json.int(head.seq)
        json.key("hash"); json.string(hexadecimal(head.hash))
    }

    /// One line with its newline.
    package var text: String {
        var json = JSONWriter()
        json.beginObject()
        if let signature {
            json.raw(LodgedHead.members(head, signature.by, signature.on, signature.key))
            json.key("signature"); json.string(hexadecimal(signature.bytes))
        } else {
            LodgedHead.write(head, to: &json)
        }
        json.endObject()
        return json.text + "\n"
    }

    /// - Throws: `GovernanceError` where the text is none.
    package init(reading text: [UInt8], name: String) throws(GovernanceError) {
        do throws(JSONFault) {
            var reader = JSONReader(text.last == 0x0A ? text.dropLast() : text[...])
            try reader.beginObject()
            try reader.key("waymark_head")
            guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
            try reader.key("store")
            let store = try reader.string()
            try reader.key("row")
            let row = try reader.int()
            try reader.key("hash")
            head = AuditHead(store: store, seq: row, hash: try reader.bytes(count: 32))
            if reader.hasKey("by") {
                try reader.key("by")
                let by = try reader.string()
                try reader.key("on")
                let on = try reader.day()
                try reader.key("key")
                guard let key = PublicKey(try reader.string()) else { throw JSONFault(offset: 0, expected: "a public key") }
                try reader.key("signature")
                signature = Signature(by: by, on: on, key: key, bytes: try reader.bytes(count: 64))
            } else {
                signature = nil
            }
            try reader.endObject()
            try reader.end()
        } catch {
            throw GovernanceError("`\(name)` is not the last row of a log: `waymark audit export --head` writes it")
        }
    }

    /// Why it cannot be relied on; nil where an auditor's signature verifies, or nobody signed it.
    package func refusal(_ people: People) -> Refusal? {
        guard let signature else { return nil }
        guard signature.key.verifies(signature.bytes, of: LodgedHead.members(head, signature.by, signature.on, signature.key)) else {
            return Refusal(.badSignature, "the signature of `\(signature.by)` on the lodged row does not verify: it was altered")
        }
        do throws(Refusal) {
            let person = try people.person(signature.by, as: .auditor)
            guard person.key == signature.key else {
                return Refusal(.replacedKey, "the lodged row was signed with a key that is not that of `\(signature.by)` in `\(People.fileName)`")
            }
            return person.refusal(on: signature.on)
        } catch {
            return error
        }
    }
}
