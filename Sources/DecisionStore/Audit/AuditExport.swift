import Notation

/// A log on its own, as `waymark audit export` writes it: NDJSON that can be verified without the store.
package struct AuditExport {
    private var chain: AuditChain?
    private var heads: [(head: AuditHead, name: String)]
    private var line = 0
    private var isEnded = false
    private var broken: String?

    private let taken: (AuditRow) -> Void

    /// - Parameters:
    ///   - heads: last rows written down elsewhere, each with its name for messages.
    ///   - row: is given each row as it is read, verified or not.
    package init(heads: [(head: AuditHead, name: String)] = [], row: @escaping (AuditRow) -> Void = { _ in }) {
        self.heads = heads
        taken = row
    }

    static func writeBeginning(_ facts: StoreFacts, to json: inout JSONWriter) {
        json.beginObject()
        json.key("waymark_audit"); json.int(1)
        json.key("store"); json.string(facts.name)
        json.key("key_digest"); json.string(hexadecimal(facts.keyDigest))
        json.endObject()
        json.newline()
    }

    static func writeEnd(_ head: AuditHead, to json: inout JSONWriter) {
        json.beginObject()
        json.key("rows"); json.int(head.seq)
        json.key("last"); json.string(hexadecimal(head.hash))
        json.endObject()
        json.newline()
    }

    /// Reads the next line, without its newline.
    package mutating func read(_ bytes: some Collection<UInt8>) {
        line += 1
        guard broken == nil else { return }
        do throws(JSONFault) {
            var reader = JSONReader(bytes)
            if line == 1 {
                try reader.beginObject()
                try reader.key("waymark_audit")
                guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
                try reader.key("store")
                guard let id = Notation.bytes(hexadecimal: try reader.string()), id.count == 16 else { throw JSONFault(offset: 0, expected: "a store's id") }
                try reader.key("key_digest")
                let keyDigest = try reader.hash()
                try reader.endObject()
                try reader.end()
                chain = AuditChain(store: hexadecimal(id), genesis: StoreFacts.genesis(id: id, keyDigest: keyDigest), heads: heads)
            } else if isEnded {
                broken = "line \(line) stands behind the end of the log"
            } else if bytes.starts(with: "{\"rows\":".utf8) {
                try end(&reader)
            } else {
                let row = try AuditRow(reading: &reader)
                chain?.follow(row)
                taken(row)
                var json = JSONWriter()
                row.write(to: &json)
                if json.bytes != Array(bytes) { broken = "line \(line) is not in the form in which it was written" }
            }
        } catch {
            broken = line == 1 ? "the file is not a log: it does not begin with `waymark_audit`" : "line \(line) is not a row of a log: \(error.expected) is missing behind \(error.offset) bytes"
        }
    }

    private mutating func end(_ reader: inout JSONReader) throws(JSONFault) {
        try reader.beginObject()
        try reader.key("rows")
        let rows = try reader.int()
        try reader.key("last")
        let last = try reader.hash()
        try reader.endObject()
        try reader.end()
        isEnded = true
        guard let head = chain?.head else { return }
        if head.seq != rows || head.hash != last { broken = "the log's last line says that row \(rows) is its last, and that is not the row before it" }
    }

    /// - Returns: the log that was read, with all that is wrong with it; nil where the file is none.
    package mutating func finish() -> AuditChain? {
        chain?.finish()
        if let broken { chain?.add(broken) } else if !isEnded { chain?.add("the log breaks off: its last line is missing") }
        return chain
    }

    /// Why there is no log at all; nil where there is one.
    package var emptiness: String? { chain == nil ? broken ?? "the file is empty" : nil }
}
