import Cohorts
import Governance
import Notation
import Reports

/// What the verbs that make evidence share.
enum EvidenceSupport {
    private static let mostBytesOfOutcomes = 256 << 20

    /// What became of people, from a file.
    static func outcomes(_ path: String) throws -> OutcomeTable {
        try OutcomeTable(try readWholeFile(path: path, most: mostBytesOfOutcomes), name: path)
    }

    /// Writes the result, and the page of HTML where one is wanted: both whole, or neither.
    static func write(_ page: ReportPage, _ format: Format, to output: String?, html: String?, _ json: (inout JSONWriter) -> Void) throws {
        let file = try ResultFile(output)
        let pageFile = try html.map { try ResultFile($0) }
        if format == .json {
            var writer = JSONWriter()
            json(&writer)
            writer.newline()
            try file.write(writer.bytes[...])
        } else {
            try file.write(page.text)
        }
        try pageFile?.write(page.html)
        try file.prepare()
        try pageFile?.prepare()
        try file.finish()
        try pageFile?.finish()
    }

    /// Rejected lines and rules that fail are not left unsaid, wherever the result went.
    static func end(rejected: Int, errors: Int) throws {
        var parts: [String] = []
        if rejected > 0 { parts.append("\(Numbers.count(rejected, "line")) of the cohort cannot be used: `waymark cohort validate` says why") }
        if errors > 0 { parts.append("a rule failed for \(Numbers.count(errors, "nominal")): `waymark evaluate` says which") }
        if !parts.isEmpty { throw Stop(.partly, parts.joined(separator: "; ")) }
    }
}
