import Decisions
import Notation
import RuleChecks

/// What `check` finds in a draft, with the places as a browser counts them.
struct PlacedFindings: Sendable {
    struct Placed: Sendable {
        let finding: Finding
        /// `camford/scores.lua`; nil where it is about the pack as a whole.
        let path: String?
        /// Counted from 1; nil where it is about a whole file.
        let line: Int?
        /// UTF-16 units from the beginning of the line, of what it is about.
        let columns: Range<Int>
    }

    let all: [Placed]
    let pack: CheckedPack

    init(_ draft: Draft, asOf day: Day) {
        let pack = CheckedPack(draft.pack, asOf: day)
        var texts: [String: [ArraySlice<UInt8>]] = [:]
        all = pack.findings.map { finding in
            guard let file = finding.file else { return Placed(finding: finding, path: nil, line: nil, columns: 0..<0) }
            let path = draft.path(of: file)
            guard let line = finding.line else { return Placed(finding: finding, path: draft.files[path] == nil ? nil : path, line: nil, columns: 0..<0) }
            let lines = texts[path] ?? (draft.files[path] ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
            texts[path] = lines
            let text = lines.indices.contains(line - 1) ? lines[line - 1] : []
            return Placed(finding: finding, path: path, line: line, columns: PlacedFindings.columns(in: text, from: finding.column))
        }
        self.pack = pack
    }

    /// From a column in bytes to the end of the word or text that begins there; the whole line where there is no column.
    private static func columns(in line: ArraySlice<UInt8>, from column: Int?) -> Range<Int> {
        let bytes = Array(line)
        guard let column, (1...max(1, bytes.count)).contains(column) else {
            let start = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
            return start..<max(start, units(bytes[...]))
        }
        let rest = bytes[(column - 1)...]
        var count = rest.prefix(while: isWord).count
        if let quote = rest.first, quote == 0x22 || quote == 0x27, let end = rest.dropFirst().firstIndex(of: quote) { count = end - rest.startIndex + 1 }
        let start = units(bytes[..<(column - 1)])
        return start..<(start + max(1, units(rest.prefix(count))))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte >= 0x41 || byte == 0x5F || byte >= 0x80
    }

    private static func units(_ bytes: ArraySlice<UInt8>) -> Int { String(decoding: bytes, as: UTF8.self).utf16.count }

    /// For the script that marks them in one file.
    /// - Parameter path: only what is about this file.
    func write(about path: String, to json: inout JSONWriter) {
        json.array(all.filter { $0.path == path }) { placed, json in
            json.beginObject()
            json.key("line"); json.int(placed.line ?? 1)
            json.key("from"); json.int(placed.columns.lowerBound)
            json.key("to"); json.int(placed.columns.upperBound)
            json.key("severity"); json.string(placed.finding.severity.rawValue)
            json.key("code"); json.string(placed.finding.code.rawValue)
            json.key("message"); json.string(placed.finding.message + (placed.finding.hint.map { "; \($0)" } ?? ""))
            json.endObject()
        }
    }
}
