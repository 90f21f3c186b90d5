import Notation

/// How many must sign a pack, and who among them.
package struct Quorum: Sendable, Hashable {
    package var signatures: Int
    /// Each of these agencies must be among those who sign.
    package var oneEach: [String]
    package var authorMaySign: Bool

    package init(signatures: Int, oneEach: [String] = [], authorMaySign: Bool = false) {
        self.signatures = signatures
        self.oneEach = oneEach
        self.authorMaySign = authorMaySign
    }

    /// What is still missing.
    /// - Parameter agencies: that of each person whose signature counts.
    func refusals(agencies: [String]) -> [Refusal] {
        var refusals: [Refusal] = []
        if agencies.count < signatures {
            refusals.append(
                Refusal(.signaturesShort, "the pack has \(agencies.count) of the \(signatures) signatures that it needs: \(signatures - agencies.count) more must sign"))
        }
        for agency in oneEach where !agencies.contains(agency) {
            refusals.append(Refusal(.agencyMissing, "nobody of the agency `\(agency)` has signed the pack, and one must"))
        }
        return refusals
    }

    /// `3 signatures; one each from police and probation; the author may not sign`
    package var inWords: String {
        var words = signatures == 1 ? "1 signature" : "\(signatures) signatures"
        if !oneEach.isEmpty { words += "; one each from " + (oneEach.count == 1 ? oneEach[0] : oneEach.dropLast().joined(separator: ", ") + " and " + oneEach[oneEach.count - 1]) }
        return words + (authorMaySign ? "; the author may sign" : "; the author may not sign")
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("signatures"); json.int(signatures)
        json.key("one_each"); json.strings(oneEach)
        json.key("author_may_sign"); json.bool(authorMaySign)
        json.endObject()
    }

    init(reading reader: inout JSONReader) throws(JSONFault) {
        try reader.beginObject()
        try reader.key("signatures"); signatures = try reader.int()
        try reader.key("one_each"); oneEach = try reader.strings()
        try reader.key("author_may_sign"); authorMaySign = try reader.bool()
        try reader.endObject()
    }
}
