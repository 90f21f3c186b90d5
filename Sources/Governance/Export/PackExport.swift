import DecisionStore
import Notation

/// The file that carries a pack with its evidence and signatures from store to store, as `waymark pack export` writes it.
///
/// NDJSON in one form only: a heading, the canonical text of the approval pack, the evidence, its page, each file of the pack
/// and each statement. docs/governance.md has an example.
package enum PackExport {
    /// Larger files are refused.
    package static let mostBytes = 64 << 20

    package static func text(_ dossier: Dossier) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("waymark_pack"); json.int(1)
        json.key("approval_pack"); json.string(dossier.digest)
        json.endObject()
        json.newline()
        json.raw(dossier.document)
        json.newline()
        func part(_ key: StaticString, _ bytes: [UInt8]) {
            json.beginObject()
            json.key(key); bytes.withUnsafeBufferPointer { json.string($0) }
            json.endObject()
            json.newline()
        }
        part("evidence", dossier.evidence)
        if let page = dossier.page { part("page", page) }
        for (path, bytes) in dossier.files.sorted(by: { $0.key < $1.key }) {
            json.beginObject()
            json.key("file"); json.string(path)
            json.key("text"); bytes.withUnsafeBufferPointer { json.string($0) }
            json.endObject()
            json.newline()
        }
        for statement in dossier.statements {
            json.beginObject()
            json.key("statement"); statement.text.withUnsafeBufferPointer { json.string($0) }
            json.key("signature"); json.string(hexadecimal(statement.signature))
            json.key("key"); json.string(PublicKey(statement.key)?.description ?? "")
            json.endObject()
            json.newline()
        }
        return json.bytes
    }

    /// - Throws: `Refusal` where the bytes are not, to the letter, what this program writes.
    package static func dossier(reading bytes: [UInt8]) throws(Refusal) -> Dossier {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        var line = 0
        func altered(_ what: String) -> Refusal { Refusal(.exportAltered, "the file was altered, or is no pack that `waymark pack export` wrote: \(what)") }
        guard bytes.count <= mostBytes, lines.popLast()?.isEmpty == true, lines.count >= 3 else { throw altered("it breaks off") }
        var dossier = Dossier(document: Array(lines[1]), evidence: [], page: nil, files: [:], statements: [])
        do throws(JSONFault) {
            for (place, text) in lines.enumerated() where place != 1 {
                line = place + 1
                try read(text, place, into: &dossier)
            }
        } catch {
            throw altered("line \(line) lacks \(error.expected)")
        }
        guard text(dossier) == bytes else { throw altered("it is not in the form in which it was written") }
        return dossier
    }

    private static func read(_ line: ArraySlice<UInt8>, _ place: Int, into dossier: inout Dossier) throws(JSONFault) {
        var reader = JSONReader(line)
        try reader.beginObject()
        if place == 0 {
            try reader.key("waymark_pack")
            guard try reader.int() == 1 else { throw JSONFault(offset: 0, expected: "version 1") }
            try reader.key("approval_pack")
            guard try reader.string() == dossier.digest else { throw JSONFault(offset: 0, expected: "the digest of the approval pack") }
        } else if place == 2 {
            try reader.key("evidence")
            dossier.evidence = Array(try reader.string().utf8)
        } else if reader.hasKey("page") {
            try reader.key("page")
            dossier.page = Array(try reader.string().utf8)
        } else if reader.hasKey("file") {
            try reader.key("file")
            let path = try reader.string()
            try reader.key("text")
            dossier.files[path] = Array(try reader.string().utf8)
        } else {
            try reader.key("statement")
            let text = Array(try reader.string().utf8)
            try reader.key("signature")
            let signature = try reader.bytes(count: 64)
            try reader.key("key")
            guard let key = PublicKey(try reader.string()) else { throw JSONFault(offset: 0, expected: "a public key") }
            dossier.statements.append(StoredStatement(text: text, signature: signature, key: key.bytes))
        }
        try reader.endObject()
        try reader.end()
    }
}
