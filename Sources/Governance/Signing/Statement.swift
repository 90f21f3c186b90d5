package import Decisions
package import DecisionStore
package import Notation

/// What one person says of an approval pack, in the one form that is signed: a line of JSON.
package struct Statement: Sendable, Hashable {
    package var act: StatementAct
    /// The digest of the approval pack.
    package var approval: String
    package var pack: PackIdentity
    /// The digest of the pack that it comes after; nil where there is none.
    package var replaces: String?
    /// The digest of the `waymark.lua` under which it was signed.
    package var people: String
    package var by: String
    package var on: Day
    /// Why; nil for submissions and approvals.
    package var reason: String?

    init(_ act: StatementAct, on approval: ApprovalPack, people: String, by: String, day: Day, reason: String? = nil) {
        self.act = act
        self.approval = approval.digest
        pack = approval.pack
        replaces = approval.replaces
        self.people = people
        self.by = by
        on = day
        self.reason = reason
    }

    /// The canonical text, which the signature covers.
    package var bytes: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("waymark_statement"); json.int(1)
        json.key("act"); json.string(act.rawValue)
        json.key("approval"); json.string(approval)
        json.key("pack"); json.string(pack.id)
        json.key("version"); json.string(pack.version)
        json.key("digest"); json.string(pack.digest)
        json.key("replaces"); json.optional(replaces)
        json.key("people"); json.string(people)
        json.key("by"); json.string(by)
        json.key("on"); json.string(on.description)
        json.key("reason"); json.optional(reason)
        json.endObject()
        return json.bytes
    }

    /// - Throws: where the text is not the canonical text of a statement.
    package init(reading text: [UInt8]) throws(JSONFault) {
        var reader = JSONReader(text)
        try reader.beginObject()
        try reader.key("waymark_statement")
        guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
        try reader.key("act")
        guard let act = StatementAct(rawValue: try reader.string()) else { throw JSONFault(offset: 0, expected: "an act") }
        self.act = act
        try reader.key("approval"); approval = try reader.string()
        try reader.key("pack")
        let id = try reader.string()
        try reader.key("version")
        let version = try reader.string()
        try reader.key("digest")
        pack = PackIdentity(id: id, version: version, digest: try reader.string())
        try reader.key("replaces"); replaces = try reader.optionalString()
        try reader.key("people"); people = try reader.string()
        try reader.key("by"); by = try reader.string()
        try reader.key("on"); on = try reader.day()
        try reader.key("reason"); reason = try reader.optionalString()
        try reader.endObject()
        try reader.end()
        guard bytes == text else { throw JSONFault(offset: 0, expected: "the canonical text") }
    }

    func signed(by signer: Signer) throws -> StoredStatement {
        let text = bytes
        return StoredStatement(text: text, signature: try signer.signature(of: text), key: signer.publicKey?.bytes ?? [])
    }
}
