package import Decisions
import DecisionStore
package import Notation

/// What the board signs: one line of JSON that binds a pack, by its digest, to its evidence, to what it replaces, to its
/// dates and to the quorum under which it was submitted.
package struct ApprovalPack: Sendable, Hashable {
    package var pack: PackIdentity
    package var borough: String
    /// The digest of the approved pack of the same id that it comes after; nil where there is none.
    package var replaces: String?
    /// The first day on which the pack is in force.
    package var from: Day
    package var reviewBy: Day
    /// The last day on which the pack is in force.
    package var until: Day
    package var author: String
    package var submitted: Day
    /// Counted from 1 for each pack in its store, so that the same pack can be submitted again after a rejection.
    package var submission: Int
    package var quorum: Quorum
    /// The digest of `waymark.lua` at the time.
    package var people: String
    /// The digest of the evidence, a JSON document.
    package var evidence: String
    /// The digest of the same for people, as HTML; nil where there is none.
    package var page: String?

    /// The canonical text: without blanks, the keys in this order.
    package var bytes: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("waymark_approval"); json.int(1)
        json.key("pack"); json.string(pack.id)
        json.key("version"); json.string(pack.version)
        json.key("digest"); json.string(pack.digest)
        json.key("borough"); json.string(borough)
        json.key("replaces"); json.optional(replaces)
        json.key("valid")
        json.beginObject()
        json.key("from"); json.string(from.description)
        json.key("review_by"); json.string(reviewBy.description)
        json.key("until"); json.string(until.description)
        json.endObject()
        json.key("author"); json.string(author)
        json.key("submitted"); json.string(submitted.description)
        json.key("submission"); json.int(submission)
        json.key("quorum"); quorum.write(to: &json)
        json.key("people"); json.string(people)
        json.key("evidence"); json.string(evidence)
        json.key("page"); json.optional(page)
        json.endObject()
        return json.bytes
    }

    /// `sha256:…` of the canonical text.
    package var digest: String { sha256(bytes) }

    init(
        pack: PackIdentity, borough: String, replaces: String?, from: Day, reviewBy: Day, until: Day, author: String, submitted: Day, submission: Int,
        quorum: Quorum, people: String, evidence: String, page: String?
    ) {
        self.pack = pack
        self.borough = borough
        self.replaces = replaces
        self.from = from
        self.reviewBy = reviewBy
        self.until = until
        self.author = author
        self.submitted = submitted
        self.submission = submission
        self.quorum = quorum
        self.people = people
        self.evidence = evidence
        self.page = page
    }

    /// - Throws: where the text is not the canonical text of an approval pack.
    package init(reading text: [UInt8]) throws(JSONFault) {
        var reader = JSONReader(text)
        try reader.beginObject()
        try reader.key("waymark_approval")
        guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
        try reader.key("pack")
        let id = try reader.string()
        try reader.key("version")
        let version = try reader.string()
        try reader.key("digest")
        pack = PackIdentity(id: id, version: version, digest: try reader.string())
        try reader.key("borough"); borough = try reader.string()
        try reader.key("replaces"); replaces = try reader.optionalString()
        try reader.key("valid")
        try reader.beginObject()
        try reader.key("from"); from = try reader.day()
        try reader.key("review_by"); reviewBy = try reader.day()
        try reader.key("until"); until = try reader.day()
        try reader.endObject()
        try reader.key("author"); author = try reader.string()
        try reader.key("submitted"); submitted = try reader.day()
        try reader.key("submission"); submission = try reader.int()
        try reader.key("quorum"); quorum = try Quorum(reading: &reader)
        try reader.key("people"); people = try reader.string()
        try reader.key("evidence"); evidence = try reader.string()
        try reader.key("page"); page = try reader.optionalString()
        try reader.endObject()
        try reader.end()
        guard bytes == text else { throw JSONFault(offset: 0, expected: "the canonical text") }
    }
}

extension JSONReader {
    mutating func optionalString() throws(JSONFault) -> String? {
        try optional { reader throws(JSONFault) in try reader.string() }
    }

    mutating func day() throws(JSONFault) -> Day {
        guard let day = Day(iso: try string()) else { throw JSONFault(offset: 0, expected: "a date") }
        return day
    }
}
