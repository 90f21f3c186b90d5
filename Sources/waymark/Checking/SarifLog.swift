import Decisions
import Notation
import RuleChecks

/// Findings as a log in SARIF 2.1.0, the format that code scanning tools exchange.
struct SarifLog {
    private var json = JSONWriter()
    /// How often a fingerprint has been given, so that two equal lines keep apart.
    private var given: [String: Int] = [:]
    /// Packs that share a baseline share its findings.
    private var seen: Set<String> = []

    /// - Parameter version: of this program.
    static func text(_ reports: [CheckReport], version: String) -> String {
        var log = SarifLog()
        log.write(reports, version)
        return log.json.text + "\n"
    }

    private mutating func write(_ reports: [CheckReport], _ version: String) {
        json.beginObject()
        json.key("$schema"); json.string("https://json.schemastore.org/sarif-2.1.0.json")
        json.key("version"); json.string("2.1.0")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        json.key("tool")
        json.beginObject()
        json.key("driver")
        driver(version)
        json.endObject()
        json.key("columnKind"); json.string("unicodeCodePoints")
        json.key("results")
        json.beginArray()
        for report in reports {
            var places = FindingPlaces(pack: report.pack.path)
            for finding in report.pack.findings { result(finding, &places) }
        }
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
    }

    private mutating func driver(_ version: String) {
        json.beginObject()
        json.key("name"); json.string("waymark")
        json.key("semanticVersion"); json.string(version)
        json.key("rules")
        json.beginArray()
        for code in FindingCode.allCases {
            json.beginObject()
            json.key("id"); json.string(code.rawValue)
            json.key("shortDescription"); text(code.meaning)
            json.key("helpUri"); json.string("docs/checks/\(code.rawValue).md")
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private mutating func text(_ text: String) {
        json.beginObject()
        json.key("text"); json.string(harmless(text))
        json.endObject()
    }

    private mutating func result(_ finding: Finding, _ places: inout FindingPlaces) {
        let path = finding.file.map { places.path(of: $0) }
        let column = places.column(of: finding)
        guard seen.insert("\(finding.code.rawValue)\n\(path ?? "")\n\(finding.line ?? 0)\n\(column ?? 0)\n\(finding.message)").inserted else { return }
        json.beginObject()
        json.key("ruleId"); json.string(finding.code.rawValue)
        if let place = FindingCode.allCases.firstIndex(of: finding.code) { json.key("ruleIndex"); json.int(place) }
        json.key("level"); json.string(finding.severity.rawValue)
        json.key("message"); text(finding.message + (finding.hint.map { "; \($0)" } ?? ""))
        if let path {
            json.key("locations")
            json.beginArray()
            json.beginObject()
            json.key("physicalLocation")
            json.beginObject()
            json.key("artifactLocation"); artifact(path)
            if let line = finding.line {
                json.key("region")
                json.beginObject()
                json.key("startLine"); json.int(line)
                if let column { json.key("startColumn"); json.int(column) }
                json.endObject()
            }
            json.endObject()
            json.endObject()
            json.endArray()
        }
        json.key("partialFingerprints")
        json.beginObject()
        json.key("waymarkFinding/v1"); json.string(fingerprint(finding, path, &places))
        json.endObject()
        if let fix = finding.fix { write(fix, places.path(of: fix.file)) }
        json.endObject()
    }

    private mutating func artifact(_ path: String) {
        json.beginObject()
        json.key("uri"); json.string(SarifLog.uri(path))
        json.endObject()
    }

    private mutating func write(_ fix: FindingFix, _ path: String) {
        json.key("fixes")
        json.beginArray()
        json.beginObject()
        json.key("description"); text(fix.text)
        json.key("artifactChanges")
        json.beginArray()
        json.beginObject()
        json.key("artifactLocation"); artifact(path)
        json.key("replacements")
        json.beginArray()
        json.beginObject()
        json.key("deletedRegion")
        json.beginObject()
        json.key("byteOffset"); json.int(fix.bytes.lowerBound)
        json.key("byteLength"); json.int(fix.bytes.count)
        json.endObject()
        json.key("insertedContent"); text(fix.replacement)
        json.endObject()
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
        json.endArray()
    }

    /// The same for the same finding when the lines above it change: made of the code, the file and what stands on the line.
    private mutating func fingerprint(_ finding: Finding, _ path: String?, _ places: inout FindingPlaces) -> String {
        var line: [UInt8]?
        if let file = finding.file, let number = finding.line { line = places.line(number, of: file) }
        let words = line.map { String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? finding.message
        // FNV-1a: it need not withstand anybody, only stay the same.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(finding.code.rawValue)\n\(path ?? "")\n\(words)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let text = String(repeating: "0", count: 16 - digits.count) + digits
        given[text, default: 0] += 1
        return "\(text):\(given[text] ?? 1)"
    }

    /// A path as a reference; an absolute path as a `file` URI.
    static func uri(_ path: String) -> String {
        let isPlain: (UInt8) -> Bool = { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x2D...0x39).contains(byte) || byte == 0x5F || byte == 0x7E
        }
        let hex = Array("0123456789ABCDEF")
        let escaped = path.utf8.map { isPlain($0) ? String(UnicodeScalar($0)) : "%\(hex[Int($0 >> 4)])\(hex[Int($0 & 15)])" }.joined()
        return path.hasPrefix("/") ? "file://\(escaped)" : escaped
    }
}
