package import Cohorts
package import Decisions
package import Notation

/// What a report takes from one decision record.
package struct RecordSummary: Sendable, Equatable {
    package var nominal = ""
    package var asOf = Day(number: 0)
    package var pack = PackIdentity(id: "", version: "", digest: "")
    package var action = Recommendation.Action.none
    /// The criteria that the pack has, by name.
    package var criteria: [String: Met] = [:]

    package init() {}
}

/// Decision records in the order of their file, as `waymark evaluate` writes them, all of one pack and day.
package final class RecordReading {
    /// The first record's pack and day; nil where the file has no records.
    package private(set) var first: RecordSummary?
    private let source: any CohortSource
    private let name: String
    private var waiting: RecordSummary?

    /// - Parameter name: of the file, for messages.
    package init(_ source: any CohortSource, name: String) throws(CohortError) {
        self.source = source
        self.name = name
        waiting = try read()
        first = waiting
    }

    /// The record of a nominal; the cohort's order is the records' order.
    /// - Throws: where the next record is somebody else's, or there is none.
    package func record(of nominal: String) throws(CohortError) -> RecordSummary {
        guard let record = waiting, record.nominal == nominal else {
            let found = waiting.map { "the next record is `\($0.nominal)`'s" } ?? "there are no more records"
            throw CohortError(message: "`\(name)` has no record for `\(nominal)` in its place: \(found); evaluate this very cohort again")
        }
        waiting = try read()
        return record
    }

    /// - Throws: where records are left over.
    package func finish() throws(CohortError) {
        guard let waiting else { return }
        throw CohortError(message: "`\(name)` has a record for `\(waiting.nominal)`, who is not in the cohort: evaluate this very cohort again")
    }

    /// nil at the end.
    private func read() throws(CohortError) -> RecordSummary? {
        var record: RecordSummary?
        var place = 0
        var fault = ""
        let isMore = try source.next { bytes, line in
            place = line
            record = RecordSummary(bytes)
            if record == nil { fault = "this is no decision record as `waymark evaluate` writes it" }
        }
        if let reject = source.pendingRejects.first { (place, fault) = (reject.line, reject.message) }
        if !fault.isEmpty { throw CohortError(message: "\(name):\(place): \(fault)") }
        if let record, let first, (record.asOf, record.pack) != (first.asOf, first.pack) {
            throw CohortError(
                message: "\(name):\(place): this record is of `\(record.pack.id)` \(record.pack.version) as of \(record.asOf), and the first is of `\(first.pack.id)` \(first.pack.version) as of \(first.asOf): "
                    + "a report is about the records of one evaluation")
        }
        return isMore || record != nil ? record : nil
    }
}

extension RecordSummary {
    /// nil where the line is no decision record.
    init?(_ line: UnsafeRawBufferPointer) {
        self.init()
        var scan = JSONScan(line)
        var found: Set<String> = []
        do throws(JSONScan.Fault) {
            try scan.object { key, scan throws(JSONScan.Fault) in
                found.insert(key)
                switch key {
                case "nominal": nominal = try scan.string()
                case "as_of": asOf = Day(iso: try scan.string()) ?? asOf
                case "pack": pack.id = try scan.string()
                case "version": pack.version = try scan.string()
                case "digest": pack.digest = try scan.string()
                case "recommendation": try readRecommendation(&scan)
                case "criteria": try readCriteria(&scan)
                default: try scan.skip()
                }
            }
        } catch {
            return nil
        }
        guard found.isSuperset(of: ["nominal", "as_of", "pack", "version", "digest", "recommendation", "criteria"]) else { return nil }
    }

    private mutating func readRecommendation(_ scan: inout JSONScan) throws(JSONScan.Fault) {
        try scan.object { key, scan throws(JSONScan.Fault) in
            if key == "action" { action = Recommendation.Action(rawValue: try scan.string()) ?? .refer } else { try scan.skip() }
        }
    }

    private mutating func readCriteria(_ scan: inout JSONScan) throws(JSONScan.Fault) {
        try scan.object { name, scan throws(JSONScan.Fault) in
            try scan.object { key, scan throws(JSONScan.Fault) in
                if key == "met" { criteria[name] = Met(rawValue: try scan.string()) ?? .unknown } else { try scan.skip() }
            }
        }
    }
}
