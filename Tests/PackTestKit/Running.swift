package import Cohorts
package import Decisions
package import Notation
package import RulePacks

/// Keeps what a run writes.
package final class KeptOutput: RunOutput {
    package private(set) var bytes: [UInt8] = []
    package private(set) var rejects: [Reject] = []
    package init() {}
    package func write(records: UnsafeBufferPointer<UInt8>) { bytes += records }
    package func write(_ reject: Reject) { rejects.append(reject) }
}

/// What a whole cohort came to.
package struct RanCohort {
    package let lines: [String]
    package let rejects: [Reject]
    package let summary: EvaluationSummary

    package init(_ pack: PackSource, _ cohort: [String], asOf: Day = testDay, jobs: Int = 1) async throws {
        let folder = try TestFolder()
        let run = CohortRun(pack: pack, asOf: asOf, jobs: jobs)
        let path = try folder.write("cohort.ndjson", cohort.map { $0 + "\n" }.joined())
        let output = KeptOutput()
        summary = try await run.evaluate(try openCohort(path: path, layout: run.layout, rewindable: true), into: output)
        lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        rejects = output.rejects
    }

    /// The records by nominal.
    package func records() throws -> [String: Record] {
        Dictionary(try lines.map { try Record($0) }.map { ($0.nominal, $0) }) { first, _ in first }
    }
}
