import Cohorts
import Decisions
import Governance
import Notation
import Reports
import RulePacks

/// What the verbs that make evidence share.
enum EvidenceSupport {
    /// Opens the cohort so that it can be read again, and ends the command where something cannot be worked out.
    static func report<Report>(_ cohort: String, _ layout: RowLayout, _ make: (any CohortSource) throws -> Report) throws -> Report {
        try stopping { try make(try openCohort(path: cohort, layout: layout, rewindable: true)) }
    }

    /// Turns what can go wrong into an end of the command.
    static func stopping<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as CohortError {
            throw Stop(error)
        } catch let error as RunStopped {
            throw Stop(error)
        } catch let error as PackError {
            throw Stop(error)
        } catch let error as GovernanceError {
            throw Stop(.usage, error.message)
        }
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
