import Crypto
package import Notation

/// A row of the log as it is kept.
package struct AuditRow: Sendable, Hashable {
    /// From 1, without gaps.
    package var seq: Int
    /// `2026-11-21T12:06:09.123Z`
    package var at: String
    package var who: String
    package var kind: String
    /// The keyed hash of a nominal's id, 64 hexadecimal digits; nil where the row is about nobody in particular.
    package var subject: String?
    package var why: String
    package var what: String
    /// The hash of the row before; of the first row, the log's own beginning.
    package var previous: [UInt8]
    package var hash: [UInt8]

    /// SHA-256 over everything else in the row, each part with its length before it.
    package var expectedHash: [UInt8] {
        var hash = SHA256()
        func add(_ bytes: some Sequence<UInt8>) {
            let bytes = Array(bytes)
            withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        add("waymark audit 1".utf8)
        add(previous)
        add(String(seq).utf8)
        add(at.utf8)
        add(who.utf8)
        add(kind.utf8)
        // Nobody and a subject of no letters are not the same.
        add(subject == nil ? [0] : [1])
        add((subject ?? "").utf8)
        add(why.utf8)
        add(what.utf8)
        return Array(hash.finalize())
    }

    /// One JSON object, with no newline.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("seq"); json.int(seq)
        json.key("at"); json.string(at)
        json.key("who"); json.string(who)
        json.key("kind"); json.string(kind)
        json.key("subject")
        json.optional(subject)
        json.key("why"); json.string(why)
        json.key("what"); json.string(what)
        json.key("previous"); json.string(hexadecimal(previous))
        json.key("hash"); json.string(hexadecimal(hash))
        json.endObject()
    }

    init(reading reader: inout JSONReader) throws(JSONFault) {
        try reader.beginObject()
        try reader.key("seq"); seq = try reader.int()
        try reader.key("at"); at = try reader.string()
        try reader.key("who"); who = try reader.string()
        try reader.key("kind"); kind = try reader.string()
        try reader.key("subject"); subject = try reader.optional { reader throws(JSONFault) in try reader.string() }
        try reader.key("why"); why = try reader.string()
        try reader.key("what"); what = try reader.string()
        try reader.key("previous"); previous = try reader.hash()
        try reader.key("hash"); hash = try reader.hash()
        try reader.endObject()
        try reader.end()
    }

    init(seq: Int, at: String, who: String, kind: String, subject: String?, why: String, what: String, previous: [UInt8], hash: [UInt8] = []) {
        self.seq = seq
        self.at = at
        self.who = who
        self.kind = kind
        self.subject = subject
        self.why = why
        self.what = what
        self.previous = previous
        self.hash = hash
    }
}

extension JSONReader {
    /// 32 bytes in hexadecimal.
    mutating func hash() throws(JSONFault) -> [UInt8] {
        guard let value = bytes(hexadecimal: try string()), value.count == 32 else { throw JSONFault(offset: 0, expected: "a hash of 64 digits") }
        return value
    }
}
